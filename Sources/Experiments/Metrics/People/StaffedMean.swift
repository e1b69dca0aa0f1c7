import SupportModel

extension Metric {
  package static let staffedMean = Metric(
    "staffed-mean", .people, .agents, .neutral,
    "People present in any paid state, breaks and overtime included, averaged over time.",
    .people { Ratio($0.cell.paid, per: $0.length) })
}
