/// How a group serves a contact type whose skills it has.
package struct SkillMatch: Sendable, Equatable {
  /// Preference: that of the least preferred skill it takes, 1 where the type needs none.
  package var rank: Int
  /// Multiplier on handle time: those of all skills it takes, multiplied.
  package var handle: Double
}

extension AgentGroup {
  /// Whether and how the group serves a contact type; nil: it lacks a skill. Nobody else answers who can serve whom.
  package func match(_ type: ContactType) -> SkillMatch? {
    var match = SkillMatch(rank: 1, handle: 1)
    for needed in type.skills {
      guard let own = skills.first(where: { $0.skill == needed }) else { return nil }
      match.rank = max(match.rank, own.rank)
      match.handle *= own.handle
    }
    return match
  }

  /// Skills alone: whether anybody of the group is there, and may take it yet, is another question.
  package func canServe(_ type: ContactType) -> Bool { match(type) != nil }
}

extension Scenario {
  /// The groups that have every skill of a contact type, people in them or not; in declared order.
  package func servers(of contactType: Int) -> [Int] {
    groups.indices.filter { groups[$0].canServe(contactTypes[contactType]) }
  }
}
