import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let waiting: [Self] = [
    Self(.asa, .contacts { .seconds($0.cell.waitAnswered, per: $0.cell.answered) }),
    Self(.waitMean, .contacts { .seconds($0.cell.waitAnswered + $0.cell.waitAbandoned + $0.cell.waitOther, per: $0.accepted) }),
    Self(.waitMeanAbandoned, .contacts { .seconds($0.cell.waitAbandoned, per: $0.cell.abandoned) }),
    Self(.waitMax, .contacts { .seconds($0.longestWait.microseconds, per: $0.accepted > 0 ? 1 : 0) }),
    Self(.waitAgainMean, .contacts { .seconds($0.cell.waitAgain, per: $0.cell.waitsAgain) }),
    Self(.queueMean, .contacts { Ratio($0.cell.queueIntegral, per: $0.length) }),
    Self(.chatsInHand, .contacts { Ratio($0.cell.inHandIntegral, per: $0.length) }),
  ]
}
