/// One cell read as a length of time: `00:04:30`, `4:30` (minutes and seconds), `4m30s`, `4.5 min`, or a bare number whose unit the column says.
package enum SpanCell: Equatable, Sendable {
  /// In microseconds.
  case span(Int64)
  /// A number without a unit anywhere.
  case bare(NumberCell)
  /// A number that may mean two things until the decimal mark is known; both in microseconds.
  case number(point: Double?, comma: Double?)

  /// `unit`: of bare numbers. `clock`: what the first part of `a:b` counts, hours only where the column says so. nil for what is no length of
  /// time.
  package static func read(_ cell: ArraySlice<UInt8>, unit: TimeUnit? = nil, startsWithHours: Bool = false) -> SpanCell? {
    if let number = NumberCell.read(cell) {
      guard !number.isPercent else { return nil }
      if number.point == 0, number.comma == 0 { return .span(0) }
      guard let unit else { return .bare(number) }
      return .number(point: number.point.map { $0 * unit.microseconds }, comma: number.comma.map { $0 * unit.microseconds })
    }
    return clock(cell, startsWithHours: startsWithHours) ?? words(cell)
  }

  private static func clock(_ cell: ArraySlice<UInt8>, startsWithHours: Bool) -> SpanCell? {
    var scan = CellScanner(cell)
    guard let first = scan.digits(most: 5), scan.skip(UInt8(ascii: ":")), let second = scan.digits(most: 2), second.count == 2,
      second.value < 60
    else { return nil }
    var seconds = Int64(first.value * 60 + second.value)
    if scan.skip(UInt8(ascii: ":")) {
      guard let third = scan.digits(most: 2), third.count == 2, third.value < 60 else { return nil }
      seconds = seconds * 60 + Int64(third.value)
    } else if startsWithHours {
      seconds *= 60
    }
    var fraction: Int64 = 0
    if scan.byte == UInt8(ascii: ".") || scan.byte == UInt8(ascii: ",") {
      scan.at += 1
      guard let digits = scan.digits(), digits.count <= 6 else { return nil }
      fraction = Int64(digits.value)
      for _ in digits.count..<6 { fraction *= 10 }
    }
    return scan.isAtEnd ? .span(seconds * 1_000_000 + fraction) : nil
  }

  /// Numbers with units, the larger first: `1h 30m`, `4 min 30 sec`, `270 s`.
  private static func words(_ cell: ArraySlice<UInt8>) -> SpanCell? {
    var scan = CellScanner(cell)
    var point: Double? = 0
    var comma: Double? = 0
    var last: TimeUnit?
    while !scan.isAtEnd {
      scan.skipSpaces()
      let start = scan.at
      while let byte = scan.byte, (byte >= 0x30 && byte <= 0x39) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") { scan.at += 1 }
      guard let number = NumberCell.read(scan.bytes[start..<scan.at]) else { return nil }
      scan.skipSpaces()
      guard let unit = TimeUnit.named(scan.word()), last.map({ $0.microseconds > unit.microseconds }) ?? true else { return nil }
      _ = scan.skip(UInt8(ascii: "."))
      last = unit
      point = sum(point, number.point, unit)
      comma = sum(comma, number.comma, unit)
    }
    return last == nil ? nil : .number(point: point, comma: comma)
  }

  private static func sum(_ total: Double?, _ number: Double?, _ unit: TimeUnit) -> Double? {
    guard let total, let number else { return nil }
    return total + number * unit.microseconds
  }
}
