import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let waiting: [Self] = [
    Self(.asa, .contacts { .seconds($0.cell.waitHandled, per: $0.cell.handled) }),
    Self(.waitMean, .contacts { .seconds($0.cell.waitHandled + $0.cell.waitAbandoned + $0.cell.waitOther, per: $0.accepted) }),
    Self(.waitMeanAbandoned, .contacts { .seconds($0.cell.waitAbandoned, per: $0.cell.abandoned) }),
    Self(.waitMax, .contacts { .seconds($0.longestWait.microseconds, per: $0.accepted > 0 ? 1 : 0) }),
    Self(.queueMean, .contacts { Ratio($0.cell.queueIntegral, per: $0.length) }),
  ]
}
