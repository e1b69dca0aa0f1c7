package import SimulationCore

/// An outage or an announcement: the rate climbs in a straight line to its peak, then halves again and again.
///
/// Rate, up to scale: t ÷ rise before the peak, 2^(−(t − rise) ÷ half-life) after it. The tail is cut ten half-lives after the peak
/// (0.1 % of the decay) and the rest is scaled so that the whole integral is exactly 1.
package struct SpikeShape: DemandShape, Equatable {
  /// From the start to the peak.
  package let rise: TimeSpan
  /// The rate halves every so long after the peak.
  package let halfLife: TimeSpan

  /// So many half-lives after the peak the tail is cut: 0.1 % of the decay.
  package static let halfLivesKept = 10.0

  package init(rise: TimeSpan, halfLife: TimeSpan) {
    precondition(rise >= .zero && halfLife > .zero)
    self.rise = rise
    self.halfLife = halfLife
  }

  /// Rise and ten half-lives.
  package var support: TimeSpan { rise + TimeSpan(microseconds: halfLife.microseconds * Int64(Self.halfLivesKept)) }

  /// Closed forms of triangle and decay; exactly 0 and 1 at the ends.
  package func share(within offset: TimeSpan) -> Double {
    if offset <= .zero { return 0 }
    if offset >= support { return 1 }
    let whole = area(risingFor: rise.seconds) + area(decayingFor: support.seconds - rise.seconds)
    if offset <= rise { return area(risingFor: offset.seconds) / whole }
    return min(1, (area(risingFor: rise.seconds) + area(decayingFor: offset.seconds - rise.seconds)) / whole)
  }

  /// Seconds of peak rate in the first `t` seconds of the rise.
  private func area(risingFor t: Double) -> Double { rise > .zero ? t * t / (2 * rise.seconds) : 0 }

  /// Seconds of peak rate in the first `t` seconds after the peak.
  private func area(decayingFor t: Double) -> Double {
    let scale = halfLife.seconds / 0.6931471805599453
    return -expm1(-t / scale) * scale
  }

  /// The peak and the two ends; between them the rate is smooth.
  package var corners: [TimeSpan] { rise > .zero ? [.zero, rise, support] : [.zero, support] }

  /// Scenario key, parameters and their ranges.
  package static let family = DemandShapeFamily(
    name: "spike", help: "a steep rise, then exponential decay: outages, announcements", example: "{spike: {rise: 20m, half-life: 3h}}",
    forms: [
      [
        Parameter("rise", .duration, "from the start to the peak", from: 0),
        Parameter("half-life", .duration, "the rate halves every so long after the peak", above: 0),
      ]
    ]
  ) { values throws(ParameterProblem) in
    SpikeShape(rise: .seconds(values.number("rise")), halfLife: .seconds(values.number("half-life")))
  }
}
