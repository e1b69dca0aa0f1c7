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

  /// Bytes as they are, without their number.
  package mutating func put(raw values: some Collection<UInt8>) { bytes.append(contentsOf: values) }

  /// A list of the bytes that are written inside.
  package mutating func putList(_ write: (inout FoldWriter) -> Void) {
    let place = bytes.count
    put(0)
    put(1)
    let start = bytes.count
    write(&self)
    withUnsafeBytes(of: Int64(bytes.count - start).littleEndian) { bytes.replaceSubrange(place..<(place + 8), with: $0) }
  }

  /// The checksum of everything so far.
  package mutating func putChecksum() { put(Int(bitPattern: UInt(FoldChecksum.of(bytes[...])))) }

  /// Room for what comes, so that it need not be copied as it grows.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(bytes.count + count) }

  /// A `SmallNumber`.
  mutating func put(small number: UInt64) { put(upTo: 1) { $0.put(number) } }

  /// Up to so many small numbers, one after the other.
  @inline(__always)
  mutating func put(upTo most: Int, _ write: (inout SmallNumbers) -> Void) {
    withUnsafeTemporaryAllocation(byteCount: most * SmallNumber.longest, alignment: 1) { buffer in
      var numbers = SmallNumbers(buffer.baseAddress!)
      write(&numbers)
      bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<numbers.count]))
    }
  }

  /// Plain structs of `Int64` and of nothing else: their number, and what they hold.
  mutating func put<Cell: BitwiseCopyable>(cells: [Cell]) {
    put(small: UInt64(cells.count))
    var packed = PackedNumbers()
    packed.append(cells)
    bytes += packed.bytes
  }
}
