/// Why a fold cannot be read or merged. Facts only.
package enum FoldProblem: Error, Equatable, Sendable {
  /// The bytes are not a fold at all.
  case notAFold
  /// Written by another version of the format.
  case otherVersion(found: Int, expected: Int)
  /// Cut off, or some bytes are not what was written.
  case damaged
  /// Of another experiment: other texts, another seed.
  case otherExperiment(found: String)
  /// The scenario or the metrics are not those that it was made with.
  case otherShape
  /// It begins with another replication than the one that comes next.
  case notNext(found: Int, expected: Int)
}
