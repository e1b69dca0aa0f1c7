import Experiments
import ReportKit
import Reports
import ScenarioFormat
import SimulationCore
import Staffing
import Studies
package import SupportModel

/// One replication played again, with what was written down of it.
package struct Replay {
  package var journal: [JournalEntry]
  package var rows: [ContactRow]
  package var origins: [ContactOrigin]
  package var touches: [TouchRow]
  package var phases: [PhaseRow]
}
