import CGSL

extension StandardNormal {
  /// Density at x ÷ P(Z > x), accurate in both tails: it behaves like x for large x and vanishes for large −x.
  package static func hazard(_ x: Double) throws(GSLError) -> Double {
    // Below −38 the density itself is below the smallest number.
    if x < -38 { return 0 }
    return try GSL.special("gsl_sf_hazard_e") { gsl_sf_hazard_e(x, $0) }
  }
}
