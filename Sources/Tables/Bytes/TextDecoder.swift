/// Any of these encodings to UTF-8, chunk by chunk.
///
/// UTF-16 is told by its byte order mark, or by zero bytes at every second place. Bytes that are no UTF-8 are read as Windows-1252, one by
/// one, so that a single such letter late in a long file needs no second pass; text in that code page that happens to be valid UTF-8 does not
/// occur in practice.
struct TextDecoder {
  private var encoding: TextEncoding?
  private var pending: [UInt8] = []
  private(set) var foundOldBytes = false
  private(set) var hadMark = false
  private var line = 1
  private var column = 1

  /// What the file turned out to be; known once some of it was read.
  var found: TextEncoding { encoding == .utf8 && foundOldBytes ? .windows1252 : encoding ?? .utf8 }

  /// UTF-8 of `chunk` and of what was held back; `isLast` leaves nothing held back.
  mutating func decode(_ chunk: [UInt8], isLast: Bool) throws(TableFailure) -> [UInt8] {
    var bytes = pending + chunk
    pending = []
    if encoding == nil {
      if bytes.count < 4, !isLast {
        pending = bytes
        return []
      }
      try recognise(&bytes)
    }
    if encoding == .utf8 { return try fromUTF8(bytes, isLast: isLast) }
    return fromUTF16(bytes, isBig: encoding == .utf16Big, isLast: isLast)
  }

  private mutating func recognise(_ bytes: inout [UInt8]) throws(TableFailure) {
    if let what = Self.strangeFile(bytes) { throw what }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
      hadMark = true
      encoding = .utf8
    } else if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      encoding = bytes[0] == 0xFF ? .utf16Little : .utf16Big
      bytes.removeFirst(2)
      hadMark = true
    } else if bytes.count >= 4, bytes[1] == 0, bytes[3] == 0, bytes[0] != 0 {
      encoding = .utf16Little
    } else if bytes.count >= 4, bytes[0] == 0, bytes[2] == 0, bytes[1] != 0 {
      encoding = .utf16Big
    } else {
      encoding = .utf8
    }
  }

  private static func strangeFile(_ bytes: [UInt8]) -> TableFailure? {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return .workbook }
    let known: [([UInt8], String)] = [
      ([0x25, 0x50, 0x44, 0x46], "a PDF"), ([0x89, 0x50, 0x4E, 0x47], "a picture"), ([0xFF, 0xD8, 0xFF], "a picture"),
      ([0x50, 0x41, 0x52, 0x31], "a Parquet file"), ([0x28, 0xB5, 0x2F, 0xFD], "a file packed by zstd"),
      ([0x42, 0x5A, 0x68], "a file packed by bzip2"),
    ]
    if let found = known.first(where: { bytes.starts(with: $0.0) }) { return .notText(found.1) }
    let head = String(decoding: bytes.drop { $0 <= 0x20 || $0 >= 0x80 }.prefix(64), as: UTF8.self).lowercased()
    if ["<html", "<!doctype", "<table", "<meta"].contains(where: head.hasPrefix) {
      return .notText("a web page, as some programs save for a spreadsheet")
    }
    if head.hasPrefix("<?xml") { return .notText("XML") }
    return head.hasPrefix("{\"") || head.hasPrefix("[{") || head.hasPrefix("[\n") ? .notText("JSON") : nil
  }

  // MARK: Bytes to UTF-8

  private mutating func fromUTF8(_ bytes: [UInt8], isLast: Bool) throws(TableFailure) -> [UInt8] {
    if !bytes.contains(where: { $0 >= 0x80 || $0 == 0 }) { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + 16)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { throw .notText("no text: it holds a zero byte") }
        result.append(byte)
        index += 1
        continue
      }
      let length = Self.length(of: byte)
      if length > 0, index + length > bytes.count, !isLast, Self.isPrefix(bytes[index...]) {
        pending = Array(bytes[index...])
        break
      }
      if length > 0, index + length <= bytes.count, Self.isPrefix(bytes[index..<(index + length)]) {
        result += bytes[index..<(index + length)]
        index += length
        continue
      }
      let scalar = Self.windows1252[Int(byte) - 0x80]
      let before = result.lastIndex(of: 10) ?? -1
      guard scalar > 0 else {
        throw .strangeByte(byte, line: line + result.count { $0 == 10 }, column: result.count - before)
      }
      foundOldBytes = true
      Self.append(UInt32(scalar), to: &result)
      index += 1
    }
    line += result.count { $0 == 10 }
    return result
  }

  /// Bytes of the character that begins with this one; 0 where none does (Unicode 15, table 3-7).
  private static func length(of lead: UInt8) -> Int {
    switch lead {
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }

  /// Whether these bytes are, or begin, one well-formed character.
  private static func isPrefix(_ bytes: ArraySlice<UInt8>) -> Bool {
    let lead = bytes.first!
    for (offset, byte) in bytes.dropFirst().enumerated() {
      let low: UInt8 = offset > 0 ? 0x80 : lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
      let high: UInt8 = offset > 0 ? 0xBF : lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
      if byte < low || byte > high { return false }
    }
    return true
  }

  private mutating func fromUTF16(_ bytes: [UInt8], isBig: Bool, isLast: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    func unit(_ index: Int) -> UInt32 {
      isBig ? UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1]) : UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index])
    }
    var index = 0
    while index + 1 < bytes.count {
      var scalar = unit(index)
      if (0xD800...0xDBFF).contains(scalar) {
        guard index + 3 < bytes.count else {
          if isLast { scalar = 0xFFFD } else { break }
          index += 2
          Self.append(scalar, to: &result)
          continue
        }
        let low = unit(index + 2)
        if (0xDC00...0xDFFF).contains(low) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          index += 2
        } else {
          scalar = 0xFFFD
        }
      } else if (0xDC00...0xDFFF).contains(scalar) {
        scalar = 0xFFFD
      }
      index += 2
      Self.append(scalar, to: &result)
    }
    if !isLast { pending = Array(bytes[index...]) }
    return result
  }

  private static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes += Array(String(Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")).utf8)
  }

  /// Unicode of the bytes 0x80 to 0xFF (WHATWG Encoding, index windows-1252); 0 where nothing is defined.
  private static let windows1252: [UInt16] =
    [
      0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
      0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ] + (0xA0...0xFF).map { UInt16($0) }
}
