import SimulationCore
package import SupportModel

/// A change of who is there that can be said in a few words: one more or one fewer at some place, or one moved from one place to another.
package struct StaffChange: Sendable, Equatable {
  /// Where people are counted.
  package enum Place: Sendable, Equatable {
    /// A group that is always there.
    case always
    /// One step of a group's staffing counts.
    case step(Int)
    /// One line of a group's roster.
    case line(Int)
  }

  /// So many more at one place; negative: fewer.
  package struct Move: Sendable, Equatable {
    /// Index into `Scenario.groups`.
    package var group: Int
    package var place: Place
    package var people: Int

    package init(group: Int, place: Place, people: Int) {
      self.group = group
      self.place = place
      self.people = people
    }
  }

  /// One, or two where people go from one place to another.
  package var moves: [Move]

  package init(_ moves: [Move]) { self.moves = moves }

  /// The scenario with the change made. Whoever comes is the last of the line, and the last of the line goes.
  package func applied(to scenario: Scenario) -> Scenario {
    var scenario = scenario
    for move in moves {
      switch (scenario.groups[move.group].presence, move.place) {
      case (.always(let count), .always): scenario.groups[move.group].presence = .always(count: max(0, count + move.people))
      case (.staffing(var steps), .step(let index)):
        steps[index].count = max(0, steps[index].count + move.people)
        scenario.groups[move.group].presence = .staffing(steps)
      case (.roster(var lines), .line(let index)):
        if move.people > 0 {
          let first = lines[index].agents.count
          let stem = "\(scenario.groups[move.group].name)-\(lines[index].shift)-added"
          lines[index].agents += (0..<move.people).map { "\(stem)-\(first + $0 + 1)" }
        } else {
          lines[index].agents.removeLast(min(-move.people, lines[index].agents.count))
        }
        scenario.groups[move.group].presence = .roster(lines)
      default: break
      }
    }
    return scenario
  }

  /// Every place of a group with how many people it has and the intervals in which they are there; closed ones are left out.
  static func places(of group: Int, in scenario: Scenario) -> [(place: Place, people: Int, intervals: [Int])] {
    let intervals = scenario.horizon.intervals
    func covered(_ from: SimInstant, _ to: SimInstant) -> [Int] {
      intervals.indices.filter { intervals[$0].start < to && intervals[$0].end > from }
    }
    switch scenario.groups[group].presence {
    case .always(let count): return count > 0 ? [(.always, count, Array(intervals.indices))] : []
    case .staffing(let steps):
      return steps.indices.compactMap { index in
        let end = index + 1 < steps.count ? steps[index + 1].from : SimInstant.zero + scenario.horizon.length
        let here = covered(steps[index].from, end)
        return steps[index].count > 0 && !here.isEmpty ? (.step(index), steps[index].count, here) : nil
      }
    case .roster(let lines):
      return lines.indices.compactMap { index in
        let here = lines[index].shifts.flatMap { covered($0.start, $0.end) }
        return lines[index].agents.isEmpty || here.isEmpty ? nil : (.line(index), lines[index].agents.count, here)
      }
    }
  }
}
