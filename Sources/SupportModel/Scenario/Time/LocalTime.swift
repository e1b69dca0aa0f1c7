package import SimulationCore

/// What the clock on a wall shows at each instant, as a flat table: the offsets of a time zone and since when each holds.
///
/// A reading that the wall never shows is moved forward by the gap; one that it shows twice means the first.
package struct LocalTime: Sendable, Equatable {
  /// So much later than the instants of the scenario the wall is, from an instant on.
  package struct Offset: Sendable, Equatable {
    package var from: SimInstant
    package var amount: TimeSpan

    package init(from: SimInstant, amount: TimeSpan) {
      self.from = from
      self.amount = amount
    }
  }

  /// In order; the first holds before it too. Never empty.
  package let offsets: [Offset]

  package init(_ offsets: [Offset]) {
    self.offsets = offsets.isEmpty ? [Offset(from: .zero, amount: .zero)] : offsets
  }

  /// Days begin with the horizon and have 24 hours, as in a scenario without dates.
  package static let elapsed = LocalTime([])

  private static let day: Int64 = 86_400_000_000

  /// Local day number and time after local midnight.
  package func reading(_ instant: SimInstant) -> (day: Int, time: TimeSpan) {
    let wall = instant.microseconds + offset(at: instant)
    let day = wall >= 0 ? wall / Self.day : (wall - Self.day + 1) / Self.day
    return (Int(day), TimeSpan(microseconds: wall - day * Self.day))
  }

  /// The instant of a reading.
  package func instant(day: Int, time: TimeSpan) -> SimInstant {
    let wall = Int64(day) * Self.day + time.microseconds
    for (position, offset) in offsets.enumerated() {
      let instant = SimInstant(microseconds: wall - offset.amount.microseconds)
      guard position + 1 < offsets.count else { return instant }
      // Before the next change it is this one's; in the gap that the change makes it is moved forward.
      let next = offsets[position + 1]
      if instant < next.from || wall < next.from.microseconds + next.amount.microseconds { return instant }
    }
    return SimInstant(microseconds: wall)
  }

  private func offset(at instant: SimInstant) -> Int64 {
    var low = 0
    var high = offsets.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if offsets[middle].from <= instant { low = middle } else { high = middle }
    }
    return offsets[low].amount.microseconds
  }
}
