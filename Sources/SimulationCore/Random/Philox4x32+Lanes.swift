extension Philox4x32 {
  /// Four blocks at once, lane by lane as `block` gives them.
  ///
  /// One block is a chain of ten multiplications, each waiting for the one before; four side by side take little longer than one.
  /// Every lane keeps its word in the lower half of 64 bits, so that a round is two vector multiplications.
  @inline(__always)
  static func blocks(
    _ first0: SIMD4<UInt64>, _ first1: SIMD4<UInt64>, _ c2: UInt32, _ c3: UInt32, _ k0: UInt32, _ k1: UInt32
  ) -> (low: SIMD4<UInt64>, high: SIMD4<UInt64>) {
    let word = SIMD4<UInt64>(repeating: 0xFFFF_FFFF)
    var c0 = first0 & word
    var c1 = first1 & word
    var c2 = SIMD4<UInt64>(repeating: UInt64(c2))
    var c3 = SIMD4<UInt64>(repeating: UInt64(c3))
    var k0 = k0
    var k1 = k1
    for _ in 0..<10 {
      let p0 = (c0 & word) &* SIMD4(repeating: 0xD251_1F53)
      let p1 = (c2 & word) &* SIMD4(repeating: 0xCD9E_8D57)
      c0 = (p1 &>> 32) ^ c1 ^ SIMD4(repeating: UInt64(k0))
      c2 = (p0 &>> 32) ^ c3 ^ SIMD4(repeating: UInt64(k1))
      c1 = p1 & word
      c3 = p0 & word
      k0 = k0 &+ 0x9E37_79B9
      k1 = k1 &+ 0xBB67_AE85
    }
    return (c0 | c1 &<< 32, c2 | c3 &<< 32)
  }
}
