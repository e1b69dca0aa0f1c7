package import ServiceMetrics
import SimulationCore
package import SupportModel

/// Replications folded into what every estimate needs, one record at a time in replication order.
///
/// ```swift
/// var fold = ExperimentFold(compiled)
/// for r in 0..<200 { fold.add(try simulation.play(replication: r, seed: 1)) }
/// let estimates = try fold.estimates(confidence: 0.95)
/// ```
///
/// Sums of reals depend on their order in the last digit, so the order of `add` is part of the result: same records, same order, same bytes.
/// Folds of shares of an experiment, merged in order (`merge`), are byte for byte the fold of the whole.
/// Cost per record: three passes over its cells, one closure call per metric and cell, seven vector loops.
/// Memory: 72 bytes per metric and cell, and 16 bytes per metric and whole-horizon scope for each of the first 10,000 replications;
/// the same for each interval of metrics that are asked to keep theirs. A share that begins later holds the cells of every replication (`RecordLog`)
/// and has no estimates.
package struct ExperimentFold {
  /// Replications whose whole-horizon values are kept one by one, for ranges of the next play and paired comparison; later ones are only summed.
  package static let keptReplications = 10_000

  /// What every record must be a play of.
  package let compiled: CompiledScenario
  /// The first replication that it folds: 0, or where a share of an experiment begins.
  package let start: Int
  let metrics: [Metric]
  let plans: [MetricPlan]
  var cells: CellTable
  var bank: RatioBank
  /// Where this does not begin with replication 0: what was played, until the replications before it are there.
  var log = RecordLog()
  var waits: WaitFold
  /// Of the spans for which there is something to measure.
  var spans: [WaitFold]
  /// Queue times play by play, of the scopes that were asked for.
  package var keptWaits: [KeptWaits]
  /// Ratios of each kept replication, of the whole horizon and where asked by interval: `[replication * keptSlots.count + position]`.
  var kept: [Ratio] = []
  let keptSlots: [Int]
  /// Positions in `keptSlots` by slot.
  let keptPosition: [Int: Int]
  /// Agents of each people-side row: all, then by group.
  private let members: [[Int]]

  /// So many, from `start` on.
  package var replications = 0
  /// Where replications are missing between those that are folded: so many before that position.
  var gaps: [(position: Int, missing: Int)] = []
  /// Sums over replications.
  package var agents: [AgentTotals] = []
  /// What remarks are made from.
  package var evidence: RemarkEvidence

  /// `keepingIntervalsOf`: metrics whose intervals are kept replication by replication too, for paired comparison by interval.
  /// `keepingWaitsOf`: scopes whose times are kept too, for choices by percentiles.
  /// `startingAt`: the first replication, for a share of an experiment.
  package init(
    _ compiled: CompiledScenario, metrics: [Metric] = MetricCatalog.all, keepingIntervalsOf: Set<Metric> = [],
    keepingWaitsOf: [KeptWaits.Key] = [],
    startingAt start: Int = 0
  ) {
    precondition(start >= 0, "replications are numbered from 0")
    let scenario = compiled.scenario
    self.compiled = compiled
    self.start = start
    self.metrics = metrics
    plans = MetricPlan.all(metrics, in: scenario)
    cells = CellTable(scenario)
    bank = RatioBank(slots: plans.reduce(0) { $0 + $1.slots })
    waits = WaitFold(scenario, metrics: metrics, startingAt: start)
    spans = TimedSpan.allCases.map { WaitFold(scenario, metrics: metrics, of: $0, startingAt: start) }.filter { !$0.scopes.isEmpty }
    keptWaits = keepingWaitsOf.map { KeptWaits($0, in: scenario) }
    keptSlots = plans.flatMap { plan in
      let columns = keepingIntervalsOf.contains(plan.metric) ? plan.stride : 1
      return plan.scopes.indices.flatMap { row in (0..<columns).map { plan.base + row * plan.stride + $0 } }
    }
    keptPosition = Dictionary(uniqueKeysWithValues: keptSlots.enumerated().map { ($1, $0) })
    let groups = compiled.agentGroups.map(Int.init)
    members = [Array(groups.indices)] + scenario.groups.indices.map { group in groups.indices.filter { groups[$0] == group } }
    evidence = RemarkEvidence(scenario)
  }

  /// As empty as another, for a share that begins elsewhere.
  package init(_ empty: ExperimentFold, startingAt start: Int) {
    precondition(empty.replications == 0, "a fold that holds something already")
    let intervals = empty.plans.filter { plan in empty.keptSlots.count { (plan.base..<(plan.base + plan.slots)).contains($0) } == plan.slots
    }
    self.init(
      empty.compiled, metrics: empty.metrics, keepingIntervalsOf: Set(intervals.map(\.metric)),
      keepingWaitsOf: empty.keptWaits.map(\.key),
      startingAt: start)
  }

  /// Folds the next replication in. The record must be one of this scenario.
  package mutating func add(_ record: ReplicationRecord) {
    precondition(record.agents.count == compiled.agentGroups.count, "a record of another scenario")
    let keeps = start + replications < ExperimentFold.keptReplications
    if start > 0 { log.append(record) } else { sum(record, keeping: keeps) }
    if keeps {
      for index in keptWaits.indices { keptWaits[index].add(record) }
    }
    waits.add(record, keeping: keeps)
    for index in spans.indices { spans[index].add(record, keeping: keeps) }
    if agents.isEmpty { agents = Array(repeating: AgentTotals(), count: record.agents.count) }
    for index in agents.indices { agents[index] += record.agents[index] }
    evidence.add(record)
    replications += 1
  }

  /// What every metric makes of the cells of a replication, into the sums: in the order of replications, of which this is the next.
  mutating func sum(_ record: ReplicationRecord, keeping: Bool) {
    cells.fill(from: record)
    for plan in plans {
      ExperimentFold.evaluate(
        plan, cells: cells, agents: record.agents, members: members, targets: compiled.scenario.targets, into: &bank)
      ExperimentFold.settle(plan, cells: cells, into: &bank)
    }
    if keeping {
      for slot in keptSlots { kept.append(Ratio(bank.numerators[slot], per: bank.denominators[slot])) }
    }
    bank.add()
  }

  /// What is open at the end of a period is what is open at the end of its last interval, of an hour of the week the mean over such ends; and
  /// of what adds up an hour of the week has the mean of such hours, not their sum.
  private static func settle(_ plan: MetricPlan, cells: CellTable, into bank: inout RatioBank) {
    guard plan.stride > 1, plan.metric.kind == .backlog || plan.metric.isTotal else { return }
    for row in plan.scopes.indices {
      let first = plan.base + row * plan.stride
      if plan.metric.kind == .backlog {
        for (period, slot) in zip(cells.periods, (first + cells.firstPeriod)...) { bank.put(bank.sum(first + 1, period.ends), slot) }
      } else {
        for period in cells.periodSums.repeated { bank.denominators[first + period.column] *= period.occurrences }
      }
    }
  }

  /// The cells of the rows that a plan is about.
  private static func rows<Cell>(of plan: MetricPlan, _ cells: [Cell], _ stride: Int) -> [Cell] {
    (plan.rows ?? []).flatMap { cells[($0 * stride)..<(($0 + 1) * stride)] }
  }

  /// A number for each scope and column of targets: `[target * stride + column]`.
  private static func each<Cell>(
    _ plan: MetricPlan, _ cells: CellTable, _ values: [Cell], into bank: inout RatioBank, _ function: (Cell, Scope) -> Ratio
  ) {
    for (row, scope) in plan.scopes.enumerated() {
      for column in 0..<cells.stride {
        bank.put(function(values[scope.target! * cells.stride + column], scope), plan.base + row * plan.stride + column)
      }
    }
  }

  /// Intervals or days of targets that kept what was promised, and their sum.
  private static func judge(_ plan: MetricPlan, cells: CellTable, targets: [Target], into bank: inout RatioBank) {
    switch plan.formula {
    case .targetIntervals(let function):
      for target in targets.indices {
        var whole = Ratio(0.0, per: 0.0)
        for column in 1..<cells.firstPeriod {
          let ratio = function(cells.targets[target * cells.stride + column], targets[target])
          whole += ratio
          bank.put(ratio, plan.base + target * plan.stride + column)
        }
        bank.put(whole, plan.base + target * plan.stride)
        for (period, column) in zip(cells.periods, cells.firstPeriod...) {
          bank.put(bank.sum(plan.base + target * plan.stride + 1, period.intervals), plan.base + target * plan.stride + column)
        }
      }
    case .targetDays(let function):
      for target in targets.indices {
        var whole = Ratio(0.0, per: 0.0)
        for day in 0..<cells.days { whole += function(cells.targetDays[target * cells.days + day], targets[target]) }
        bank.put(whole, plan.base + target)
      }
    default: break
    }
  }

  /// The numbers of one metric for the replication at hand, into its slots of the bank.
  private static func evaluate(
    _ plan: MetricPlan, cells: CellTable, agents: [AgentTotals], members: [[Int]], targets: [Target], into bank: inout RatioBank
  ) {
    switch plan.formula {
    case .contacts(let function):
      if plan.rows != nil { return bank.fill(from: plan.base, rows(of: plan, cells.contacts, cells.stride), function) }
      bank.fill(from: plan.base, cells.contacts, function)
    case .contactsAndPeople(let function, let people):
      if plan.scopes.isEmpty { return }
      bank.fill(from: plan.base, cells.contacts, function)
      // Of people the first row is the total, which the contacts have.
      bank.fill(from: plan.base + cells.contacts.count, Array(cells.people[cells.stride...]), people)
    case .span(let function):
      guard let span = plan.metric.span, cells.spans.indices.contains(span.rawValue) else { return }
      bank.fill(from: plan.base, rows(of: plan, cells.spans[span.rawValue], cells.stride), function)
    case .course(let function):
      for row in plan.scopes.indices {
        let first = row * cells.stride
        let answers = function(cells.contacts[(first + 1)..<(first + cells.firstPeriod)])
        for column in answers.indices { bank.put(answers[column], plan.base + row * plan.stride + column) }
      }
    case .people(let function):
      if plan.rows != nil { return bank.fill(from: plan.base, rows(of: plan, cells.people, cells.stride), function) }
      bank.fill(from: plan.base, cells.people, function)
    case .money(let function):
      for (row, scope) in plan.scopes.enumerated() {
        let first = (scope.group.map { $0 + 1 } ?? 0) * cells.stride
        for column in 0..<cells.stride { bank.put(function(cells.people[first + column]), plan.base + row * plan.stride + column) }
      }
    case .charges(let function):
      for (row, scope) in plan.scopes.enumerated() {
        let first = (scope.target.map { $0 + 1 } ?? 0) * cells.stride
        for column in 0..<cells.stride { bank.put(function(cells.charges.cells[first + column]), plan.base + row * plan.stride + column) }
      }
    case .target(let function):
      each(plan, cells, cells.targets, into: &bank) { cell, _ in function(cell) }
    case .due(let function):
      each(plan, cells, cells.due, into: &bank) { count, _ in function(count) }
    case .treatedTarget(let function):
      each(plan, cells, cells.targets, into: &bank) { cell, scope in function(cell, scope.abandons!) }
    case .targetIntervals, .targetDays: judge(plan, cells: cells, targets: targets, into: &bank)
    case .agents(let function):
      for row in plan.scopes.indices { bank.put(function(agents, members[row]), plan.base + row) }
    case .timePercentile:
      break
    }
  }
}
