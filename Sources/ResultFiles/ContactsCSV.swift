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
    csv = CSVText(header: FileCatalog.contacts.header)
  }

  /// In the order given; the replication is a column, so that several may follow each other.
  package mutating func append(_ rows: [ContactRow], replication: Int) {
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
      csv.append(line)
    }
  }

  /// With its heading, even before the first row.
  package var text: String { csv.text }
}
