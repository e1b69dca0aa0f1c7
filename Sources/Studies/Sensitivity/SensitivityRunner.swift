package import Experiments
import SampleStatistics
import ServiceMetrics
package import SupportModel

/// What moves a metric most, and where promises break.
package struct SensitivityPlan: Sendable {
  /// All plays meet the customers of this seed.
  package var seed: UInt64
  /// Of the effects of one metric together.
  package var confidence: Double
  /// Of every point.
  package var replications: Int
  /// Metrics whose change is asked for.
  package var questions: [MetricQuestion]
  /// Relative change of multipliers to either side: 0.1 for ±10 %.
  package var step: Double
  /// Absolute change of absence.
  package var absenceStep: Double
  /// Only these inputs, each by so much; empty: all, by the steps above.
  package var chosen: [SensitivityStep] = []
  /// Costs several plays for each input and target.
  package var findsBreakPoints: Bool

  package init(
    seed: UInt64, confidence: Double, replications: Int, questions: [MetricQuestion], step: Double = 0.1, absenceStep: Double = 0.05,
    findsBreakPoints: Bool = true
  ) {
    self.seed = seed
    self.confidence = confidence
    self.replications = replications
    self.questions = questions
    self.step = step
    self.absenceStep = absenceStep
    self.findsBreakPoints = findsBreakPoints
  }
}

/// An input and how far it is moved: of a multiplier to either side (0.1 for ±10 %), of absence and people upwards, or down where it is negative.
package struct SensitivityStep: Sendable, Equatable {
  package var input: ScenarioInput
  package var change: Double

  package init(_ input: ScenarioInput, by change: Double) {
    self.input = input
    self.change = change
  }
}

/// By how much one input moves one metric.
package struct SensitivityEffect: Sendable {
  /// What was moved.
  package var input: ScenarioInput
  /// The change that has the effect: ±0.1 of a multiplier, +0.05 of absence, +1 person.
  package var change: Double
  /// Metric after the change less before it, all intervals of one metric together; for multipliers half of the difference between
  /// the two sides (central difference), for others the change upwards alone.
  package var estimate: PairedEstimate
  /// Values of the input at which there is nothing to measure, though there is as the scenario stands.
  package var undefinedAt: [Double] = []
}

/// What moves the metrics of one scenario.
package struct Sensitivity: Sendable {
  /// What was asked.
  package var plan: SensitivityPlan
  /// As it stands.
  package var scenario: Scenario
  /// Played of every point.
  package var replications: Int
  /// As the scenario stands, by question.
  package var base: [Estimate?]
  /// By question, the largest effect first.
  package var effects: [[SensitivityEffect]]
  /// For each input and target; empty where not asked for.
  package var breakPoints: [BreakPoint]
  /// A signal ended it; what is there is from fewer replications.
  package var isPartial: Bool
}

