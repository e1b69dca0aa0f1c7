package import SimulationCore

/// After a touch somebody else must say yes before the customer hears of it: people of another group, in a queue of their own.
///
/// ```yaml
/// approval: {share: 20%, by: supervisors, takes: {exponential: {mean: 3m}}, agent: waits, finish: {exponential: {mean: 1m}}}
/// ```
/// It comes before all else that may follow a touch: who is approved and finished is solved.
package struct Approval: Sendable {
  /// What the agent does meanwhile. The names are the words in the scenario.
  package enum Agent: String, Sendable, CaseIterable {
    /// Keeps the contact in hand, and all it takes of them, until the decision.
    case waits
    /// Is free for others; the contact comes back to the head of its queue.
    case goesOn = "goes-on"
  }

  /// Probability after touch 1, 2, …; the last entry holds for all later ones.
  package var shares: [Double]
  /// Index into `Scenario.groups`.
  package var group: Int
  /// Work of the group, seconds.
  package var takes: AnyDistribution
  package var agent: Agent
  /// What is left to do for an agent once it is approved, seconds; nil: nothing, so that it is solved then.
  package var finish: AnyDistribution?

  package init(shares: [Double], by group: Int, takes: AnyDistribution, agent: Agent, finish: AnyDistribution? = nil) {
    self.shares = shares
    self.group = group
    self.takes = takes
    self.agent = agent
    self.finish = finish
  }
}

extension ContactType {
  /// A group has some of its contacts on hold, or approves them.
  package func isAsked(of group: Int) -> Bool { isHeld(by: group) || approval?.group == group }
}
