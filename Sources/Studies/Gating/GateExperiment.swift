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
  /// Told after every play.
  package var progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)?

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
    var questions = self.questions()
    let open = questions.count { $0.finding.verdict == .undecided }
    let looks = SequentialGate.looks(budget: plan.budget)
    var result = GateResult(
      candidate: scenario, baseline: baseline?.scenario, plan: plan, replications: 0, looks: looks, findings: questions.map(\.finding))
    guard open > 0 else { return result }

    let procedure = try statistics { () throws(GSLError) in
      try SequentialGate(questions: open, errorRate: plan.errorRate, looks: looks)
    }
    var pair = experiment(questions.compactMap(\.metric))
    let compiled = pair.options.map(\.compiled)
    for (look, total) in looks.enumerated() {
      let isWhole = try pair.play(until: total) { makePlayer(compiled[$0]) }
      result.replications = pair.replications()
      result.isPartial = !isWhole
      for index in questions.indices where questions[index].finding.verdict == .undecided {
        try statistics { () throws(GSLError) in try judge(&questions[index], pair, procedure, look: look, deciding: isWhole) }
      }
      result.findings = questions.map(\.finding)
      if !isWhole || questions.allSatisfy({ $0.finding.verdict != .undecided }) { break }
    }
    if result.replications > 0, let baseline {
      let explainer = ChangeExplainer(pair: pair, baseline: baseline.compiled, candidate: candidate.compiled, seed: plan.seed)
      result.changes = try statistics { () throws(GSLError) in try explainer.changes(result) }
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

  private func questions() -> [Question] {
    let scenario = candidate.scenario
    var questions: [Question] = []
    for (index, gate) in scenario.gates.enumerated() {
      let metric = gate.question(in: scenario)
      let scope = metric?.scope(in: scenario)
      for (condition, limit, share) in gate.conditions {
        var finding = GateFinding(gate: index, condition: condition, limit: limit, scope: scope ?? Scope())
        finding.share = share
        if condition == .notWorseBy, baseline.map({ metric?.scope(in: $0.scenario) == nil }) ?? true { finding.verdict = .notCompared }
        questions.append(Question(metric: metric, finding: finding))
      }
    }
    return questions
  }

  /// Only what is asked is folded, and for the explanation by interval too.
  private func experiment(_ questions: [MetricQuestion]) -> PairedExperiment {
    let metrics = Set(questions.map(\.metric))
    let targets = Set(
      questions.compactMap { question -> String? in
        if case .target(let name, _)? = question.part { return name }
        return nil
      })
    var options: [PairedOption] = []
    for side in [baseline, candidate] {
      guard let side else { continue }
      options.append(PairedOption(name: side.name, compiled: CompiledScenario(SplitTargets.adding(to: side.scenario, of: targets))))
    }
    var pair = PairedExperiment(
      options, seed: plan.seed, metrics: MetricCatalog.all.filter(metrics.contains), keepingIntervalsOf: metrics, threads: threads,
      interruption: interruption)
    pair.progress = progress
    return pair
  }

  // MARK: One look

  private func judge(
    _ question: inout Question, _ pair: PairedExperiment, _ procedure: SequentialGate, look: Int, deciding: Bool
  ) throws(GSLError) {
    guard let asked = question.metric else { return }
    let confidence = procedure.confidence(look: look)
    question.finding.replications = pair.replications()
    let own = try pair.estimate(asked, of: candidateOption, confidence: confidence)
    question.finding.candidate = own?.estimate
    // "Not worse by 5 % of the baseline" is candidate ≤ 1.05 · baseline: a limit on a weighted difference, tested as any other.
    let weight = 1 + asked.metric.worseSign * (question.finding.share ?? 0)
    var difference = baseline == nil ? nil : try pair.difference(asked, from: 0, to: 1, confidence: confidence)
    // What is the same in every replication is not worse, whatever the baseline; nothing about it is uncertain.
    let isSame = difference?.difference == 0 && difference?.standardError == 0
    if baseline != nil, weight != 1, !isSame {
      difference = try pair.difference(asked, from: 0, to: 1, confidence: confidence, weighing: weight)
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
