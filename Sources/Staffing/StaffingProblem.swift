package import Experiments
package import QueueingTheory
package import SampleStatistics
import SupportModel

/// Why there is no staffing. Facts only; the command line words them.
package enum StaffingProblem: Error, Equatable, Sendable {
  /// The scenario promises nothing that a staffing could be measured by.
  case noTargets
  /// No group that may be staffed serves this contact type.
  case unservable(contactType: String)
  /// So many contacts are expected in one play that the search would take days.
  case tooMany(contacts: Double)
  case interrupted
  case play(ExperimentProblem)
  case theory(TheoryError)
  case statistics(GSLError)
}
