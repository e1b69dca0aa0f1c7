/// What a criterion's score depends on, so that scores which cannot change are computed once.
package enum CriterionScope: Sendable {
  /// Only on contact type and agent group: computed when the scenario is compiled.
  case fixed
  /// As `.fixed` while no rule of the policy ages contacts, else `.dynamic` (priority).
  case fixedUnlessAgeing
  /// On the order in which agents fell idle, or contacts queued, and nothing else: the engine keeps that order itself.
  case arrivalOrder
  /// Contacts: on when the first of what was promised to them is used up, and nothing else, the earliest first: the engine asks its clocks itself.
  case dueOrder
  /// Agents: on the group as it is at the moment, the same for all its idle agents: asked once for each group.
  case group
  /// Agents: 0 for the agent who handled the need last, 1 for all others.
  case lastAgent
  /// Agents: on the free capacity alone, so that it is the same for all idle agents, who have nothing in hand.
  case capacity
  /// Agents: on busy time and time on duty; does not fall while busy time grows or time on duty shrinks. So the least of each gives a bound for
  /// many agents at once.
  case occupancy
  /// On the moment: asked at every decision, about everybody.
  case dynamic
  /// A uniform draw among those still tied, from the stream `routing/random`.
  case random

  /// The least of what is known of several agents bounds the scores of all of them.
  var isBounded: Bool { self == .arrivalOrder || self == .occupancy }
}
