/// Writes the parts of a fold as bytes: whole numbers of 64 bits, lists of plain values with their number and size in front.
/// Little-endian, as every machine is that this runs on.
struct FoldWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put(_ number: Int) {
    withUnsafeBytes(of: Int64(number).littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func put<Value: BitwiseCopyable>(_ values: [Value]) {
    put(values.count)
    put(MemoryLayout<Value>.stride)
    values.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  mutating func put(_ text: String) { put(Array(text.utf8)) }
}

/// Reads what `FoldWriter` wrote; whatever does not fit is damage or another shape, never a trap.
struct FoldReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func integer() throws(FoldProblem) -> Int {
    guard bytes.endIndex - position >= 8 else { throw .damaged }
    var number: UInt64 = 0
    for index in (position..<(position + 8)).reversed() { number = number << 8 | UInt64(bytes[index]) }
    position += 8
    return Int(Int64(bitPattern: number))
  }

  /// A number of things that each take at least so many bytes.
  mutating func length(ofAtLeast size: Int) throws(FoldProblem) -> Int {
    let count = try integer()
    guard count >= 0, count <= (bytes.endIndex - position) / max(1, size) else { throw .damaged }
    return count
  }

  /// `count` nil: as many as there are.
  mutating func values<Value: BitwiseCopyable>(_: Value.Type = Value.self, count expected: Int? = nil) throws(FoldProblem) -> [Value] {
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

  mutating func text() throws(FoldProblem) -> String { String(decoding: try values(UInt8.self), as: UTF8.self) }
}
