package import Experiments
import ReportKit
import Reports
import ServiceMetrics
package import Staffing
import SupportModel

/// `half-hours.csv`: the day as planners draw it, one line per reporting interval, to be opened by a spreadsheet.
///
/// First all contacts and all people together; then, where there are several, a block for each contact type and for each agent group. Dates
/// and times are local and read as such by a spreadsheet; numbers have the digits that a person reads. `intervals.csv` has all of them.
package struct HalfHoursCSV: Sendable {
  /// People by group and interval, `[group][interval]`; nil where nobody is asked for.
  package typealias People = [[Double?]]

  private let result: ExperimentResult
  private let query: ResultQuery
  private let required: People
  private let scheduled: People
  private let handleTimes: ExpectedHandleTimes
  private let mark: DecimalMark

  /// How numbers are written, and with it what stands between the cells.
  package enum DecimalMark: String, Sendable, Codable, CaseIterable {
    /// `32.5`, commas between the cells.
    case point
    /// `32,5`, semicolons between the cells, as spreadsheets in many countries write and expect it.
    case comma
  }

  /// What was played; required is what the formula asks for (`FormulaPeople`), scheduled who was there to take contacts.
  package init(_ result: ExperimentResult, decimals mark: DecimalMark = .point) {
    self.init(result, required: (try? FormulaPeople(result))?.people ?? [], scheduled: FormulaPeople.onFloor(result), decimals: mark)
  }

  /// The plan of a staffing: required is the plan, scheduled who is there now, and the service is what the plan gives when it is played.
  package init(_ staffing: StaffingResult, _ option: StaffingResult.Option, played result: ExperimentResult, decimals mark: DecimalMark) {
    let periods = staffing.grid.periodOfInterval
    func people(_ count: (Int, Int) -> Double?) -> People {
      staffing.scenario.groups.indices.map { group in periods.map { count(group, $0) } }
    }
    self.init(
      result, required: people { staffing.groups.contains($0) ? Double(option.plan[$0, $1]) : nil },
      scheduled: people { staffing.cells[$0][$1].present }, decimals: mark)
  }

  private init(_ result: ExperimentResult, required: People, scheduled: People, decimals mark: DecimalMark) {
    self.result = result
    self.required = required
    self.scheduled = scheduled
    self.mark = mark
    query = ResultQuery(result)
    handleTimes = ExpectedHandleTimes(result.scenario)
  }

  // MARK: Lines

  /// A header and the lines; with a byte order mark where there are letters that a spreadsheet would not know without.
  package var text: String {
    let scenario = result.scenario
    var csv = CSVText(header: header, separator: mark == .point ? "," : ";")
    for interval in scenario.horizon.intervals.indices { csv.append(line("all", interval, Scope(), handleTimes.all[interval])) }
    if scenario.declaredTypes.count > 1 {
      for type in scenario.declaredTypes {
        for interval in scenario.horizon.intervals.indices {
          csv.append(
            line(scenario.contactTypes[type].name, interval, Scope(contactType: type), handleTimes.byType[type][interval]))
        }
      }
    }
    if scenario.groups.count > 1 {
      for group in scenario.groups.indices {
        for interval in scenario.horizon.intervals.indices {
          csv.append(line(scenario.groups[group].name, interval, Scope(group: group), nil))
        }
      }
    }
    return (csv.text.utf8.contains { $0 >= 0x80 } ? "\u{FEFF}" : "") + csv.text
  }

  private var hasDates: Bool { result.scenario.horizon.startDate != nil }

  /// The columns of `FileCatalog`; without dates none for them, and one service level for every target.
  private var header: [String] {
    FileCatalog.halfHours.header.flatMap { name -> [String] in
      if name == "Date" { return hasDates ? [name] : [] }
      guard name == "Service level", result.scenario.targets.count > 1 else { return [name] }
      return result.scenario.targets.map { "\(name) \($0.name)" }
    }
  }

  private func line(_ name: String, _ interval: Int, _ scope: Scope, _ handleTime: Double?) -> [String] {
    var scope = scope
    scope.interval = interval
    func value(_ metric: Metric) -> Double? { query[metric, scope]?.estimate }
    let ofContacts = scope.group == nil
    let ofPeople = scope.contactType == nil
    let required = ofPeople ? people(self.required, scope.group, interval) : nil
    let scheduled = ofPeople ? people(self.scheduled, scope.group, interval) : nil
    let net = required.flatMap { required in scheduled.map { $0 - required } }
    return when(result.scenario.horizon.intervals[interval].label) + [name, number(ofContacts ? value(.offered) : nil)]
      + [number(handleTime), number(required), number(scheduled), number(net)] + levels(scope)
      + [number(ofContacts ? value(.asa) : nil), percent(ofContacts ? value(.abandonment) : nil)]
      + [percent(ofPeople ? value(.occupancy) : nil)]
  }

  /// Local date and time of `2026-09-14T09:00:00-04:00`; hours and minutes since the start without dates.
  private func when(_ label: String) -> [String] {
    guard hasDates else { return [label] }
    let parts = label.split(separator: "T")
    let time = (parts.last ?? "").prefix(8)
    return [String(parts[0]), String(time.hasSuffix(":00") ? time.dropLast(3) : time)]
  }

  /// A target is about all its contact types together: of one type it says something where that is the only one.
  private func levels(_ scope: Scope) -> [String] {
    let targets = result.scenario.targets
    guard !targets.isEmpty else { return [""] }
    return targets.indices.map { index in
      let isAbout = scope.group == nil && scope.contactType.map { Array(targets[index].contactTypes) == [$0] } ?? true
      return percent(isAbout ? query[.serviceLevel, Scope(target: index, interval: scope.interval)]?.estimate : nil)
    }
  }

  private func people(_ people: People, _ group: Int?, _ interval: Int) -> Double? {
    if people.isEmpty { return nil }
    if let group { return people[group][interval] }
    let known = people.compactMap { $0[interval] }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  // MARK: Numbers

  /// At most one decimal, in ASCII: a spreadsheet knows no other minus.
  private func number(_ value: Double?) -> String {
    guard let value, value.isFinite, abs(value) < 1e15 else { return "" }
    let tenths = Int64((value * 10).rounded())
    let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest > 0 ? (mark == .point ? "." : ",") + "\(rest)" : "")
  }

  private func percent(_ share: Double?) -> String {
    let text = number(share.map { $0 * 100 })
    return text.isEmpty ? "" : text + "%"
  }
}
