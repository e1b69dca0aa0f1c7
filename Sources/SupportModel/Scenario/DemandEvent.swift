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
  package var shape: DemandShape
  /// Random factor on the size, mean 1, drawn once per occurrence and shared by all its contact types.
  package var sizeFactor: (any Distribution)?
  /// How much later than planned it starts.
  package var startsLate: (any Distribution)?

  package init(
    name: String, occurrence: Occurrence, extra: [Extra], shape: DemandShape, sizeFactor: (any Distribution)? = nil,
    startsLate: (any Distribution)? = nil
  ) {
    self.name = name
    self.occurrence = occurrence
    self.extra = extra
    self.shape = shape
    self.sizeFactor = sizeFactor
    self.startsLate = startsLate
  }
}
