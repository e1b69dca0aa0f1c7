import SimulationCore

/// How the contacts of each penalty stand by its target; nothing where broken promises cost nothing.
///
/// A penalty may be about some contact types of its target only, so its counts are kept beside those of the target.
struct PenaltyBook: ~Copyable {
  /// `[interval * count + penalty]`
  let cells: Slab<TargetCell>
  let count: Int
  /// Penalties in the order of their targets, and the range of each target in it.
  private let penalties: Slab<Int32>
  private let rangeOfTarget: Slab<IndexRange>
  /// `[penalty * typeCount + type]`
  private let covers: Slab<Bool>
  private let typeCount: Int

  @inline(__always)
  var isUsed: Bool { count > 0 }

  init(_ scenario: Scenario) {
    count = scenario.penalties.count
    typeCount = scenario.contactTypes.count
    cells = Slab(repeating: TargetCell(), count: scenario.horizon.intervals.count * count)
    var order: [Int32] = []
    var ranges: [IndexRange] = []
    for target in scenario.targets.indices where count > 0 {
      let first = order.count
      for penalty in scenario.penalties.indices where scenario.penalties[penalty].target == target { order.append(Int32(penalty)) }
      ranges.append(IndexRange(first, order.count))
    }
    penalties = Slab(order)
    rangeOfTarget = Slab(ranges)
    covers = Slab(
      scenario.penalties.flatMap { penalty in scenario.contactTypes.indices.map { penalty.contactTypes.contains($0) } })
  }

  mutating func begin() { cells.fill(TargetCell()) }

  /// A verdict of a target about a contact of a type, as the target counts it.
  @inline(never)
  mutating func take(
    target: Int, type: Int32, interval: Int32, isStopped: Bool, isInTime: Bool, isShort: Bool, _ outcome: ContactRow.Outcome
  ) {
    for position in rangeOfTarget[target].indices {
      let penalty = Int(penalties[position])
      if !covers[penalty * typeCount + Int(type)] { continue }
      cells[Int(interval) * count + penalty].count(isStopped: isStopped, isInTime: isInTime, isShort: isShort, outcome)
    }
  }
}
