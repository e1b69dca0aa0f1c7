import SupportModel

extension Metric {
  package static let waitMax = Metric(
    "wait-max", .waiting, .seconds, .lowerIsBetter,
    "Longest queue time of any accepted contact, mean over plays that had one.",
    .contacts { .seconds($0.longestWait.microseconds, per: $0.accepted > 0 ? 1 : 0) })
}
