import SupportModel

extension Metric {
  package static let contactsPerNeed = Metric(
    "contacts-per-need", .needs, .contacts, .lowerIsBetter,
    "Contacts offered ÷ needs (first attempts) offered.",
    .contacts { Ratio($0.cell.offered, per: $0.cell.offered - $0.cell.retried) })
}
