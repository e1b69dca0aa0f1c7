/// The draws of one entity in one stream, in order. A value: copying it repeats the same numbers.
///
/// One Philox block gives two 64-bit numbers; the second is kept until asked for.
@frozen
public struct RandomGenerator: RandomNumberGenerator, Sendable, BitwiseCopyable {
  @usableFromInline let key0: UInt32
  @usableFromInline let key1: UInt32
  /// Number of the next block, with the run's low byte in the top byte; its high byte is in the top of the entity.
  @usableFromInline var block: UInt32
  @usableFromInline let replication: UInt32
  @usableFromInline let entity: UInt64
  @usableFromInline var spare: UInt64
  @usableFromInline var hasSpare: Bool

  @inlinable init(key: SIMD2<UInt32>, entity: UInt64, replication: UInt32, run: UInt16) {
    let (entity, block) = RandomGenerator.start(entity, run)
    self.key0 = key[0]
    self.key1 = key[1]
    self.block = block
    self.replication = replication
    self.entity = entity
    self.spare = 0
    self.hasSpare = false
  }

  /// Where a run of an entity begins: the first 256 runs are told apart by the block, the others by the entity's top bits too.
  @inlinable @inline(__always)
  static func start(_ entity: UInt64, _ run: UInt16) -> (entity: UInt64, block: UInt32) {
    (entity ^ (UInt64(run &>> 8) &<< 48), UInt32(run & 0xFF) &<< 24)
  }

  /// 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let words = Philox4x32.block(
      block, UInt32(truncatingIfNeeded: entity), UInt32(truncatingIfNeeded: entity &>> 32), replication, key0, key1)
    block = block &+ 1
    spare = words.high
    hasSpare = true
    return words.low
  }

  /// A uniform number strictly between 0 and 1: the midpoint of one of 2⁵² equal cells, so 1 − u is as good and log(u) is finite.
  @inlinable @inline(__always)
  public mutating func nextUniform() -> Double { RandomGenerator.uniform(next()) }

  @inlinable @inline(__always)
  static func uniform(_ bits: UInt64) -> Double { (Double(Int64(bitPattern: bits &>> 12)) + 0.5) * 0x1p-52 }
}
