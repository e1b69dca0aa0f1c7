/// Writes the parts of a fold as bytes: whole numbers of 64 bits, small ones in groups of seven bits, lists of plain values with their number and
/// size in front, and lists of cells (`PackedNumbers`). Little-endian, as every machine is that this runs on.
package struct FoldWriter {
  package private(set) var bytes: [UInt8]

  /// `mark`: what the bytes begin with.
  package init(_ mark: [UInt8] = []) { bytes = mark }

  package mutating func put(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  package mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
    put(values.count)
    put(MemoryLayout<Value>.stride)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  package mutating func put(_ text: String) { put(Array(text.utf8)) }

  /// In groups of seven bits, the lowest first, with the eighth bit set in all but the last (LEB128).
  @inline(__always)
  mutating func put(small number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest &>>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Numbers that are not negative, one after the other as small ones.
  mutating func put<Numbers: Collection>(small numbers: Numbers) where Numbers.Element: BinaryInteger {
    for number in numbers { put(small: UInt64(truncatingIfNeeded: number)) }
  }

  /// Plain structs of `Int64` and of nothing else: their number, and what they hold.
  mutating func put<Cell: BitwiseCopyable>(cells: [Cell]) {
    put(small: UInt64(cells.count))
    var packed = PackedNumbers()
    packed.append(cells)
    bytes += packed.bytes
  }
}

/// Reads what `FoldWriter` wrote; whatever does not fit is damage or another shape, never a trap.
package struct FoldReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  package init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  package var isAtEnd: Bool { position == bytes.endIndex }

  package mutating func integer() throws(FoldProblem) -> Int {
    guard bytes.endIndex - position >= 8 else { throw .damaged }
    var number: UInt64 = 0
    for index in (position..<(position + 8)).reversed() { number = number << 8 | UInt64(bytes[index]) }
    position += 8
    return Int(Int64(bitPattern: number))
  }

  /// A number of things that each take at least so many bytes.
  package mutating func length(ofAtLeast size: Int) throws(FoldProblem) -> Int {
    let count = try integer()
    guard count >= 0, count <= (bytes.endIndex - position) / max(1, size) else { throw .damaged }
    return count
  }

  /// `count` nil: as many as there are.
  package mutating func values<Value: BitwiseCopyable>(_: Value.Type = Value.self, count expected: Int? = nil) throws(FoldProblem)
    -> [Value]
  {
    let count = try length(ofAtLeast: 0)
    let size = MemoryLayout<Value>.stride
    guard try integer() == size, expected == nil || count == expected else { throw .otherShape }
    guard count <= (bytes.endIndex - position) / size else { throw .damaged }
    let piece = bytes[position..<(position + count * size)]
    position += count * size
    return [Value](unsafeUninitializedCapacity: count) { buffer, written in
      piece.withUnsafeBytes { source in UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source) }
      written = count
    }
  }

  /// What `put(small:)` wrote.
  @inline(__always)
  mutating func small() throws(FoldProblem) -> UInt64 {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, position < bytes.endIndex {
      let byte = bytes[position]
      position &+= 1
      number |= UInt64(byte & 0x7f) &<< shift
      if byte < 0x80 { return number }
      shift &+= 7
    }
    throw .damaged
  }

  /// A small number of things that each take at least a byte.
  mutating func smallLength() throws(FoldProblem) -> Int {
    let number = try small()
    guard number <= UInt64(bytes.endIndex - position) else { throw .damaged }
    return Int(number)
  }

  /// What `put(cells:)` wrote; `empty` says what they are. `count` nil: as many as there are.
  mutating func cells<Cell: BitwiseCopyable>(_ empty: Cell, count expected: Int? = nil) throws(FoldProblem) -> [Cell] {
    let count = try small()
    // Eight numbers take a byte at least.
    let most = UInt64(bytes.endIndex - position) * 64 / UInt64(MemoryLayout<Cell>.stride)
    guard count <= most, expected == nil || Int(count) == expected else { throw expected == nil ? .damaged : .otherShape }
    var cells = Array(repeating: empty, count: Int(count))
    let (isWhole, length) = bytes[position...].withUnsafeBytes { bytes in
      var reader = PackedNumbers.Reader(bytes)
      return (reader.read(&cells), reader.position)
    }
    guard isWhole else { throw .damaged }
    position += length
    return cells
  }

  package mutating func text() throws(FoldProblem) -> String { String(decoding: try values(UInt8.self), as: UTF8.self) }
}

/// What stands at the end of a file to tell whether it is whole, against damage and not against forgery: FNV-1a of 64 bits (Fowler, Noll & Vo) over
/// all that comes before, taken as words of 64 bits with the last filled up by zeros, and over the number of bytes; after each step the upper half is
/// laid over the lower, so that every bit of a word reaches every later one.
package enum FoldChecksum {
  /// Bytes that it takes.
  package static let size = 8

  /// The bytes with their checksum behind them.
  package static func sealing(_ bytes: [UInt8]) -> [UInt8] {
    var sealed = FoldWriter(bytes)
    sealed.put(Int(Int64(bitPattern: of(bytes[...]))))
    return sealed.bytes
  }

  /// The bytes without it; nil where it is not theirs.
  package static func opened(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= size else { return nil }
    let body = bytes.dropLast(size)
    var end = FoldReader(bytes[body.endIndex...])
    guard let sum = try? end.integer(), UInt64(bitPattern: Int64(sum)) == of(body) else { return nil }
    return body
  }

  private static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ word: UInt64) {
      hash = (hash ^ word) &* 0x0000_0100_0000_01b3
      hash ^= hash >> 32
    }
    bytes.withUnsafeBytes { bytes in
      let whole = bytes.count & ~7
      for position in stride(from: 0, to: whole, by: 8) {
        add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
      }
      var rest: UInt64 = 0
      for position in (whole..<bytes.count).reversed() { rest = rest << 8 | UInt64(bytes[position]) }
      add(rest)
      add(UInt64(bytes.count))
    }
    return hash
  }
}
