import SupportModel

extension Metric {
  package static let costPerContact = Metric(
    "cost-per-contact", .money, .money, .lowerIsBetter,
    "Staffing cost ÷ contacts finished by these people in the same time.",
    .money { Ratio($0.cost, per: Double($0.cell.handled)) })
}
