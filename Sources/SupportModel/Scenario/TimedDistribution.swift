package import SimulationCore

/// A distribution that may change with the instant of arrival (`by-time`).
package struct TimedDistribution: Sendable {
  /// A distribution and when its rule begins.
  package struct Piece: Sendable {
    /// Rules for contacts that arrive at this instant or later.
    package var from: SimInstant
    /// Of a duration in seconds.
    package var distribution: AnyDistribution

    package init(from: SimInstant, distribution: some Distribution) {
      self.from = from
      self.distribution = distribution.boxed
    }
  }

  /// In order of `from`; each rules until the next begins, the first also before its own beginning. Never empty.
  package var pieces: [Piece]

  package init(pieces: [Piece]) {
    precondition(!pieces.isEmpty, "a distribution at all times")
    precondition(zip(pieces, pieces.dropFirst()).allSatisfy { $0.from <= $1.from }, "pieces in order")
    self.pieces = pieces
  }

  /// The same distribution at all times.
  package init(_ distribution: some Distribution) {
    self.pieces = [Piece(from: .zero, distribution: distribution)]
  }
}
