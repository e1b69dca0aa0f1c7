/// Contact types and groups that nothing ties to the others: none of these groups has the skills of another type or its contacts on hold, none of
/// these types shares a limit with another or is a combination of its mix. What happens in one component has no effect on any other.
package struct Component: Sendable, Equatable {
  /// Indices into `Scenario.contactTypes`, ascending.
  package var contactTypes: [Int]
  /// Indices into `Scenario.groups`, ascending.
  package var groups: [Int]

  package init(contactTypes: [Int], groups: [Int]) {
    self.contactTypes = contactTypes
    self.groups = groups
  }
}
