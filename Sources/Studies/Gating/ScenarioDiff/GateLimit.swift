package import SupportModel

/// One limit of a gate.
package struct GateLimit: Sendable, Equatable {
  package var condition: GateFinding.Condition
  /// As in `GateFinding`: 0 where `share` says it.
  package var limit: Double
  package var share: Double?

  package init(condition: GateFinding.Condition, limit: Double, share: Double? = nil) {
    self.condition = condition
    self.limit = limit
    self.share = share
  }

  /// nil where nobody can say: a margin in the metric's unit against one that is a share of what was before.
  func isAsStrict(as other: GateLimit) -> Bool? {
    guard condition == other.condition, (share == nil) == (other.share == nil) else { return nil }
    let (own, its) = (share ?? limit, other.share ?? other.limit)
    return condition == .atLeast ? own >= its : own <= its
  }
}

extension Gate {
  package var limits: [GateLimit] { conditions.map { GateLimit(condition: $0.condition, limit: $0.limit, share: $0.share) } }
}
