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
