/// Critical values for a one-sided test that looks at growing data several times.
///
/// ```swift
/// let boundary = try GroupSequentialBoundary(rate: 0.025, fractions: [0.2, 0.4, 0.6, 0.8, 1], spending: .obrienFleming)
/// boundary.critical        // 4.877 3.357 2.680 2.290 2.031
/// ```
///
/// At look k the standardised estimate Zₖ is held against cₖ; the cₖ are such that, where the hypothesis is just true, the chance that
/// Zⱼ ≥ cⱼ for the first time at look k is what the spending function allows for it. The joint law of the Zₖ is the canonical one: normal,
/// mean 0, variance 1, Cov(Zᵢ, Zₖ) = √(tᵢ/tₖ); it holds for means, ratios of sums and other sums over independent replications.
/// The chance is found by recursive numerical integration (Armitage, McPherson & Rowe 1969) on the grid of Jennison & Turnbull, *Group Sequential
/// Methods with Applications to Clinical Trials* (2000), ch. 19, with Simpson's rule; error below 10⁻⁶ of a critical value.
///
/// With an estimated variance `nominal` is held against Student's tail instead (Pocock 1977; Jennison & Turnbull 2000, 4.4): at these sample
/// sizes the error rate is kept to within a few per cent of itself.
package struct GroupSequentialBoundary: Sendable, Equatable {
  /// Information at each look as a share of all that is planned, ascending; the last one need not be 1.
  package let fractions: [Double]
  /// Critical value of the standardised estimate at each look; infinite where nothing may be spent.
  package let critical: [Double]
  /// The same as a one-sided significance level, P(Z ≥ cₖ) for this look alone.
  package let nominal: [Double]

  /// `rate`: error over all looks, one-sided.
  package init(rate: Double, fractions: [Double], spending: ErrorSpending) throws(GSLError) {
    precondition(!fractions.isEmpty && fractions[0] > 0, "there is a first look, after some data")
    precondition(zip(fractions, fractions.dropFirst()).allSatisfy { $0 < $1 }, "information grows from look to look")
    var critical: [Double] = []
    var nominal: [Double] = []
    var density = SubDensity()
    var spentBefore = 0.0
    for (look, fraction) in fractions.enumerated() {
      let spent = try spending.spent(rate, at: fraction)
      let step = spent - spentBefore
      spentBefore = spent
      let c = try density.solve(exit: step, at: fraction)
      critical.append(c)
      nominal.append(c == .infinity ? 0 : try StandardNormal.tail(c))
      if look < fractions.count - 1 { try density.advance(to: fraction, below: c) }
    }
    self.fractions = fractions
    self.critical = critical
    self.nominal = nominal
  }

  /// Chance that Zₖ ≥ `upper[k]` or Zₖ ≤ `lower[k]` at some look, when Zₖ has mean `drift`·√tₖ: the error rate where `drift` is 0, the power
  /// elsewhere. `lower` may hold −∞. Example: Pocock's 2.413 at five equal looks, both sides: 0.05.
  package static func crossingProbability(
    fractions: [Double], lower: [Double], upper: [Double], drift: Double = 0
  ) throws(GSLError) -> (lower: Double, upper: Double) {
    precondition(fractions.count == lower.count && fractions.count == upper.count)
    var density = SubDensity(drift: drift)
    var below = 0.0
    var above = 0.0
    for (look, fraction) in fractions.enumerated() {
      above += try density.exit(above: upper[look], at: fraction)
      below += try density.exit(below: lower[look], at: fraction)
      if look < fractions.count - 1 { try density.advance(to: fraction, from: lower[look], below: upper[look]) }
    }
    return (below, above)
  }
}

/// The density of Zₖ on the event that no boundary has been crossed before, as weights on a grid.
private struct SubDensity {
  private var points: [Double] = []
  /// Density × Simpson weight.
  private var weights: [Double] = []
  private var fraction = 0.0
  private let drift: Double

  init(drift: Double = 0) { self.drift = drift }

