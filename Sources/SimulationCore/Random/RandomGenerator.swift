/// The draws of one entity in one stream, in order. A value: copying it repeats the same numbers.
///
/// One Philox block gives two 64-bit numbers; the second is kept until asked for.
@frozen
public struct RandomGenerator: RandomNumberGenerator, Sendable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline var counter: SIMD4<UInt32>
  @usableFromInline var spare: UInt64
  @usableFromInline var hasSpare: Bool

  @inlinable init(key: SIMD2<UInt32>, entity: UInt64, replication: UInt32, run: UInt8) {
    self.key = key
    self.counter = SIMD4(
      UInt32(run) &<< 24, UInt32(truncatingIfNeeded: entity), UInt32(truncatingIfNeeded: entity &>> 32), replication)
    self.spare = 0
    self.hasSpare = false
  }

  /// 64 random bits.
  @inlinable public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let block = Philox4x32.block(counter: counter, key: key)
    counter[0] = counter[0] &+ 1
    spare = UInt64(block[2]) | UInt64(block[3]) &<< 32
    hasSpare = true
    return UInt64(block[0]) | UInt64(block[1]) &<< 32
  }

  /// A uniform number strictly between 0 and 1: the midpoint of one of 2⁵² equal cells, so 1 − u is as good and log(u) is finite.
  @inlinable public mutating func nextUniform() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }
}
