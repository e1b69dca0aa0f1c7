/// The customers of a contact type differ: each draws its priority, segment and skill once, for the whole need. The contact type stands for all of
/// them and has no contacts of its own; each combination is a contact type that follows the declared ones (`ContactType.variantOf`).
package struct Mix: Sendable, Equatable {
  /// Shares that add up to 1, in the order of the combinations; empty: all alike.
  package var priorities: [Double] = []
  package var segments: [Double] = []
  package var skills: [Double] = []
  /// Index of the first combination in `Scenario.contactTypes`. They follow each other: all skills of the first segment of the first priority …
  package var firstVariant = 0

  package init(priorities: [Double] = [], segments: [Double] = [], skills: [Double] = []) {
    self.priorities = priorities
    self.segments = segments
    self.skills = skills
  }

  /// Combinations.
  package var variants: Range<Int> {
    firstVariant..<firstVariant + max(1, priorities.count) * max(1, segments.count) * max(1, skills.count)
  }

  /// Share of the needs that a combination is, by its place.
  package var shares: [Double] {
    func list(_ shares: [Double]) -> [Double] { shares.isEmpty ? [1] : shares }
    return list(priorities).flatMap { priority in
      list(segments).flatMap { segment in list(skills).map { priority * segment * $0 } }
    }
  }
}

extension Scenario {
  /// The contact types that the scenario declares: without the combinations of mixes.
  package var declaredTypes: [Int] { contactTypes.indices.filter { contactTypes[$0].variantOf == nil } }

  /// Contact types to be named: without the combinations of those that are among them.
  package func named(_ types: [Int]) -> [Int] { types.filter { type in contactTypes[type].variantOf.map { !types.contains($0) } ?? true } }

  /// A contact type with the combinations of its mix.
  package func family(of type: Int) -> [Int] { [type] + (contactTypes[type].mix.map { Array($0.variants) } ?? []) }
}
