package import SimulationCore

/// One entry of `DemandShapeCatalog.all`: everything a user, a loader or a test needs to know about a kind of demand shape.
package struct DemandShapeFamily: Sendable {
  /// The scenario key, kebab-case.
  package var name: String
  /// One line of help.
  package var help: String
  /// A use in YAML: `{spike: {rise: 20m, half-life: 3h}}`.
  package var example: String
  /// The sets of parameters that determine it; exactly one must be given in full.
  package var forms: [[Parameter]]
  /// From parameters of one of the forms; throws what is wrong with their combination, their single ranges having been checked.
  package var make: @Sendable (ParameterValues) throws(ParameterProblem) -> AnyDemandShape

  package init<Made: DemandShape>(
    name: String, help: String, example: String, forms: [[Parameter]],
    make: @escaping @Sendable (ParameterValues) throws(ParameterProblem) -> Made
  ) {
    self.name = name
    self.help = help
    self.example = example
    self.forms = forms
    self.make = { values throws(ParameterProblem) in try make(values).boxed }
  }
}

/// Every shape a demand event may name, in the order the documentation lists them.
package enum DemandShapeCatalog {
  /// Every name once; the scenario key and the schema follow from this list.
  package static let all: [DemandShapeFamily] = [
    SpikeShape.family,
    AdoptionShape.family,
    CurveShape.family,
  ]
}
