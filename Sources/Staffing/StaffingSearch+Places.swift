import SimulationCore
import SupportModel

/// Where one person can be left out, which of those may be tried together, and who is to blame for what breaks.
extension StaffingSearch {
  /// One group in one period.
  struct Place: Hashable, Comparable {
    var group: Int
    var period: Int
    static func < (a: Self, b: Self) -> Bool { (a.group, a.period) < (b.group, b.period) }
  }

  /// All places of these groups, in batches that are tried together because what breaks points at one of them.
  func batches(_ groups: [Int]) -> [[Place]] {
    (0..<spacing).map { offset in
      groups.flatMap { group in stride(from: offset, to: grid.periods.count, by: spacing).map { Place(group: group, period: $0) } }
    }
  }

  /// Groups that are tried together because they share no work, not even by way of others: one of each such family, the dearest first.
  var rounds: [[Int]] {
    let types = scenario.contactTypes.count
    var families: [[Int]] = []
    for group in varied {
      func shares(_ other: Int) -> Bool {
        (0..<types).contains { pairs[group * types + $0].canServe && pairs[other * types + $0].canServe }
          || scenario.targets.indices.contains { servers(of: $0).contains(group) && servers(of: $0).contains(other) }
      }
      let related = families.filter { $0.contains(where: shares) }
      families.removeAll { $0.contains(where: shares) }
      families.append(related.flatMap { $0 } + [group])
    }
    let longest = families.map(\.count).max() ?? 0
    return (0..<longest).map { position in families.compactMap { $0.indices.contains(position) ? $0[position] : nil } }
  }

  /// Periods tried together lie this far apart, so that what breaks has one culprit: work spills over by about a handle time.
  var spacing: Int {
    let longest = scenario.contactTypes.map(\.expectedHandle).max() ?? 0
    return 2 + min(4, Int(saturating: (longest / max(grid.length, 1)).rounded(.up)))
  }

  /// The last period in which people can still keep a promise to those who came in an interval; those who wait live and give up are soon gone.
  private func lastHelping(_ target: Int, _ interval: Int) -> Int {
    let promise = scenario.targets[target]
    let period = grid.periodOfInterval[interval]
    if target >= original.targets.count, scenario.contactTypes[promise.contactTypes[0]].patience != nil { return period }
    if !promise.hasClock {
      let wait = promise.within.seconds / max(grid.length, 1e-9)
      return period + (wait > 0.5 ? Int(saturating: min(wait.rounded(.up), 1e9)) : 0)
    }
    let whole = grid.periods.count - 1
    // While it stands still it may go on for any time.
    if !promise.terms.pauses.isEmpty { return whole }
    let rule = scenario.clockRule(of: promise)
    let end = scenario.horizon.intervals[interval].end
    var last = period
    for type in promise.contactTypes {
      var clock = ServiceClock(rule.durations.duration(scenario.contactTypes[type].priority))
      clock.begin(.running, at: end, rule.hours)
      guard let due = clock.due(at: end, rule.hours) else { return whole }
      while last < whole, grid.start(last + 1, in: scenario.horizon) < due { last += 1 }
    }
    return last
  }

  /// The places of a batch that can have caused a failure: groups that serve the target, in periods not long after the contacts came (until
  /// the promise falls due, by its clock) or shortly before.
  func suspected(_ failure: StaffingGoals.Failure, among batch: [Place], within distance: Int) -> [Place] {
    let able = servers(of: failure.target)
    let serving = batch.filter { able.contains($0.group) }
    let places = serving.isEmpty ? batch : serving
    guard let interval = failure.interval else { return places }
    let window = windows.ranges[interval * scenario.targets.count + failure.target]
    let period = grid.periodOfInterval[window.lowerBound]
    let last = grid.periodOfInterval[window.upperBound - 1]
    let end = lastHelping(failure.target, window.upperBound - 1)
    let near = places.filter { $0.period > period - distance && $0.period <= end }
    if !near.isEmpty { return near }
    let before = places.filter { $0.period <= last }
    return before.isEmpty ? places : before
  }
}
