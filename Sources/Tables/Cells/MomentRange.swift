/// `08:00-08:30`, `08:00 – 08:30`, `8:00 AM to 8:30 AM`, `2026-09-14 08:00 - 08:30`: from one moment to another.
package struct MomentRange: Equatable, Sendable {
  package var start: MomentCell
  package var end: MomentCell

  private static let signs: [[UInt8]] = ["-", "–", "—", "→", "~", " to ", " bis ", " à ", " a ", " until ", "/", ".."].map {
    Array($0.utf8)
  }

  /// nil for what is no range; both ends have a time of day, and the end may leave out its date.
  package static func read(_ cell: ArraySlice<UInt8>) -> MomentRange? {
    guard cell.count >= 5,
      cell.contains(UInt8(ascii: ":")) || cell.contains(where: { $0 | 0x20 == UInt8(ascii: "m") || $0 | 0x20 == UInt8(ascii: "h") })
    else { return nil }
    for sign in signs {
      var at = cell.startIndex + 1
      while at + sign.count < cell.endIndex {
        defer { at += 1 }
        guard cell[at] == sign[0], cell[at...].starts(with: sign) else { continue }
        let right = cell[(at + sign.count)...]
        guard let end = MomentCell.read(right), let until = end.time,
          var start = half(cell[..<at], like: right, until: until) ?? MomentCell.read(cell[..<at]), start.time != nil,
          end.date == .none || start.date != .none
        else { continue }
        start.timeAfterMinus = nil
        return MomentRange(start: start, end: end)
      }
    }
    return nil
  }

  /// `8` in `8-9 AM` or `11:30` in `11:30-12:30 PM`: the half of the day stands once, and the start is before the end.
  private static func half(_ cell: ArraySlice<UInt8>, like right: ArraySlice<UInt8>, until: Int64) -> MomentCell? {
    func ending(_ bytes: ArraySlice<UInt8>) -> String? {
      let text = String(decoding: bytes, as: UTF8.self).lowercased().filter { $0 != "." && $0 != " " }
      return ["am", "pm"].first(where: text.hasSuffix)
    }
    guard let half = ending(right), ending(cell) == nil else { return nil }
    let read = [half, half == "am" ? "pm" : "am"].map {
      MomentCell.read(Array((String(decoding: cell, as: UTF8.self) + " " + $0).utf8)[...])
    }
    return read.first { ($0?.time ?? .max) < until } ?? read[0]
  }
}
