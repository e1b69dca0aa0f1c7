package import SimulationCore

/// A customer whose contact has been open for long asks after it. The chaser is a contact of its own, which is merged with the first when somebody has
/// read it, or when the first is solved before that.
package struct Chaser: Sendable {
  /// From the arrival, a reopen or the chaser before, seconds; a second at least.
  package var whenOpenFor: AnyDistribution
  /// After one comes another, as long as it is open.
  package var repeats: Bool
  /// The work of reading it, before the group's factor, seconds.
  package var takes: AnyDistribution

  package init(whenOpenFor: some Distribution, repeats: Bool = false, takes: some Distribution) {
    self.whenOpenFor = whenOpenFor.boxed
    self.repeats = repeats
    self.takes = takes.boxed
  }

  /// µs.
  static let least: Int64 = 1_000_000
}
