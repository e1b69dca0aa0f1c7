/// One entry of `DistributionCatalog.all`: everything a user, a loader or a test needs to know about a kind of distribution.
public struct DistributionFamily: Sendable {
  /// The scenario key, kebab-case.
  public var name: String
  /// One line of help.
  public var help: String
  /// A use in YAML: `{lognormal: {mean: 6m, cv: 1.2}}`.
  public var example: String
  /// The sets of parameters that determine it; exactly one must be given in full.
  public var forms: [[Parameter]]
  /// Uses that the conformance tests try, at least one for each form.
  public var samples: [ParameterValues]
  /// From parameters of one of the forms; throws what is wrong with their combination, their single ranges having been checked.
  public var make: @Sendable (ParameterValues) throws(ParameterProblem) -> AnyDistribution

  public init<Made: Distribution>(
    name: String, help: String, example: String, forms: [[Parameter]], samples: [ParameterValues],
    make: @escaping @Sendable (ParameterValues) throws(ParameterProblem) -> Made
  ) {
    self.name = name
    self.help = help
    self.example = example
    self.forms = forms
    self.samples = samples
    self.make = { values throws(ParameterProblem) in try make(values).boxed }
  }
}
