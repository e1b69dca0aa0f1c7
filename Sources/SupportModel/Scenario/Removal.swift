package import SimulationCore

/// A recurring issue is removed at its root: from an instant on a share of the customers who would come with it do not.
package struct Removal: Sendable, Equatable {
  /// Indices into `Scenario.contactTypes`.
  package var contactTypes: [Int]
  /// What reports call these.
  package var label: String
  /// From 0 to 1; several removals of one type leave the product of what each leaves.
  package var share: Double
  /// Money, once; nil: nothing is said of it.
  package var costs: Double?
  /// First instant at which somebody does not come.
  package var from: SimInstant

  package init(contactTypes: [Int], label: String, share: Double, costs: Double? = nil, from: SimInstant = .zero) {
    self.contactTypes = contactTypes
    self.label = label
    self.share = share
    self.costs = costs
    self.from = from
  }
}

extension Scenario {
  /// The share of the customers of a contact type who do not come at an instant.
  package func shareRemoved(_ type: Int, at instant: SimInstant) -> Double {
    var left = 1.0
    for removal in removals where instant >= removal.from && removal.contactTypes.contains(type) { left *= 1 - removal.share }
    return 1 - left
  }

  /// The same on average over a stretch of time.
  package func shareRemoved(_ type: Int, from start: SimInstant, to end: SimInstant) -> Double {
    if removals.isEmpty || end <= start { return 0 }
    let cuts = [start] + removals.map { $0.from }.filter { $0 > start && $0 < end }.sorted() + [end]
    let sum = zip(cuts, cuts.dropFirst()).reduce(0) { $0 + shareRemoved(type, at: $1.0) * ($1.1 - $1.0).seconds }
    return sum / (end - start).seconds
  }
}
