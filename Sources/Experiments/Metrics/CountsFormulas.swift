import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let counts: [Self] = [
    Self(.offered, .contacts { .count($0.cell.offered) }),
    Self(.handled, .contacts { .count($0.cell.handled) }),
    Self(.abandoned, .contacts { .count($0.cell.abandoned) }),
    Self(.shortAbandoned, .target { .count($0.abandonedShort) }),
    Self(.balked, .contacts { .count($0.cell.balked) }),
    Self(.blocked, .contacts { .count($0.cell.blocked) }),
    Self(.disconnected, .contacts { .count($0.cell.disconnected) }),
    Self(.disconnectedLate, .contacts { .count($0.cell.disconnectedLate) }),
    Self(.retried, .contacts { .count($0.cell.retried) }),
    Self(.stillOpen, .contacts { .count($0.cell.stillOpen) }),
    Self(.removed, .contacts { .count($0.removed) }),
  ]
}
