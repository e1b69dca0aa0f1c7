/// Any criterion of *which agent takes this contact*, in a box: what a policy's list holds, so that the list of criteria stays open.
///
/// A box and not `any AgentCriterion`, because the simulation also compiles for Embedded Swift, which has no such values.
package struct AnyAgentCriterion: AgentCriterion {
  /// Read once, when the criterion is boxed.
  package let scope: CriterionScope
  private let box: AgentCriterionBox

  /// A box that is given is kept, not boxed again.
  package init(_ criterion: some AgentCriterion) { self = criterion.boxed }

  fileprivate init(scope: CriterionScope, box: AgentCriterionBox) {
    self.scope = scope
    self.box = box
  }

  /// Itself, so that no box ever holds a box.
  package var boxed: AnyAgentCriterion { self }
  /// One indirect call, about 2 ns.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { box.score(agent: agent, contact: contact, now: now) }
}

extension AgentCriterion {
  /// Costs one allocation, when a policy is made.
  package var boxed: AnyAgentCriterion { AnyAgentCriterion(scope: scope, box: BoxOf(self)) }
}

/// Overridden in `BoxOf`. Its only storage is a constant of `Sendable` type there.
private class AgentCriterionBox: @unchecked Sendable {
  func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { preconditionFailure("an empty box") }
}

private final class BoxOf<Held: AgentCriterion>: AgentCriterionBox, @unchecked Sendable {
  private let held: Held

  init(_ held: Held) { self.held = held }

  override func score(agent: AgentView, contact: ContactView, now: Int64) -> Double { held.score(agent: agent, contact: contact, now: now) }
}
