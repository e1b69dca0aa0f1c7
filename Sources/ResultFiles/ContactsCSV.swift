import ReportKit
import Reports
package import SupportModel

/// `contacts.csv`: one line per contact of the chosen replications, instants both as seconds from the start and on the local clock.
package struct ContactsCSV: Sendable {
  private let scenario: Scenario
  private let agentNames: [String]
  private let agentGroups: [Int32]
  private let clock: ScenarioClock
  private var csv: CSVText

  /// Names and groups by dense agent id, as in `CompiledScenario`.
  package init(scenario: Scenario, agentNames: [String], agentGroups: [Int32]) {
    self.scenario = scenario
    self.agentNames = agentNames
    self.agentGroups = agentGroups
    clock = ScenarioClock(scenario.horizon)
    csv = CSVText(header: FileCatalog.contacts.header + Self.courseHeader(scenario))
  }

  /// In the order given; the replication is a column, so that several may follow each other.
  package mutating func append(_ rows: [ContactRow], _ origins: [ContactOrigin] = [], replication: Int) {
    // The need is called by its first contact.
    var needs: [ContactOrigin: Int64] = [:]
    for row in rows {
      var line = [
        String(replication), String(row.contact), scenario.contactTypes[Int(row.contactType)].name, String(row.attempt),
        row.outcome.name, row.agent < 0 ? "" : agentNames[Int(row.agent)],
        row.agent < 0 ? "" : scenario.groups[Int(agentGroups[Int(row.agent)])].name,
        row.isCounted ? "yes" : "no",
      ]
      for moment in [row.arrivedAt, row.queuedAt, row.answeredAt, row.talkEndedAt, row.endedAt] {
        line.append(CSVText.seconds(microseconds: moment))
        line.append(clock.iso(moment))
      }
      if scenario.hasNeeds {
        line.append(String(row.need))
      } else if scenario.hasTickets {
        let origin = origins[Int(row.contact)]
        let need = needs[origin, default: row.contact]
        needs[origin] = need
        line.append(String(need))
      }
      if scenario.hasSelfService { line.append(CSVText.seconds(microseconds: row.handedOverAt)) }
      if scenario.hasTickets { line += course(row) }
      line += feedback(row)
      csv.append(line)
    }
  }

  /// Those of the columns that a scenario has.
  private static func courseHeader(_ scenario: Scenario) -> [String] {
    let names = FileCatalog.courseColumns.map(\.name)
    let need = scenario.hasNeeds || scenario.hasTickets ? names.prefix(1) : []
    return need + (scenario.hasSelfService ? [names[1]] : []) + (scenario.hasTickets ? names.dropFirst(2) : [])
      + (scenario.hasMoves ? FileCatalog.legColumns.map(\.name) : []) + feedbackHeader(scenario)
  }

  private static func feedbackHeader(_ scenario: Scenario) -> [String] {
    guard let rules = scenario.satisfaction else { return [] }
    let names = FileCatalog.feedbackColumns.map(\.name)
    return [names[0]] + (rules.recommendation == nil ? [] : [names[1]]) + (rules.survey == nil ? [] : [names[2]])
  }

  private func feedback(_ row: ContactRow) -> [String] {
    guard let rules = scenario.satisfaction else { return [] }
    func word(_ value: Bool?) -> String { value.map { $0 ? "yes" : "no" } ?? "" }
    return [word(row.feedback?.isSatisfied)] + (rules.recommendation == nil ? [] : [row.feedback?.loyalty?.rawValue ?? ""])
      + (rules.survey == nil ? [] : [word(row.feedback?.hasAnswered)])
  }

  private func course(_ row: ContactRow) -> [String] {
    let legs = scenario.hasMoves ? FileCatalog.legColumns.count : 0
    guard let course = row.course else { return Array(repeating: "", count: FileCatalog.courseColumns.count - 2 + legs) }
    return [course.touches, course.reopens, course.autoCloses, course.holds, course.interruptions].map { String($0) }
      + [course.firstSolvedAt, course.solvedAt].map { CSVText.seconds(microseconds: $0) } + [course.phase.name]
      + (scenario.hasMoves ? [String(course.moves), scenario.contactTypes[Int(course.lastType)].name] : [])
  }

  /// With its heading, even before the first row.
  package var text: String { csv.text }
}
