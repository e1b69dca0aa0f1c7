package import SimulationCore

extension AgentGroup {
  /// People who join on one day: paid from then on, and on the floor when their training is over.
  package struct Hire: Sendable, Equatable {
    /// One of them.
    package struct Person: Sendable, Equatable {
      /// Unique in the scenario.
      package var name: String
      /// Whose shifts they work: index into the lines of the group's roster; of no meaning in a group that is always there.
      package var line: Int

      package init(name: String, line: Int = 0) {
        self.name = name
        self.line = line
      }
    }

    /// They are employed, and paid, from this instant, 0 or later.
    package var from: SimInstant
    /// The end of training, at or after `from`. A shift that has begun by then is one of training to its end.
    package var floorFrom: SimInstant
    /// At least one.
    package var people: [Person]

    package init(from: SimInstant, floorFrom: SimInstant, people: [Person]) {
      self.from = from
      self.floorFrom = floorFrom
      self.people = people
    }

    /// Where tenure begins: the start of the first shift on the floor; the end of training of who is always there, or has no such shift.
    package func firstDay(of person: Person, in group: AgentGroup) -> SimInstant {
      guard case .roster(let lines) = group.presence, lines.indices.contains(person.line) else { return floorFrom }
      return lines[person.line].shifts.first { $0.start >= floorFrom }?.start ?? floorFrom
    }
  }

  /// People leave for good: at the end of each calendar week each of them does with the same chance, whoever they are.
  package struct Attrition: Sendable, Equatable {
    /// Share of the people of one day who are gone a year later, above 0.
    package var perYear: Double
    /// The ends of weeks inside the horizon, in order: Sunday midnight where the group works.
    package var weekEnds: [SimInstant]

    package init(perYear: Double, weekEnds: [SimInstant]) {
      self.perYear = perYear
      self.weekEnds = weekEnds
    }

    /// With this chance somebody leaves at the end of a week: 1 − (1 − share)^(7/365).
    package var weeklyChance: Double { 1 - pow(1 - perYear, 7.0 / 365.0) }
  }

  /// Its people are not the same throughout.
  package var changes: Bool { !hires.isEmpty || attrition != nil }
}

extension Scenario {
  /// People join or leave for good.
  package var hasChangingPeople: Bool { groups.contains { $0.changes } }
}
