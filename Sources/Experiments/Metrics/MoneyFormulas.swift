import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let money: [Self] = [
    Self(.staffingCost, .money { Ratio($0.cost, per: 1) }),
    Self(.costPerContact, .money { Ratio($0.cost, per: Double($0.cell.handled)) }),
  ]
}
