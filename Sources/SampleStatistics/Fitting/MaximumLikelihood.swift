import CGSL

/// The parameters under which a sample of durations is most likely, for the laws that handle times and patience usually follow.
///
/// For independent durations above 0, none of them censored. Where the likelihood has no top, as for equal durations in any law with two
/// parameters, there is no answer (nil). Compare laws of as many parameters by their log-likelihoods.
///
/// Example: the 23 ball bearings of Lieblein & Zelen (1956), Weibull: shape 2.1021, scale 81.878.
///
/// Source: Law, *Simulation Modeling and Analysis*, 5th ed., §6.5; Johnson, Kotz & Balakrishnan, *Continuous Univariate Distributions*, vol. 1.
package enum MaximumLikelihood {
  /// The exponential law of greatest likelihood.
  package struct Exponential: Sendable, Equatable {
    /// In the unit of the sample: its mean.
    package let mean: Double
    /// Natural logarithm of the density of the whole sample.
    package let logLikelihood: Double
  }
  /// The lognormal law of greatest likelihood.
  package struct Lognormal: Sendable, Equatable {
    /// Mean and standard deviation (divided by n) of the logarithm.
    package let logMean: Double
    /// Of the natural logarithm, divided by n and not n − 1.
    package let logDeviation: Double
    /// Natural logarithm of the density of the whole sample.
    package let logLikelihood: Double
  }
  /// The gamma law of greatest likelihood.
  package struct Gamma: Sendable, Equatable {
    /// 1 ÷ cv².
    package let shape: Double
    /// Mean ÷ shape, in the unit of the sample.
    package let scale: Double
    /// Natural logarithm of the density of the whole sample.
    package let logLikelihood: Double
  }
  /// The Weibull law of greatest likelihood.
  package struct Weibull: Sendable, Equatable {
    /// Below 1 the rate of ending falls with age, above 1 it rises.
    package let shape: Double
    /// Quantile at 1 − 1/e = 63.2 %, in the unit of the sample.
    package let scale: Double
    /// Natural logarithm of the density of the whole sample.
    package let logLikelihood: Double
  }

  /// Its mean is that of the sample.
  package static func exponential(_ sample: [Double]) -> Exponential? {
    guard let sums = Sums(sample) else { return nil }
    return Exponential(mean: sums.mean, logLikelihood: -sums.count * (gsl_sf_log(sums.mean) + 1))
  }

  /// Moments of the logarithms; nil where all durations are equal.
  package static func lognormal(_ sample: [Double]) -> Lognormal? {
    guard let sums = Sums(sample) else { return nil }
    let variance = sums.logs.reduce(0) { $0 + ($1 - sums.logMean) * ($1 - sums.logMean) } / sums.count
    guard variance > 0 else { return nil }
    return Lognormal(
      logMean: sums.logMean, logDeviation: variance.squareRoot(),
      logLikelihood: -sums.count * (sums.logMean + 0.5 * (gsl_sf_log(2 * Double.pi * variance) + 1)))
  }

  /// The shape is the root of ln k − ψ(k) = ln mean − mean of ln, which lies between 1 ÷ 2s and 1 ÷ s, s the right side.
  package static func gamma(_ sample: [Double]) throws -> Gamma? {
    guard let sums = Sums(sample) else { return nil }
    let s = gsl_sf_log(sums.mean) - sums.logMean
    guard s > 1e-12 else { return nil }
    let shape = try RootSearch.brent(between: 0.5 / s, and: 1 / s) { k in
      try GSL.logarithm(k) - (try GSL.special("gsl_sf_psi_e") { gsl_sf_psi_e(k, $0) }) - s
    }
    let scale = sums.mean / shape
    let logGamma = try GSL.special("gsl_sf_lngamma_e") { gsl_sf_lngamma_e(shape, $0) }
    return Gamma(
      shape: shape, scale: scale, logLikelihood: sums.count * ((shape - 1) * sums.logMean - shape - shape * gsl_sf_log(scale) - logGamma))
  }

  /// The shape is the root of Σ xᵏ ln x ÷ Σ xᵏ − 1 ÷ k = mean of ln, whose left side rises.
  package static func weibull(_ sample: [Double]) throws -> Weibull? {
    guard let sums = Sums(sample) else { return nil }
    let top = sums.logs.max() ?? 0
    guard sums.logs.contains(where: { $0 < top }) else { return nil }
    /// Σ (x ÷ largest)ᵏ and the same with ln (x ÷ largest).
    func powers(_ k: Double) -> (sum: Double, weighted: Double) {
      sums.logs.reduce(into: (sum: 0, weighted: 0)) { total, log in
        let exponent = k * (log - top)
        let value = exponent < -700 ? 0 : gsl_sf_exp(exponent)
        total.sum += value
        total.weighted += value * (log - top)
      }
    }
    func excess(_ k: Double) -> Double {
      let all = powers(k)
      return all.weighted / all.sum - 1 / k - (sums.logMean - top)
    }
    var (low, high) = (0.5, 1.0)
    while excess(low) > 0 { low /= 2 }
    while excess(high) < 0 { high *= 2 }
    let shape = try RootSearch.brent(between: low, and: high) { excess($0) }
    let logScale = top + gsl_sf_log(powers(shape).sum / sums.count) / shape
    return Weibull(
      shape: shape, scale: gsl_sf_exp(logScale),
      logLikelihood: sums.count * (gsl_sf_log(shape) - shape * logScale + (shape - 1) * sums.logMean - 1))
  }

  private struct Sums {
    let count: Double
    let mean: Double
    let logs: [Double]
    let logMean: Double

    /// nil without durations, or where one is not above 0.
    init?(_ sample: [Double]) {
      guard GSL.isReady, !sample.isEmpty, sample.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
      count = Double(sample.count)
      mean = sample.reduce(0, +) / count
      logs = sample.map(gsl_sf_log)
      logMean = logs.reduce(0, +) / count
    }
  }
}
