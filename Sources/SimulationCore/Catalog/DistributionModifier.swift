/// One entry of `DistributionModifierCatalog.all`: a key beside a distribution that changes what it draws.
///
/// ```yaml
/// talk: {lognormal: {mean: 6m, cv: 1.2}, shift: 5s, at-least: 10s, at-most: 2h}
/// ```
public struct DistributionModifier: Sendable {
  /// The scenario key, kebab-case, written beside the distribution's own.
  public var name: String
  /// One line of help.
  public var help: String
  /// A use in YAML, with a distribution.
  public var example: String
  /// Kind and valid range of its value; a duration.
  public var parameter: Parameter
  /// Wraps a distribution; the first argument is the duration in seconds.
  public var make: @Sendable (Double, AnyDistribution) throws(ParameterProblem) -> AnyDistribution

  public init<Made: Distribution>(
    name: String, help: String, example: String, parameter: Parameter,
    make: @escaping @Sendable (Double, AnyDistribution) throws(ParameterProblem) -> Made
  ) {
    self.name = name
    self.help = help
    self.example = example
    self.parameter = parameter
    self.make = { bound, inner throws(ParameterProblem) in try make(bound, inner).boxed }
  }
}
