/// What one agent did in one replication, µs. Agents of a `staffing` group are interchangeable slots.
package struct AgentTotals: Sendable, Equatable, BitwiseCopyable {
  package var available: Int64 = 0
  package var handling: Int64 = 0
  package var wrapUp: Int64 = 0
  package var onBreak: Int64 = 0
  package var offline: Int64 = 0
  package var overtime: Int64 = 0
  /// Of overtime: wrap-up.
  package var overtimeWrapUp: Int64 = 0
  package var handled: Int64 = 0

  package init() {}

  package var paid: Int64 { available + handling + wrapUp + onBreak + offline + overtime }
  package var busy: Int64 { handling + wrapUp + overtime }

  package static func += (a: inout Self, b: Self) {
    a.available += b.available
    a.handling += b.handling
    a.wrapUp += b.wrapUp
    a.onBreak += b.onBreak
    a.offline += b.offline
    a.overtime += b.overtime
    a.overtimeWrapUp += b.overtimeWrapUp
    a.handled += b.handled
  }

  package static func - (a: Self, b: Self) -> Self {
    var result = a
    result.available -= b.available
    result.handling -= b.handling
    result.wrapUp -= b.wrapUp
    result.onBreak -= b.onBreak
    result.offline -= b.offline
    result.overtime -= b.overtime
    result.overtimeWrapUp -= b.overtimeWrapUp
    result.handled -= b.handled
    return result
  }
}
