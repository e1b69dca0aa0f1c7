import SupportModel

extension Metric {
  package static let waitMeanAbandoned = Metric(
    "wait-mean-abandoned", .waiting, .seconds, .neutral,
    "Mean queue time of contacts that abandoned; those that balked did not queue.",
    .contacts { .seconds($0.cell.waitAbandoned, per: $0.cell.abandoned) })
}
