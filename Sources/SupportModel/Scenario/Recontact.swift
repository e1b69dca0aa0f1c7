package import SimulationCore

/// A share of something that groups do, which may depend on the group.
package enum GroupShare: Sendable, Equatable {
  case everybody(Double)
  /// By index into `Scenario.groups`; of groups that are not named nobody.
  case byGroup([Int: Double])

  package func of(_ group: Int) -> Double {
    switch self {
    case .everybody(let share): share
    case .byGroup(let shares): shares[group] ?? 0
    }
  }

  /// Of the group with the largest one.
  package var most: Double {
    switch self {
    case .everybody(let share): share
    case .byGroup(let shares): shares.values.max() ?? 0
    }
  }
}

/// A contact was handled, and did not settle what it was about: its customer comes with a new contact of the same need. Who gave up does not.
package struct Recontact: Sendable {
  /// Probability, by the group that handled the contact.
  package var share: GroupShare
  /// From the end of the last talk to the new contact, seconds.
  package var delay: AnyDistribution
  /// Index into `Scenario.contactTypes` of the new contact; nil: the same as before.
  package var contactType: Int?
  /// Recontacts of one need, whichever contact types they are of; nil: no limit.
  package var atMost: Int?

  package init(share: GroupShare, delay: some Distribution, contactType: Int? = nil, atMost: Int? = nil) {
    self.share = share
    self.delay = delay.boxed
    self.contactType = contactType
    self.atMost = atMost
  }
}

extension Scenario {
  /// Contacts cause others of the same need, so that needs are kept beside contacts.
  package var hasNeeds: Bool { contactTypes.contains { !$0.recontacts.isEmpty || $0.selfService != nil || $0.callback != nil } }

  /// Customers may be called back.
  package var hasCallback: Bool { contactTypes.contains { $0.callback != nil } }

  /// Customers may help themselves before they come to the door.
  package var hasSelfService: Bool { contactTypes.contains { $0.selfService != nil } }
}
