/// Whole numbers from 0 in groups of seven bits, the lowest first, with the eighth bit set in all bytes but the last (LEB128).
///
/// Up to eight bytes are spread and gathered as one word, without a step for each.
enum SmallNumber {
  /// Bytes that a number takes at most; as many must be there where one is put.
  static let longest = 10

  private static let high: UInt64 = 0x8080_8080_8080_8080

  /// Returns how many bytes it took.
  @inline(__always)
  static func put(_ number: UInt64, at place: UnsafeMutableRawPointer) -> Int {
    if number < 0x80 {
      place.storeBytes(of: UInt8(truncatingIfNeeded: number), as: UInt8.self)
      return 1
    }
    if number >> 56 != 0 { return putLong(number, at: place) }
    var word = number & 0x0FFF_FFFF | (number & 0x00FF_FFFF_F000_0000) &<< 4
    word = word & 0x0000_3FFF_0000_3FFF | (word & 0x0FFF_C000_0FFF_C000) &<< 2
    word = word & 0x007F_007F_007F_007F | (word & 0x3F80_3F80_3F80_3F80) &<< 1
    let length = (70 &- number.leadingZeroBitCount) / 7
    let others = (1 as UInt64) &<< UInt64(truncatingIfNeeded: 8 &* (length &- 1)) &- 1
    place.storeBytes(of: (word | high & others).littleEndian, as: UInt64.self)
    return length
  }

  private static func putLong(_ number: UInt64, at place: UnsafeMutableRawPointer) -> Int {
    var rest = number
    var length = 0
    while rest >= 0x80 {
      place.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: length, as: UInt8.self)
      length += 1
      rest >>= 7
    }
    place.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: length, as: UInt8.self)
    return length + 1
  }

  /// The number at a position, which moves behind it; nil where there is none.
  @inline(__always)
  static func read(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64? {
    guard position &+ 8 <= bytes.count else { return readLong(bytes, &position) }
    let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self))
    if word & 0x80 == 0 {
      position &+= 1
      return word & 0x7F
    }
    let ends = ~word & high
    if ends == 0 { return readLong(bytes, &position) }
    let length = ends.trailingZeroBitCount / 8 &+ 1
    position &+= length
    // All bits up to the last byte's.
    var number = word & ~high & (UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- 8 &* length))
    number = number & 0x007F_007F_007F_007F | (number & 0x7F00_7F00_7F00_7F00) &>> 1
    number = number & 0x0000_3FFF_0000_3FFF | (number & 0x3FFF_0000_3FFF_0000) &>> 2
    return number & 0x0FFF_FFFF | (number & 0x0FFF_FFFF_0000_0000) &>> 4
  }

  private static func readLong(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while shift < 64, position < bytes.count {
      let byte = bytes[position]
      position += 1
      number |= UInt64(byte & 0x7f) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }
}
