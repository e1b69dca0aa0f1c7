/// What a customer of a class is worth, and how many more of them leave because of what happened to them. Nothing in a play depends on it.
package struct CustomerValue: Sendable, Equatable {
  /// What happened to a customer in the contacts of one need; each counts once.
  package struct Harm: OptionSet, Sendable, BitwiseCopyable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// A contact was over, and the customer was not satisfied with it.
    package static let unsatisfied = Harm(rawValue: 1)
    /// A promise to a contact that was answered was broken.
    package static let breach = Harm(rawValue: 2)
    /// A contact ended before an agent answered: left, turned away, cut off, not reached.
    package static let gaveUp = Harm(rawValue: 4)
  }

  /// Money.
  package var perCustomer: Double
  /// Points of a share, from 0 to 1, by which more of them leave; 0: plays no part.
  package var unsatisfied = 0.0
  package var breach = 0.0
  package var gaveUp = 0.0

  package init(perCustomer: Double) { self.perCustomer = perCustomer }

  /// How many more of the customers to whom this happened leave: the points together, at most all, in whole millionths.
  package func leaving(_ harm: Harm) -> Int64 {
    var share = 0.0
    if harm.contains(.unsatisfied) { share += unsatisfied }
    if harm.contains(.breach) { share += breach }
    if harm.contains(.gaveUp) { share += gaveUp }
    return Int64((min(share, 1) * 1e6).rounded())
  }
}

extension Scenario {
  /// What customers of a contact type are worth; nil: nothing is said of them.
  package func value(of type: ContactType) -> CustomerValue? {
    if let segment = type.segment, segment < valueBySegment.count, let value = valueBySegment[segment] { return value }
    return valueOfOthers
  }

  /// It says what some customer is worth.
  package var hasValue: Bool { valueOfOthers != nil || valueBySegment.contains { $0 != nil } }

  /// Something is noted of contacts that are over.
  package var hasOutcomes: Bool { satisfaction != nil || hasValue }
}
