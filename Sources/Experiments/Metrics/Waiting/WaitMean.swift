import SupportModel

extension Metric {
  package static let waitMean = Metric(
    "wait-mean", .waiting, .seconds, .lowerIsBetter,
    "Mean queue time up to the first answer of all accepted contacts (offered − blocked), however they ended; of open ones the time so far.",
    .contacts { .seconds($0.cell.waitAnswered + $0.cell.waitAbandoned + $0.cell.waitOther, per: $0.accepted) })
}
