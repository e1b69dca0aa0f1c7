/// Every metric there is, in the order of all results: family by family.
package enum MetricCatalog {
  package static let all: [Metric] =
    Metric.countsFamily + Metric.sharesFamily + Metric.waitingFamily + Metric.responsesFamily + Metric.backlogFamily
    + Metric.peopleFamily + Metric.needsFamily + Metric.moneyFamily + Metric.ticketsFamily + Metric.outcomesFamily

  /// For names that people write; nil where no metric has it.
  package static func named(_ name: String) -> Metric? { byName[name].map { all[$0] } }

  private static let byName = Dictionary(uniqueKeysWithValues: all.enumerated().map { ($1.name, $0) })
}
