import Experiments
import SampleStatistics
import ServiceMetrics
import SupportModel

extension Comparison {
  /// `level`: the same when all options had as many plays each; nil: they still have.
  init(
    _ pair: PairedExperiment, level: PairedExperiment?, _ plan: ComparisonPlan, stop: ComparisonStop, best: Int?, indifference: Double?,
    procedure: SelectionProcedure?
  ) throws(GSLError) {
    let questions = plan.allQuestions
    var differences: [[PairedEstimate]] = []
    for question in questions {
      differences.append(try pair.differences(question, to: 0, confidence: plan.confidence, among: questions.count))
    }
    let hasPlayed = pair.replications(common: nil) > 0
    let chances = hasPlayed && plan.objective != nil ? try SelectionData(pair, plan).chances(seed: plan.seed) : nil
    var options: [ComparedOption] = []
    for (index, option) in pair.options.enumerated() {
      let (estimates, values) = try Self.estimates(of: index, pair, plan)
      options.append(
        ComparedOption(
          name: option.name, scenario: option.scenario, replications: pair.folds[index].replications, estimates: estimates, values: values,
          shared: try level.map { (pair: PairedExperiment) throws(GSLError) in try Self.estimates(of: index, pair, plan) } ?? (
            estimates, values
          ), differences: differences.map { $0[index] }, standing: procedure?.standings[index] ?? .open,
          keeps: procedure?.keeps[index] ?? plan.requirements.map { _ in nil },
          chanceBest: chances.flatMap { $0[index].isNaN ? nil : $0[index] }, dominated: nil,
          remarks: pair.folds[index].replications == 0 ? [] : RemarkCatalog.remarks(pair.folds[index].evidence),
          course: hasPlayed && pair.options.count <= ComparisonPlan.mostEvened
            ? try DayCourse((level ?? pair).folds[index], of: option.scenario) : nil,
          removal: try RemovalEffect(level ?? pair, option: index, confidence: plan.confidence)))
    }
    self.init(
      plan: plan, questions: questions, options: options, stop: stop, best: best, indifference: indifference,
      leads: Array(repeating: nil, count: options.count))
    if let leader, let objective = plan.objective {
      let each = Bonferroni.confidence(plan.confidence, amongst: max(1, options.count - 1))
      for index in options.indices where index != leader {
        leads[index] = try pair.difference(objective.question, from: index, to: leader, confidence: each)
      }
    }
    if hasPlayed { health = try pair.health(confidence: plan.confidence) }
    for index in options.indices { self.options[index].dominated = try dominance(of: index, pair) }
  }

  /// Every metric over the whole horizon, and the questions of the plan.
  private static func estimates(
    of option: Int, _ pair: PairedExperiment, _ plan: ComparisonPlan
  ) throws(GSLError) -> (estimates: [Estimate], values: [Estimate?]) {
    let questions = plan.allQuestions
    var values: [Estimate?] = []
    for question in questions { values.append(try pair.estimate(question, of: option, confidence: plan.confidence)) }
    var estimates: [Estimate] = []
    for metric in MetricCatalog.all {
      for scope in metric.scopes(in: pair.options[option].scenario) {
        if let estimate = try pair.folds[option].estimate(metric, scope, confidence: plan.confidence) { estimates.append(estimate) }
      }
    }
    return (estimates + zip(questions, values).compactMap { $0.isOfWhole ? nil : $1 }, values)
  }

  /// The first option that costs no more, serves no worse in any target and puts no more at stake, and is better in one of these by more than what
  /// does not matter; surely where that can be had.
  private func dominance(of option: Int, _ pair: PairedExperiment) throws(GSLError) -> Dominance? {
    let resolver = QuestionResolver(pair.options.map(\.scenario))
    let services = resolver.questions(.serviceLevel)
    let paid = paid
    let measures = services + ([paid] + (hasStakes ? [.totalAtStake] : [])).map { MetricQuestion($0) }
    guard services.count > 0, !paid.scopes(in: pair.options[option].scenario).isEmpty, pair.replications(common: nil) > 0 else {
      return nil
    }
    let each = Bonferroni.confidence(plan.confidence, amongst: max(1, (pair.options.count - 1) * measures.count))
    var apparent: Dominance?
    for other in pair.options.indices where other != option {
      var isWorse = false
      var isNoBetter = true
      var isSure = true
      for measure in measures {
        // How much worse this option is than the other, in the direction of the metric.
        let sign = measure.metric.direction == .higherIsBetter ? -1.0 : 1.0
        let difference = try pair.difference(measure, from: other, to: option, confidence: each)
        guard let value = difference.difference else { return nil }
        let matters = indifference(measure)
        // The price is part of what is at stake: whoever pays more and has less at stake, however little, has it back and more.
        let forgiven = measure.metric == .totalAtStake ? 0 : matters
        if sign * value < -forgiven { isNoBetter = false }
        if sign * value > matters { isWorse = true }
        let least = sign > 0 ? difference.low : difference.high.map { -$0 }
        if (least ?? -.infinity) < -forgiven { isSure = false }
      }
      guard isNoBetter, isWorse else { continue }
      if isSure { return Dominance(by: other, isSure: true) }
      if apparent == nil { apparent = Dominance(by: other, isSure: false) }
    }
    return apparent
  }
}
