/// Whether a requirement is kept, as far as it is known.
package enum PromiseState: Sendable, Equatable {
  /// The whole interval lies on the right side of the limit, or the procedure has decided so within the tolerance.
  case kept
  /// The whole interval lies on the wrong side, or the procedure has decided so.
  case broken
  /// The limit lies inside the interval.
  case open
  /// There is nothing to measure.
  case undefined
}
