/// How long the lines of a table last that do not say it.
package enum IntervalLengths {
  /// The commonest distance above 0; the smaller of two equally common ones, because a gap is longer than a line. nil without any.
  package static func commonest(_ distances: [Int64]) -> Int64? {
    var counts: [Int64: Int] = [:]
    for distance in distances where distance > 0 { counts[distance, default: 0] += 1 }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The commonest step of starts in order.
  package static func commonestStep(_ starts: [Int64]) -> Int64? { commonest(zip(starts, starts.dropFirst()).map { $1 - $0 }) }
}
