/// Lists of whole numbers of 64 bits, most of them zero or small, in few bytes.
///
/// Eight numbers at a time: a byte whose bits, from the lowest, say which of them are not zero, and then these, each a `SmallNumber` with its sign in
/// the lowest bit (zigzag). The last of a list may be fewer than eight. How long a list is, is not said: whoever reads knows.
struct PackedNumbers {
  private(set) var bytes: [UInt8] = []

  mutating func append(byte: UInt8) { bytes.append(byte) }

  /// Plain structs of `Int64` and of nothing else.
  mutating func append<Cell: BitwiseCopyable>(_ cells: [Cell]) {
    cells.withUnsafeBytes { cells in
      let words = cells.assumingMemoryBound(to: Int64.self)
      let most = words.count * SmallNumber.longest + words.count / 8 + 1
      withUnsafeTemporaryAllocation(byteCount: most, alignment: 1) { buffer in
        let end = PackedNumbers.pack(words, buffer)
        bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<end]))
      }
    }
  }

  private static func pack(_ words: UnsafeBufferPointer<Int64>, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let place = buffer.baseAddress else { return 0 }
    var end = 0
    var first = 0
    while first < words.count {
      let last = min(first &+ 8, words.count)
      let mask = end
      var filled: UInt8 = 0
      end &+= 1
      for index in first..<last where words[index] != 0 {
        filled |= 1 &<< UInt8(truncatingIfNeeded: index &- first)
        end &+= SmallNumber.put(UInt64(bitPattern: (words[index] &<< 1) ^ (words[index] &>> 63)), at: place + end)
      }
      buffer[mask] = filled
      first = last
    }
    return end
  }

  /// Reads what was appended; bytes that are not that end it, never trap it.
  struct Reader {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
      guard position < bytes.count else { return nil }
      position += 1
      return bytes[position - 1]
    }

    /// Fills a list; false where there is no such list.
    mutating func read<Cell: BitwiseCopyable>(_ cells: inout [Cell]) -> Bool {
      cells.withUnsafeMutableBytes { cells in
        let words = cells.assumingMemoryBound(to: Int64.self)
        for first in stride(from: 0, to: words.count, by: 8) {
          guard let mask = byte() else { return false }
          let last = min(first &+ 8, words.count)
          for index in first..<last { words[index] = 0 }
          var filled = mask
          while filled != 0 {
            let index = first &+ filled.trailingZeroBitCount
            filled &= filled &- 1
            guard index < last, let word = number() else { return false }
            words[index] = word
          }
        }
        return true
      }
    }

    @inline(__always)
    private mutating func number() -> Int64? {
      guard let bits = SmallNumber.read(bytes, &position) else { return nil }
      return Int64(bitPattern: bits &>> 1) ^ -Int64(bitPattern: bits & 1)
    }
  }
}
