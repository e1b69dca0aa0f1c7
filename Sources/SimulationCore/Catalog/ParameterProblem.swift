/// Parameters that are each in range but impossible together, for example a p90 below the median.
public struct ParameterProblem: Error, Equatable, Sendable {
  /// The parameter to point at.
  public var parameter: String
  /// What is wrong, as the end of a sentence: `must be above the median`.
  public var complaint: String

  public init(parameter: String, complaint: String) {
    self.parameter = parameter
    self.complaint = complaint
  }
}
