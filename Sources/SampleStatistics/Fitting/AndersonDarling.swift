import CGSL

/// How far a sample is from a law, with more weight on the tails than Kolmogorov and Smirnov give.
///
/// For continuous laws that were not fitted to the same sample, and for samples of some ten or more: the probability is that of many draws.
///
/// Example: P(A² ≤ 2.492) = 0.94998.
///
/// Source: Anderson & Darling, *A test of goodness of fit*, JASA 49 (1954), for the series; Stephens, *EDF statistics for goodness of fit and
/// some comparisons*, JASA 69 (1974), for when it holds.
package enum AndersonDarling {
  /// A², from the law's distribution function at the sample. Infinite where a draw is impossible under the law.
  package static func statistic(of sample: [Double], from cumulative: (Double) -> Double) -> Double {
    let values = sample.map(cumulative).sorted()
    let n = values.count
    if values.contains(where: { $0 <= 0 || $0 >= 1 }) { return .infinity }
    var sum = 0.0
    for i in 0..<n { sum += Double(2 * i + 1) * (gsl_sf_log(values[i]) + gsl_log1p(-values[n - 1 - i])) }
    return -Double(n) - sum / Double(n)
  }

  /// P(A² ≤ z) for many draws of the law itself, to about 1e-10.
  package static func cumulative(_ z: Double) throws -> Double {
    if z <= 0.02 { return 0 }
    if z >= 40 { return 1 }
    var sum = 0.0
    var binomial = 1.0
    for j in 0..<12 {
      let odd = Double(4 * j + 1)
      let rate = odd * odd * Double.pi * Double.pi / (8 * z)
      // Beyond this the integrand is below e⁻⁴⁰ of where it begins.
      let end = (40 / rate).squareRoot()
      let integral = try Quadrature.integrate(from: 0, to: end, negligible: 1e-14) { w in
        let exponent = z / (8 * (w * w + 1)) - rate * (1 + w * w)
        return exponent < -700 ? 0 : gsl_sf_exp(exponent)
      }
      sum += binomial * odd * integral
      binomial *= (-0.5 - Double(j)) / Double(j + 1)
    }
    return min(1, max(0, (2 * Double.pi).squareRoot() / z * sum))
  }
}
