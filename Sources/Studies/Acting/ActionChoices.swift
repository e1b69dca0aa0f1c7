package import SupportModel

/// Which changes are worth trying: one more where promises are farthest behind, one moved there from where people are to spare; where all
/// promises are kept, one fewer where there are most to spare.
package struct ActionChoices: Sendable {
  /// The one that is to do better.
  package var scenario: Scenario
  /// How far each promise is behind its goal in each interval, times what comes then: `[target][interval]`.
  package var behind: [[Double]]
  /// People there less people needed, `[group][interval]`; empty where nobody knows.
  package var spare: [[Double?]]

  /// `levels`: service level by target and interval. `weights`: how much comes, likewise; nil: the same in each.
  package init(_ scenario: Scenario, levels: [[Double?]], weights: [[Double]]? = nil, spare: [[Double?]] = []) {
    self.scenario = scenario
    self.spare = spare
    behind = scenario.targets.indices.map { target in
      levels[target].indices.map { interval in
        max(0, scenario.targets[target].goal - (levels[target][interval] ?? 1)) * (weights?[target][interval] ?? 1)
      }
    }
  }

  private struct Place {
    var move: StaffChange.Move
    var people: Int
    /// More is better to add to.
    var need: Double
    /// More is better to take from.
    var spare: Double
  }

  /// For promises that are broken: the best places to add to, at most `most`, with some moves among them.
  package func adding(for targets: [Int], most: Int) -> [StaffChange] {
    let places = places(for: targets)
    let wanted = places.filter { $0.need > 0 }.sorted { $0.need > $1.need }
    // Each group has its turn, so that one with many short steps does not crowd out the others.
    var perGroup: [Int: Int] = [:]
    let chosen = wanted.filter { place in
      perGroup[place.move.group, default: 0] += 1
      return perGroup[place.move.group]! <= max(3, most / 3)
    }
    let adds = chosen.prefix(max(1, most - 2)).map { StaffChange([$0.move]) }
    let moves = chosen.prefix(4).compactMap { place -> StaffChange? in
      let giver = places.filter { other in
        other.move.group == place.move.group && other.move.place != place.move.place && other.people > 1 && other.need < place.need / 4
      }.max { $0.spare < $1.spare }
      guard let giver, giver.spare > 0 else { return nil }
      var taken = giver.move
      taken.people = -1
      return StaffChange([taken, place.move])
    }
    return Array((adds + moves.prefix(2)).prefix(most))
  }

  /// Where every promise is kept: one fewer where most are to spare.
  package func sparing(most: Int) -> [StaffChange] {
    let places = places(for: Array(scenario.targets.indices)).filter { $0.people > 1 && $0.spare > 0 }
    return places.sorted { $0.spare > $1.spare }.prefix(most).map { place in
      var move = place.move
      move.people = -1
      return StaffChange([move])
    }
  }

  /// Groups that can do something for these promises, place by place.
  private func places(for targets: [Int]) -> [Place] {
    let pairs = CompiledScenario(scenario).routing.pairs
    let count = scenario.contactTypes.count
    return scenario.groups.indices.flatMap { group -> [Place] in
      let own = targets.filter { target in scenario.targets[target].contactTypes.contains { pairs[group * count + $0].canServe } }
      if own.isEmpty { return [] }
      return StaffChange.places(of: group, in: scenario).map { place in
        let need = own.reduce(0.0) { sum, target in sum + place.intervals.reduce(0.0) { $0 + behind[target][$1] } }
        let spare = place.intervals.reduce(0.0) { sum, interval in
          guard self.spare.indices.contains(group), let extra = self.spare[group][interval] else { return sum }
          return sum + extra
        }
        return Place(
          move: .init(group: group, place: place.place, people: 1), people: place.people, need: need,
          spare: self.spare.isEmpty ? -need : spare / Double(place.intervals.count))
      }
    }
  }
}
