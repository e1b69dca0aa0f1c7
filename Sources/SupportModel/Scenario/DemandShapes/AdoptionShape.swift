package import SimulationCore

/// Demand that builds as customers adopt something: a normal bell around `peak` after the start.
///
/// The bell is cut at the start and five spreads after the peak, and scaled so that the whole integral is exactly 1.
package struct AdoptionShape: DemandShape, Equatable {
  /// From the start to the highest rate.
  package let peak: TimeSpan
  /// Standard deviation of the bell.
  package let spread: TimeSpan

  /// Beyond so many standard deviations after the peak the bell is cut: 3 in 10 million of it.
  package static let spreadsKept = 5.0

  package init(peak: TimeSpan, spread: TimeSpan) {
    precondition(peak >= .zero && spread > .zero)
    self.peak = peak
    self.spread = spread
  }

  /// Peak and five spreads.
  package var support: TimeSpan { peak + TimeSpan(microseconds: spread.microseconds * Int64(Self.spreadsKept)) }

  /// From the normal distribution function; exactly 0 and 1 at the ends.
  package func share(within offset: TimeSpan) -> Double {
    if offset <= .zero { return 0 }
    if offset >= support { return 1 }
    let below = normalCumulative(.zero)
    return (normalCumulative(offset) - below) / (normalCumulative(support) - below)
  }

  /// P(Z ≤ (offset − peak) ÷ spread).
  private func normalCumulative(_ offset: TimeSpan) -> Double {
    0.5 * erfc(-(offset - peak).seconds / spread.seconds / 2.0.squareRoot())
  }

  /// The peak and the two ends; between them the bell is smooth.
  package var corners: [TimeSpan] { peak > .zero ? [.zero, peak, support] : [.zero, support] }

  /// Scenario key, parameters and their ranges.
  package static let family = DemandShapeFamily(
    name: "adoption", help: "a bell around a peak: demand that builds as customers adopt something",
    example: "{adoption: {peak: 3d, spread: 2d}}",
    forms: [
      [
        Parameter("peak", .duration, "from the start to the highest rate", from: 0),
        Parameter("spread", .duration, "standard deviation of the bell", above: 0),
      ]
    ]
  ) { values throws(ParameterProblem) in
    AdoptionShape(peak: .seconds(values.number("peak")), spread: .seconds(values.number("spread")))
  }
}
