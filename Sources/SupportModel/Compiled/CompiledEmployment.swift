import SimulationCore

/// Who joins and who may leave for good, by dense agent id.
package struct CompiledEmployment: Sendable {
  /// From when somebody is employed, and when their training is over, µs; who is there from the start: `start`.
  struct Term: BitwiseCopyable {
    var from = CompiledEmployment.start
    var floorFrom = CompiledEmployment.start
  }

  /// How the people of a group leave.
  struct Departure: BitwiseCopyable {
    /// Chance of each of them at the end of a week.
    var chance = 0.0
    /// Range into `weekEnds`.
    var weekEnds = IndexRange(0, 0)
  }

  /// Before any shift that is worked out.
  static var start: Int64 { .min / 2 }

  /// Of each agent; empty where nobody joins or leaves.
  let terms: [Term]
  /// Whose random numbers these are: of people without names of their own, the number that they have in their group.
  let keys: [UInt64]
  /// By group.
  let departures: [Departure]
  /// µs.
  let weekEnds: [Int64]
  var isUsed: Bool { !terms.isEmpty }

  init(_ scenario: Scenario, _ groups: [CompiledAgents.Group], names: [String]) {
    var departures: [Departure] = []
    var weekEnds: [Int64] = []
    var terms: [Term] = []
    var keys: [UInt64] = []
    for (index, group) in scenario.groups.enumerated() {
      let first = weekEnds.count
      weekEnds += group.attrition?.weekEnds.map { $0.microseconds } ?? []
      departures.append(Departure(chance: group.attrition?.weeklyChance ?? 0, weekEnds: IndexRange(first, weekEnds.count)))
      let people = groups[index].agents.indices
      let starting = Int(groups[index].starting)
      for place in 0..<starting {
        terms.append(Term())
        keys.append(
          RandomStream.hash(groups[index].presence == .roster ? names[people.lowerBound + place] : "\(group.name) \(place + 1)"))
      }
      for hire in group.hires {
        for person in hire.people {
          terms.append(Term(from: hire.from.microseconds, floorFrom: hire.floorFrom.microseconds))
          keys.append(RandomStream.hash(person.name))
        }
      }
    }
    self.departures = departures
    self.weekEnds = weekEnds
    self.terms = scenario.hasChangingPeople ? terms : []
    self.keys = scenario.hasChangingPeople ? keys : []
  }
}
