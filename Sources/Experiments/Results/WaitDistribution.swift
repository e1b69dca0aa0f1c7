package import ServiceMetrics

/// How long contacts of one scope queued: the share of accepted contacts that queued no longer than each of some times, however they ended.
package struct WaitDistribution: Sendable, Equatable {
  /// A share with its interval; nil where too few replications tell.
  package struct Point: Sendable, Equatable {
    /// Seconds.
    package var time: Double
    /// Of the contacts that queued or were served at once, from 0 to 1.
    package var share: Double
    /// Lower end of its interval; nil: too few replications.
    package var low: Double?
    /// Upper end of its interval.
    package var high: Double?

    package init(time: Double, share: Double, low: Double? = nil, high: Double? = nil) {
      self.time = time
      self.share = share
      self.low = low
      self.high = high
    }
  }

  /// A contact-side scope over the whole horizon.
  package var scope: Scope
  /// Ascending times.
  package var points: [Point]

  package init(scope: Scope, points: [Point]) {
    self.scope = scope
    self.points = points
  }

  /// Times people think in, in seconds: from answered at once to a week.
  package static let times: [Double] = [
    0, 1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1200, 1800, 2700, 3600, 7200, 10_800, 14_400, 21_600, 28_800, 43_200,
    86_400, 172_800, 259_200, 432_000, 604_800,
  ]
}
