extension RandomGenerator {
  /// The next eight uniform numbers, in order.
  @inline(__always)
  mutating func nextUniforms(into values: inout InlineArray<8, Double>) {
    if hasSpare {
      for position in 0..<8 { values[position] = nextUniform() }
      return
    }
    let first = UInt64(block)
    let (low, high) = Philox4x32.blocks(
      SIMD4(first, first &+ 1, first &+ 2, first &+ 3), SIMD4(repeating: entity), UInt32(truncatingIfNeeded: entity &>> 32), replication,
      key0, key1)
    block = block &+ 4
    for lane in 0..<4 {
      values[2 &* lane] = RandomGenerator.uniform(low[lane])
      values[2 &* lane &+ 1] = RandomGenerator.uniform(high[lane])
    }
  }
}
