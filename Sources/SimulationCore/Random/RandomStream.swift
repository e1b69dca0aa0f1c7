/// A named source of random numbers: every number is a pure function of
/// *(seed, replication, stream name, entity index, draw)*.
///
/// ```swift
/// let talk = RandomStream(seed: 20260914, replication: 7, name: "talk/billing-call")
/// var draws = talk.generator(entity: 123)     // the 124th billing call of replication 7, whatever happened to others
/// let u = draws.nextUniform()
/// ```
///
/// The key is the name hashed together with the seed (FNV-1a, finished by SplitMix64); entity, draw and replication are the counter.
/// So adding a stream changes no other stream, and any replication can be replayed alone.
@frozen
public struct RandomStream: Sendable, BitwiseCopyable {
  @usableFromInline let key: SIMD2<UInt32>
  @usableFromInline let replication: UInt32

  public init(seed: UInt64, replication: Int, name: String) {
    let hash = RandomStream.mix(RandomStream.hash(name) ^ RandomStream.mix(seed))
    self.key = SIMD2(UInt32(truncatingIfNeeded: hash), UInt32(truncatingIfNeeded: hash &>> 32))
    self.replication = UInt32(replication)
  }

  @usableFromInline
  init(key: SIMD2<UInt32>, replication: UInt32) {
    self.key = key
    self.replication = replication
  }

  /// The same stream in another replication.
  @inlinable public func inReplication(_ replication: Int) -> RandomStream {
    RandomStream(key: key, replication: UInt32(replication))
  }

  /// One of any number of streams of the same name, for numbers that the same entity draws again and again: of its second touch, its third.
  /// Part 0 is the stream itself.
  public func part(_ number: UInt32) -> RandomStream {
    if number == 0 { return self }
    let whole = UInt64(key[0]) | UInt64(key[1]) &<< 32
    let mixed = RandomStream.mix(whole ^ RandomStream.mix(UInt64(number)))
    return RandomStream(
      key: SIMD2(UInt32(truncatingIfNeeded: mixed), UInt32(truncatingIfNeeded: mixed &>> 32)), replication: replication)
  }

  /// The numbers that belong to one entity (a contact, an agent's day), from the first on.
  ///
  /// - Parameter run: selects a separate run of 2²⁵ numbers for the same entity, for example its second attempt. Entities that have runs
  ///   beyond 255 are below 2⁴⁸.
  @inlinable public func generator(entity: UInt64, run: UInt16 = 0) -> RandomGenerator {
    RandomGenerator(key: key, entity: entity, replication: replication, run: run)
  }

  /// The first uniform number of an entity, as `generator(entity:run:).nextUniform()` gives it, without a generator.
  @inlinable @inline(__always)
  public func uniform(entity: UInt64, run: UInt16 = 0) -> Double {
    let (entity, block) = RandomGenerator.start(entity, run)
    let words = Philox4x32.block(
      block, UInt32(truncatingIfNeeded: entity), UInt32(truncatingIfNeeded: entity &>> 32), replication, key[0], key[1])
    return RandomGenerator.uniform(words.low)
  }

  /// FNV-1a, 64 bits, over the UTF-8 bytes of the name.
  public static func hash(_ name: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// The finisher of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
  static func mix(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
