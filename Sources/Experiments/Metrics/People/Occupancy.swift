import SupportModel

extension Metric {
  package static let occupancy = Metric(
    "occupancy", .people, .share, .neutral,
    "Handling time (talk, wrap-up, overtime) ÷ handling and available time.",
    .people { Ratio($0.cell.busy, per: $0.cell.busy + $0.cell.available) })
}
