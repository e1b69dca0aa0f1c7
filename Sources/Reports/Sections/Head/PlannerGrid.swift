package import Experiments
import ReportKit
import ServiceMetrics
import SimulationCore
package import SupportModel

/// The day or week as planners draw it: intervals across; needed, there and net, shifts as bars, service level. In horizons of several days
/// each day is a row, and one of them is drawn in full.
package struct PlannerGrid {
  /// What is drawn.
  let scenario: Scenario
  let course: DayCourse
  /// People needed at work, breaks not counted, by interval; empty where nobody knows.
  var needed: [Double?] = []
  /// How the rows are called.
  var neededName = "needed"
  var thereName = "there"
  /// Before a change, to be drawn above what is now.
  var before: DayCourse?
  /// Names of the promises before the change.
  var beforeTargets: [String] = []
  /// What the page calls each interval by; nil: by itself.
  var marks: [Int]?

  package init(_ scenario: Scenario, _ course: DayCourse) {
    self.scenario = scenario
    self.course = course
  }

  private var intervals: [Horizon.Interval] { scenario.horizon.intervals }
  /// As many rows of a page as the head can spare.
  static let mostBars = 6
  /// Days that the head can spare a row for.
  static let mostDays = 7
  /// Promises that have a row of their own.
  private static let mostTargets = 3

  /// More intervals than one row can hold, over several days.
  var isLong: Bool { intervals.count > 30 && (intervals.last?.day ?? 0) > (intervals.first?.day ?? 0) }

  /// Needed less there, by interval; nil where nothing is known to be needed.
  var net: [Double?] {
    zip(intervals.indices, course.everyone).map { interval, there in
      needed.indices.contains(interval) ? needed[interval].map { there - $0 } : nil
    }
  }

  /// The head of the page: the day with all its rows, or the days one below the other. nil: one interval is no picture.
  func head(_ word: String, by name: String) -> ReportGrid? {
    guard intervals.count > 1 else { return nil }
    return isLong ? days(word, by: name, most: Self.mostDays) : day(Array(intervals.indices), "The \(word) by \(name)", bars: Self.mostBars)
  }

  // MARK: One day

  /// All rows of these intervals, those at both ends left out where nothing happens.
  func day(_ all: [Int], _ title: String, bars most: Int) -> ReportGrid {
    let shown = trimmed(all)
    let bars = ShiftBars(scenario, shown).bars
    var rows: [ReportGrid.Row] = []
    let there = course.everyone
    if shown.contains(where: { value(needed, $0) != nil }) { rows.append(row(neededName, shown) { value(needed, $0) }) }
    if let before, before.everyone != there { rows.append(row("before: \(thereName)", shown) { before.everyone[$0] }) }
    if !scenario.groups.isEmpty { rows.append(row(thereName, shown) { there[$0] }) }
    let net = net
    if shown.contains(where: { net[$0] != nil }) {
      rows.append(
        ReportGrid.Row("net", shown.map { Self.netCell(there: there[$0], needed: value(needed, $0), $0) }, isMain: true))
    }
    let left = bars.count - most
    return ReportGrid(
      title, note: left > 0 ? "\(Words.counted(left, "shift")) more below, under Who works when." : "", columns: shown.map(column),
      views: [.init("day", rows, bars: ShiftBars.longest(bars, most), below: levels(shown))]
    ).marked(marks)
  }

  /// The promises; of many the one that is farthest behind in each interval.
  private func levels(_ shown: [Int]) -> [ReportGrid.Row] {
    let targets = scenario.targets
    if targets.count <= Self.mostTargets {
      return targets.indices.flatMap { target -> [ReportGrid.Row] in
        let now = ReportGrid.Row("\(targets[target].name), %", shown.map { levelCell(course.levels[target][$0], targets[target].goal, $0) })
        guard let before, let old = beforeTargets.firstIndex(of: targets[target].name) else { return [now] }
        let then = shown.map { levelCell(before.levels[old][$0], targets[target].goal, $0) }
        return [ReportGrid.Row("before: \(targets[target].name), %", then), now]
      }
    }
    return [
      ReportGrid.Row(
        "weakest promise, %",
        shown.map { interval in
          let known = targets.indices.filter { course.levels[$0][interval] != nil }
          let worst = known.min { course.levels[$0][interval]! - targets[$0].goal < course.levels[$1][interval]! - targets[$1].goal }
          return worst.map { levelCell(course.levels[$0][interval], targets[$0].goal, interval) } ?? .empty
        })
    ]
  }

  // MARK: Days one below the other

  /// All days, or of many those around the one that is tightest.
  func days(_ word: String, by name: String, most: Int = .max) -> ReportGrid {
    let count = DayRows.days(intervals).count
    let tightest = DayRows.days(intervals).firstIndex { $0 == worstDay } ?? 0
    let first = max(0, min(tightest - most / 2, count - min(most, count)))
    let shown = first..<(first + min(most, count))
    let calendar = DayRows(scenario)
    let there = course.everyone
    let net = net
    var views: [ReportGrid.View] = []
    func add(_ name: String, _ cell: (Int) -> ReportGrid.Cell) { views.append(.init(name, Array(calendar.rows(cell)[shown]))) }
    if net.contains(where: { $0 != nil }) {
      add("net: there less needed") { Self.netCell(there: there[$0], needed: value(needed, $0), $0) }
      add(neededName) { Self.numberCell(value(needed, $0), $0) }
    }
    add(thereName) { Self.numberCell(there[$0], $0) }
    for target in scenario.targets.indices.prefix(4) {
      let goal = scenario.targets[target].goal
      add("\(scenario.targets[target].name), %") { levelCell(course.levels[target][$0], goal, $0) }
    }
    let note = shown.count < count ? "\(shown.count) of \(count) days, those around the tightest; all are below, under Who works when." : ""
    return ReportGrid("The \(word) by \(name), day below day", note: note, columns: calendar.columns, views: views).marked(marks)
  }

  /// The intervals of the day in which people are missing most, or, where nothing is known of that, promises are farthest behind.
  var worstDay: [Int] {
    let net = net
    let byDay = DayRows.days(intervals)
    func harm(_ day: [Int]) -> Double {
      let missing = day.reduce(0.0) { $0 + max(0, -(net[$1] ?? 0)) }
      let behind = scenario.targets.indices.reduce(0.0) { sum, target in
        sum + day.reduce(0.0) { $0 + max(0, scenario.targets[target].goal - (course.levels[target][$1] ?? 1)) }
      }
      return missing + 1e-3 * behind
    }
    return byDay.max { harm($0) < harm($1) } ?? []
  }

  // MARK: Cells

  private func column(_ interval: Int) -> ReportGrid.Column {
    ReportGrid.Column(DayRows.short(intervals[interval].shortLabel), intervals[interval].shortLabel)
  }

  private func value(_ values: [Double?], _ interval: Int) -> Double? { values.indices.contains(interval) ? values[interval] : nil }

  private func row(_ name: String, _ shown: [Int], _ value: (Int) -> Double?) -> ReportGrid.Row {
    ReportGrid.Row(name, shown.map { Self.numberCell(value($0), $0) })
  }

  /// Whole people, as a plan has them.
  static func people(_ value: Double) -> String { Words.fixed(abs(value), decimals: 0) }

  static func numberCell(_ value: Double?, _ interval: Int?) -> ReportGrid.Cell {
    guard let value else { return .empty }
    return ReportGrid.Cell(people(value), number: value, interval: interval)
  }

  /// Of whole people, with its sign, so that it is the difference of the two rows above it; behind it stands the number as it is.
  static func netCell(there: Double, needed: Double?, _ interval: Int?) -> ReportGrid.Cell {
    guard let needed else { return .empty }
    let net = there.rounded() - needed.rounded()
    let meaning: ReportGrid.Meaning = net < 0 ? .short : net > 0 ? .spare : .plain
    return ReportGrid.Cell(
      net == 0 ? "0" : (net < 0 ? "−" : "+") + people(net), meaning, number: there - needed, interval: interval)
  }

  private func levelCell(_ level: Double?, _ goal: Double, _ interval: Int) -> ReportGrid.Cell {
    guard let level else { return .empty }
    return ReportGrid.Cell(Words.fixed(level * 100, decimals: 0), level < goal ? .short : .spare, number: level, interval: interval)
  }

  /// Without the closed hours at both ends.
  private func trimmed(_ all: [Int]) -> [Int] {
    let there = course.everyone
    func isBusy(_ interval: Int) -> Bool {
      there[interval] > 0.05 || (value(needed, interval) ?? 0) > 0 || course.levels.contains { $0[interval] != nil }
    }
    guard let first = all.firstIndex(where: isBusy), let last = all.lastIndex(where: isBusy) else { return all }
    return Array(all[first...last])
  }
}

extension ReportGrid {
  /// With the numbers that the page calls intervals by.
  fileprivate func marked(_ marks: [Int]?) -> ReportGrid {
    guard let marks else { return self }
    var grid = self
    func mark(_ rows: inout [Row]) {
      for row in rows.indices {
        for cell in rows[row].cells.indices {
          rows[row].cells[cell].interval = rows[row].cells[cell].interval.map { marks[$0] }
        }
      }
    }
    for view in grid.views.indices {
      mark(&grid.views[view].rows)
      mark(&grid.views[view].below)
    }
    return grid
  }
}
