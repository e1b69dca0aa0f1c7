import SupportModel

extension Metric {
  package static let adherence = Metric(
    "adherence", .people, .share, .higherIsBetter,
    "Scheduled time spent in the scheduled state ÷ scheduled time of the people who came.",
    .people { Ratio($0.cell.scheduled - $0.cell.outOfAdherence, per: $0.cell.scheduled) })
}
