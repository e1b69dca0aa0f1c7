import SupportModel

extension Metric {
  package static let adherence = Metric(
    "adherence", .people, .share, .higherIsBetter,
    "Time spent in the scheduled state (work, break, offline) ÷ scheduled time of the people who came.",
    .people { Ratio($0.cell.asScheduled, per: $0.cell.scheduled) })
}
