package import SupportModel

/// What a criterion's parameters look like in a policy file, and after the loader has resolved names to indices.
package enum CriterionParameterKind: String, Sendable, CaseIterable {
  /// A bare name: `longest-wait`.
  case none
  /// Optional weight by contact type: `{weighted-wait: {billing-call: 3, billing-email: 0.8}}`; types not named weigh 1.
  case weightByContactType
  /// Groups in order for each contact type: `{group-order: {billing-call: [tier1, tier2]}}`.
  case groupsByContactType
  /// Contact types in order for each group: `{type-order: {tier2: [billing-call, billing-email]}}`.
  case contactTypesByGroup
}

/// Parameters of one use, by index into the scenario's arrays.
package enum CriterionParameters: Sendable {
  case none
  /// `[contactType]`
  case weights([Double])
  /// `[contactType][position] = group`; groups or types not named are absent.
  case groupsByContactType([[Int]])
  /// `[group][position] = contactType`
  case contactTypesByGroup([[Int]])
}

/// One entry of a catalogue of criteria. `Criterion`: the box that holds what it makes.
package struct CriterionFamily<Criterion: Sendable>: Sendable {
  /// The word in a policy file, kebab-case.
  package var name: String
  /// One line: who, or which, comes first.
  package var help: String
  /// A use in YAML, with parameters where it takes some.
  package var example: String
  /// What stands behind the name in a policy file.
  package var parameters: CriterionParameterKind
  /// From parameters of that kind, names already resolved to indices.
  package var make: @Sendable (CriterionParameters) -> Criterion

  fileprivate init(
    name: String, help: String, example: String, parameters: CriterionParameterKind,
    making: @escaping @Sendable (CriterionParameters) -> Criterion
  ) {
    self.name = name
    self.help = help
    self.example = example
    self.parameters = parameters
    make = making
  }
}

/// One entry of `AgentCriterionCatalog.all`.
package typealias AgentCriterionFamily = CriterionFamily<AnyAgentCriterion>

/// One entry of `ContactCriterionCatalog.all`.
package typealias ContactCriterionFamily = CriterionFamily<AnyContactCriterion>

extension AgentCriterionFamily {
  package init<Made: AgentCriterion>(
    name: String, help: String, example: String, parameters: CriterionParameterKind = .none,
    make: @escaping @Sendable (CriterionParameters) -> Made
  ) {
    self.init(name: name, help: help, example: example, parameters: parameters, making: { make($0).boxed })
  }
}

extension ContactCriterionFamily {
  package init<Made: ContactCriterion>(
    name: String, help: String, example: String, parameters: CriterionParameterKind = .none,
    make: @escaping @Sendable (CriterionParameters) -> Made
  ) {
    self.init(name: name, help: help, example: example, parameters: parameters, making: { make($0).boxed })
  }
}
