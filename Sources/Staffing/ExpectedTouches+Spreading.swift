import SimulationCore
import SupportModel

/// Where touches fall that come after a time.
extension ExpectedTouches {
  /// A share of what is there in each interval comes again after a time.
  func spread(
    _ touches: [Double], _ share: Double, _ law: AnyDistribution, into next: inout [Double],
    at end: (_ begun: SimInstant, _ time: TimeSpan) -> SimInstant?
  ) {
    if share <= 0 { return }
    let intervals = scenario.horizon.intervals
    let part = share / Double(ExpectedTouches.quantiles)
    let times = (0..<ExpectedTouches.quantiles).map {
      TimeSpan(seconds: law.quantile((Double($0) + 0.5) / Double(ExpectedTouches.quantiles)))
    }
    for interval in intervals.indices where touches[interval] > 0 {
      let begun = intervals[interval].start + TimeSpan(microseconds: (intervals[interval].end - intervals[interval].start).microseconds / 2)
      for time in times {
        guard let at = end(begun, time), let place = place(of: at, from: interval) else { continue }
        next[place] += touches[interval] * part
      }
    }
  }

  /// The legs that follow touches of one number: whoever goes on is where neither a hold nor a wait for the customer follows.
  func moveOn(_ touches: [Double], after touch: Int, _ index: Int, into legs: inout [[Double]]) {
    let type = scenario.contactTypes[index]
    func value(_ list: [Double]) -> Double { list[min(touch, list.count) - 1] }
    let left = (1 - type.holds.reduce(0) { $0 + value($1.shares) }) * (1 - (type.touches.map { value($0.more) } ?? 0))
    for move in type.moves {
      let share = left * scenario.expectedShare(of: move, in: index)
      for (to, part) in parts(of: move) {
        guard let delay = move.delay else {
          for interval in touches.indices { legs[to][interval] += touches[interval] * share * part }
          continue
        }
        spread(touches, share * part, delay, into: &legs[to]) { $0 + $1 }
      }
    }
  }

  /// The types in which contacts go on, with their shares.
  private func parts(of move: Move) -> [(type: Int, share: Double)] {
    guard let mix = scenario.contactTypes[move.to].mix else { return [(move.to, 1)] }
    return Array(zip(mix.variants, mix.shares)).map { ($0, $1) }
  }

  /// The interval of an instant after the beginning of another; nil: none.
  private func place(of instant: SimInstant, from first: Int) -> Int? {
    let intervals = scenario.horizon.intervals
    var instant = instant
    if let cycle, let end = intervals.last?.end, instant >= end {
      let length = intervals[cycle - 1].end - intervals[0].start
      instant = instant - TimeSpan(microseconds: ((instant - end).microseconds / length.microseconds + 1) * length.microseconds)
      if instant < intervals[0].start { return nil }
    }
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end <= instant { low = middle + 1 } else { high = middle }
    }
    return low < intervals.count ? low : nil
  }
}
