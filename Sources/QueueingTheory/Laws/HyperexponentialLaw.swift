/// A mixture of exponential laws: some customers leave soon, others stay long.
package struct HyperexponentialLaw: DurationLaw, Equatable {
  /// One of the kinds of contact that are mixed.
  package struct Branch: Sendable, Equatable {
    /// From 0 to 1; all of them add up to 1.
    package let share: Double
    /// Duration of this kind.
    package let law: ExponentialLaw
  }
  /// Their shares add up to 1.
  package let branches: [Branch]

  package init(_ branches: [(share: Double, mean: Double)]) throws(TheoryError) {
    var made: [Branch] = []
    for branch in branches {
      try Require.share(branch.share, "share of a branch")
      made.append(Branch(share: branch.share, law: try ExponentialLaw(mean: branch.mean)))
    }
    let total = branches.reduce(0) { $0 + $1.share }
    guard abs(total - 1) < 1e-9 else { throw .outOfRange(quantity: "sum of the shares", value: total, allowed: "1") }
    self.branches = made
  }

  /// Over all kinds.
  package var mean: Double { sum { $0.mean } }
  package func survival(_ t: Double) -> Double { sum { $0.survival(t) } }
  package func cumulative(_ t: Double) -> Double { sum { $0.cumulative(t) } }
  package func limitedMean(_ t: Double) -> Double { sum { $0.limitedMean(t) } }
  package func limitedSquare(_ t: Double) -> Double { sum { $0.limitedSquare(t) } }
  package func meanUpTo(_ t: Double) -> Double { sum { $0.meanUpTo(t) } }
  private func sum(_ f: (ExponentialLaw) -> Double) -> Double { branches.reduce(0) { $0 + $1.share * f($1.law) } }
}
