package import SimulationCore

/// What another agent than the last has to read before going on with a contact: added to the talk, whenever somebody takes it over.
package struct Reading: Sendable {
  /// Somebody of the group of the last agent, and of another group, seconds; nil: nothing.
  package var sameGroup: AnyDistribution?
  package var otherGroup: AnyDistribution?

  package init(sameGroup: AnyDistribution? = nil, otherGroup: AnyDistribution? = nil) {
    self.sameGroup = sameGroup
    self.otherGroup = otherGroup
  }
}
