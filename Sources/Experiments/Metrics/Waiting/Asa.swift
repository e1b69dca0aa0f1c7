import SupportModel

extension Metric {
  package static let asa = Metric(
    "asa", .waiting, .seconds, .lowerIsBetter,
    "Average speed of answer: mean queue time up to the first answer of contacts that an agent answered and that are over, those answered at "
      + "once included.",
    .contacts { .seconds($0.cell.waitAnswered, per: $0.cell.answered) })
}
