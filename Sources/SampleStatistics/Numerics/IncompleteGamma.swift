import CGSL

/// The incomplete gamma function, as the GNU Scientific Library computes it.
///
/// Example: `IncompleteGamma.upper(1, from: 2)` = e⁻².
package enum IncompleteGamma {
  /// Γ(s, x) = ∫ₓ^∞ u^(s−1) e⁻ᵘ du, for s > 0 and x ≥ 0; not normalised, so that it vanishes for x above about 700.
  package static func upper(_ s: Double, from x: Double) throws(GSLError) -> Double {
    try GSL.special("gsl_sf_gamma_inc_e") { gsl_sf_gamma_inc_e(s, x, $0) }
  }
}
