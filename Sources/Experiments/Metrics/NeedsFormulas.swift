import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let needs: [Self] = [
    Self(.contactsPerNeed, .contacts { Ratio($0.cell.offered, per: $0.cell.offered - $0.cell.retried) }),
    Self(.needsResolved, .contacts { .count($0.cell.handled) }),
  ]
}
