import ReportKit
import Reports
package import SupportModel

/// `touches.csv` and `phases.csv`: what lies behind the lines of `contacts.csv` where contacts are worked on more than once.
package struct TouchesCSV: Sendable {
  private let scenario: Scenario
  private let agentNames: [String]
  private let agentGroups: [Int32]
  private var touches: CSVText
  private var phases: CSVText

  /// Names and groups by dense agent id, as in `CompiledScenario`.
  package init(scenario: Scenario, agentNames: [String], agentGroups: [Int32]) {
    self.scenario = scenario
    self.agentNames = agentNames
    self.agentGroups = agentGroups
    touches = CSVText(header: FileCatalog.touches.header)
    phases = CSVText(header: FileCatalog.phases.header)
  }

  /// By contact, and in the order in which they happened.
  package mutating func append(_ rows: [TouchRow], _ stretches: [PhaseRow], replication: Int) {
    for row in rows.sorted(by: { ($0.contact, $0.touch) < ($1.contact, $1.touch) }) {
      let name = scenario.contactTypes[Int(row.contactType)].name
      touches.append(
        [
          String(replication), String(row.contact), name, String(row.touch), row.kind.rawValue, agentNames[Int(row.agent)],
          scenario.groups[Int(agentGroups[Int(row.agent)])].name,
        ] + [row.queuedAt, row.beganAt, row.talkEndedAt, row.endedAt].map { CSVText.seconds(microseconds: $0) })
    }
    for row in stretches.sorted(by: { ($0.contact, $0.from) < ($1.contact, $1.from) }) {
      let name = scenario.contactTypes[Int(row.contactType)].name
      phases.append(
        [String(replication), String(row.contact), name, row.phase.name]
          + [row.from, row.to].map { CSVText.seconds(microseconds: $0) })
    }
  }

  /// With their headings, even before the first row.
  package var touchesText: String { touches.text }
  package var phasesText: String { phases.text }
}
