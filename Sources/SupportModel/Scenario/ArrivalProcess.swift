package import SimulationCore

/// How contacts of a type arrive.
package struct ArrivalProcess: Sendable {
  /// The law of the instants at which customers come.
  package enum Pattern: Sendable {
    /// Poisson with these expected counts per segment of time, the rate constant inside each.
    case poisson([RateSegment])
    /// Independent gaps, the first from the start of the horizon.
    case renewal(gap: AnyDistribution)
    /// Exactly these instants, in order (a fixed schedule or a trace).
    case instants([SimInstant])
  }

  /// A stretch of time with a constant expected rate.
  package struct RateSegment: Sendable, Equatable {
    /// The first instant of the stretch.
    package var start: SimInstant
    /// The first instant after it.
    package var end: SimInstant
    /// Expected number of arrivals between `start` and `end`.
    package var expected: Double

    package init(start: SimInstant, end: SimInstant, expected: Double) {
      self.start = start
      self.end = end
      self.expected = expected
    }
  }

  /// A random factor of the day, mean 1, that multiplies the rate (Poisson), divides the gaps (renewal) or thins and repeats instants.
  package struct Busyness: Sendable {
    /// Mean 1; drawn once for each local day.
    package var factor: AnyDistribution
    /// Types that name the same factor meet the same draw; its own type's name by default.
    package var name: String
    /// One draw holds for all days of a play: what is not known of a forecast. Otherwise every day has its own.
    package var isOfWholePlay: Bool

    package init(factor: some Distribution, name: String, isOfWholePlay: Bool = false) {
      self.factor = factor.boxed
      self.name = name
      self.isOfWholePlay = isOfWholePlay
    }
  }

  /// What the busyness of the day acts on.
  package var pattern: Pattern
  /// Contacts per arrival, rounded to a whole number, at least 0; nil: one.
  package var batch: AnyDistribution?
  /// nil: every day is as busy as expected.
  package var busyness: Busyness?

  package init(pattern: Pattern, batch: AnyDistribution? = nil, busyness: Busyness? = nil) {
    self.pattern = pattern
    self.batch = batch
    self.busyness = busyness
  }
}
