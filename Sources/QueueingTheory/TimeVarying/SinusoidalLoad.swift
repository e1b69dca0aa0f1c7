import Foundation

/// The offered load of Mt/G/∞ under the rate λ(t) = mean + amplitude · sin(2πt/period), long after the start.
///
/// m(t) = λ̄E[S] + A·E[S]·(sin γt · E[cos γS*] − cos γt · E[sin γS*]), S* the stationary excess of the handle time: a sine again, smaller
/// and later. Assumes Poisson arrivals and independent handle times.
///
/// Example: λ = 100 + 20 sin t, exponential handle times of mean 1: m(t) = 100 + 10 (sin t − cos t), latest by 0.785.
///
/// Source: Eick, Massey & Whitt, *Mt/G/∞ queues with sinusoidal arrival rates*, Management Science 39 (1993).
package struct SinusoidalLoad: Sendable, Equatable {
  /// Long-run mean of the load, erlangs.
  package let mean: Double
  /// How far the load swings about its mean, erlangs.
  package let amplitude: Double
  /// How much later than the rate the load peaks.
  package let peakLag: Double
  /// Of rate and load alike, in the unit of the handle time.
  package let period: Double

  package init(meanRate: Double, amplitude: Double, period: Double, handleTime: any DurationLaw) throws(TheoryError) {
    try Require.notNegative(meanRate, "mean arrival rate")
    try Require.positive(period, "period")
    try Require.notNegative(amplitude, "amplitude")
    guard amplitude <= meanRate else { throw .outOfRange(quantity: "amplitude", value: amplitude, allowed: "at most the mean rate") }
    let gamma = 2 * Double.pi / period
    let wave = try Require.accuracy { try handleTime.excessWave(gamma) }
    mean = meanRate * handleTime.mean
    self.amplitude = amplitude * handleTime.mean * (wave.cosine * wave.cosine + wave.sine * wave.sine).squareRoot()
    peakLag = atan2(wave.sine, wave.cosine) / gamma
    self.period = period
  }

  /// Erlangs at time t; the rate is at its mean and rising at t = 0.
  package func at(_ t: Double) -> Double { mean + amplitude * sin(2 * Double.pi * (t - peakLag) / period) }
  /// Peak of the load, erlangs.
  package var maximum: Double { mean + amplitude }
}
