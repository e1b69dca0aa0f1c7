import SupportModel

extension Metric {
  package static let pWait = Metric(
    "p-wait", .shares, .share, .lowerIsBetter,
    "Contacts that no agent took at once ÷ contacts accepted (offered − blocked).",
    .contacts { Ratio($0.cell.hadToWait, per: $0.accepted) })
}
