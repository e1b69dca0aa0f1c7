/// Room shared by several contact types: telephone lines, a common waiting room.
package struct SharedLimit: Sendable, Equatable {
  /// Indices into `Scenario.contactTypes`.
  package var contactTypes: [Int]
  /// Waiting and in service together (a contact holds its place until talk ends); nil: no limit.
  package var inSystem: Int?
  /// Waiting; nil: no limit.
  package var waiting: Int?
  /// As written, for messages and reports.
  package var label: String

  package init(contactTypes: [Int], inSystem: Int? = nil, waiting: Int? = nil, label: String = "") {
    self.contactTypes = contactTypes
    self.inSystem = inSystem
    self.waiting = waiting
    self.label = label
  }
}
