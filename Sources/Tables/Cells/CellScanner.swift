/// Walks through the bytes of one cell.
struct CellScanner {
  let bytes: ArraySlice<UInt8>
  var at: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    at = bytes.startIndex
  }

  var isAtEnd: Bool { at >= bytes.endIndex }
  var byte: UInt8? { at < bytes.endIndex ? bytes[at] : nil }
  var rest: ArraySlice<UInt8> { bytes[at...] }

  /// Spaces of any kind; how many there were.
  @discardableResult mutating func skipSpaces() -> Int {
    var count = 0
    while at < bytes.endIndex {
      if bytes[at] == 0x20 || bytes[at] == 9 || bytes[at] == 10 || bytes[at] == 13 {
        at += 1
      } else if rest.starts(with: [0xC2, 0xA0]) {
        at += 2
      } else if rest.starts(with: [0xE2, 0x80, 0xAF]) {
        at += 3
      } else {
        break
      }
      count += 1
    }
    return count
  }

  mutating func skip(_ ascii: UInt8) -> Bool {
    guard byte == ascii else { return false }
    at += 1
    return true
  }

  /// Digits as a number with how many there were; nil for none, or for more than `most`.
  mutating func digits(most: Int = 18) -> (value: Int, count: Int)? {
    var value = 0
    var count = 0
    while let byte, byte >= 0x30, byte <= 0x39 {
      guard count < most else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
      at += 1
    }
    return count > 0 ? (value, count) : nil
  }

  /// Letters (any beyond ASCII too), lower case.
  mutating func word() -> String {
    let start = at
    while let byte, byte >= 0x80 || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) {
      if rest.starts(with: [0xC2, 0xA0]) || rest.starts(with: [0xE2, 0x80]) { break }
      at += 1
    }
    return String(decoding: bytes[start..<at], as: UTF8.self).lowercased()
  }
}
