import SupportModel

extension Metric {
  package static let asa = Metric(
    "asa", .waiting, .seconds, .lowerIsBetter,
    "Average speed of answer: mean queue time of handled contacts, those answered at once included.",
    .contacts { .seconds($0.cell.waitHandled, per: $0.cell.handled) })
}
