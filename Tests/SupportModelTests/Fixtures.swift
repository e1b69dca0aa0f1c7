import SimulationCore
import SupportPolicies

@testable import SupportModel

/// One play with everything written down and every check on.
struct Play {
  let record: ReplicationRecord
  let journal: [JournalEntry]
  let rows: [ContactRow]

  init(_ scenario: Scenario, replication: Int = 0, seed: UInt64 = 1, observing: Observation = [.journal, .contacts, .checks]) throws {
    var simulation = Simulation(CompiledScenario(scenario))
    record = try simulation.play(replication: replication, seed: seed, observing: observing)
    journal = simulation.journal
    rows = simulation.contactRows
  }

  /// All contacts that were counted, or those of one type.
  func contacts(_ type: Int? = nil) -> ContactCell {
    record.contacts.enumerated().reduce(into: ContactCell()) { sum, cell in
      if type == nil || cell.offset % record.typeCount == type { sum += cell.element }
    }
  }

  func group(_ group: Int = 0) -> GroupCell {
    record.groups.enumerated().reduce(into: GroupCell()) { if $1.offset % record.groupCount == group { $0 += $1.element } }
  }

  /// `(seconds, kind, contact)` of the journal's lines of some kinds.
  func lines(_ kinds: Set<JournalEntry.Kind>) -> [Line] {
    journal.filter { kinds.contains($0.kind) }.map {
      Line(at: Double($0.time) * 1e-6, $0.kind, contact: $0.contact, agent: Int($0.agent))
    }
  }
}

struct Line: Equatable {
  var at: Double
  var kind: JournalEntry.Kind
  var contact: Int64
  var agent: Int

  init(at: Double, _ kind: JournalEntry.Kind, contact: Int64 = -1, agent: Int = -1) {
    self.at = at
    self.kind = kind
    self.contact = contact
    self.agent = agent
  }
}

/// Shorthand for scenarios that a person can work out by hand; all times in seconds.
enum By {
  static func at(_ seconds: Double) -> SimInstant { SimInstant(microseconds: TimeSpan.microseconds(fromSeconds: seconds)) }
  static func span(_ range: Range<Double>) -> Range<SimInstant> { at(range.lowerBound)..<at(range.upperBound) }
  static func always(_ seconds: Double) -> TimedDistribution { TimedDistribution(ConstantDistribution(seconds)) }

  /// Contacts at these instants.
  static func calls(_ name: String = "call", at instants: [Double], talk: Double, wrapUp: Double? = nil, patience: Double? = nil)
    -> ContactType
  {
    ContactType(
      name: name, skills: [0], arrivals: [ArrivalProcess(pattern: .instants(instants.map(at)))], talk: always(talk),
      wrapUp: wrapUp.map(always), patience: patience.map(always))
  }

  static func poisson(_ name: String = "call", expected: Double, over length: Double) -> ArrivalProcess {
    ArrivalProcess(pattern: .poisson([.init(start: .zero, end: at(length), expected: expected)]))
  }

  static func desk(_ count: Int, name: String = "desk", skills: [Int] = [0]) -> AgentGroup {
    AgentGroup(name: name, skills: skills.map { .init(skill: $0) }, presence: .always(count: count))
  }

  static func roster(_ agents: [String], shifts: [AgentGroup.Shift], end: AgentGroup.EndOfShift = .finish, name: String = "desk")
    -> AgentGroup
  {
    AgentGroup(
      name: name, skills: [.init(skill: 0)], presence: .roster([.init(agents: agents, shift: "day", shifts: shifts)]), endOfShift: end)
  }

  static func shift(_ range: Range<Double>, breaks: [Range<Double>] = []) -> AgentGroup.Shift {
    .init(start: at(range.lowerBound), end: at(range.upperBound), breaks: breaks.map(span))
  }

  static func staffing(_ steps: [(Double, Int)], end: AgentGroup.EndOfShift = .finish) -> AgentGroup {
    AgentGroup(
      name: "desk", skills: [.init(skill: 0)], presence: .staffing(steps.map { .init(from: at($0.0), count: $0.1) }), endOfShift: end)
  }

  static let fifo = RoutingPolicy(agentForContact: [LongestIdle().boxed], contactForAgent: [LongestWait().boxed])

  /// An hour, in one interval unless said otherwise. `open`: the hours of its only calendar.
  static func hour(
    _ types: [ContactType], _ groups: [AgentGroup], length: Double = 3_600, interval: Double? = nil, warmUp: Double = 0,
    atEnd: Horizon.AtEnd = .drain, limits: [SharedLimit] = [], routing: RoutingPolicy = fifo, targets: [Target] = [],
    open: [Range<Double>] = []
  ) -> Scenario {
    Scenario(
      name: "by hand",
      horizon: .elapsed(
        length: .seconds(length), warmUp: .seconds(warmUp), interval: .seconds(interval ?? length), atEnd: atEnd),
      calendars: [WorkCalendar(name: "open", hours: BusinessTime(open.map(span)))], channels: [Channel(name: "phone")], skills: ["a", "b"],
      contactTypes: types, sharedLimits: limits, groups: groups,
      routing: routing, targets: targets)
  }
}
