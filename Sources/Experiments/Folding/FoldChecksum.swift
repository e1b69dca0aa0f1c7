import CZlib

/// What stands at the end of a file to tell whether it is whole, against damage and not against forgery: CRC-32 as zlib has it (ISO 3309), in
/// the lower half of a number of 64 bits.
package enum FoldChecksum {
  /// Bytes that it takes.
  package static let size = 8

  /// The bytes without it; nil where it is not theirs.
  package static func opened(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    guard bytes.count >= size else { return nil }
    let body = bytes.dropLast(size)
    var end = FoldReader(bytes[body.endIndex...])
    guard let sum = try? end.integer(), UInt64(bitPattern: Int64(sum)) == of(body) else { return nil }
    return body
  }

  static func of(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBufferPointer { UInt64(crc32_z(0, $0.baseAddress, $0.count)) }
  }
}
