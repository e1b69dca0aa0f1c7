/// The expected difference between two options that met the same customers, replication by replication.
///
/// Student-t interval on the differences y − x. Assumes independent pairs; needs no equal variances, and the correlation that common
/// random numbers bring makes it narrow. Identical options differ by exactly 0.
/// Source: Law, *Simulation Modeling and Analysis*, 10.2.1.
/// Example: Student's sleep data (group 2 − group 1): 1.58, 95 % from 0.7001 to 2.4599.
package enum PairedDifference {
  /// Both of the same length; nil with fewer than two pairs.
  package static func interval(from x: [Double], to y: [Double], confidence: Double) throws(GSLError) -> ConfidenceInterval? {
    precondition(x.count == y.count, "pairs need two values each")
    var moments = RunningMoments()
    for (a, b) in zip(x, y) { moments.add(b - a) }
    return try moments.meanInterval(confidence: confidence)
  }

  /// The difference of two ratios of sums, (Σx₂/Σy₂) − (Σx₁/Σy₁), from paired replications, by the delta method: the standard error comes
  /// from d₂/ȳ₂ − d₁/ȳ₁ with d = x − R·y. nil with fewer than two pairs or where a denominator adds up to 0.
  package static func ofRatios(
    from first: [(x: Double, y: Double)], to second: [(x: Double, y: Double)], confidence: Double
  ) throws(GSLError) -> ConfidenceInterval? {
    precondition(first.count == second.count, "pairs need two values each")
    guard first.count >= 2 else { return nil }
    let n = Double(first.count)
    func sums(_ pairs: [(x: Double, y: Double)]) -> (x: Double, y: Double) {
      pairs.reduce((0, 0)) { ($0.0 + $1.x, $0.1 + $1.y) }
    }
    let a = sums(first)
    let b = sums(second)
    guard a.y != 0, b.y != 0 else { return nil }
    let ratioA = a.x / a.y
    let ratioB = b.x / b.y
    var moments = RunningMoments()
    for (p, q) in zip(first, second) {
      moments.add((q.x - ratioB * q.y) / (b.y / n) - (p.x - ratioA * p.y) / (a.y / n))
    }
    let critical = try StudentT(degreesOfFreedom: n - 1).critical(confidence: confidence)
    return .symmetric(ratioB - ratioA, standardError: moments.standardError ?? 0, critical: critical)
  }
}
