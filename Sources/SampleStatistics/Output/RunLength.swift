/// How long a run must be to be this sure.
package enum RunLength {
  /// Observations until the half-width of an interval for the mean is `relativeHalfWidth` × mean: z² σ² ÷ (half-width)².
  ///
  /// `asymptoticVariance`: the limit of n · Var(mean of n), correlation included. Assumes the normal approximation.
  /// Example: M/M/1 at load 0.8, 5 % at 95 %: 189,768 customers.
  package static func observations(
    asymptoticVariance: Double, mean: Double, relativeHalfWidth: Double, confidence: Double
  ) throws(GSLError) -> Double {
    let z = try StandardNormal.quantile((1 + confidence) / 2)
    let halfWidth = relativeHalfWidth * mean
    return z * z * asymptoticVariance / (halfWidth * halfWidth)
  }

  /// M/M/1 queue, service rate 1: limit of n · Var(mean wait in queue of n consecutive customers).
  ///
  /// ρ(2 + 5ρ − 4ρ² + ρ³) ÷ (1 − ρ)⁴ for load 0 < ρ < 1. Source: Daley (1968); Whitt, *Planning queueing simulations*, Management Science 35 (1989).
  /// Example: ρ = 0.5: 29.
  package static func singleServerWaitVariance(load rho: Double) -> Double {
    precondition(rho > 0 && rho < 1)
    let idle = 1 - rho
    return rho * (2 + 5 * rho - 4 * rho * rho + rho * rho * rho) / (idle * idle * idle * idle)
  }

  /// M/M/1 queue, service rate 1: limit of t · Var(time average of the number in system). 2ρ(1 + ρ) ÷ (1 − ρ)⁴. Source: Whitt (1989).
  /// Example: ρ = 0.5: 24.
  package static func singleServerNumberVariance(load rho: Double) -> Double {
    precondition(rho > 0 && rho < 1)
    let idle = 1 - rho
    return 2 * rho * (1 + rho) / (idle * idle * idle * idle)
  }
}
