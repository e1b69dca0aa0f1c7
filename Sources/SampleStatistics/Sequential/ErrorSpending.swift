/// How much of an error rate may be used up once a share of the planned information has been seen.
///
/// A spending function rises from 0 at t = 0 to the whole rate at t = 1. Looking often is then free of charge: whatever the number and the
/// times of the looks, as long as they do not depend on the results, the chance to be wrong at any of them adds up to the rate.
/// Source: Lan & DeMets, *Discrete sequential boundaries for clinical trials*, Biometrika 70 (1983).
package enum ErrorSpending: String, Sendable, CaseIterable {
  /// rate · ln(1 + (e − 1)t): boundaries that stay almost level, like Pocock's; what is plain is decided early.
  case pocock
  /// 2 − 2Φ(z₁₋ᵣₐₜₑ⸝₂ ÷ √t): almost nothing is spent early, so that the last look loses almost nothing, like O'Brien and Fleming's.
  case obrienFleming = "obrien-fleming"

  /// One-sided error spent at `fraction` of the information, 0 to 1. Example: Pocock-type, 0.025 at 0.2: 0.00738.
  package func spent(_ rate: Double, at fraction: Double) throws(GSLError) -> Double {
    precondition(rate > 0 && rate < 1, "an error rate lies between 0 and 1")
    if fraction >= 1 { return rate }
    if fraction <= 0 { return 0 }
    switch self {
    case .pocock:
      // e − 1
      return rate * (try GSL.logarithm(1 + 1.718281828459045 * fraction))
    case .obrienFleming:
      let z = try StandardNormal.quantile(1 - rate / 2)
      return 2 * (try StandardNormal.tail(z / fraction.squareRoot()))
    }
  }
}
