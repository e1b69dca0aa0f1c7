import SimulationCore
import SupportModel
import Tables

/// How long lines last.
extension IntervalTable {
  /// Gives every line its length: that of `every` where somebody says so, else its own, else the commonest step. False after problems.
  mutating func measure(_ every: TimeSpan?) -> Bool {
    let isMeasured = measureLines(every)
    if isMeasured { noteRange() }
    return isMeasured
  }

  mutating func measureLines(_ every: TimeSpan?) -> Bool {
    if kind == .days {
      for index in lines.indices { lines[index].length = MomentCell.day }
      return checkOverlap()
    }
    var ends: [Int: Moment] = [:]
    for (position, original) in permutation.enumerated() { ends[position] = self.ends[original] }
    if let every {
      for index in lines.indices { lines[index].length = every.microseconds }
      return checkOverlap()
    }
    if !ends.isEmpty {
      for index in lines.indices {
        guard let end = ends[index] else {
          note("the line has no end, and others have", "one in every line", lines[index])
          continue
        }
        lines[index].length = length(of: lines[index], to: end)
        if lines[index].length <= 0 { note("the line ends before it begins", "an end after \(shown(lines[index]))", lines[index]) }
      }
      return !file.isWrong && checkOverlap()
    }
    if let lengths = lengthColumn() {
      for index in lines.indices {
        lines[index].length = table.rows.firstIndex(of: lines[index].row).flatMap { lengths.values[$0] } ?? 0
        if lines[index].length <= 0 { note("the line has no length", "one such as 30", lines[index]) }
      }
      return !file.isWrong && checkOverlap()
    }
    return measureBySteps()
  }

  func length(of line: Line, to end: Moment) -> Int64 {
    let until: Int64
    if let day = end.day {
      until = Int64(day) * MomentCell.day + (end.time ?? 0) - Int64(end.offset ?? 0) * 1_000_000
      return until - (line.moment.wall - Int64(line.moment.offset ?? 0) * 1_000_000)
    }
    // A time of day before the start is on the next day.
    let time = end.time ?? 0
    let start = line.moment.time ?? 0
    return time > start ? time - start : time + MomentCell.day - start
  }

  func lengthColumn() -> SpanColumn? {
    guard let column = file.table.column(quietly: TableRoles.length), file.table.names[column].unit != nil,
      !file.used.contains(where: { $0.column == column })
    else { return nil }
    let read = table.spans(column)
    guard read.problems.isEmpty, read.empty.isEmpty else { return nil }
    file.use(column, "length")
    return read
  }

  mutating func measureBySteps() -> Bool {
    let distances = zip(lines, lines.dropFirst()).map { Self.distance($0, $1) }
    guard let step = IntervalLengths.commonest(distances) else {
      // One time only.
      guard let interval = file.decoding.interval else {
        file.report("one line does not say how long it lasts", expected: "`every: 30m`, or an end")
        return false
      }
      file.account.repaired.append("one line does not say how long it lasts: taken as the horizon's interval of \(spelled(interval))")
      for index in lines.indices { lines[index].length = interval.microseconds }
      return true
    }
    for index in lines.indices { lines[index].length = step }
    for (index, distance) in distances.enumerated() where distance > 0 && distance % step != 0 {
      // A first line that is cut short by a grid of round times.
      if index == 0, distance < step {
        lines[0].length = distance
        continue
      }
      note(
        "\(shown(lines[index + 1])) comes \(spelled(TimeSpan(microseconds: distance))) after the line before, and the commonest step is \(spelled(TimeSpan(microseconds: step)))",
        "steps of one length, or a column of ends", lines[index + 1])
    }
    return !file.isWrong && !isUnsure(step, distances) && checkOverlap()
  }

  /// Nearly as many lines of a day stand another distance apart: which of the two is their length?
  func isUnsure(_ step: Int64, _ distances: [Int64]) -> Bool {
    var counts: [Int64: Int] = [:]
    for (index, distance) in distances.enumerated() where distance > 0 {
      let (before, after) = (lines[index].moment, lines[index + 1].moment)
      if before.day == after.day, before.weekday == after.weekday { counts[distance, default: 0] += 1 }
    }
    guard let usual = counts[step],
      let other = counts.filter({ $0.key != step && $0.value > 1 && $0.value * 2 > usual }).max(by: {
        ($0.value, $1.key) < ($1.value, $0.key)
      })
    else { return false }
    func text(_ length: Int64) -> String { spelled(TimeSpan(microseconds: length)) }
    file.report(
      "the lines of \(file.path) are \(text(step)) apart \(usual) times and \(text(other.key)) \(other.value) times",
      expected: "`every: \(text(step))` if a line lasts so long, or a column of ends")
    return true
  }

  func checkOverlap() -> Bool {
    for (before, after) in zip(lines, lines.dropFirst()) {
      let distance = Self.distance(before, after)
      guard distance > 0, distance < before.length else { continue }
      note(
        "\(shown(after)) begins before the line at \(shown(before)) is over, which lasts \(spelled(TimeSpan(microseconds: before.length)))",
        "lines that do not overlap", after)
    }
    return !file.isWrong
  }
}
