package import SupportModel

/// The agent who has spent the smallest share of their time on duty handling contacts; an agent who just began comes first.
package struct LeastOccupied: AgentCriterion {
  package init() {}

  /// Changes with every second of work.
  package var scope: CriterionScope { .occupancy }
  /// Share of time on duty spent handling, from 0 to 1, since the replication began.
  package func score(agent: AgentView, contact: ContactView, now: Int64) -> Double {
    agent.onDutyTime > 0 ? Double(agent.busyTime) / Double(agent.onDutyTime) : 0
  }

  package static let family = AgentCriterionFamily(
    name: "least-occupied", help: "the agent with the lowest share of handling in their time on duty", example: "least-occupied"
  ) { _ in LeastOccupied() }
}
