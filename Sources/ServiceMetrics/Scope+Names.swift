package import SupportModel

extension Scope {
  /// Whether contacts of a type belong to this contact-side scope.
  package func holds(_ type: ContactType, index: Int) -> Bool {
    if let contactType { return contactType == index || contactType == type.variantOf }
    if let channel { return channel == type.channel }
    if let segment { return segment == type.segment }
    if let priority { return priority == type.priority }
    return true
  }

  /// The declared name of what it is about; nil for the total.
  package func name(in scenario: Scenario) -> String? {
    if let contactType { return scenario.contactTypes[contactType].name }
    if let channel { return scenario.channels[channel].name }
    if let segment { return scenario.segments[segment] }
    if let priority { return scenario.priorityName(priority) }
    if let group { return scenario.groups[group].name }
    if let target { return scenario.targets[target].name }
    return nil
  }
}
