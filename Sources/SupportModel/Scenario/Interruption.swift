package import SimulationCore

/// Work that is put aside when other contacts come and nobody is free for them.
package struct Interruption: Sendable {
  /// Indices into `Scenario.channels`: contacts of these may interrupt.
  package var channels: [Int]
  /// Contacts of these priorities may, whatever their channel.
  package var priorities: [Int]
  /// What each interruption adds to the work left, seconds; nil: nothing.
  package var cost: AnyDistribution?
  /// Only who put it aside goes on with it, as long as they are on duty.
  package var resumesWithSame = false

  package init(by channels: [Int], priorities: [Int] = [], cost: AnyDistribution? = nil) {
    self.channels = channels
    self.priorities = priorities
    self.cost = cost
  }
}

extension Scenario {
  /// Work may be put aside for other contacts.
  package var hasInterruptions: Bool { contactTypes.contains { interruption(of: $0) != nil } }

  /// What may interrupt contacts of a type; nil: nothing.
  package func interruption(of type: ContactType) -> Interruption? {
    channels.indices.contains(type.channel) ? channels[type.channel].interruption : nil
  }

  /// A contact of one type may interrupt the work on another.
  package func mayInterrupt(_ type: Int, _ other: Int) -> Bool {
    guard let rule = interruption(of: contactTypes[other]) else { return false }
    return rule.channels.contains(contactTypes[type].channel) || rule.priorities.contains(contactTypes[type].priority)
  }
}

extension Channel: Equatable {
  /// The laws of resume costs are told apart by their means.
  package static func == (a: Channel, b: Channel) -> Bool {
    (a.name, a.isLive, a.concurrency, a.atMost, a.pace) == (b.name, b.isLive, b.concurrency, b.atMost, b.pace)
      && a.interruption?.channels == b.interruption?.channels && a.interruption?.priorities == b.interruption?.priorities
      && a.interruption?.cost?.mean == b.interruption?.cost?.mean
      && a.interruption?.resumesWithSame == b.interruption?.resumesWithSame && a.tray == b.tray
  }
}
