extension RoutingPolicy {
  /// A contact that waits for a group, as far as criteria may look at it.
  package struct Waiting {
    package var contactType: Int
    package var priority: Int
    /// Of its type in the group.
    package var rank: Int
    /// Seconds.
    package var expectedHandle: Double

    package init(contactType: Int, priority: Int, rank: Int, expectedHandle: Double) {
      self.contactType = contactType
      self.priority = priority
      self.rank = rank
      self.expectedHandle = expectedHandle
    }
  }

  /// Whether of two contacts that wait for a group the one that came first is always taken first, at all times.
  ///
  /// Asked of the criteria themselves, one after the other as the play asks them: the first that tells the two apart must prefer who came first; where
  /// none does, the order in which they came to their queues decides. `dueLater`: by how much the second may be due later, µs; negative: earlier.
  package func takesInOrder(_ first: Waiting, _ second: Waiting, group: Int, dueLater: Int64) -> Bool {
    let now: Int64 = 100_000_000
    func view(_ contact: Waiting, queuedAt: Int64, due: Int64) -> ContactView {
      ContactView(
        contactType: Int32(contact.contactType), priority: Double(contact.priority), queuedAt: queuedAt, due: due,
        timeLeft: Double(due - now) / 60_000_000, expectedHandle: contact.expectedHandle, rank: Int32(contact.rank), queueLength: 2,
        lastAgent: -1)
    }
    let (a, b) = (view(first, queuedAt: 10_000_000, due: 120_000_000), view(second, queuedAt: 50_000_000, due: 120_000_000 + dueLater))
    for list in [contactForAgent] + schedule.compactMap({ $0.contactForAgent }) {
      for criterion in list {
        if case .random = criterion.scope { return false }
        let scores = (
          criterion.score(contact: a, agentGroup: Int32(group), now: now), criterion.score(contact: b, agentGroup: Int32(group), now: now)
        )
        if scores.0 > scores.1 { return false }
        if scores.0 < scores.1 { break }
      }
    }
    return true
  }
}
