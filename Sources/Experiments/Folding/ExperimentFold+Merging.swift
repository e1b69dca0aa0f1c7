import ServiceMetrics
import SupportModel

extension ExperimentFold {
  /// Adds the replications of a fold that begins where this one ends. Folds of shares of an experiment, merged in order, are byte for byte the
  /// fold of the whole: sums of reals are made in the order of replications whoever played them (`RecordLog`), and all else in a fold is counts,
  /// which add up in any order, and lists.
  ///
  /// `overGaps`: it may begin later; then replications between them are missing, and this is no longer the fold of an experiment as planned.
  package mutating func merge(_ next: ExperimentFold, overGaps: Bool = false) throws(FoldProblem) {
    guard next.start == end || overGaps && next.start > end else { throw .notNext(found: next.start, expected: end) }
    guard shape == next.shape else { throw .otherShape }
    try sum(next)
    waits.merge(next.waits)
    for index in spans.indices { spans[index].merge(next.spans[index]) }
    for index in keptWaits.indices { keptWaits[index].merge(next.keptWaits[index]) }
    if agents.isEmpty { agents = next.agents } else { for index in next.agents.indices { agents[index] += next.agents[index] } }
    evidence.merge(next.evidence)
    if next.start > end { gaps.append((replications, next.start - end)) }
    replications += next.replications
  }

  private mutating func sum(_ next: ExperimentFold) throws(FoldProblem) {
    if next.start == 0 {
      bank = next.bank
      kept = next.kept
    } else if start > 0 {
      log.append(next.log)
    } else {
      var number = next.start
      let isWhole = next.log.replay(of: compiled) { record in
        sum(record, keeping: number < ExperimentFold.keptReplications)
        number += 1
      }
      guard isWhole, number - next.start == next.replications else { throw .damaged }
    }
  }

  /// The replication that would come next.
  package var end: Int { start + replications + gaps.reduce(0) { $0 + $1.missing } }

  /// The number of the replication at this position of the values that are kept one by one.
  package func replication(at position: Int) -> Int {
    gaps.reduce(start + position) { $1.position <= position ? $0 + $1.missing : $0 }
  }

  /// What two folds must have in common to be of one experiment: metrics, scopes and the sizes of all lists.
  var shape: String {
    let scenario = compiled.scenario
    let sizes = [
      scenario.horizon.intervals.count, scenario.horizon.periods.count, scenario.contactTypes.count, scenario.groups.count,
      scenario.targets.count,
      compiled.agentGroups.count,
      bank.numerators.count, keptSlots.count,
    ]
    let asked = keptWaits.map { "\($0.key)" }
    return (sizes.map(String.init) + metrics.map(\.name) + asked).joined(separator: " ")
  }
}
