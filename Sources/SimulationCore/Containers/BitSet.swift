/// A set of numbers below a bound, a bit for each; its members are walked in order.
///
/// ```swift
/// var interruptible = BitSet(below: 510)
/// interruptible.set(17, isMember: true)
/// interruptible.first(from: 4, below: 510)      // 17
/// ```
///
/// Cost: constant for one member; a walk looks at 64 numbers at once.
@frozen
public struct BitSet: ~Copyable {
  @usableFromInline let words: Slab<UInt64>

  /// Empty.
  public init(below bound: Int) { words = Slab(repeating: 0, count: (bound + 63) / 64) }

  public mutating func removeAll() { words.fill(0) }

  @inlinable public mutating func set(_ number: Int, isMember: Bool) {
    let bit: UInt64 = 1 &<< UInt64(truncatingIfNeeded: number)
    if isMember { words[number / 64] |= bit } else { words[number / 64] &= ~bit }
  }

  @inlinable public mutating func contains(_ number: Int) -> Bool { words[number / 64] &>> UInt64(truncatingIfNeeded: number) & 1 == 1 }

  /// The first member in `from..<bound`, or -1.
  @inlinable public mutating func first(from: Int, below bound: Int) -> Int {
    if from >= bound { return -1 }
    var word = from / 64
    var bits = words[word] & (~0 &<< UInt64(truncatingIfNeeded: from))
    let last = (bound - 1) / 64
    while bits == 0 {
      if word == last { return -1 }
      word += 1
      bits = words[word]
    }
    let number = word * 64 + bits.trailingZeroBitCount
    return number < bound ? number : -1
  }
}
