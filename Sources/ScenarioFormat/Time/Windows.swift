import SimulationCore

/// Stretches of time in order, not touching.
typealias Windows = [Range<SimInstant>]

extension Windows {
  /// Sorted, with overlapping and touching stretches joined and empty ones dropped.
  var merged: Windows {
    var result: Windows = []
    for window in filter({ !$0.isEmpty }).sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = result.last, window.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, window.upperBound)
      } else {
        result.append(window)
      }
    }
    return result
  }

  /// The part inside `range`. Both are merged.
  func clipped(to range: Range<SimInstant>) -> Windows { map { $0.clamped(to: range) }.filter { !$0.isEmpty } }

  /// What is in both; both are merged.
  func intersecting(_ other: Windows) -> Windows {
    var result: Windows = []
    var i = 0
    var j = 0
    while i < count, j < other.count {
      let both = self[i].clamped(to: other[j])
      if !both.isEmpty { result.append(both) }
      if self[i].upperBound < other[j].upperBound { i += 1 } else { j += 1 }
    }
    return result
  }

  /// What is in this and not in the other; both are merged.
  func subtracting(_ other: Windows) -> Windows {
    var result: Windows = []
    var j = 0
    for window in self {
      var start = window.lowerBound
      while j < other.count, other[j].upperBound <= start { j += 1 }
      var k = j
      while k < other.count, other[k].lowerBound < window.upperBound {
        if other[k].lowerBound > start { result.append(start..<other[k].lowerBound) }
        start = Swift.max(start, other[k].upperBound)
        k += 1
      }
      if start < window.upperBound { result.append(start..<window.upperBound) }
    }
    return result
  }

  /// Total length.
  var total: TimeSpan { reduce(.zero) { $0 + ($1.upperBound - $1.lowerBound) } }
}
