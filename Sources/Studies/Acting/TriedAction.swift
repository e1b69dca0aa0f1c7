package import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore
package import SupportModel

/// A change that was tried, and what it did to the same customers.
package struct TriedAction: Sendable {
  package var change: StaffChange
  /// With the change made.
  package var scenario: Scenario
  /// With it less without it, for each target in declared order.
  package var levels: [PairedEstimate]
  /// Money; nil where nobody costs anything.
  package var cost: PairedEstimate?
}
