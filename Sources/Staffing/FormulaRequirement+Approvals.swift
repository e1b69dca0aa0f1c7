import QueueingTheory
import SimulationCore
import SupportModel

/// What approvals ask of people: those who give them, and those who wait for them and finish.
extension FormulaRequirement {
  /// Whoever waits is taken to wait for the work on the approval alone: a queue before it makes it longer.
  static func addApprovals(
    of group: Int, _ owned: [[Double]], to row: inout FormulaRow, _ touches: ExpectedTouches, _ scenario: Scenario, _ grid: StaffingGrid
  ) throws(TheoryError) {
    for (type, contact) in scenario.contactTypes.enumerated() {
      guard let approval = contact.approval else { continue }
      let counts = grid.periods.map { range in range.reduce(0) { $0 + touches.asked[type][$1] } }
      if approval.group == group { try add(counts, of: type, [approval.takes], to: &row) }
      let own = zip(counts, owned[type]).map { $0 * $1 }
      let laws = (approval.agent == .waits ? [approval.takes] : []) + (approval.finish.map { [$0] } ?? [])
      if own.contains(where: { $0 > 0 }) { try add(own, of: type, laws, to: &row) }
    }
  }

  /// Work of several parts, one after the other.
  private static func add(_ counts: [Double], of type: Int, _ laws: [AnyDistribution], to row: inout FormulaRow) throws(TheoryError) {
    let mean = laws.reduce(0) { $0 + $1.mean }
    let variance = laws.reduce(0) { $0 + ($1.variance.isFinite ? $1.variance : 0) }
    if mean > 0, mean.isFinite { try row.add(counts, of: type) { _ in (mean, variance) } }
  }
}
