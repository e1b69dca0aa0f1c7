import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let money: [Self] = [
    Self(.staffingCost, .money { Ratio($0.cost, per: 1) }),
    Self(.costPerContact, .money { Ratio($0.cost, per: Double($0.cell.handled)) }),
    Self(.penalty, .charges { Ratio($0.penalty, per: 1) }),
    Self(.penaltyByBreach, .charges { Ratio($0.breachPenalty, per: 1) }),
    Self(.breachesCharged, .charges { .count($0.breaches) }),
    Self(.penaltyByPeriod, .charges { Ratio($0.periodPenalty, per: 1) }),
    Self(.periodsBelow, .charges { .count($0.periodsBelow) }),
    Self(.totalCost, .charges { Ratio($0.cost + $0.penalty, per: 1) }),
    Self(.totalAtStake, .charges { Ratio($0.cost + $0.penalty + $0.atRisk, per: 1) }),
  ]
}
