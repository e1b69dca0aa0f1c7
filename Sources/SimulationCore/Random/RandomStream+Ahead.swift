extension RandomStream {
  /// The first uniform numbers of the eight entities from `first` on, a multiple of eight.
  @inline(__always)
  func uniforms(entities first: UInt64, into values: inout InlineArray<8, Double>) {
    let lower = SIMD4<UInt64>(first, first &+ 1, first &+ 2, first &+ 3)
    let upper = UInt32(truncatingIfNeeded: first &>> 32)
    let (a, _) = Philox4x32.blocks(SIMD4(repeating: 0), lower, upper, replication, key[0], key[1])
    let (b, _) = Philox4x32.blocks(SIMD4(repeating: 0), lower &+ 4, upper, replication, key[0], key[1])
    for lane in 0..<4 {
      values[lane] = RandomGenerator.uniform(a[lane])
      values[lane + 4] = RandomGenerator.uniform(b[lane])
    }
  }
}
