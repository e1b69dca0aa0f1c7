import SupportModel

extension Metric {
  package static let queueMean = Metric(
    "queue-mean", .waiting, .contacts, .lowerIsBetter,
    "Contacts waiting, averaged over time.",
    .contacts { Ratio($0.cell.queueIntegral, per: $0.length) })
}
