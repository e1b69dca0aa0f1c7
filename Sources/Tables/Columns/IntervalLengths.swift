/// The commonest distance between neighbours, and what follows for lines that do not say how long they are.
package enum IntervalLengths {
  /// The commonest step of starts in order (any unit); the smaller of two equally common ones, because a gap is longer than a line. nil for
  /// fewer than two different starts.
  package static func commonestStep(_ starts: [Int64]) -> Int64? {
    var counts: [Int64: Int] = [:]
    for (a, b) in zip(starts, starts.dropFirst()) where b > a { counts[b - a, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// Starts that no whole number of steps leads to from the one before.
  package static func misfits(_ starts: [Int64], step: Int64) -> [Int] {
    starts.indices.dropFirst().filter { starts[$0] > starts[$0 - 1] && (starts[$0] - starts[$0 - 1]) % step != 0 }
  }
}
