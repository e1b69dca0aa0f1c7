import Foundation

/// A time zone: local wall time to seconds since 1970 (UTC) and back. Daylight saving is decided here and nowhere else.
struct WallZone: Sendable, Equatable {
  let name: String
  private let zone: TimeZone

  static let utc = WallZone(name: "UTC", zone: TimeZone(secondsFromGMT: 0)!)

  private init(name: String, zone: TimeZone) {
    self.name = name
    self.zone = zone
  }

  /// A zone of the IANA database, or nil.
  init?(named name: String) {
    if name == "UTC" || name == "GMT" {
      self.init(name: name, zone: TimeZone(secondsFromGMT: 0)!)
    } else {
      guard name.contains("/"), let zone = TimeZone(identifier: name) else { return nil }
      self.init(name: name, zone: zone)
    }
  }

  static var knownNames: [String] { ["UTC"] + TimeZone.knownTimeZoneIdentifiers }

  /// Seconds east of UTC at an instant (seconds since 1970).
  func offset(at utc: Int) -> Int { zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(utc))) }

  /// The instant of a local wall time. A time that does not exist is moved forward by the gap (02:30 becomes 03:30);
  /// one that exists twice means the first.
  func instant(day: Int, seconds: Int) -> Int {
    let wall = day * 86_400 + seconds
    switch candidates(wall) {
    case .instant(let utc): return utc
    case .gap(_, let moved): return moved
    }
  }

  /// The same for the edge between two stretches of a day: an edge that does not exist is the instant at which the clock jumps,
  /// so that edges stay in order.
  func edge(day: Int, seconds: Int) -> Int {
    let wall = day * 86_400 + seconds
    switch candidates(wall) {
    case .instant(let utc): return utc
    case .gap(var before, var after):
      // The offset changes once between them: find the first instant with the new offset.
      let new = offset(at: after)
      while after - before > 1 {
        let middle = before + (after - before) / 2
        if offset(at: middle) == new { after = middle } else { before = middle }
      }
      return after
    }
  }

  /// The edges of `count` steps of a local day, in order: `count` + 1 of them. Days without a clock change nearby need no lookups.
  func edges(day: Int, step: Int, count: Int) -> [Int] {
    let midnight = day * 86_400
    let offset = offset(at: midnight)
    if self.offset(at: midnight - 129_600) == offset, self.offset(at: midnight + 216_000) == offset {
      return (0...count).map { midnight - offset + $0 * step }
    }
    return (0...count).map { edge(day: day, seconds: $0 * step) }
  }

  /// The instants whose reading on the wall lies in `[from, to)` seconds after the midnight of a local day, `to` perhaps on the next: two
  /// stretches where the clock is put back inside and part of the reading comes twice.
  func stretches(day: Int, from: Int, to: Int) -> [Range<Int>] {
    let (first, last) = (day * 86_400 + from, day * 86_400 + to)
    guard first < last else { return [] }
    var (before, after) = (first - 86_400, last + 86_400)
    let (early, late) = (offset(at: before), offset(at: after))
    if early == late { return [(first - early)..<(last - early)] }
    // The first instant with the new offset.
    while after - before > 1 {
      let middle = before + (after - before) / 2
      if offset(at: middle) == late { after = middle } else { before = middle }
    }
    let pieces = [(first - early, min(last - early, after)), (max(first - late, after), last - late)]
    return pieces.filter { $0.0 < $0.1 }.map { $0.0..<$0.1 }
  }

  /// The offset at `from` and every change of it until `to`, in order.
  func offsets(from: Int, to: Int) -> [(from: Int, offset: Int)] {
    var result = [(from: from, offset: offset(at: from))]
    var at = from
    while at < to {
      // Two changes are never within a day.
      let next = min(at + 86_400, to)
      if offset(at: next) != offset(at: at) {
        var (before, after) = (at, next)
        let new = offset(at: next)
        while after - before > 1 {
          let middle = before + (after - before) / 2
          if offset(at: middle) == new { after = middle } else { before = middle }
        }
        result.append((after, new))
      }
      at = next
    }
    return result
  }

  /// Local day number and seconds after local midnight at an instant.
  func local(_ utc: Int) -> (day: Int, seconds: Int) {
    let wall = utc + offset(at: utc)
    let day = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
    return (day, wall - day * 86_400)
  }

  private enum Candidates {
    case instant(Int)
    /// The wall time falls into a gap: an instant before the jump, and the wall time read with the offset before the jump.
    case gap(Int, moved: Int)
  }

  private func candidates(_ wall: Int) -> Candidates {
    let early = offset(at: wall - 86_400)
    let late = offset(at: wall + 86_400)
    let first = wall - early
    if offset(at: first) == early { return .instant(early == late ? first : min(first, valid(wall - late, late) ?? first)) }
    if let second = valid(wall - late, late) { return .instant(second) }
    return .gap(wall - late, moved: first)
  }

  private func valid(_ utc: Int, _ expected: Int) -> Int? { offset(at: utc) == expected ? utc : nil }
}
