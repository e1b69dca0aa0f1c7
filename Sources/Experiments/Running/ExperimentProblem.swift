package import SampleStatistics
package import SimulationCore

/// Why there is no result. Facts only; the command line words them.
package enum ExperimentProblem: Error, Equatable, Sendable {
  /// More contacts in the system than `limit`: the queue of this type grows without bound. Of several replications that ran into it, the first.
  case queueWithoutBound(contactType: Int, name: String, waiting: Int, at: SimInstant, limit: Int, replication: Int)
  /// A contact of this type was worked on `limit` times, and would have been again.
  case touchesWithoutEnd(contactType: Int, limit: Int)
  /// `precision` names a metric that is not in the catalogue.
  case unknownMetric(String)
  /// `precision` names a scope that the metric does not have; nil: the metric has no scope at all in this scenario.
  case unknownScope(String?, metric: String)
  /// The metric that options are chosen by has a value in fewer than two plays of every option.
  case noValue(metric: String, plays: Int)
  /// Its plays are made elsewhere, and nothing is known of them here.
  case playedElsewhere
  /// The statistics library could not do what was asked.
  case statistics(GSLError)
}
