package import SimulationCore

/// A set of instants as half-open stretches `[start, end)`, in order, none empty and none touching the next.
///
/// Two sets that hold the same instants are equal, whatever they were made from. All operations are linear in the number of stretches;
/// `contains` is a binary search.
package struct Stretches: Sendable, Equatable {
  /// In order, each begins after the one before it ends.
  package let ranges: [Range<SimInstant>]

  /// Sorted, with overlapping and touching stretches joined and empty ones dropped.
  package init(_ ranges: some Sequence<Range<SimInstant>>) {
    var result: [Range<SimInstant>] = []
    let sorted = ranges.filter { !$0.isEmpty }.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    for range in sorted {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    self.ranges = result
  }

  private init(valid ranges: [Range<SimInstant>]) { self.ranges = ranges }

  /// No instant at all.
  package static let empty = Stretches(valid: [])

  /// No instant is in it.
  package var isEmpty: Bool { ranges.isEmpty }
  /// Stretches, not instants.
  package var count: Int { ranges.count }

  /// Length of all stretches together.
  package var total: TimeSpan {
    var total = TimeSpan.zero
    for range in ranges { total = total + (range.upperBound - range.lowerBound) }
    return total
  }

  /// A stretch holds its start and not its end.
  package func contains(_ instant: SimInstant) -> Bool {
    let position = firstEnding(after: instant)
    return position < ranges.count && ranges[position].lowerBound <= instant
  }

  /// Position of the first stretch that ends after an instant, or their number: the stretch that holds it, or else the next one.
  package func firstEnding(after instant: SimInstant) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= instant { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The part inside `range`.
  package func clipped(to range: Range<SimInstant>) -> Stretches {
    Stretches(valid: ranges.map { $0.clamped(to: range) }.filter { !$0.isEmpty })
  }

  /// What is in either.
  package func union(_ other: Stretches) -> Stretches { Stretches(ranges + other.ranges) }

  /// What is in both.
  package func intersection(_ other: Stretches) -> Stretches {
    var result: [Range<SimInstant>] = []
    var i = 0
    var j = 0
    while i < ranges.count, j < other.ranges.count {
      let both = ranges[i].clamped(to: other.ranges[j])
      if !both.isEmpty { result.append(both) }
      if ranges[i].upperBound < other.ranges[j].upperBound { i += 1 } else { j += 1 }
    }
    return Stretches(valid: result)
  }

  /// What is in this and not in the other.
  package func subtracting(_ other: Stretches) -> Stretches {
    var result: [Range<SimInstant>] = []
    var j = 0
    for range in ranges {
      var start = range.lowerBound
      while j < other.ranges.count, other.ranges[j].upperBound <= start { j += 1 }
      var k = j
      while k < other.ranges.count, other.ranges[k].lowerBound < range.upperBound {
        if other.ranges[k].lowerBound > start { result.append(start..<other.ranges[k].lowerBound) }
        start = max(start, other.ranges[k].upperBound)
        k += 1
      }
      if start < range.upperBound { result.append(start..<range.upperBound) }
    }
    return Stretches(valid: result)
  }
}
