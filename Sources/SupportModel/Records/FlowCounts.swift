/// How often customers went on from one contact type in another, by why: of contacts that are counted, by declared types.
package struct FlowCounts: Sendable, Equatable {
  package enum Cause: Int, Sendable, CaseIterable {
    /// The same contact, in another type.
    case move
    /// A new contact of a need that a handled one did not settle.
    case recontact
    /// One who self-service seemed to have helped.
    case leak
  }

  /// Beyond it nobody follows a picture.
  private static let mostTypes = 100

  /// By contact type, combinations of a mix included: the place of the declared one.
  private let places: [Int32]
  /// Contact types that are declared.
  package let types: [Int]
  /// `[(cause * types + from) * types + to]`; empty where nothing flows, or among more types than can be followed.
  package private(set) var counts: [Int64]

  package init(_ scenario: Scenario) {
    types = scenario.declaredTypes
    var places = Array(repeating: Int32(0), count: scenario.contactTypes.count)
    for (place, type) in types.enumerated() { for member in scenario.family(of: type) { places[member] = Int32(place) } }
    self.places = places
    let isUsed = (scenario.hasMoves || scenario.hasNeeds) && types.count <= FlowCounts.mostTypes
    counts = isUsed ? Array(repeating: 0, count: Cause.allCases.count * types.count * types.count) : []
  }

  private func index(_ cause: Cause, _ from: Int, _ to: Int) -> Int { (cause.rawValue * types.count + from) * types.count + to }

  mutating func count(_ cause: Cause, from: Int32, to: Int32) {
    if !counts.isEmpty { counts[index(cause, Int(places[Int(from)]), Int(places[Int(to)]))] += 1 }
  }

  /// From one declared type in another, both by their place in `types`.
  package func callAsFunction(_ cause: Cause, from: Int, to: Int) -> Int64 { counts.isEmpty ? 0 : counts[index(cause, from, to)] }

  package static func += (sum: inout FlowCounts, next: FlowCounts) {
    for index in sum.counts.indices { sum.counts[index] += next.counts[index] }
  }

  /// The same with other counts, as many.
  package func with(_ counts: [Int64]) -> FlowCounts {
    var copy = self
    copy.counts = counts
    return copy
  }
}
