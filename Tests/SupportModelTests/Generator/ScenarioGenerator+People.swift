import SimulationCore

@testable import SupportModel

extension ScenarioGenerator {
  mutating func group(_ index: Int) -> AgentGroup {
    var group = AgentGroup(
      name: "group\(index)",
      skills: (0..<skillCount).filter { _ in chance(0.6) }.map {
        .init(skill: $0, rank: int(1...3), handle: pick([1, 1, 0.5, 1.5, 2]))
      },
      presence: .always(count: int(1...4)))
    switch int(0...3) {
    case 0: break
    case 1: group.presence = .staffing(steps())
    default:
      group.presence = .roster((0..<int(1...2)).map { line in rosterLine(group: index, line) })
      if chance(0.3) { group.absence = pick([0.2, 0.5]) }
      if chance(0.4) { group.lateBy = duration(most: 600) }
      if chance(0.4) {
        group.offline = (0..<int(1...2)).map {
          .init(name: "offline\(chance(0.8) ? $0 : 0)", length: .seconds(Double(pick([30, 60, 300]))), share: pick([0.5, 1]))
        }
      }
    }
    group.endOfShift = pick(AgentGroup.EndOfShift.allCases)
    return group
  }

  /// A scenario in which people are new, on one of all the others.
  mutating func peopleScenario() -> Scenario {
    var scenario = pick([true, true, false]) ? scenario() : pick([true, false]) ? togetherScenario() : interruptedScenario()
    addPeople(to: &scenario)
    return scenario
  }

  /// People are new in some groups. Weeks are over in a few minutes of these short horizons.
  mutating func addPeople(to scenario: inout Scenario) {
    if chance(0.7) { scenario.horizon.startDate = "2026-09-14" }
    for group in scenario.groups.indices where group == 0 || chance(0.6) {
      let ramp = AgentGroup.Ramp(startsAt: pick([1, 1.5, 2, 2.6]), length: .seconds(Double(pick([0, 300, 1_200, 7_200]))))
      let tenure = TimeSpan.seconds(Double(pick([0, 0, 60, 500, 3_000])))
      scenario.groups[group].newHires = .init(share: pick([0, 0.2, 0.5, 0.7, 1]), tenure: tenure)
      scenario.groups[group].ramp = ramp
    }
  }

  /// A scenario in which people join and leave for good, on one of all the others.
  mutating func employmentScenario() -> Scenario {
    var scenario =
      pick([true, false]) ? scenario() : pick([peopleScenario(), trayScenario(), unattendedScenario(), interruptedScenario()])
    scenario.horizon.startDate = "2026-09-14"
    for group in scenario.groups.indices where group == 0 || chance(0.7) {
      if case .staffing = scenario.groups[group].presence { scenario.groups[group].presence = .always(count: int(1...4)) }
      if chance(0.5) {
        scenario.groups[group].ramp = AgentGroup.Ramp(startsAt: pick([1, 1.5, 2.6]), length: .seconds(Double(pick([0, 300, 7_200]))))
      }
      if chance(0.7) { scenario.groups[group].hires = (0..<int(1...2)).map { hire($0, group, scenario.groups[group]) } }
      if chance(0.8) { scenario.groups[group].attrition = attrition() }
    }
    return scenario
  }

  private mutating func hire(_ index: Int, _ group: Int, _ of: AgentGroup) -> AgentGroup.Hire {
    let lines = if case .roster(let lines) = of.presence { lines.count } else { 1 }
    let from = min(second(), length - 10)
    let people = (0..<int(1...2)).map { AgentGroup.Hire.Person(name: "hired-\(group)-\(index)-\($0)", line: int(0...lines - 1)) }
    return AgentGroup.Hire(from: instant(from), floorFrom: instant(from + pick([0, 60, 300, 900, length])), people: people)
  }

  /// Weeks are over in a few minutes, and most people within the horizon.
  private mutating func attrition() -> AgentGroup.Attrition {
    let ends = Set((0..<int(1...5)).map { _ in int(1...max(1, length / 10 - 1)) * 10 }).sorted().map { instant($0) }
    return AgentGroup.Attrition(perYear: pick([0.9, 1 - 1e-6, 1 - 1e-12, 1]), weekEnds: ends)
  }

  mutating func steps() -> [AgentGroup.StaffingStep] {
    // Some steps come after the end, for what is drained.
    let starts = Set([0] + (0..<int(0...6)).map { _ in int(1...length / 10 + 60) * 10 }).sorted()
    return starts.map { .init(from: instant($0), count: int(0...4)) }
  }

  private mutating func rosterLine(group: Int, _ line: Int) -> AgentGroup.RosterLine {
    var shifts: [AgentGroup.Shift] = []
    var at = int(-60...length / 30) * 10
    for _ in 0..<int(1...4) {
      let end = at + int(12...max(13, length / 15)) * 10
      shifts.append(.init(start: instant(at), end: instant(end), breaks: breaks(at, end)))
      at = end + (chance(0.4) ? 0 : int(1...60) * 10)
    }
    let names = (1...int(1...3)).map { "person-\(group)-\(line)-\($0)" }
    return AgentGroup.RosterLine(agents: names, shift: "shift\(line)", shifts: shifts)
  }

  private mutating func breaks(_ start: Int, _ end: Int) -> [Range<SimInstant>] {
    var result: [Range<SimInstant>] = []
    var at = start
    for _ in 0..<int(0...3) {
      at += int(0...(end - start) / 20) * 10
      let over = at + pick([10, 30, 60, 120])
      if over > end { break }
      result.append(instant(at)..<instant(over))
      at = over
    }
    return result
  }
}
