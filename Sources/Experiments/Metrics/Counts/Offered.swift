import SupportModel

extension Metric {
  package static let offered = Metric(
    "offered", .counts, .count, .neutral,
    "Contacts that asked for service, mean per play; each retry counts.",
    .contacts { .count($0.cell.offered) })
}
