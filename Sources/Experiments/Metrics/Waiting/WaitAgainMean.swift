import SupportModel

extension Metric {
  package static let waitAgainMean = Metric(
    "wait-again-mean", .waiting, .seconds, .lowerIsBetter,
    "Mean length of a wait after the first answer: of contacts handed back at the end of a shift that nobody could go on with at once.",
    .contacts { .seconds($0.cell.waitAgain, per: $0.cell.waitsAgain) })
}
