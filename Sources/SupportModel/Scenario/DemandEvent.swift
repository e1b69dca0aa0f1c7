package import SimulationCore

/// Extra demand with a cause: a launch, a campaign, an outage.
package struct DemandEvent: Sendable {
  /// When, or how often, it happens.
  package enum Occurrence: Sendable, Equatable {
    /// Once, at this instant.
    case once(at: SimInstant)
    /// Random incidents, Poisson with this many per second.
    case random(perSecond: Double)
  }

  /// What it brings of one contact type.
  package struct Extra: Sendable, Equatable {
    /// Index into `Scenario.contactTypes`.
    package var contactType: Int
    /// Expected extra contacts over the whole shape.
    package var expected: Double

    package init(contactType: Int, expected: Double) {
      self.contactType = contactType
      self.expected = expected
    }
  }

  /// Something is broken for all who ask: each is told so, and most are solved when it is mended.
  package struct Incident: Sendable {
    /// From its start, seconds; drawn once per occurrence.
    package var lasts: AnyDistribution
    /// The work of the first touch of a contact, while it lasts, seconds before the group's factor; no wrap-up follows.
    package var acknowledge: AnyDistribution
    /// Probability that its end solves a contact without another touch.
    package var solvesTogether: Double

    package init(lasts: some Distribution, acknowledge: some Distribution, solvesTogether: Double) {
      self.lasts = lasts.boxed
      self.acknowledge = acknowledge.boxed
      self.solvesTogether = solvesTogether
    }
  }

  /// What files and results call it; its random numbers are told apart by it.
  package var name: String
  /// Known in advance or not.
  package var occurrence: Occurrence
  /// One entry for each contact type it touches.
  package var extra: [Extra]
  /// How the extra contacts spread after the start.
  package var shape: AnyDemandShape
  /// Random factor on the size, mean 1, drawn once per occurrence and shared by all its contact types.
  package var sizeFactor: AnyDistribution?
  /// How much later than planned it starts.
  package var startsLate: AnyDistribution?
  /// nil: its contacts are like any others.
  package var incident: Incident?

  package init(
    name: String, occurrence: Occurrence, extra: [Extra], shape: some DemandShape, sizeFactor: AnyDistribution? = nil,
    startsLate: AnyDistribution? = nil
  ) {
    self.name = name
    self.occurrence = occurrence
    self.extra = extra
    self.shape = shape.boxed
    self.sizeFactor = sizeFactor
    self.startsLate = startsLate
  }
}
