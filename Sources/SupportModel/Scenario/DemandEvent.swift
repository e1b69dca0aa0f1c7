package import SimulationCore

/// Extra demand with a cause: a launch, a campaign, an outage.
package struct DemandEvent: Sendable {
  package enum Occurrence: Sendable, Equatable {
    /// Once, at this instant.
    case once(at: SimInstant)
    /// Random incidents, Poisson with this many per second.
    case random(perSecond: Double)
  }

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

  package var name: String
  package var occurrence: Occurrence
  package var extra: [Extra]
  package var shape: AnyDemandShape
  /// Random factor on the size, mean 1, drawn once per occurrence and shared by all its contact types.
  package var sizeFactor: AnyDistribution?
  /// How much later than planned it starts.
  package var startsLate: AnyDistribution?

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
