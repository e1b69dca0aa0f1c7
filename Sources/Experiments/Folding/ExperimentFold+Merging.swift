import ServiceMetrics
import SupportModel

extension ExperimentFold {
  /// Adds the replications of a fold that begins where this one ends. Folds of shares of an experiment, merged in order, are byte for byte the
  /// fold of the whole: sums of reals are made in the order of replications whoever played them (`RatioLog`), and all else in a fold is counts,
  /// which add up in any order, and lists.
  package mutating func merge(_ next: ExperimentFold) throws(FoldProblem) {
    guard next.start == start + replications else { throw .notNext(found: next.start, expected: start + replications) }
    guard shape == next.shape else { throw .otherShape }
    try bank.merge(next.bank)
    kept += next.kept
    waits.merge(next.waits)
    for index in spans.indices { spans[index].merge(next.spans[index]) }
    for index in keptWaits.indices { keptWaits[index].merge(next.keptWaits[index]) }
    if agents.isEmpty { agents = next.agents } else { for index in next.agents.indices { agents[index] += next.agents[index] } }
    evidence.merge(next.evidence)
    replications += next.replications
  }

  /// What two folds must have in common to be of one experiment: metrics, scopes and the sizes of all lists.
  var shape: String {
    let scenario = compiled.scenario
    let sizes = [
      scenario.horizon.intervals.count, scenario.contactTypes.count, scenario.groups.count, scenario.targets.count,
      compiled.agentGroups.count,
      bank.numerators.count, keptSlots.count,
    ]
    let asked = keptWaits.map { "\($0.key)" }
    return (sizes.map(String.init) + metrics.map(\.name) + asked).joined(separator: " ")
  }
}
