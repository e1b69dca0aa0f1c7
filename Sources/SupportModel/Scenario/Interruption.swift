package import SimulationCore

/// Work that is put aside when other contacts come and nobody is free for them.
package struct Interruption: Sendable {
  /// Who may go on with it. The names are the words in the scenario.
  package enum Resumes: String, Sendable, CaseIterable, BitwiseCopyable {
    case any
    /// Only who had it, as long as they are on duty.
    case sameAgent = "same-agent"
  }

  /// Indices into `Scenario.channels`: contacts of these may interrupt.
  package var channels: [Int]
  /// Contacts of these priorities may, whatever their channel.
  package var priorities: [Int]
  /// What each interruption adds to the work left, seconds; nil: nothing.
  package var cost: AnyDistribution?
  package var resumes: Resumes

  package init(by channels: [Int], priorities: [Int] = [], cost: AnyDistribution? = nil, resumes: Resumes = .any) {
    self.channels = channels
    self.priorities = priorities
    self.cost = cost
    self.resumes = resumes
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
