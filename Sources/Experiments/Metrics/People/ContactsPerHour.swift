import SupportModel

extension Metric {
  package static let contactsPerHour = Metric(
    "contacts-per-hour", .people, .perHour, .higherIsBetter,
    "Contacts finished in the interval (in the horizon) ÷ paid hours in it.",
    .people { Ratio(Double($0.cell.handled), per: Double($0.cell.paid) / 3.6e9) })
}
