import SupportModel

extension Metric {
  package static let busyMean = Metric(
    "busy-mean", .people, .agents, .neutral,
    "People handling contacts (talk, wrap-up, overtime), averaged over time.",
    .people { Ratio($0.cell.busy, per: $0.length) })
}
