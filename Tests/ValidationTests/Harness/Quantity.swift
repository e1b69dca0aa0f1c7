/// What one replication says about a quantity: the parts of a ratio, and the sum of squares where a spread is asked for.
struct Sample {
  var x: Double
  var y: Double
  /// Sum of squares of what `x` sums.
  var xx: Double

  init(_ x: Double, per y: Double = 1, squares: Double = 0) {
    self.x = x
    self.y = y
    xx = squares
  }

  init(_ x: Int64, per y: Int64) { self.init(Double(x), per: Double(y)) }
}

/// When an estimate agrees with a target.
enum Rule: Sendable {
  /// The target is exact: it lies in the 99.9 % confidence interval, whose half-width is at most max(rel · |target|, abs).
  case exact(rel: Double, abs: Double)
  /// The target was estimated elsewhere and printed with a 95 % half-width: |estimate − target| ≤ 1.8 · half-width. Ours is played until
  /// its own 99.9 % half-width is below that half-width, so the room is used by their noise and not by ours.
  case published(halfWidth: Double)
  /// The target was estimated elsewhere with a standard error: |difference| ≤ critical value × both errors together; own half-width at
  /// most rel · |target|.
  case estimated(standardError: Double, rel: Double)

  /// How often it is missed by chance, in thousandths. A published number: 1.8 half-widths are 3.5 of its standard errors, and our own is at
  /// most 0.6 of one of them, so it is missed beyond 3.0 errors of both together, 2.5 times in a thousand.
  var comparisons: Double { if case .published = self { 2.5 } else { 1 } }
}

/// A number that the simulation estimates and somebody knows.
struct Quantity: Sendable {
  enum Kind: Sendable {
    /// E[x] ÷ E[y].
    case ratio
    /// E[xx] ÷ E[y] − (E[x] ÷ E[y])².
    case variance
    /// The root of that.
    case deviation
  }

  /// Where it stands in `expected`.
  var path: String
  var kind: Kind
  var target: Double
  var rule: Rule
  /// The trial's controls are used for it. Not where a control says nearly the same: its known mean would then stand in for the estimate.
  var isControlled = false
  var read: @Sendable (Reading) -> Sample

  /// The widest acceptable half-width of the 99.9 % interval.
  var allowedHalfWidth: Double {
    switch rule {
    case .exact(let rel, let abs): max(rel * Swift.abs(target), abs)
    case .published(let halfWidth): halfWidth
    case .estimated(_, let rel): rel * Swift.abs(target)
    }
  }
}

/// A number with known mean that moves with the quantities: what it misses its mean by is taken out of the estimates by regression.
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §11.4.
struct Control: Sendable {
  var mean: Double
  var read: @Sendable (Reading) -> Double
}
