import SimulationCore
import SupportModel
import Tables

extension IntervalTable {
  private var table: Table { file.table }

  // MARK: What kind of times these are

  mutating func classify() -> Bool {
    let dated = lines.count { $0.moment.day != nil }
    if dated > 0, dated < lines.count {
      let odd = lines.first { $0.moment.day == nil }!
      note("the line has no date, and others have", "all dates and times, or all times of day", odd)
      return false
    }
    if isElapsed {
      kind = .elapsed
      return true
    }
    let timed = lines.count { $0.moment.time != nil }
    if dated > 0 {
      kind = timed > 0 ? .dated : .days
      // A date alone beside times is its midnight.
      for index in lines.indices where kind == .dated && lines[index].moment.time == nil { lines[index].moment.time = 0 }
      guard file.decoding.clock.hasDates else {
        file.report("the file has dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
        return false
      }
      return true
    }
    if let odd = lines.first(where: { $0.moment.time == nil }) {
      note("the line has no time of day", "one such as 08:00", odd)
      return false
    }
    kind = lines.contains { $0.moment.weekday != nil } ? .weekly : .daily
    if kind == .weekly, !file.decoding.clock.hasDates {
      file.report("the file has days of the week, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00")
      return false
    }
    if kind == .weekly, let odd = lines.first(where: { $0.moment.weekday == nil }) {
      note("the line has no day of the week, and others have", "one in every line", odd)
      return false
    }
    return true
  }

  func note(_ wrong: String, _ expected: String?, _ line: Line) {
    let column = line.across ?? file.used.first { $0.role == "start" || $0.role == "date" }?.column ?? 0
    file.note(table.problem(wrong, expected: expected, row: line.row, column: column))
  }

  /// How a start is shown in sentences: `08:00`, `Mon 6 Jan 08:00`.
  func shown(_ line: Line) -> String {
    let (day, time) = local(line)
    return shown(day, line.moment.weekday, time)
  }

  /// Day and time on the clock of the horizon, where the file has offsets from UTC.
  private func local(_ line: Line) -> (day: Int?, time: Int64?) {
    guard let day = line.moment.day, let time = line.moment.time, let offset = line.moment.offset else {
      return (line.moment.day, line.moment.time)
    }
    let there = file.decoding.clock.zone.local(day * 86_400 + Int(time / 1_000_000) - offset)
    return (there.day, Int64(there.seconds) * 1_000_000)
  }

  func shown(_ day: Int?, _ weekday: Int?, _ time: Int64?) -> String {
    var parts: [String] = []
    if let day {
      let horizon = file.decoding.clock
      let isOtherYear = horizon.hasDates && CalendarDay.date(day).year != CalendarDay.date(horizon.firstDay).year
      parts.append(CivilDate(dayNumber: day).shortText + (isOtherYear ? " \(CalendarDay.date(day).year)" : ""))
    }
    if let weekday { parts.append(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][weekday]) }
    if let time { parts.append(kind == .elapsed ? spelled(TimeSpan(microseconds: time)) : TimeOfDay(seconds: Int(time / 1_000_000)).text) }
    return parts.joined(separator: " ")
  }

  // MARK: Order

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
  private func instant(_ line: Line) -> Int64 {
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

  private mutating func order(_ positions: [Int]) {
    permutation = positions
    lines = positions.map { lines[$0] }
  }

  /// The clock shows this wall time twice.
  private func mayRepeat(_ line: Line) -> Bool {
    guard let day = line.moment.day, let time = line.moment.time, line.moment.offset == nil else { return false }
    return file.decoding.clock.zone.occurrences(day: day, seconds: Int(time / 1_000_000)).count == 2
  }

  private func refuseTwice(_ index: Int) -> Bool {
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

  // MARK: Lengths

  /// Gives every line its length: that of `every` where somebody says so, else its own, else the commonest step. False after problems.
  mutating func measure(_ every: TimeSpan?) -> Bool {
    let isMeasured = measureLines(every)
    if isMeasured { noteRange() }
    return isMeasured
  }

  private mutating func measureLines(_ every: TimeSpan?) -> Bool {
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

  private func length(of line: Line, to end: Moment) -> Int64 {
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

  private func lengthColumn() -> SpanColumn? {
    guard let column = file.table.column(quietly: TableRoles.length), file.table.names[column].unit != nil,
      !file.used.contains(where: { $0.column == column })
    else { return nil }
    let read = table.spans(column)
    guard read.problems.isEmpty, read.empty.isEmpty else { return nil }
    file.use(column, "length")
    return read
  }

  private mutating func measureBySteps() -> Bool {
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
  private func isUnsure(_ step: Int64, _ distances: [Int64]) -> Bool {
    var counts: [Int64: Int] = [:]
    for (index, distance) in distances.enumerated() where distance > 0 {
      let (before, after) = (lines[index].moment, lines[index + 1].moment)
      if before.day == after.day, before.weekday == after.weekday { counts[distance, default: 0] += 1 }
    }
    guard let usual = counts[step],
      let other = counts.filter({ $0.key != step && $0.value * 2 > usual }).max(by: { ($0.value, $1.key) < ($1.value, $0.key) })
    else { return false }
    func text(_ length: Int64) -> String { spelled(TimeSpan(microseconds: length)) }
    file.report(
      "the lines of \(file.path) are \(text(step)) apart \(usual) times and \(text(other.key)) \(other.value) times",
      expected: "`every: \(text(step))` if a line lasts so long, or a column of ends")
    return true
  }

  private func checkOverlap() -> Bool {
    for (before, after) in zip(lines, lines.dropFirst()) {
      let distance = Self.distance(before, after)
      guard distance > 0, distance < before.length else { continue }
      note(
        "\(shown(after)) begins before the line at \(shown(before)) is over, which lasts \(spelled(TimeSpan(microseconds: before.length)))",
        "lines that do not overlap", after)
    }
    return !file.isWrong
  }

  // MARK: The account

  private func noteRange() {
    guard let first = lines.first, let last = lines.last else { return }
    file.account.first = shown(first)
    let (day, time) = local(last)
    let end = (time ?? 0) + last.length
    if kind == .days {
      file.account.last = shown(last)
    } else if end <= MomentCell.day {
      file.account.last = shown(day, last.moment.weekday, end)
    } else {
      file.account.last = shown(day.map { $0 + Int(end / MomentCell.day) }, last.moment.weekday, end % MomentCell.day)
    }
  }

  /// Stretches without a line between the first and the last; a night of a daily table is none.
  func noteGaps(_ taken: String) {
    var gaps: [String] = []
    for (before, after) in zip(lines, lines.dropFirst()) {
      guard Self.distance(before, after) > before.length, !(kind == .weekly && before.moment.weekday != after.moment.weekday) else {
        continue
      }
      let (day, start) = local(before)
      let time = (start ?? 0) + before.length
      let isMidnight = time == MomentCell.day && day == nil
      let from = shown(
        day.map { $0 + Int(time / MomentCell.day) }, before.moment.weekday,
        kind == .elapsed || isMidnight ? time : time % MomentCell.day)
      gaps.append("\(from) to \(shown(after)) has no line: taken as \(taken)")
    }
    file.account.gaps =
      Array(gaps.prefix(5)) + (gaps.count > 5 ? ["and \(gaps.count - 5) more stretches without a line: taken as \(taken)"] : [])
  }
}
