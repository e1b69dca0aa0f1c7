import SimulationCore
import SupportPolicies

@testable import SupportModel

/// Random valid scenarios, small and eventful: two hours or less, durations that are mostly multiples of ten seconds, so that many
/// things happen at the same instant. The same seed gives the same scenario.
///
/// ```swift
/// var generator = ScenarioGenerator(seed: 17)
/// let scenario = generator.scenario()
/// ```
struct ScenarioGenerator {
  var random: RandomGenerator
  /// For what came later, so that scenarios are otherwise those of before.
  private var later: RandomGenerator
  /// Horizon, seconds.
  var length = 0
  var typeCount = 0
  var groupCount = 0
  var skillCount = 0
  var calendars: [WorkCalendar] = []
  /// Instead of a few.
  var sizes: (types: Int, groups: Int, skills: Int)?

  init(seed: UInt64) {
    random = RandomStream(seed: seed, replication: 0, name: "scenario").generator(entity: 0)
    later = RandomStream(seed: seed, replication: 0, name: "scenario").generator(entity: 1)
  }

  mutating func scenario() -> Scenario {
    length = pick([600, 1_200, 1_800, 3_600, 3_600, 5_400, 7_200])
    typeCount = sizes?.types ?? int(1...4)
    groupCount = sizes?.groups ?? int(1...4)
    skillCount = sizes?.skills ?? int(1...4)
    calendars = []
    let channels = [Channel(name: "phone"), Channel(name: "mail", isLive: false)]
    let types = (0..<typeCount).map { contactType($0) }
    var groups = (0..<groupCount).map { group($0) }
    if chance(0.8) { groups[0].skills = (0..<skillCount).map { AgentGroup.Skill(skill: $0, rank: int(1...2)) } }
    var scenario = Scenario(
      name: "generated", horizon: horizon(), channels: channels, segments: [], skills: (0..<skillCount).map { "skill\($0)" },
      contactTypes: types, sharedLimits: chance(0.3) ? (0..<int(1...2)).map { _ in sharedLimit() } : [],
      demandEvents: chance(0.25) ? (0..<int(1...2)).map { demandEvent($0) } : [], groups: groups, routing: policy(), targets: targets())
    scenario.calendars = calendars
    if chance(0.3) { bringCustomersBack(&scenario) }
    // Last of all, so that the customers are those of a scenario without clocks.
    for target in scenario.targets.indices where chance(0.4) { giveClock(to: &scenario.targets[target]) }
    scenario.calendars = calendars
    swap(&random, &later)
    if chance(0.2) { scenario.routing.contactForAgent.insert(TimeLeftShare().boxed, at: 0) }
    if chance(0.2), scenario.horizon.intervals.count > 1 { coolDown(&scenario.horizon) }
    swap(&random, &later)
    return scenario
  }

  /// The last intervals are not counted.
  private mutating func coolDown(_ horizon: inout Horizon) {
    let counted = int(1...horizon.intervals.count - 1)
    horizon.uncounted = Array(horizon.intervals[counted...])
    horizon.intervals.removeSubrange(counted...)
    horizon.cooldown = horizon.length - (horizon.uncounted[0].start - .zero)
  }

  private mutating func giveClock(to target: inout Target) {
    target.measure = pick(Target.Measure.allCases)
    if chance(0.4) { target.durations.byPriority = [(int(0...2), .time(.seconds(Double(pick([60, 300, 900])))))] }
    if chance(0.2) { target.durations.otherwise = nil }
    if chance(0.6) { target.terms.calendar = calendar(3) }
    if chance(0.4) { target.terms.pauses = ClockPhases(pick([[.waiting], [.inHand], [.waiting, .inHand], [.pending]])) }
  }

  /// A scenario in which customers come back to an agent whom they know.
  mutating func returningScenario() -> Scenario {
    var scenario = scenario()
    bringCustomersBack(&scenario)
    return scenario
  }

  /// Work is handed back at the ends of shifts, customers do not wait long for the rest of it, call again, and ask for whom they know.
  private mutating func bringCustomersBack(_ scenario: inout Scenario) {
    for group in scenario.groups.indices {
      scenario.groups[group].endOfShift = .handBack
      if case .always = scenario.groups[group].presence { scenario.groups[group].presence = .staffing(steps()) }
    }
    for type in scenario.contactTypes.indices {
      scenario.contactTypes[type].patience = timed(most: 30)
      scenario.contactTypes[type].talk = timed(least: 120, most: 600)
      scenario.contactTypes[type].opens = nil
      scenario.contactTypes[type].afterAbandon = ContactType.Retry(
        probability: 1, delay: duration(most: 120), atMost: 3, sameWork: chance(0.5), samePatience: chance(0.5))
    }
    scenario.routing.agentForContact.insert(LastAgent().boxed, at: 0)
  }

