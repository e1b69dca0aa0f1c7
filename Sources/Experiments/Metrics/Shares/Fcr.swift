import SupportModel

extension Metric {
  package static let fcr = Metric(
    "fcr", .shares, .share, .higherIsBetter,
    "First-contact resolution: contacts handled at the first attempt of their need ÷ contacts handled.",
    .contacts { Ratio($0.cell.handledFirst, per: $0.cell.handled) })
}
