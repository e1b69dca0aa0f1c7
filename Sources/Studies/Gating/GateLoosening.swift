package import SupportModel

/// A limit that the baseline's scenario sets and the candidate's no longer does, or sets looser. Gates are compared by what they ask (metric and
/// scope, by names), not by what they are called.
package struct GateLoosening: Sendable, Equatable {
  /// A limit as a gate sets it.
  package struct Limit: Sendable, Equatable {
    /// Which of the three limits.
    package var condition: GateFinding.Condition
    /// As in `GateFinding`: 0 where `share` says it.
    package var limit: Double
    /// Of the baseline, where the margin is written so.
    package var share: Double?
  }

  /// Name of the gate in the baseline.
  package var gate: String
  /// Name in the metric catalogue.
  package var metric: String
  /// nil: the whole gate is gone.
  package var before: Limit?
  /// nil with `before`: this limit is gone.
  package var now: Limit?

  /// What a candidate lets through that the gates of the baseline would have asked about, in their order.
  package static func between(_ baseline: Scenario, _ candidate: Scenario) -> [GateLoosening] {
    let asked = candidate.gates.map { (question: $0.question(in: candidate), gate: $0) }
    return baseline.gates.flatMap { gate -> [GateLoosening] in
      let question = gate.question(in: baseline)
      let same = asked.filter { $0.question == question && $0.gate.metric == gate.metric }.map(\.gate)
      guard !same.isEmpty else { return [GateLoosening(gate: gate.name, metric: gate.metric)] }
      let limits = same.flatMap(\.limits)
      return gate.limits.compactMap { before in
        let now = limits.filter { $0.condition == before.condition }
        guard !now.contains(where: { $0.isAsStrict(as: before) }) else { return nil }
        // The strictest of those that are there; of a margin one that is written in the same way, where there is one.
        let alike = now.filter { ($0.share == nil) == (before.share == nil) }
        let strictest = (alike.isEmpty ? now : alike).reduce(nil) { (best: Limit?, next) in
          best.map { next.isAsStrict(as: $0) ? next : $0 } ?? next
        }
        return GateLoosening(gate: gate.name, metric: gate.metric, before: before, now: strictest)
      }
    }
  }
}

extension GateLoosening.Limit {
  /// False where nobody can say: a margin in the metric's unit against one that is a share of what was before.
  fileprivate func isAsStrict(as other: Self) -> Bool {
    guard condition == other.condition, (share == nil) == (other.share == nil) else { return false }
    let (own, its) = (share ?? limit, other.share ?? other.limit)
    return condition == .atLeast ? own >= its : own <= its
  }
}

extension Gate {
  fileprivate var limits: [GateLoosening.Limit] {
    conditions.map { GateLoosening.Limit(condition: $0.condition, limit: $0.limit, share: $0.share) }
  }
}