  // MARK: - Horizon, limits, promises

  private mutating func horizon() -> Horizon {
    let warmUp = chance(0.3) ? pick([10, 300, length / 3]) : 0
    let interval = pick([300, 600, 900, 1_800, length])
    var horizon = Horizon.elapsed(
      length: .seconds(Double(length)), warmUp: .seconds(Double(warmUp)), interval: .seconds(Double(interval)),
      atEnd: chance(0.5) ? .drain : .cut)
    // Short days, so that a factor of the day changes inside the horizon.
    let perDay = int(1...3)
    for index in horizon.intervals.indices { horizon.intervals[index].day = index / perDay }
    if chance(0.25) {
      for type in 0..<typeCount where chance(0.5) {
        horizon.backlog.append(.init(contactType: type, count: int(1...6), age: chance(0.7) ? duration(most: 600) : nil))
      }
    }
    return horizon
  }

  private mutating func sharedLimit() -> SharedLimit {
    let both = chance(0.3)
    let lines = chance(0.5)
    return SharedLimit(contactTypes: someTypes(), inSystem: lines || both ? int(1...8) : nil, waiting: !lines || both ? int(0...4) : nil)
  }

  private mutating func targets() -> [Target] {
    (0..<int(0...3)).map { number in
      Target(
        name: "target\(number)", contactTypes: someTypes(), answerWithin: .seconds(Double(pick([0, 20, 30, 60, 120]))), goal: 0.8,
        shortAbandon: chance(0.5) ? .seconds(Double(pick([0, 10, 30]))) : nil)
    }
  }

  // MARK: - Words

  mutating func int(_ range: ClosedRange<Int>) -> Int {
    min(range.upperBound, range.lowerBound + Int(random.nextUniform() * Double(range.count)))
  }
  mutating func chance(_ probability: Double) -> Bool { random.nextUniform() < probability }
  mutating func pick<T>(_ values: [T]) -> T { values[int(0...values.count - 1)] }

  /// An instant of the horizon on the ten-second grid, seconds.
  mutating func second() -> Int { int(0...length / 10) * 10 }
  func instant(_ seconds: Int) -> SimInstant { SimInstant(microseconds: Int64(seconds) * 1_000_000) }

  /// At least one contact type.
  mutating func someTypes() -> [Int] {
    let some = (0..<typeCount).filter { _ in chance(0.5) }
    return some.isEmpty ? [int(0...typeCount - 1)] : some
  }

  /// A new calendar of up to `count` stretches inside the horizon.
  mutating func calendar(_ count: Int) -> Int {
    let edges = Set((0..<2 * count).map { _ in second() }).sorted()
    let ranges = stride(from: 0, to: edges.count - 1, by: 2).map { instant(edges[$0])..<instant(edges[$0 + 1]) }
    calendars.append(WorkCalendar(name: "calendar\(calendars.count)", hours: BusinessTime(ranges)))
    return calendars.count - 1
  }

  /// Mostly whole tens of seconds.
  mutating func duration(least: Int = 0, most: Int) -> AnyDistribution {
    let grid = [0, 10, 20, 30, 60, 90, 120, 300, 600].filter { $0 >= least && $0 <= most }
    switch int(0...5) {
    case 0, 1: return ConstantDistribution(Double(pick(grid))).boxed
    case 2, 3: return EmpiricalDistribution(values: (0..<3).map { _ in Double(pick(grid)) }).boxed
    case 4: return ExponentialDistribution(mean: Double(most) / 3).boxed
    default: return UniformDistribution(from: Double(least), to: Double(most)).boxed
    }
  }

  mutating func timed(least: Int = 0, most: Int) -> TimedDistribution {
    if chance(0.8) { return TimedDistribution(duration(least: least, most: most)) }
    return TimedDistribution(pieces: [
      .init(from: instant(0), distribution: duration(least: least, most: most)),
      .init(from: instant(max(10, second())), distribution: duration(least: least, most: most)),
    ])
  }
}
