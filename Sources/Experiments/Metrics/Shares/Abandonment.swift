import SupportModel

extension Metric {
  package static let abandonment = Metric(
    "abandonment", .shares, .share, .lowerIsBetter,
    "Contacts that abandoned or balked ÷ contacts accepted (offered − blocked).",
    .contacts { Ratio($0.cell.abandoned + $0.cell.balked, per: $0.accepted) })
}
