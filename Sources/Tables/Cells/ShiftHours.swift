/// The hours of a shift as rosters write them: `08:00-16:30`, and shorter, because the cell can be nothing else: `8-16`, `9-17:30`, `0800-1630`,
/// `8a-4p`, `8.00–16.30`.
package struct ShiftHours: Equatable, Sendable {
  /// Microseconds after midnight.
  package var from: Int64
  /// On the next day where it is not after `from`.
  package var to: Int64
  /// Neither side says which half of the day it is, and the shift would last longer than 14 hours: `9-5`.
  package var isDoubtful: Bool

  package init(from: Int64, to: Int64, isDoubtful: Bool = false) {
    self.from = from
    self.to = to
    self.isDoubtful = isDoubtful
  }

  /// nil for what are no hours.
  package static func read(_ cell: ArraySlice<UInt8>) -> ShiftHours? {
    let hasHalf = String(decoding: cell, as: UTF8.self).lowercased().contains { $0 == "a" || $0 == "p" }
    var hours: ShiftHours?
    if let range = MomentRange.read(cell), let from = range.start.time, let to = range.end.time {
      hours = ShiftHours(from: from, to: to)
    } else {
      hours = short(cell)
    }
    guard var hours else { return nil }
    let noon = MomentCell.day / 2
    hours.isDoubtful =
      !hasHalf && hours.from <= noon && hours.to <= noon && hours.to < hours.from
      && hours.to + MomentCell.day - hours.from > 14 * 3_600_000_000
    return hours
  }

  /// Several with something between them: `08:00-12:00, 13:00-17:00`.
  package static func readAll(_ cell: ArraySlice<UInt8>) -> [ShiftHours]? {
    if let one = read(cell) { return [one] }
    let parts = cell.split { [0x2C, 0x3B, 0x2F, 0x2B, 0x26, 0x0A, 0x7C].contains($0) }
    guard parts.count > 1 else { return nil }
    let read = parts.compactMap { part -> ShiftHours? in
      var scan = CellScanner(part)
      scan.skipSpaces()
      return ShiftHours.read(scan.rest)
    }
    return read.count == parts.count ? read : nil
  }

  private static func short(_ cell: ArraySlice<UInt8>) -> ShiftHours? {
    var scan = CellScanner(cell)
    guard let from = clock(&scan) else { return nil }
    scan.skipSpaces()
    let signs: [[UInt8]] = ["-", "–", "—", "to", "bis", "à", "a"].map { Array($0.utf8) }
    guard let sign = signs.first(where: { scan.rest.starts(with: $0) }) else { return nil }
    scan.at += sign.count
    scan.skipSpaces()
    guard let to = clock(&scan) else { return nil }
    scan.skipSpaces()
    return scan.isAtEnd ? ShiftHours(from: from, to: to) : nil
  }

  /// `8`, `17:30`, `16.30`, `16h30`, `0830`, `8a`, `4:30p`.
  private static func clock(_ scan: inout CellScanner) -> Int64? {
    guard let first = scan.digits(most: 4) else { return nil }
    var hour = first.value
    var minute = 0
    if first.count > 2 {
      (hour, minute) = (first.value / 100, first.value % 100)
    } else if let mark = scan.byte, [UInt8(ascii: ":"), UInt8(ascii: "."), UInt8(ascii: "h"), UInt8(ascii: "H")].contains(mark) {
      scan.at += 1
      if let digits = scan.digits(most: 2) {
        guard digits.count == 2 else { return nil }
        minute = digits.value
      } else if mark | 0x20 != UInt8(ascii: "h") {
        return nil
      }
    }
    let before = scan
    let half = scan.word()
    if ["a", "am", "p", "pm"].contains(half) {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (half.hasPrefix("p") ? 12 : 0)
    } else {
      scan = before
    }
    guard minute < 60, hour < 24 || (hour == 24 && minute == 0) else { return nil }
    return Int64(hour * 60 + minute) * 60_000_000
  }
}
