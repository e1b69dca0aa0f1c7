import CZlib

/// Unpacks gzip as it comes (RFC 1952, several members in a row), with zlib.
final class Gunzip {
  private var stream = z_stream()
  private var input: [UInt8] = []
  private var at = 0
  private var isBetweenMembers = false
  private var unpacked = 0
  private let limit: Int

  static func isCompressed(_ head: [UInt8]) -> Bool { head.count > 2 && head[0] == 0x1F && head[1] == 0x8B }

  init(limit: Int) throws(TableFailure) {
    self.limit = limit
    // 15 bits of window, and 16 for the gzip header.
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { throw .damagedArchive }
  }

  deinit { inflateEnd(&stream) }

  func feed(_ bytes: [UInt8]) {
    input = bytes
    at = 0
  }

  /// The next piece of text; nil once the bytes that were fed are used up.
  func next() throws(TableFailure) -> [UInt8]? {
    if isBetweenMembers, at < input.count {
      // Padding of zeros may follow the last member.
      while at < input.count, input[at] == 0 { at += 1 }
      guard at < input.count else { return nil }
      inflateReset(&stream)
      isBetweenMembers = false
    }
    guard at < input.count else { return nil }
    var status = Z_OK
    var used = 0
    let output = [UInt8](unsafeUninitializedCapacity: ByteSource.chunk) { buffer, count in
      input.withUnsafeMutableBufferPointer { bytes in
        stream.next_in = bytes.baseAddress! + at
        stream.avail_in = UInt32(bytes.count - at)
        stream.next_out = buffer.baseAddress!
        stream.avail_out = UInt32(buffer.count)
        status = inflate(&stream, Z_NO_FLUSH)
        used = bytes.count - at - Int(stream.avail_in)
        count = buffer.count - Int(stream.avail_out)
      }
    }
    at += used
    if status == Z_STREAM_END { isBetweenMembers = true }
    guard status == Z_OK || status == Z_STREAM_END || (status == Z_BUF_ERROR && used + output.count > 0) else { throw .damagedArchive }
    unpacked += output.count
    if unpacked > limit { throw .tooLarge(limit: limit) }
    return output
  }

  func finish() throws(TableFailure) { if !isBetweenMembers { throw .damagedArchive } }
}