/// Paired finite differences under common random numbers: the scenario is played against the same customers with each input a little
/// higher and a little lower. The bias of a central difference is of the order of the step squared, and the variance stays bounded as
/// the step shrinks only because the customers are the same. Source: Asmussen & Glynn, *Stochastic Simulation*, VII.1;
/// Glasserman & Yao, *Some guidelines and guarantees for common random numbers*, Management Science 38 (1992).
package struct SensitivityRunner: Sendable {
  /// As it stands; inputs are moved on copies.
  package let scenario: Scenario
  /// What is asked.
  package let plan: SensitivityPlan
  /// At least 1; the result does not depend on it.
  package let threads: Int
  /// Raised by a signal: the plays at hand are finished and reported.
  package let interruption: InterruptionFlag
  /// Told after every play.
  package let progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)?

  package init(
    _ scenario: Scenario, plan: SensitivityPlan, threads: Int = 1, interruption: InterruptionFlag = InterruptionFlag(),
    progress: (@Sendable (_ finished: Int, _ planned: Int) -> Void)? = nil
  ) {
    self.scenario = scenario
    self.plan = plan
    self.threads = threads
    self.interruption = interruption
    self.progress = progress
  }

  /// The scenarios that are played, in order; the first is as it stands.
  package static func variants(of scenario: Scenario, _ plan: SensitivityPlan) -> [(input: ScenarioInput, value: Double)?] {
    var variants: [(input: ScenarioInput, value: Double)?] = [nil]
    for step in steps(of: scenario, plan) {
      switch step.input {
      case .volume, .handleTime, .patience: variants += [(step.input, 1 - step.change), (step.input, 1 + step.change)]
      case .absence, .staffing: variants.append((step.input, step.change))
      }
    }
    return variants
  }

  private static func steps(of scenario: Scenario, _ plan: SensitivityPlan) -> [SensitivityStep] {
    if !plan.chosen.isEmpty { return plan.chosen }
    return ScenarioInput.all(in: scenario).map { input in
      switch input {
      case .volume, .handleTime, .patience: SensitivityStep(input, by: plan.step)
      case .absence: SensitivityStep(input, by: plan.absenceStep)
      case .staffing: SensitivityStep(input, by: 1)
      }
    }
  }

  /// nil when a signal came before anything could be said. A problem of one variant names it by its place in `variants`.
  package func run() throws(PairedProblem) -> Sensitivity? {
    let variants = Self.variants(of: scenario, plan)
    let options = variants.enumerated().map { index, variant in
      PairedOption(name: "\(index)", compiled: CompiledScenario(variant.map { $0.input.applied($0.value, to: scenario) } ?? scenario))
    }
    let metrics = Set(plan.questions.map(\.metric))
    let intervals = Set(plan.questions.filter { !$0.isOfWhole }.map(\.metric))
    var pair = PairedExperiment(
      options, seed: plan.seed, metrics: MetricCatalog.all.filter(metrics.contains), keepingIntervalsOf: intervals,
      threads: threads, interruption: interruption)
    pair.progress = progress
    let finished = try pair.play(until: plan.replications)
    guard pair.replications(common: nil) > 1 || (finished && plan.replications == 1) else { return nil }
    do throws(GSLError) {
      var result = Sensitivity(
        plan: plan, scenario: scenario, replications: pair.replications(common: nil), base: [], effects: [], breakPoints: [],
        isPartial: !finished)
      for question in plan.questions {
        let base = try pair.estimate(question, of: 0, confidence: plan.confidence)
        result.base.append(base)
        result.effects.append(try effects(on: question, variants, pair, hasBase: base?.estimate != nil))
      }
      guard plan.findsBreakPoints, finished else { return result }
      result.breakPoints = try breakPoints(&result)
      return result
    } catch {
      throw PairedProblem(option: nil, problem: .statistics(error))
    }
  }

  /// Two variants that are compared: one to either side of the scenario as it is, or that and the one above.
  private struct Sides {
    var input: ScenarioInput
    var low: Int
    var high: Int
    var change: Double
  }

  private func sides(_ variants: [(input: ScenarioInput, value: Double)?]) -> [Sides] {
    variants.indices.compactMap { index in
      guard let (input, value) = variants[index] else { return nil }
      if !input.isMultiplier { return Sides(input: input, low: 0, high: index, change: value) }
      return value < input.neutral ? nil : Sides(input: input, low: index - 1, high: index, change: change(variants[index - 1]!, value))
    }
  }

  /// Half of the way between the two sides, as it was asked for: 0.1 and not 1.1 − 1.
  private func change(_ below: (input: ScenarioInput, value: Double), _ above: Double) -> Double {
    plan.chosen.first { $0.input == below.input }?.change ?? plan.step
  }

  /// Largest first.
  private func effects(
    on question: MetricQuestion, _ variants: [(input: ScenarioInput, value: Double)?], _ pair: PairedExperiment, hasBase: Bool
  ) throws(GSLError) -> [SensitivityEffect] {
    let sides = sides(variants)
    let each = Bonferroni.confidence(plan.confidence, amongst: sides.count)
    var effects: [SensitivityEffect] = []
    for side in sides {
      var estimate = try pair.difference(question, from: side.low, to: side.high, confidence: each)
      if side.low != 0 { estimate.halve() }
      var effect = SensitivityEffect(input: side.input, change: side.change, estimate: estimate)
      if estimate.difference == nil, hasBase {
        if estimate.first == nil, let value = variants[side.low]?.value { effect.undefinedAt.append(value) }
        if estimate.second == nil, let value = variants[side.high]?.value { effect.undefinedAt.append(value) }
      }
      effects.append(effect)
    }
    // Stable: equal effects stay in the order of inputs.
    return effects.enumerated().sorted { a, b in
      let (x, y) = (abs(a.element.estimate.difference ?? -1), abs(b.element.estimate.difference ?? -1))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  private func breakPoints(_ result: inout Sensitivity) throws(GSLError) -> [BreakPoint] {
    var points: [BreakPoint] = []
    var finder = BreakPointFinder(
      scenario, seed: plan.seed, confidence: plan.confidence, replications: plan.replications, threads: threads, interruption: interruption)
    for input in BreakPointFinder.inputs(in: scenario) {
      for target in scenario.targets.indices {
        guard let point = try finder.find(input, target: target) else {
          result.isPartial = true
          return points
        }
        points.append(point)
      }
    }
    return points
  }
}

extension PairedEstimate {
  fileprivate mutating func halve() {
    difference = difference.map { $0 / 2 }
    low = low.map { $0 / 2 }
    high = high.map { $0 / 2 }
    standardError = standardError.map { $0 / 2 }
  }
}
