import SupportModel

extension Metric {
  package static let serviceLevel = Metric(
    "service-level", .shares, .share, .higherIsBetter,
    "Contacts answered within the target time ÷ contacts that count, in each treatment of abandons.",
    .treatedTarget { cell, abandons in
      let level = cell.serviceLevel(abandons)
      return Ratio(level.met, per: level.of)
    })
}
