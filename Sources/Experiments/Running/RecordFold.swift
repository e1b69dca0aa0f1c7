package import SupportModel

/// What the records of replications are added to, one after the other in their order: all of an experiment, or a few counts of it.
package protocol RecordFold: SendableMetatype {
  /// What is played.
  var scenario: Scenario { get }
  mutating func add(_ record: ReplicationRecord)
}

extension ExperimentFold: RecordFold {
  package var scenario: Scenario { compiled.scenario }
}
