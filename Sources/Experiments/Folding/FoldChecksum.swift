/// What stands at the end of a file to tell whether it is whole, against damage and not against forgery: FNV-1a of 64 bits (Fowler, Noll & Vo) over
/// words of 64 bits, with the upper half laid over the lower after each step, so that every bit of a word reaches every later one. Four sums run side by
/// side, because a step waits for the one before: word i goes into sum i mod 4. Then they, the bytes that fill no word, as a word filled up by
/// zeros, and the number of bytes are summed likewise.
package enum FoldChecksum {
  /// Bytes that it takes.
  package static let size = 8

  /// The bytes with their checksum behind them.
  package static func sealing(_ bytes: consuming [UInt8]) -> [UInt8] {
    var sum = of(bytes[...])
    for _ in 0..<size {
      bytes.append(UInt8(truncatingIfNeeded: sum))
      sum >>= 8
    }
    return bytes
  }

  /// The bytes without it; nil where it is not theirs.
  package static func opened(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= size else { return nil }
    let body = bytes.dropLast(size)
    var end = FoldReader(bytes[body.endIndex...])
    guard let sum = try? end.integer(), UInt64(bitPattern: Int64(sum)) == of(body) else { return nil }
    return body
  }

  @inline(__always)
  private static func add(_ word: UInt64, to hash: inout UInt64) {
    hash = (hash ^ word) &* 0x0000_0100_0000_01b3
    hash ^= hash &>> 32
  }

  private static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    return bytes.withUnsafeBytes { bytes in
      func word(_ position: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) }
      var sums = (basis, basis, basis, basis)
      let fours = bytes.count & ~31
      for position in stride(from: 0, to: fours, by: 32) {
        add(word(position), to: &sums.0)
        add(word(position &+ 8), to: &sums.1)
        add(word(position &+ 16), to: &sums.2)
        add(word(position &+ 24), to: &sums.3)
      }
      let whole = bytes.count & ~7
      if fours < whole { add(word(fours), to: &sums.0) }
      if fours + 8 < whole { add(word(fours + 8), to: &sums.1) }
      if fours + 16 < whole { add(word(fours + 16), to: &sums.2) }
      var rest: UInt64 = 0
      for position in (whole..<bytes.count).reversed() { rest = rest << 8 | UInt64(bytes[position]) }
      var hash = basis
      for last in [sums.0, sums.1, sums.2, sums.3, rest, UInt64(bytes.count)] { add(last, to: &hash) }
      return hash
    }
  }
}
