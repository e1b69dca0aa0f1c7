import SimulationCore
import SupportModel
import Tables

/// The order of lines in time.
extension IntervalTable {
  /// Sorts where the file does not, and tells a repeated hour from a line that is there twice.
  mutating func order() -> Bool {
    var seen: [Int64: Int] = [:]
    for index in lines.indices {
      lines[index].occurrence = seen[lines[index].wall, default: 0]
      seen[lines[index].wall, default: 0] += 1
    }
    for index in lines.indices {
      if seen[lines[index].wall] == 1 || file.adds {
        lines[index].occurrence = nil
      } else if !(seen[lines[index].wall] == 2 && mayRepeat(lines[index])), lines[index].occurrence! > 0 {
        return refuseTwice(index)
      }
    }
    for index in lines.indices { lines[index].instant = instant(lines[index]) }
    let keys = lines.map { ($0.instant, $0.wall) }
    let positions = lines.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
    if positions != Array(lines.indices), !lines.contains(where: { $0.across != nil }) {
      file.account.repaired.append("lines are not in the order of time: sorted")
    }
    order(positions)
    return true
  }

  /// Microseconds on a line of time without jumps; an hour that the clock leaves out is the moment of the jump.
  func instant(_ line: Line) -> Int64 {
    guard let day = line.moment.day, let time = line.moment.time, line.moment.offset == nil else { return line.wall }
    let zone = file.decoding.clock.zone
    let seconds = Int(time / 1_000_000)
    let there = zone.occurrences(day: day, seconds: seconds)
    let utc = there.isEmpty ? zone.edge(day: day, seconds: seconds) : there[min(line.occurrence ?? 0, there.count - 1)]
    return Int64(utc) * 1_000_000 + time % 1_000_000
  }

  /// From one line to the next, on the clock or in elapsed time: the shorter, so that neither an hour that comes twice nor one that is left
  /// out looks like a gap.
  static func distance(_ before: Line, _ after: Line) -> Int64 {
    let wall = after.wall - before.wall
    let elapsed = after.instant - before.instant
    if wall <= 0 { return elapsed }
    return elapsed > 0 ? min(wall, elapsed) : wall
  }

  mutating func order(_ positions: [Int]) {
    permutation = positions
    lines = positions.map { lines[$0] }
  }

  /// The clock shows this wall time twice.
  func mayRepeat(_ line: Line) -> Bool {
    guard let day = line.moment.day, let time = line.moment.time, line.moment.offset == nil else { return false }
    return file.decoding.clock.zone.occurrences(day: day, seconds: Int(time / 1_000_000)).count == 2
  }

  func refuseTwice(_ index: Int) -> Bool {
    let line = lines[index]
    let first = lines.first { $0.wall == line.wall }!
    // A column that holds something else in each of the two may tell them apart.
    let telling = table.namedColumns.first { column in
      let (a, b) = (table.text(first.row, column), table.text(line.row, column))
      return a != b && !a.isEmpty && MomentRange.read(table[line.row, column]) == nil && NumberCell.read(table[line.row, column]) == nil
        && MomentCell.read(table[line.row, column]) == nil
        && SpanCell.read(table[line.row, column]) == nil
    }
    let hint = telling.map { column in
      "one line for each time; `\(Table.shown(table.names[column].text))` differs: `where: {\(table.names[column].text): \(table.text(first.row, column))}` picks, a list adds up"
    }
    note("\(shown(line)) is there twice, first in line \(table.line(first.row))", hint ?? "one line for each time", line)
    return false
  }
}
