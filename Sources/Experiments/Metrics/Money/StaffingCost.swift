import SupportModel

extension Metric {
  package static let staffingCost = Metric(
    "staffing-cost", .money, .money, .lowerIsBetter,
    "Paid hours at their hourly cost, overtime at its multiplier, mean per play; groups without a cost add nothing.",
    .money { Ratio($0.cost, per: 1) })
}
