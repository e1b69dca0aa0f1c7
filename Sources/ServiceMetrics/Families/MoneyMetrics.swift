extension Metric {
  /// What it costs.
  static let moneyFamily: [Metric] = [
    .staffingCost, .costPerContact,
  ]

  package static let staffingCost = Metric(
    "staffing-cost", .money, .money, .lowerIsBetter, of: .pricedPeople,
    "Paid hours at their hourly cost, overtime at its multiplier, mean per play; groups without a cost add nothing.")

  package static let costPerContact = Metric(
    "cost-per-contact", .money, .money, .lowerIsBetter, of: .pricedPeople, isTotal: false,
    "Staffing cost ÷ contacts finished by these people in the same time; of a contact with several touches each counts.")
}
