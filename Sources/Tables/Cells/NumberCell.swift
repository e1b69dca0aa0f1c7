/// Which character stands between the whole and the fraction.
package enum DecimalMark: String, CaseIterable, Sendable {
  case point
  case comma
}

/// One cell read as a number, under either way of writing decimals.
///
/// `1,234` is 1234 where the point is the decimal mark and 1.234 where the comma is; `32,5` and `1.234,5` can only be the one, `0.125` and
/// `1,234.5` only the other; `1 234` and `1'234` say nothing. Which it is, is decided for a column as a whole (`NumberStyle`).
package struct NumberCell: Equatable, Sendable {
  /// The value with a decimal point; nil where it cannot be one.
  package var point: Double?
  /// The value with a decimal comma; nil where it cannot be one.
  package var comma: Double?
  /// It ended in `%`; the values are already divided by 100.
  package var isPercent = false

  package func value(_ mark: DecimalMark) -> Double? { mark == .point ? point : comma }

  /// Both readings are possible and differ.
  package var isAmbiguous: Bool {
    guard let point, let comma else { return false }
    return point != comma
  }

  /// nil for what is no number however it is read. Digits with one kind of mark between groups of three, an exponent, a sign before or
  /// parentheses around; no hexadecimal, no infinity.
  package static func read(_ cell: ArraySlice<UInt8>) -> NumberCell? {
    if let plain = plain(cell) { return plain }
    var text = cell
    var isNegative = false
    var result = NumberCell()
    if text.first == UInt8(ascii: "("), text.last == UInt8(ascii: ")"), text.count > 2 {
      isNegative = true
      text = text.dropFirst().dropLast()
    }
    if text.last == UInt8(ascii: "%") {
      result.isPercent = true
      text = text.dropLast()
      while text.last == 0x20 || text.last == 0xA0 || text.last == 0xC2 || text.last == 0xAF || text.last == 0x80 || text.last == 0xE2 {
        text = text.dropLast()
      }
    }
    if text.first == UInt8(ascii: "-") || text.first == UInt8(ascii: "+") {
      isNegative = isNegative != (text.first == UInt8(ascii: "-"))
      text = text.dropFirst()
    } else if text.starts(with: [0xE2, 0x88, 0x92]) {
      isNegative.toggle()
      text = text.dropFirst(3)
    }
    guard let pieces = Pieces(text) else { return nil }
    func value(_ decimal: UInt8) -> Double? {
      pieces.value(decimal: decimal).map { (isNegative ? -$0 : $0) / (result.isPercent ? 100 : 1) }
    }
    result.point = value(UInt8(ascii: "."))
    result.comma = value(UInt8(ascii: ","))
    return result.point == nil && result.comma == nil ? nil : result
  }

  /// Up to 15 digits with at most one mark, as most cells are. Such a number is a whole one below 2⁵³ divided by a power of ten below 10²²: both are
  /// exact, so the quotient is the nearest `Double` (Clinger 1990).
  private static func plain(_ cell: ArraySlice<UInt8>) -> NumberCell? {
    guard !cell.isEmpty, cell.count <= 16 else { return nil }
    var value = 0
    var mark: UInt8 = 0
    var before = 0
    var after = 0
    for byte in cell {
      if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
        if mark == 0 { before += 1 } else { after += 1 }
      } else if mark == 0, byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
        mark = byte
      } else {
        return nil
      }
    }
    guard before > 0, before + after <= 15 else { return nil }
    if mark == 0 { return NumberCell(point: Double(value), comma: Double(value)) }
    let fraction = Double(value) / powers[after]
    let grouped = after == 3 && before <= 3 && cell.first != 0x30 ? Double(value) : nil
    return mark == UInt8(ascii: ".") ? NumberCell(point: fraction, comma: grouped) : NumberCell(point: grouped, comma: fraction)
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15]

  /// Groups of digits and the marks between them.
  private struct Pieces {
    private var groups: [ArraySlice<UInt8>] = []
    private var marks: [UInt8] = []
    private var exponent: ArraySlice<UInt8> = []

    init?(_ text: ArraySlice<UInt8>) {
      var at = text.startIndex
      var start = at
      while at < text.endIndex {
        let byte = text[at]
        if byte >= 0x30, byte <= 0x39 {
          at += 1
          continue
        }
        if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E"), at > text.startIndex {
          exponent = text[at...]
          let digits = exponent.dropFirst().drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
          guard !digits.isEmpty, digits.count <= 3, exponent.count - digits.count <= 2, digits.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 })
          else { return nil }
          break
        }
        guard let (mark, length) = Self.mark(text[at...]) else { return nil }
        groups.append(text[start..<at])
        marks.append(mark)
        at += length
        start = at
      }
      groups.append(text[start..<at])
      guard groups.contains(where: { !$0.isEmpty }), groups.dropFirst().dropLast().allSatisfy({ !$0.isEmpty }) else { return nil }
    }

    /// `.`, `,`, and as marks of thousands only: space, no-break spaces, apostrophes, underscore.
    private static func mark(_ text: ArraySlice<UInt8>) -> (mark: UInt8, length: Int)? {
      switch text.first {
      case UInt8(ascii: ".")?: (UInt8(ascii: "."), 1)
      case UInt8(ascii: ",")?: (UInt8(ascii: ","), 1)
      case 0x20?: (0x20, 1)
      case UInt8(ascii: "'")?: (UInt8(ascii: "'"), 1)
      case 0xC2? where text.starts(with: [0xC2, 0xA0]): (0x20, 2)
      case 0xE2? where text.starts(with: [0xE2, 0x80, 0xAF]): (0x20, 3)
      case 0xE2? where text.starts(with: [0xE2, 0x80, 0x99]): (UInt8(ascii: "'"), 3)
      default: nil
      }
    }

    func value(decimal: UInt8) -> Double? {
      var whole = groups[...]
      var fraction: ArraySlice<UInt8> = []
      var thousands = marks[...]
      if let last = marks.last, last == decimal {
        fraction = whole.removeLast()
        thousands.removeLast()
      }
      if let first = thousands.first {
        // One kind of mark, groups of three behind it, one to three digits before it and no leading zero.
        guard first != decimal, thousands.allSatisfy({ $0 == first }), whole.dropFirst().allSatisfy({ $0.count == 3 }),
          let leading = whole.first, (1...3).contains(leading.count), leading.first != 0x30
        else { return nil }
      }
      guard whole.contains(where: { !$0.isEmpty }) || !fraction.isEmpty else { return nil }
      var text = whole.reduce(into: [UInt8]()) { $0 += $1 }
      if text.isEmpty { text.append(0x30) }
      if !fraction.isEmpty { text += [UInt8(ascii: ".")] + fraction }
      guard text.count < 400, let value = Double(String(decoding: text + exponent, as: UTF8.self)), value.isFinite else { return nil }
      return value
    }
  }
}
