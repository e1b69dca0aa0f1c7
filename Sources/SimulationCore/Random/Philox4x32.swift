/// Philox 4×32-10, a counter-based random function: 128 bits of counter and 64 bits of key give 128 random bits.
///
/// Nothing is remembered between calls, so any number can be asked for in any order, on any thread.
/// Cost: ten rounds of two 32×32→64 multiplications, about 15 ns.
///
/// Source: Salmon, Moraes, Dror, Shaw, *Parallel random numbers: as easy as 1, 2, 3*, SC'11; checked against the
/// published test vectors of Random123.
@frozen
public enum Philox4x32 {
  /// Four random words that are a function of counter and key alone: nothing is remembered between calls.
  @inlinable
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let (low, high) = block(counter[0], counter[1], counter[2], counter[3], key[0], key[1])
    return SIMD4(
      UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low &>> 32), UInt32(truncatingIfNeeded: high),
      UInt32(truncatingIfNeeded: high &>> 32))
  }

  /// The same, the four words of the answer as two 64-bit numbers, the lower word in the lower half.
  ///
  /// Each word is kept in the lower half of a 64-bit register, so that a round is two multiplications and no conversion.
  @inlinable @inline(__always)
  public static func block(
    _ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, _ k0: UInt32, _ k1: UInt32
  ) -> (low: UInt64, high: UInt64) {
    var c0 = UInt64(c0)
    var c1 = UInt64(c1)
    var c2 = UInt64(c2)
    var c3 = UInt64(c3)
    var k0 = k0
    var k1 = k1
    for _ in 0..<10 {
      let p0 = 0xD251_1F53 &* c0
      let p1 = 0xCD9E_8D57 &* c2
      c0 = (p1 &>> 32) ^ c1 ^ UInt64(k0)
      c2 = (p0 &>> 32) ^ c3 ^ UInt64(k1)
      c1 = p1 & 0xFFFF_FFFF
      c3 = p0 & 0xFFFF_FFFF
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (c0 | c1 &<< 32, c2 | c3 &<< 32)
  }
}
