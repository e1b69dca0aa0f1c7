package import Experiments
import SampleStatistics
import ServiceMetrics
package import SupportModel

/// Plays baseline and candidate against the same customers until every gate of the candidate's scenario is decided or the budget is spent.
///
/// ```swift
/// let gate = GateExperiment(baseline: old, candidate: new, plan: GatePlan(seed: 1), threads: 2)
/// let result = try gate.run()
/// result.verdict                                   // .pass, .fail or .undecided
/// ```
///
/// Every limit is a question of `SequentialGate`, which names the procedure and what it promises. Identical sides differ by exactly 0
/// in every replication and pass at the first look. Verdicts do not depend on the number of threads.
package struct GateExperiment: Sendable {
  /// nil: only limits of the candidate itself are judged.
  package let baseline: PairedOption?
  /// Its scenario has the gates.
  package let candidate: PairedOption
  /// How sure, and how much may be played.
  package let plan: GatePlan
  /// At least 1; verdicts do not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished and reported.
  package let interruption: InterruptionFlag
  /// What changed in the scenario. Where that weakens a gate of `terms`, the candidate is held to that gate as well.
  package var scenarioChanges: [ScenarioChange] = []
  /// The baseline with what it promised; nil: nobody knows.
  package var terms: Scenario?
  /// Told after every play.
  package var progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)?
  /// Where the replications come from when they are not played here.
  package var supply: PlaySupply?

  package init(
    baseline: PairedOption?, candidate: PairedOption, plan: GatePlan, threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)? = nil
  ) {
    self.baseline = baseline
    self.candidate = candidate
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
    self.progress = progress
  }

  /// One limit on its way to a verdict.
  private struct Question {
    /// A limit of the baseline: shown, and no verdict on the gates.
    var isTerm = false
    /// nil: the scenario has nothing of that name (a scenario that was read from a file always has); it stays undecided.
    var metric: MetricQuestion?
    var finding: GateFinding
  }

  /// A result with 0 replications means that a signal came before anything was known.
  package func run() throws(PairedProblem) -> GateResult {
    try run { Simulation($0) }
  }

  /// With any player; `makePlayer` is called once for each side on each thread.
  package func run<Player: ReplicationPlayer & ~Copyable>(
    makePlayer: @escaping @Sendable (CompiledScenario) -> Player
  ) throws(PairedProblem) -> GateResult {
    let scenario = candidate.scenario
    let judged = JudgedTargets(baseline: baseline?.scenario, candidate: scenario, terms: terms, changes: scenarioChanges)
    var questions = self.questions(judged) + termQuestions(judged)
    let open = questions.count { $0.finding.verdict == .undecided }
    let looks = SequentialGate.looks(budget: plan.budget)
    var result = GateResult(
      candidate: scenario, baseline: baseline?.scenario, plan: plan, replications: 0, looks: looks, findings: [])
    result.scenarioChanges = scenarioChanges
    result.termsOf = terms
    result.isOnBaselineDemand = judged.onBaselineDemand != nil
    func note(_ questions: [Question]) {
      result.findings = questions.filter { !$0.isTerm }.map(\.finding)
      result.terms = questions.filter(\.isTerm).map(\.finding)
    }
    note(questions)
    guard open > 0 else { return result }

    let procedure = try statistics { () throws(GSLError) in
      try SequentialGate(questions: open, errorRate: plan.errorRate, looks: looks)
    }
    var pair = experiment(questions.compactMap(\.metric), judged)
    let compiled = pair.options.map(\.compiled)
    for (look, total) in looks.enumerated() {
      let isWhole = try pair.play(until: total) { makePlayer(compiled[$0]) }
      result.replications = pair.replications()
      result.isPartial = !isWhole
      for index in questions.indices where questions[index].finding.verdict == .undecided {
        try statistics { () throws(GSLError) in try judge(&questions[index], pair, procedure, look: look, deciding: isWhole) }
      }
      note(questions)
      if !isWhole || questions.allSatisfy({ $0.finding.verdict != .undecided }) { break }
    }
    if result.replications > 0 {
      result.courseNow = try statistics { () throws(GSLError) in try DayCourse(pair.folds[candidateOption], of: scenario) }
      result.courseBefore = try statistics { () throws(GSLError) in
        try baseline.flatMap { (side: PairedOption) throws(GSLError) in try DayCourse(pair.folds[0], of: side.scenario) }
      }
    }
    if result.replications > 0, let baseline {
      let explainer = ChangeExplainer(pair: pair, baseline: baseline.compiled, candidate: candidate.compiled, seed: plan.seed)
      result.changes = try statistics { () throws(GSLError) in try explainer.changes(result) }
      result.health = try statistics { () throws(GSLError) in
        try pair.health(confidence: 1 - plan.errorRate, sides: 2, looks: looks.count)
      }
    }
    return result
  }

  private func statistics<Value>(_ body: () throws(GSLError) -> Value) throws(PairedProblem) -> Value {
    do throws(GSLError) {
      return try body()
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
  }

  /// Position of the candidate among the options played.
  private var candidateOption: Int { baseline == nil ? 0 : 1 }

  private func questions(_ judged: JudgedTargets) -> [Question] {
    let scenario = candidate.scenario
    var questions: [Question] = []
    for (index, gate) in scenario.gates.enumerated() {
      let metric = gate.question(in: scenario)
      let scope = metric?.scope(in: scenario)
      for (condition, limit, share) in gate.conditions {
        var finding = GateFinding(gate: index, condition: condition, limit: limit, scope: scope ?? Scope())
        finding.share = share
        if condition == .notWorseBy, judged.baseline.map({ metric?.scope(in: $0) == nil }) ?? true { finding.verdict = .notCompared }
        questions.append(Question(metric: metric, finding: finding))
      }
    }
    return questions
  }

  /// The limits of the baseline that were weakened, on its own definitions. What the candidate no longer has cannot be held to them.
  private func termQuestions(_ judged: JudgedTargets) -> [Question] {
    guard let terms, let baseline = judged.baseline else { return [] }
    // Where others come than before every gate of the baseline is asked, else those that were weakened.
    let asked = judged.onBaselineDemand == nil ? terms.gates(weakenedBy: scenarioChanges) : Array(terms.gates.indices)
    return asked.flatMap { index -> [Question] in
      let gate = terms.gates[index]
      let metric = JudgedTargets.question(gate, in: terms)
      let isThere = metric?.scope(in: judged.candidate) != nil && metric?.scope(in: baseline) != nil
      return gate.conditions.map { condition, limit, share in
        var finding = GateFinding(
          gate: index, condition: condition, limit: limit, scope: gate.question(in: terms)?.scope(in: terms) ?? Scope())
        finding.share = share
        if !isThere { finding.verdict = .notCompared }
        return Question(isTerm: true, metric: metric, finding: finding)
      }
    }
  }

  /// Only what is asked and shown is folded, and for the explanation by interval too.
  private func experiment(_ questions: [MetricQuestion], _ judged: JudgedTargets) -> PairedExperiment {
    let metrics = Set(questions.map(\.metric))
    let folded = metrics.union(DayCourse.metrics).union(MetricCatalog.healthWithSurvey)
    let targets = Set(
      questions.compactMap { question -> String? in
        if case .target(let name, _)? = question.part { return name }
        return nil
      })
    var options: [PairedOption] = []
    for (side, scenario) in [(baseline, judged.baseline), (candidate, judged.candidate)] {
      guard let side, let scenario else { continue }
      options.append(PairedOption(name: side.name, compiled: CompiledScenario(SplitTargets.adding(to: scenario, of: targets))))
    }
    if let third = judged.onBaselineDemand {
      options.append(PairedOption(name: candidate.name, compiled: CompiledScenario(SplitTargets.adding(to: third, of: targets))))
    }
    var pair = PairedExperiment(
      options, seed: plan.seed, metrics: MetricCatalog.all.filter { folded.contains($0) }, keepingIntervalsOf: metrics, threads: threads,
      interruption: interruption)
    pair.progress = progress
    pair.supply = supply
    return pair
  }

  // MARK: One look

  private func judge(
    _ question: inout Question, _ pair: PairedExperiment, _ procedure: SequentialGate, look: Int, deciding: Bool
  ) throws(GSLError) {
    guard let asked = question.metric else { return }
    let confidence = procedure.confidence(look: look)
    let side = question.isTerm && pair.options.count > 2 ? 2 : candidateOption
    question.finding.replications = pair.replications()
    let own = try pair.estimate(asked, of: side, confidence: confidence)
    question.finding.candidate = own?.estimate
    // "Not worse by 5 % of the baseline" is candidate ≤ 1.05 · baseline: a limit on a weighted difference, tested as any other.
    let weight = 1 + asked.metric.worseSign * (question.finding.share ?? 0)
    var difference = baseline == nil ? nil : try pair.difference(asked, from: 0, to: side, confidence: confidence)
    // What is the same in every replication is not worse, whatever the baseline; nothing about it is uncertain.
    let isSame = difference?.difference == 0 && difference?.standardError == 0
    if baseline != nil, weight != 1, !isSame {
      difference = try pair.difference(asked, from: 0, to: side, confidence: confidence, weighing: weight)
    }
    question.finding.baseline = difference?.first
    if let share = question.finding.share, let before = difference?.first {
      // Exactly at the margin in every replication is not beyond it, though 1.05 · 20 is not quite 21 in binary.
      question.finding.limit = share * before * (1 + 1e-9)
    }
    let limit = question.finding.limit
    var slack: (low: Double, high: Double)?
    func note(_ estimate: Double?, _ low: Double?, _ high: Double?, _ standardError: Double?) {
      question.finding.estimate = estimate
      question.finding.low = low
      question.finding.high = high
      question.finding.standardError = standardError
      question.finding.neverVaried = standardError == 0
    }
    switch question.finding.condition {
    case .atLeast:
      note(own?.estimate, own?.low, own?.high, own?.standardError)
      if let low = own?.low, let high = own?.high { slack = (low - limit, high - limit) }
    case .atMost:
      note(own?.estimate, own?.low, own?.high, own?.standardError)
      if let low = own?.low, let high = own?.high { slack = (limit - high, limit - low) }
    case .notWorseBy:
      note(difference?.difference, difference?.low, difference?.high, difference?.standardError)
      if let low = difference?.low, let high = difference?.high {
        slack = asked.metric.worseSign > 0 ? (limit - high, limit - low) : (limit + low, limit + high)
      }
    }
    guard let slack else { return }
    if deciding {
      switch procedure.answer(slack: slack) {
      case .yes: question.finding.verdict = .pass
      case .no: question.finding.verdict = .fail
      case .open: break
      }
    }
    if let spread = question.finding.standardError, spread > 0 {
      question.finding.detectable = try procedure.detectable(standardError: spread, look: look)
      if question.finding.verdict == .undecided {
        question.finding.replicationsNeeded = try procedure.replicationsNeeded(
          slack: (slack.low + slack.high) / 2, standardError: spread, look: look)
      }
    }
  }
}
