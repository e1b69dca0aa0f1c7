package import SimulationCore

/// A customer whose contact is open comes in with the same thing a second time, mostly on another channel. Of the two, the one that an agent takes
/// first is worked on; the other is merged with it when an agent opens it and sees that it is the same.
package struct Duplicate: Sendable {
  /// Probability, of contacts that come inside the horizon and are let in; those that are over before the second would come have none.
  package var share: Double
  /// Index into `Scenario.contactTypes` of the second contact.
  package var contactType: Int
  /// From the arrival of the first at the door to that of the second, seconds.
  package var after: AnyDistribution
  /// The work of seeing that it is the same and merging it, before the group's factor, seconds; no wrap-up follows.
  package var takes: AnyDistribution

  package init(share: Double, contactType: Int, after: some Distribution, takes: some Distribution) {
    self.share = share
    self.contactType = contactType
    self.after = after.boxed
    self.takes = takes.boxed
  }
}
