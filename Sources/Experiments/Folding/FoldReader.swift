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

  /// A list of bytes, as they stand in what is read.
  package mutating func slice() throws(FoldProblem) -> ArraySlice<UInt8> {
    let count = try length(ofAtLeast: 1)
    guard try integer() == 1, count <= bytes.endIndex - position else { throw .damaged }
    defer { position += count }
    return bytes[position..<(position + count)]
  }

  /// What `put(small:)` wrote.
  @inline(__always)
  mutating func small() throws(FoldProblem) -> UInt64 {
    let (number, length) = bytes[position...].withUnsafeBytes { bytes in
      var length = 0
      return (SmallNumber.read(bytes, &length), length)
    }
    guard let number else { throw .damaged }
    position += length
    return number
  }

  /// Several small numbers: `read` takes them from where they stand, and has nothing where there are fewer.
  mutating func smalls<Value>(_ read: (inout SmallNumberReader) -> Value?) throws(FoldProblem) -> Value {
    let (value, length) = bytes[position...].withUnsafeBytes { bytes in
      var reader = SmallNumberReader(bytes)
      return (read(&reader), reader.position)
    }
    guard let value else { throw .damaged }
    position += length
    return value
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
