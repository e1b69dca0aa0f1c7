extension RoutingPolicy {
  /// Whether contacts of one type that wait for one group are taken in the order in which they came, at all times.
  ///
  /// Asked of the criteria themselves: of two contacts that differ only in when they came the first must be preferred, or the criterion be
  /// indifferent, for ties go to who came first.
  package func takesInOrder(contactType: Int, group: Int, priority: Int) -> Bool {
    let now: Int64 = 100_000_000
    func view(queuedAt: Int64) -> ContactView {
      ContactView(
        contactType: Int32(contactType), priority: Double(priority), queuedAt: queuedAt, due: queuedAt + 20_000_000, expectedHandle: 180,
        rank: 1, queueLength: 2, lastAgent: -1)
    }
    let criteria = contactForAgent + schedule.flatMap { $0.contactForAgent ?? [] }
    return criteria.allSatisfy { criterion in
      if case .random = criterion.scope { return false }
      let first = criterion.score(contact: view(queuedAt: 10_000_000), agentGroup: Int32(group), now: now)
      let second = criterion.score(contact: view(queuedAt: 50_000_000), agentGroup: Int32(group), now: now)
      return first <= second
    }
  }
}
