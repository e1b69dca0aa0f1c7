import SimulationCore
import SupportModel

/// CSV of interval start and expected count. Starts are dates and times, or times of day that repeat every local day; an interval ends where
/// the next begins, and the last is as long as the one before it. A first line without a count is a header.
struct CountsFile {
  let decoding: Decoding

  func read(_ field: Field) -> [ArrivalProcess.RateSegment]? {
    let clock = decoding.clock
    guard let file = CsvFile(field, decoding) else { return nil }
    var rows = file.rows[...]
    if let first = rows.first, first.cells.count < 2 || decimalNumber(first.cells[1]) == nil, first.cells[0].first?.isLetter == true {
      rows.removeFirst()
    }
    var starts: [(start: Int64, expected: Double, field: Field)] = []
    var isDaily: Bool?
    for row in rows {
      guard let when = file.cell(row, 0, "interval start", decoding), let cell = file.cell(row, 1, "expected count", decoding),
        let expected = decoding.amount(cell)
      else { return nil }
      let text = when.node.scalar ?? ""
      let daily = text.count <= 8
      if isDaily == nil { isDaily = daily }
      guard daily == isDaily else {
        decoding.report("\(text) is written unlike the lines above", expected: "all dates and times, or all times of day", at: when)
        return nil
      }
      let start: Int64
      if daily {
        guard let time = decoding.read(when, .timeOfDay, TimeOfDay.read) else { return nil }
        start = Int64(time.seconds) * 1_000_000
      } else {
        guard let instant = decoding.read(when, .instant, InstantText.read) else { return nil }
        guard clock.hasDates else {
          decoding.reportUndated(text, at: when)
          return nil
        }
        start = clock.instant(instant).microseconds
      }
      if let last = starts.last, start <= last.start {
        decoding.report("\(text) does not come after the line above", expected: "interval starts in order, each once", at: when)
        return nil
      }
      starts.append((start, expected, when))
    }
    guard !starts.isEmpty else {
      decoding.report("the file has no intervals", expected: "lines of interval start and expected count", at: field)
      return nil
    }
    if isDaily == true, !decoding.affordable(starts.count, days: clock.days(in: clock.zone).count, at: field) { return nil }
    return isDaily == true ? daily(starts.map { ($0.start, $0.expected) }) : once(starts.map { ($0.start, $0.expected) })
  }

  private func once(_ starts: [(start: Int64, expected: Double)]) -> [ArrivalProcess.RateSegment] {
    let last = starts.count - 1
    let tail = last > 0 ? starts[last].start - starts[last - 1].start : 1_800_000_000
    let stretches = starts.indices.map { index in
      ArrivalProcess.RateSegment(
        start: SimInstant(microseconds: starts[index].start),
        end: SimInstant(microseconds: index < last ? starts[index + 1].start : starts[last].start + tail), expected: starts[index].expected)
    }
    return DayPattern.tiled(stretches, clock: decoding.clock)
  }

  private func daily(_ starts: [(start: Int64, expected: Double)]) -> [ArrivalProcess.RateSegment] {
    let clock = decoding.clock
    var stretches: [ArrivalProcess.RateSegment] = []
    for day in clock.days(in: clock.zone) {
      let edges = (starts.map { Int($0.start / 1_000_000) } + [86_400]).map { clock.edge(day: day, seconds: $0, in: clock.zone) }
      for index in starts.indices where edges[index] < edges[index + 1] {
        stretches.append(.init(start: edges[index], end: edges[index + 1], expected: starts[index].expected))
      }
    }
    return DayPattern.tiled(stretches, clock: clock)
  }
}

/// CSV of exact instants: dates and times (local, or with their own offset), or seconds from the start of the horizon. Those outside the
/// horizon are left out.
struct TraceFile {
  let decoding: Decoding

  func read(_ field: Field) -> [SimInstant]? {
    let clock = decoding.clock
    guard let file = CsvFile(field, decoding) else { return nil }
    var rows = file.rows[...]
    if rows.first?.cells[0].first?.isLetter == true { rows.removeFirst() }
    var instants: [SimInstant] = []
    instants.reserveCapacity(rows.count)
    for row in rows {
      guard let cell = file.cell(row, 0, "instant", decoding) else { return nil }
      let text = cell.node.scalar ?? ""
      if let seconds = decimalNumber(text) {
        instants.append(.zero + .seconds(seconds))
      } else {
        guard let instant = decoding.read(cell, .instant, InstantText.read) else { return nil }
        guard clock.hasDates else {
          decoding.reportUndated(text, at: cell)
          return nil
        }
        instants.append(clock.instant(instant))
      }
    }
    return instants.filter { $0 >= .zero && $0 < clock.end }.sorted()
  }
}
