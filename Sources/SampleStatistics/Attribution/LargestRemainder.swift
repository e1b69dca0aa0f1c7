/// Parts of a whole written with few digits so that what is written still adds up: each is rounded down, and the units that are missing go
/// to those that lost most (Hamilton's method, ties to the first).
///
/// ```swift
/// LargestRemainder.round([1, 1, 1], to: 100)      // [34, 33, 33]
/// ```
package enum LargestRemainder {
  /// Parts, negative ones too, as whole units of which their sum is `units`; nil where they add up to nothing or less.
  package static func round(_ parts: [Int64], to units: Int64) -> [Int64]? {
    let whole = parts.reduce(0, +)
    guard whole > 0, units > 0 else { return nil }
    // Floors and remainders in 128 bits: units times a numerator may be more than 64 hold.
    let exact = parts.map { Int128($0) * Int128(units) }
    var rounded = exact.map { value -> Int64 in
      let (quotient, rest) = value.quotientAndRemainder(dividingBy: Int128(whole))
      return Int64(rest < 0 ? quotient - 1 : quotient)
    }
    let lost = zip(exact, rounded).map { $0 - Int128($1) * Int128(whole) }
    let missing = Int(units - rounded.reduce(0, +))
    let order = lost.indices.sorted { lost[$0] == lost[$1] ? $0 < $1 : lost[$0] > lost[$1] }
    for index in order.prefix(missing) { rounded[index] += 1 }
    return rounded
  }
}
