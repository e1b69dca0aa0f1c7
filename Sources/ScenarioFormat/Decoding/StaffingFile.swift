import SimulationCore
import SupportModel

/// CSV of people by time: `start,tier1,tier2`, one line for each stretch, a column for each group, as `muster staff` writes it.
///
/// Starts are times of day, which repeat every local day of the horizon; or dates and times; or durations from the start of the horizon. A
/// count stays until the next line; the first also holds before its own start, unless the lines repeat daily.
struct StaffingFile {
  let decoding: Decoding

  private enum Start {
    case timeOfDay(Int)
    case instant(SimInstant)
  }

  func read(_ field: Field, column: String, zone: WallZone, closed: Set<Int>) -> [AgentGroup.StaffingStep]? {
    if !closed.isEmpty {
      decoding.report("`holidays` does not go with people from a CSV file", expected: "no `holidays`, and 0 people in the file", at: field)
      return nil
    }
    guard let file = CsvFile(field, decoding), let header = file.rows.first else { return nil }
    guard let position = header.cells.firstIndex(of: column), position > 0 else {
      let columns = Array(header.cells.dropFirst())
      decoding.note(
        Problem(
          "the file has no column `\(shortened(column))`",
          expected: decoding.expectation(of: column, among: columns), nearest: nearest(to: column, among: columns).map { "`\($0)`" },
          at: SourcePlace(file: file.path, line: header.line, column: 1), path: field.path))
      return nil
    }
    var steps: [(start: Start, count: Int)] = []
    var isWrong = false
    for row in file.rows.dropFirst() {
      guard let when = file.cell(row, 0, "start", decoding), let cell = file.cell(row, position, column, decoding),
        let count = decoding.count(cell), let start = start(when)
      else {
        isWrong = true
        continue
      }
      if let last = steps.last, !isLater(start, than: last.start) {
        decoding.report(
          "\(when.node.scalar ?? "") does not come after the line above, or is written unlike it",
          expected: "starts in order, all times of day, all dates and times, or all durations", at: when)
        return nil
      }
      steps.append((start, count))
    }
    if isWrong { return nil }
    guard !steps.isEmpty else {
      decoding.report("the file has no people", expected: "lines of start and count", at: field)
      return nil
    }
    return steps.contains { if case .timeOfDay = $0.start { true } else { false } } ? daily(steps, at: field) : once(steps)
  }

  private func start(_ field: Field) -> Start? {
    let text = field.node.scalar ?? ""
    if case .success(let time) = TimeOfDay.read(text) { return .timeOfDay(time.seconds) }
    if case .success(let duration) = DurationText.read(text) { return .instant(.zero + duration.span) }
    guard decoding.clock.hasDates else {
      decoding.report(
        "\(shortened(text)) is no start", expected: "a time of day such as 09:00, or a duration from the start such as 30m", at: field)
      return nil
    }
    return decoding.read(field, .instant, InstantText.read).map { .instant(decoding.clock.instant($0)) }
  }

  private func isLater(_ start: Start, than before: Start) -> Bool {
    switch (before, start) {
    case (.timeOfDay(let a), .timeOfDay(let b)): b > a
    case (.instant(let a), .instant(let b)): b > a
    default: false
    }
  }

  private func once(_ rows: [(start: Start, count: Int)]) -> [AgentGroup.StaffingStep] {
    var steps: [AgentGroup.StaffingStep] = []
    for row in rows {
      guard case .instant(let from) = row.start else { continue }
      if steps.last?.count != row.count { steps.append(.init(from: steps.isEmpty ? min(from, .zero) : from, count: row.count)) }
    }
    return steps
  }

  private func daily(_ rows: [(start: Start, count: Int)], at field: Field) -> [AgentGroup.StaffingStep]? {
    let clock = decoding.clock
    let days = clock.wideDays(in: clock.zone)
    guard decoding.affordable(rows.count, days: days.count, at: field) else { return nil }
    var steps: [AgentGroup.StaffingStep] = []
    for day in days {
      for row in rows {
        guard case .timeOfDay(let seconds) = row.start else { continue }
        let from = clock.edge(day: day, seconds: seconds, in: clock.zone)
        if let last = steps.last, last.from >= from { steps.removeLast() }
        if steps.last?.count != row.count { steps.append(.init(from: from, count: row.count)) }
      }
    }
    if let first = steps.lastIndex(where: { $0.from <= .zero }) { steps.removeFirst(first) }
    return steps
  }
}
