import SimulationCore

extension WallZone {
  /// Every instant (seconds since 1970) at which the clock of a zone shows a wall time: one, two in the hour that autumn repeats, none in the
  /// hour that spring leaves out.
  func occurrences(day: Int, seconds: Int) -> [Int] {
    let wall = day * 86_400 + seconds
    let candidates = [wall - offset(at: wall - 86_400), wall - offset(at: wall + 86_400)]
    let found = candidates.filter { $0 + offset(at: $0) == wall }
    return found.count == 2 && found[0] == found[1] ? [found[0]] : found.sorted()
  }
}

/// A line of a table on the clock: so many microseconds of wall time from a local day's midnight on.
struct WallSlot {
  var day: Int
  /// Microseconds after midnight; 24 h is the next midnight.
  var time: Int64
  var length: Int64
  /// The how-manieth line with this wall time it is, from 0; nil where the file has only one.
  var occurrence: Int?
}

extension HorizonClock {
  /// The stretches of the horizon that a line covers, each with its share of the line: one; two where a line stands for an hour that comes
  /// twice; none where the clock leaves it out.
  func stretches(_ slot: WallSlot) -> [(start: SimInstant, end: SimInstant, share: Double)] {
    let whole = Int(slot.time / 1_000_000)
    let fraction = TimeSpan(microseconds: slot.time % 1_000_000)
    let starts = zone.occurrences(day: slot.day, seconds: whole)
    func instant(_ utc: Int) -> SimInstant { SimInstant(microseconds: Int64(utc - start) * 1_000_000) + fraction }
    let length = TimeSpan(microseconds: slot.length)
    if starts.count == 2 {
      if let occurrence = slot.occurrence {
        guard occurrence < 2 else { return [] }
        return [(instant(starts[occurrence]), instant(starts[occurrence]) + length, 1)]
      }
      return starts.map { (instant($0), instant($0) + length, 0.5) }
    }
    guard let first = starts.first else { return [] }
    // By the clock, so that a line over a change lasts to the wall time at which it ends.
    let end = slot.time + slot.length
    let byClock = edge(day: slot.day, seconds: Int(end / 1_000_000), in: zone) + TimeSpan(microseconds: end % 1_000_000)
    return [(instant(first), max(byClock, instant(first) + TimeSpan(microseconds: 1)), 1)]
  }
}
