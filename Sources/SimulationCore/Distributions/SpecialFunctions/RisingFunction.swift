/// Finding where a rising function crosses a level, when there is no formula for it.
///
/// The ITP method: as safe as bisection, as fast as the secant on smooth functions. It needs no derivative and minds neither flats nor jumps.
///
/// Source: Oliveira, Takahashi, *An enhancement of the bisection method average performance preserving minmax optimality*,
/// ACM Transactions on Mathematical Software 47 (2020).
enum RisingFunction {
  /// The smallest x ≥ 0, to the last few bits, with f(x) ≥ level, for a function that never falls; the search begins at `start` > 0.
  static func smallest(reaching level: Double, near start: Double, _ f: (Double) -> Double) -> Double {
    if f(0) >= level { return 0 }
    var low = start
    var high = start
    if f(start) >= level {
      repeat {
        high = low
        low *= 0.5
      } while low > 0 && f(low) >= level
    } else {
      repeat {
        low = high
        high *= 2
      } while high < .infinity && f(high) < level
    }
    return crossing(of: level, between: low, and: high, precision: 2e-16 * high, f)
  }

  /// The upper end of the last bracket around the crossing, at most 2 × `precision` wide. f(low) < level ≤ f(high) must hold.
  static func crossing(
    of level: Double, between low: Double, and high: Double, precision: Double, _ f: (Double) -> Double
  ) -> Double {
    var a = low
    var b = high
    var below = f(a) - level
    var above = f(b) - level
    // κ₁ = 0.2 ÷ width, κ₂ = 2, n₀ = 1, as the authors suggest.
    let kappa = 0.2 / (b - a)
    let half = max(0, log2((b - a) / (2 * precision)).rounded(.up))
    var budget = precision * exp2(half + 1)
    while b - a > 2 * precision {
      let middle = a + 0.5 * (b - a)
      if middle <= a || middle >= b { break }
      let secant = (above * a - below * b) / (above - below)
      let side: Double = middle >= secant ? 1 : -1
      let pull = min(kappa * (b - a) * (b - a), abs(middle - secant))
      let pulled = secant + side * pull
      let radius = max(0, budget - 0.5 * (b - a))
      var x = abs(pulled - middle) <= radius ? pulled : middle - side * radius
      if !(x > a && x < b) { x = middle }
      let value = f(x) - level
      if value >= 0 {
        b = x
        above = value
      } else {
        a = x
        below = value
      }
      budget *= 0.5
    }
    return b
  }
}
