/// An agent as a routing criterion sees it.
package struct AgentView {
  /// Dense id over all agents; ties go to the lowest.
  package var agent: Int32
  /// Index into `Scenario.groups`.
  package var group: Int32
  /// When the agent became idle, µs from the start of the horizon.
  package var idleSince: Int64
  /// Time spent handling so far in this replication, µs.
  package var busyTime: Int64
  /// Time spent on duty (handling and available) so far in this replication, µs.
  package var onDutyTime: Int64
  /// Preference rank of this contact type in the agent's group; 1 is best.
  package var rank: Int32
  /// Number of contact types the group can serve.
  package var skillCount: Int32
  /// Multiplier on handle time for this contact type.
  package var handleFactor: Double
  /// Free capacity as a share of the agent, 1 when idle.
  package var freeCapacity: Double
  /// Idle agents of the same group, this one included.
  package var idleInGroup: Int32 = 1

  /// Somebody made up for `CriterionProbe`: every fact has another value in another view.
  static func probe(_ group: Int, _ view: Int64) -> Self {
    Self(
      agent: Int32(view), group: Int32(group), idleSince: view * 700_000_000, busyTime: view * 900_000_000 % 2_000_000_000,
      onDutyTime: 2_500_000_000 + view, rank: Int32(1 + view % 3), skillCount: Int32(1 + view % 2), handleFactor: 1 + Double(view) / 8,
      freeCapacity: 1 / Double(1 + view), idleInGroup: Int32(1 + view))
  }
}

/// A contact as a routing criterion sees it.
package struct ContactView {
  /// Index into `Scenario.contactTypes`.
  package var contactType: Int32
  /// Priority now, ageing included; higher is served first.
  package var priority: Double
  /// When it entered its queue, µs from the start of the horizon.
  package var queuedAt: Int64
  /// When its answer target falls due, µs; `Int64.max` without a target.
  package var due: Int64
  /// Of the clock with the least: time left ÷ time promised; where it is overdrawn, the seconds since, negative. Infinite without a target.
  package var timeLeft: Double = .infinity
  /// Expected handle time by the deciding agent's group (by the type's base when an agent is being chosen), seconds.
  package var expectedHandle: Double
  /// Preference rank of this contact type in the deciding agent's group; 1 is best.
  package var rank: Int32
  /// Contacts waiting in the same queue, this one included.
  package var queueLength: Int32
  /// The agent who last handled this need, or -1.
  package var lastAgent: Int32

  /// Something made up for `CriterionProbe`: every fact has another value in another view.
  static func probe(_ type: Int, _ view: Int64) -> Self {
    Self(
      contactType: Int32(type), priority: Double(view % 3), queuedAt: view * 800_000_000, due: view * 1_100_000_000,
      timeLeft: 1 - Double(view) / 3,
      expectedHandle: 120 + Double(view) * 60, rank: Int32(1 + view % 3), queueLength: Int32(1 + view), lastAgent: Int32(view - 1))
  }
}

extension ContactView {
  /// `timeLeft` of one clock, of µs left and promised.
  @inline(__always)
  static func timeLeft(_ left: Int64, of promised: Int64) -> Double {
    left < 0 ? Double(left) * 1e-6 : promised > 0 ? Double(left) / Double(promised) : 0
  }
}

/// What a criterion's score depends on, so that scores which cannot change are computed once.
package enum CriterionScope: Sendable {
  /// Only on contact type and agent group: computed when the scenario is compiled.
  case fixed
  /// As `.fixed` while no rule of the policy ages contacts, else `.dynamic` (priority).
  case fixedUnlessAgeing
  /// On the order in which agents fell idle, or contacts queued, and nothing else: the engine keeps that order itself.
  case arrivalOrder
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

/// One criterion of *which agent takes this contact*. The lowest score wins; equal scores go on to the next criterion.
package protocol AgentCriterion: Sendable {
  var scope: CriterionScope { get }
  /// Lower is better. For `.fixed` scopes only `group`, `rank`, `skillCount`, `handleFactor` of the agent and `contactType` of the contact are set.
  func score(agent: AgentView, contact: ContactView, now: Int64) -> Double
  /// This criterion in a box; a box gives itself.
  var boxed: AnyAgentCriterion { get }
}

/// One criterion of *which contact this agent takes*. The lowest score wins; equal scores go on to the next criterion.
package protocol ContactCriterion: Sendable {
  var scope: CriterionScope { get }
  /// Lower is better. For `.fixed` scopes only `contactType`, `priority` (base), `expectedHandle`, `rank` of the contact and `group` of the agent are set.
  func score(contact: ContactView, agentGroup: Int32, now: Int64) -> Double
  /// This criterion in a box; a box gives itself.
  var boxed: AnyContactCriterion { get }
}
