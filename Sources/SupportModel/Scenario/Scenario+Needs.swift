/// What contacts may cause.
extension Scenario {
  /// Contacts cause others of the same need, so that needs are kept beside contacts.
  package var hasNeeds: Bool {
    hasSelfService || hasCallback || hasChasers || hasDuplicates || contactTypes.contains { !$0.recontacts.isEmpty }
  }

  /// Customers may ask after contacts that are still open.
  package var hasChasers: Bool { contactTypes.contains { $0.chaser != nil } }

  /// Customers may come in with the same thing twice.
  package var hasDuplicates: Bool { contactTypes.contains { $0.duplicate != nil } }

  /// Customers may be called back.
  package var hasCallback: Bool { contactTypes.contains { $0.callback != nil } }

  /// Customers may help themselves before they come to the door.
  package var hasSelfService: Bool { contactTypes.contains { $0.selfService != nil } }
}