  /// P(Zₖ ≥ c and nothing crossed before).
  func exit(above c: Double, at next: Double) throws(GSLError) -> Double {
    if c == .infinity { return 0 }
    if points.isEmpty { return try StandardNormal.tail(c - drift * next.squareRoot()) }
    var sum = 0.0
    let steps = steps(to: c, at: next)
    for index in points.indices { sum += weights[index] * (try StandardNormal.tail(steps[index])) }
    return sum
  }

  /// P(Zₖ ≤ c and nothing crossed before).
  func exit(below c: Double, at next: Double) throws(GSLError) -> Double {
    if c == -.infinity { return 0 }
    if points.isEmpty { return try StandardNormal.cumulative(c - drift * next.squareRoot()) }
    var sum = 0.0
    let steps = steps(to: c, at: next)
    for index in points.indices { sum += weights[index] * (try StandardNormal.cumulative(steps[index])) }
    return sum
  }

  /// From each point to `z` at the next look, in standard deviations of what is seen in between.
  private func steps(to z: Double, at next: Double) -> [Double] {
    let step = next - fraction
    let scale = 1 / step.squareRoot()
    let shift = z * next.squareRoot() - drift * step
    let root = fraction.squareRoot()
    return points.map { (shift - $0 * root) * scale }
  }

  /// The c with `exit(above: c)` = `wanted`, by halving.
  func solve(exit wanted: Double, at next: Double) throws(GSLError) -> Double {
    guard wanted > 1e-300 else { return .infinity }
    var low = -10.0
    var high = 40.0
    if try exit(above: high, at: next) > wanted { return .infinity }
    while high - low > 1e-10 {
      let middle = (low + high) / 2
      if try exit(above: middle, at: next) > wanted { low = middle } else { high = middle }
    }
    return high
  }

  /// Goes on past a look, keeping what lies between the boundaries.
  mutating func advance(to next: Double, from lower: Double = -.infinity, below upper: Double) throws(GSLError) {
    let mean = drift * next.squareRoot()
    let grid = try SubDensity.grid(from: lower - mean, to: upper - mean).map { $0 + mean }
    var newWeights = SubDensity.simpson(grid)
    for index in grid.indices {
      newWeights[index] *= try density(at: grid[index], next)
    }
    points = grid
    weights = newWeights
    fraction = next
  }

  private func density(at z: Double, _ next: Double) throws(GSLError) -> Double {
    if points.isEmpty { return try StandardNormal.density(z - drift * next.squareRoot()) }
    var sum = 0.0
    let steps = steps(to: z, at: next)
    for index in points.indices where abs(steps[index]) < 38 { sum += weights[index] * (try StandardNormal.density(steps[index])) }
    return sum * (next / (next - fraction)).squareRoot()
  }

  /// Jennison & Turnbull's points, 12r − 3 of them with midpoints, dense where a normal density bends, between two bounds.
  private static func grid(from low: Double, to high: Double) throws(GSLError) -> [Double] {
    let r = 24
    var nodes: [Double] = []
    for i in 1..<(6 * r) {
      if i < r {
        nodes.append(-3 - 4 * (try GSL.logarithm(Double(r) / Double(i))))
      } else if i <= 5 * r {
        nodes.append(-3 + 3 * Double(i - r) / Double(2 * r))
      } else {
        nodes.append(3 + 4 * (try GSL.logarithm(Double(r) / Double(6 * r - i))))
      }
    }
    var inside = nodes.filter { $0 > low && $0 < high }
    if low > nodes[0] { inside.insert(low, at: 0) }
    if high < nodes[nodes.count - 1] { inside.append(high) }
    guard inside.count > 1 else { return inside }
    var points: [Double] = []
    for (a, b) in zip(inside, inside.dropFirst()) { points += [a, (a + b) / 2] }
    points.append(inside[inside.count - 1])
    return points
  }

  /// Simpson's weights on nodes with midpoints between them.
  private static func simpson(_ points: [Double]) -> [Double] {
    var weights = [Double](repeating: 0, count: points.count)
    guard points.count >= 3 else { return weights }
    for middle in stride(from: 1, to: points.count - 1, by: 2) {
      let width = points[middle + 1] - points[middle - 1]
      weights[middle - 1] += width / 6
      weights[middle] += 4 * width / 6
      weights[middle + 1] += width / 6
    }
    return weights
  }
}
