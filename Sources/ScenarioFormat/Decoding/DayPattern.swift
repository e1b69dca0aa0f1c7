import SimulationCore
import SupportModel

/// Expected counts by slots of the local day, laid on the horizon and cut at its ends.
struct DayPattern {
  let clock: HorizonClock
  private var stretches: [ArrivalProcess.RateSegment] = []

  init(clock: HorizonClock) { self.clock = clock }

  /// `total` contacts over one local day in slots of `step` seconds with these weights.
  mutating func add(day: Int, total: Double, step: Int, weights: [Double]) {
    let edges = clock.edges(day: day, step: step, count: weights.count, in: clock.zone)
    let slots = weights.indices.filter { edges[$0] < edges[$0 + 1] }
    let whole = slots.reduce(0) { $0 + weights[$1] }
    guard whole > 0 else { return }
    for slot in slots {
      stretches.append(.init(start: edges[slot], end: edges[slot + 1], expected: total * (weights[slot] / whole)))
    }
  }

  var segments: [ArrivalProcess.RateSegment] { Self.tiled(stretches, clock: clock) }

  /// Stretches in order as segments that tile the horizon: parts outside are cut off with their share, gaps are filled with nothing.
  static func tiled(_ stretches: [ArrivalProcess.RateSegment], clock: HorizonClock) -> [ArrivalProcess.RateSegment] {
    var result: [ArrivalProcess.RateSegment] = []
    var at = SimInstant.zero
    for stretch in stretches {
      let start = max(stretch.start, at)
      let end = min(stretch.end, clock.end)
      guard start < end else { continue }
      if start > at { result.append(.init(start: at, end: start, expected: 0)) }
      let isWhole = start == stretch.start && end == stretch.end
      let share = isWhole ? 1 : (end - start).seconds / (stretch.end - stretch.start).seconds
      result.append(.init(start: start, end: end, expected: stretch.expected * share))
      at = end
    }
    if at < clock.end { result.append(.init(start: at, end: clock.end, expected: 0)) }
    return result
  }
}
