import SimulationCore
import SupportModel
import Tables

/// The lines of a table as stretches of the horizon.
struct PlacedLines {
  let table: IntervalTable
  let clock: HorizonClock
  let decoding: Decoding

  struct Piece {
    var line: Int
    var start: SimInstant
    var end: SimInstant
    /// The share of the line's count.
    var share: Double
  }

  init(_ table: IntervalTable, clock: HorizonClock, _ decoding: Decoding) {
    self.table = table
    self.clock = clock
    self.decoding = decoding
  }

  /// In order of time. `refusing`: lines that may not lie in an hour that the clock leaves out. `wide`: with room before and after the horizon.
  func pieces(wide: Bool = false, refusing: (Int) -> Bool = { _ in false }) -> [Piece]? {
    var pieces: [Piece] = []
    func add(_ index: Int, day: Int) {
      let line = table.lines[index]
      let slot = WallSlot(day: day, time: line.moment.time ?? 0, length: line.length, occurrence: line.occurrence)
      for stretch in clock.stretches(slot) {
        pieces.append(Piece(line: index, start: stretch.start, end: stretch.end, share: stretch.share))
      }
    }
    switch table.kind {
    case .elapsed:
      for (index, line) in table.lines.enumerated() {
        let start = SimInstant(microseconds: line.moment.time ?? 0)
        pieces.append(Piece(line: index, start: start, end: start + TimeSpan(microseconds: line.length), share: 1))
      }
      return pieces
    case .dated, .days:
      for (index, line) in table.lines.enumerated() {
        if let offset = line.moment.offset {
          let start = SimInstant(microseconds: line.moment.wall - Int64(offset + clock.start) * 1_000_000)
          pieces.append(Piece(line: index, start: start, end: start + TimeSpan(microseconds: line.length), share: 1))
          continue
        }
        let before = pieces.count
        add(index, day: line.moment.day!)
        if pieces.count == before, refusing(index) {
          table.note(
            "\(table.shown(line)) does not exist in \(clock.zone.name): the clocks go forward", "no contacts in an hour that is left out",
            line)
        }
      }
      return table.file.isWrong ? nil : pieces.sorted { ($0.start, $0.line) < ($1.start, $1.line) }
    case .daily, .weekly:
      let days = wide ? clock.wideDays(in: clock.zone) : clock.days(in: clock.zone)
      guard decoding.affordable(table.lines.count, days: days.count, at: table.file.field) else { return nil }
      for day in days {
        for index in table.lines.indices
        where table.lines[index].moment.weekday == nil || table.lines[index].moment.weekday == clock.weekday(day) {
          add(index, day: day)
        }
      }
      return pieces.sorted { ($0.start, $0.line) < ($1.start, $1.line) }
    }
  }

  /// Dated lines whose time the clock of the horizon leaves out.
  var skipped: Int {
    table.lines.count { line in
      guard table.kind == .dated, line.moment.offset == nil, let day = line.moment.day, clock.days(in: clock.zone).contains(day) else {
        return false
      }
      return clock.stretches(WallSlot(day: day, time: line.moment.time ?? 0, length: line.length, occurrence: line.occurrence)).isEmpty
    }
  }

  /// Lines of which nothing lies in the horizon.
  func outside(_ pieces: [Piece]) -> Int {
    let inside = Set(pieces.filter { $0.start < clock.end && $0.end > .zero }.map(\.line))
    return table.lines.indices.count { !inside.contains($0) }
  }
}
