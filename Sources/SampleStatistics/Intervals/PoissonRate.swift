/// So many events in so much time (or so many contacts, agents, pages …), each on its own and all at one unknown rate.
package struct PoissonRate: Sendable, Equatable {
  /// How many were seen, 0 or more.
  package let events: Int
  /// How long, or how much, was looked at; above 0.
  package let exposure: Double

  package init(events: Int, exposure: Double = 1) {
    precondition(events >= 0, "events are counted from 0")
    precondition(exposure > 0 && exposure.isFinite, "a rate needs something in which events could happen")
    self.events = events
    self.exposure = exposure
  }

  /// Events per unit of the exposure.
  package var estimate: Double { Double(events) / exposure }

  /// Garwood's exact interval for the rate: every rate that neither tail of a Poisson test would reject.
  ///
  /// Never covers less than the confidence, usually somewhat more; honest at 0 events. Assumes that events are independent: not for contacts of
  /// days that are busier or quieter as a whole, whose counts spread more than Poisson ones.
  /// Source: Garwood, Biometrika 28 (1936), in its form with quantiles of χ²; R's `poisson.test(events, exposure)`.
  /// Example: 10 events at 95 %: 4.795389 to 18.390356; 0 events: 0 to 3.688879.
  package func garwood(confidence: Double) throws(GSLError) -> ConfidenceInterval {
    let tail = (1 - confidence) / 2
    let low = events == 0 ? 0 : try ChiSquare(degreesOfFreedom: 2 * Double(events)).quantile(tail) / 2
    let high = try ChiSquare(degreesOfFreedom: 2 * (Double(events) + 1)).upperQuantile(tail) / 2
    return ConfidenceInterval(estimate: estimate, low: low / exposure, high: high / exposure)
  }
}
