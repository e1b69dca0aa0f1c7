package import ServiceMetrics
import SimulationCore
package import SupportModel

/// What a scenario multiplies to: how much memory an experiment of it takes and how much its results, estimated before anything is played.
///
/// Each factor of a scenario has a limit of its own; this is the one on their products. The numbers per thing are measured on the results of
/// shipped and generated scenarios, rounded up; what passes through the system costs nothing, only what is in it at once.
package struct PlaySize: Sendable {
  /// A number that the scenario says, and the key that says it.
  package struct Factor: Sendable, Equatable {
    package var count: Int
    /// `intervals`
    package var name: String
    /// `horizon.interval`
    package var key: String
  }

  /// A product and what it costs.
  package struct Part: Sendable, Equatable {
    package var factors: [Factor]
    package var bytes: Double
  }

  /// Memory, the largest first.
  package let parts: [Part]
  /// Of results.json, intervals.csv and the files of periods together.
  package let resultBytes: Double

  /// Time of all people together, each as often as contacts divide them, and of what is open at the start when it starts, seconds.
  package let agentTime: Double
  package let backlogAge: Double
  /// What either may come to: sums of whole µs hold 292,000 years.
  package static let mostAgentTime = CompiledScenario.mostTime * 1e-6 / 2
  package static let mostBacklogAge = CompiledScenario.mostTime * 1e-6 / 8

  /// All parts together, bytes.
  package var memory: Double { parts.reduce(0) { $0 + $1.bytes } }

  /// Contacts that may be in the system at once.
  package static let mostContacts = 2_000_000
  /// Each thread plays with tables of its own; more threads than this are not counted on.
  private static let threads = 8.0

  package init(_ scenario: Scenario, metrics: [Metric] = MetricCatalog.all) {
    agentTime = Double(PlaySize.people(scenario)) * Double(PlaySize.parts(scenario)) * PlaySize.longestPlay(scenario)
    backlogAge = scenario.horizon.backlog.reduce(0) { sum, backlog in
      sum + Double(backlog.count) * min(backlog.age?.mean ?? 0, Double(CompiledScenario.oldest) * 1e-6)
    }
    let intervals = Factor(count: scenario.horizon.intervals.count, name: "intervals", key: "horizon.interval")
    let types = Factor(count: scenario.contactTypes.count, name: "contact types", key: "contacts")
    let groups = Factor(count: scenario.groups.count, name: "agent groups", key: "agents")
    let targets = Factor(count: scenario.targets.count, name: "targets", key: "targets")
    let agents = Factor(count: PlaySize.people(scenario), name: "agents", key: "agents")
    var numbers: [Column: (slots: Double, factors: [Factor])] = [:]
    var kept = 0.0
    for metric in metrics {
      let scopes = metric.scopes(in: scenario).count
      kept += Double(scopes)
      let side = Column(metric.side)
      let factor: Factor =
        switch side {
        case .contacts: Factor(count: scopes, name: "contact types, channels, segments and priorities", key: "contacts")
        case .people: Factor(count: scopes, name: "agent groups", key: "agents")
        case .targets: Factor(count: targets.count, name: "targets", key: "targets")
        }
      let slots = Double(scopes) * (metric.isByInterval ? Double(intervals.count + 1 + scenario.horizon.periods.count) : 1)
      numbers[side, default: (0, [intervals, factor])].slots += slots
    }
    let sides: [Column] = [.contacts, .people, .targets]
    var parts = sides.compactMap { numbers[$0] }.map { Part(factors: $0.factors, bytes: $0.slots * PlaySize.perNumber) }
    let slots = sides.reduce(0.0) { $0 + (numbers[$1]?.slots ?? 0) }
    resultBytes = slots * PlaySize.perCells + min(slots, PlaySize.mostRows) * PlaySize.perRow
    let cells = Double(intervals.count) * Double(types.count)
    let timed = PlaySize.timed(scenario)
    parts.append(Part(factors: [intervals, types], bytes: cells * timed * (PlaySize.perCell + 400 * PlaySize.threads)))
    parts.append(Part(factors: [intervals, groups], bytes: Double(intervals.count) * Double(groups.count) * 150 * PlaySize.threads))
    parts.append(Part(factors: [intervals, targets], bytes: Double(intervals.count) * Double(targets.count) * 100 * PlaySize.threads))
    parts.append(Part(factors: [agents], bytes: Double(agents.count) * (400 + 500 * PlaySize.threads)))
    let backlog = Factor(
      count: scenario.horizon.backlog.reduce(0) { $0 + $1.count }, name: "contacts waiting at the start", key: "horizon.backlog")
    parts.append(Part(factors: [backlog], bytes: Double(backlog.count) * 250 * PlaySize.threads))
    let plays = Factor(
      count: min(scenario.experiment.precision?.atMost ?? scenario.experiment.replications, ExperimentFold.keptReplications),
      name: "replications kept one by one", key: "experiment.replications")
    parts.append(Part(factors: [plays, types], bytes: Double(plays.count) * kept * 16))
    self.parts = parts.sorted { $0.bytes > $1.bytes }
  }

  /// Bytes for a number by scope and interval: its sums, and its cells of intervals.csv while that is made.
  private static let perNumber = 72.0 + 2 * perCells
  /// Bytes of its three cells in intervals.csv, full.
  private static let perCells = 60.0
  /// Bytes of a row in results.json, and how many of intervals it holds at most.
  private static let perRow = 230.0
  private static let mostRows = 150_000.0
  /// Bytes for the queue times of a type in an interval over all replications.
  private static let perCell = 2_000.0

  /// What is timed by interval: queue times, and each span where any is measured.
  private static func timed(_ scenario: Scenario) -> Double {
    let hasSpans = scenario.typesMeasured(.resolution).contains(true)
    return hasSpans ? 1 + Double(TimedSpan.allCases.count) : 1
  }

  private enum Column: Hashable {
    case contacts, people, targets

    init(_ side: Metric.Side) {
      switch side {
      case .contacts: self = .contacts
      case .people: self = .people
      case .targets: self = .targets
      }
    }
  }

  private static func parts(_ scenario: Scenario) -> Int {
    scenario.channels.isEmpty ? 1 : Channel.unitsTogether(scenario.contactTypes.map { scenario.channels[$0.channel].concurrency })
  }

  /// Seconds.
  private static func longestPlay(_ scenario: Scenario) -> Double {
    scenario.horizon.length.seconds + Double(Simulation.longestDrain) * 1e-6
  }

  private static func people(_ scenario: Scenario) -> Int {
    scenario.groups.reduce(0) { $0 + $1.mostPeople }
  }
}
