package import Experiments
import ReportKit
import SupportModel

/// `agents.csv`: one line per agent, averages per replication.
package enum AgentsCSV {
  /// A line for each agent, in the order of groups and names.
  package static func text(_ result: ExperimentResult) -> String {
    var csv = CSVText(header: FileCatalog.agents.header)
    let plays = Double(max(1, result.replications))
    for agent in result.agents {
      let totals = agent.totals
      func hours(_ microseconds: Int64) -> String { CSVText.number(Double(microseconds) / 3.6e9 / plays) }
      let onContacts = totals.busy + totals.available
      let occupancy = onContacts == 0 ? nil : Double(totals.busy) / Double(onContacts)
      csv.append([
        agent.name, result.scenario.groups[agent.group].name, CSVText.number(Double(totals.handled) / plays), CSVText.number(occupancy),
        hours(totals.paid), hours(totals.available), hours(totals.handling), hours(totals.wrapUp), hours(totals.onBreak),
        hours(totals.offline), hours(totals.overtime),
      ])
    }
    return csv.text
  }
}
