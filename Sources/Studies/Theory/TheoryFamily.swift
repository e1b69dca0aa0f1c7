package import QueueingTheory

/// A formula that may speak about a pool.
package struct TheoryFamily: Sendable {
  /// What it is called, assumes and comes from.
  package let formula: Formula
  /// Close in heavy traffic or with many agents, but not the number itself.
  package let isApproximate: Bool
  /// Knows contacts that come back to the same group; all others know them once they come from other groups alone.
  package let isAboutNetworks: Bool
  /// nil where its assumptions do not hold.
  package let answer: @Sendable (SinglePool) throws -> TheoryAnswer?

  init(
    _ formula: Formula, isApproximate: Bool = false, isAboutNetworks: Bool = false,
    _ answer: @escaping @Sendable (SinglePool) throws -> TheoryAnswer?
  ) {
    self.formula = formula
    self.isApproximate = isApproximate
    self.isAboutNetworks = isAboutNetworks
    self.answer = answer
  }
}
