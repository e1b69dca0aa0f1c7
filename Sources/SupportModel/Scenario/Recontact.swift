package import SimulationCore

/// A contact was handled, and did not settle what it was about: its customer comes with a new contact of the same need. Who gave up does not.
package struct Recontact: Sendable {
  /// Probability, by the group that handled the contact.
  package var share: GroupShare
  /// From the end of the last talk to the new contact, seconds.
  package var delay: AnyDistribution
  /// Index into `Scenario.contactTypes` of the new contact; nil: the same as before.
  package var contactType: Int?
  /// Recontacts of one need, whichever contact types they are of; nil: as many as there are random numbers
  /// (`ContactType.Retry.mostAttempts`).
  package var atMost: Int?

  package init(share: GroupShare, delay: some Distribution, contactType: Int? = nil, atMost: Int? = nil) {
    self.share = share
    self.delay = delay.boxed
    self.contactType = contactType
    self.atMost = atMost
  }
}
