/// What one agent did in one replication, µs. Agents of a `staffing` group are interchangeable slots.
package struct AgentTotals: CountCell {
  package var available: Int64 = 0
  package var handling: Int64 = 0
  package var wrapUp: Int64 = 0
  package var onBreak: Int64 = 0
  package var offline: Int64 = 0
  package var overtime: Int64 = 0
  /// Of overtime: wrap-up.
  package var overtimeWrapUp: Int64 = 0
  package var handled: Int64 = 0
  /// Of these by people who were new at the start of the horizon, or came later; what their factors on handle time (`AgentGroup.Ramp`) were
  /// above 1, added up, millionths; and their tenures then, added up, s.
  package var handledLearning: Int64 = 0
  package var rampExcess: Int64 = 0
  package var tenure: Int64 = 0
  /// Integral of the units of capacity in use, overtime included, unit·µs (`CompiledSharing.capacity` units are an agent).
  package var unitTime: Int64 = 0

  package init() {}

  package var paid: Int64 { available + handling + wrapUp + onBreak + offline + overtime }
  package var busy: Int64 { handling + wrapUp + overtime }
}
