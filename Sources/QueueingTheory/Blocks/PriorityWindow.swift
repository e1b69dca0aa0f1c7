/// The part of the states that matters: how many agents are busy and how many of them with the first class (`mix`), and once all are busy how
/// many of either class wait.
struct PriorityWindow: Sendable, Equatable {
  let agents: Int
  /// Fewest agents busy; of no meaning where somebody of the second class always waits.
  var busyLow: Int
  /// Agents with a contact of the first class when all are busy; only 0 where it does not matter.
  var mix: ClosedRange<Int>
  var firstMost: Int
  var second: ClosedRange<Int>

  /// With fewer busy the range of mixes moves down with them.
  func mix(busy: Int) -> ClosedRange<Int> {
    if mix == 0...0 { return mix }
    let low = max(0, mix.lowerBound - (agents - busy))
    return low...max(low, min(mix.upperBound, busy))
  }
  var freeRows: Range<Int> { second.lowerBound == 0 ? busyLow..<agents : agents..<agents }
  var fullCount: Int { (firstMost + 1) * second.count * mix.count }
  /// Upper bound, for it is asked before anything is made of it.
  var size: Double { Double(freeRows.count) * Double(mix.count) + Double(firstMost + 1) * Double(second.count) * Double(mix.count) }
}
