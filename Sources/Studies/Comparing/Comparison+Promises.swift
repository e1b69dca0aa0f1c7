package import Experiments
package import ServiceMetrics

extension Comparison {
  /// Of one requirement of the plan under one option.
  package func state(_ requirement: Int, _ option: Int) -> PromiseState {
    let asked = plan.requirements[requirement]
    guard let estimate = shared(asked.question, option), let value = estimate.estimate else { return .undefined }
    let (low, high) = (estimate.low ?? value, estimate.high ?? value)
    let (worst, best) = asked.relation == .atLeast ? (low, high) : (high, low)
    if asked.isKept(by: worst) { return .kept }
    if !asked.isKept(by: best) { return .broken }
    return options[option].keeps[requirement].map { $0 ? .kept : .broken } ?? .open
  }

  /// Requirements that an option breaks, in their order.
  package func broken(_ option: Int) -> [Int] { plan.requirements.indices.filter { state($0, option) == .broken } }

  /// Requirements of which it is not known whether an option keeps them.
  package func open(_ option: Int) -> [Int] { plan.requirements.indices.filter { state($0, option) == .open } }

  /// Requirements for which an option has nothing to measure: nobody came to whom they were promised.
  package func unmeasured(_ option: Int) -> [Int] { plan.requirements.indices.filter { state($0, option) == .undefined } }

  /// All requirements together: what one breaks another does not mend, and what nobody came for is not kept.
  package func together(_ option: Int) -> PromiseState {
    if !broken(option).isEmpty { return .broken }
    if !open(option).isEmpty { return .open }
    return unmeasured(option).isEmpty ? .kept : .undefined
  }

  /// Every requirement is kept; false where there is none.
  package func keepsAll(_ option: Int) -> Bool {
    !plan.requirements.isEmpty && plan.requirements.indices.allSatisfy { state($0, option) == .kept }
  }

  /// There are requirements, and every one of them is broken.
  package func keepsNothing(_ option: Int) -> Bool { !plan.requirements.isEmpty && broken(option).count == plan.requirements.count }

  /// How far an option is from keeping a requirement, in the metric's unit; 0 where its estimate keeps it, nil where it has none.
  package func shortfall(_ requirement: Int, _ option: Int) -> Double? {
    let asked = plan.requirements[requirement]
    guard let value = shared(asked.question, option)?.estimate else { return nil }
    return asked.isKept(by: value) ? 0 : abs(value - asked.limit)
  }

  /// How far an option is from keeping all requirements: the sum of what is missing, shares as they are and everything else as a part of its
  /// limit, so that they may be added. What cannot be measured counts as wholly missing.
  package func distance(_ option: Int) -> Double {
    plan.requirements.indices.reduce(0) { sum, requirement in
      guard let missing = shortfall(requirement, option) else { return sum + 1 }
      let asked = plan.requirements[requirement]
      return sum + (asked.question.metric.unit == .share || asked.limit == 0 ? missing : missing / abs(asked.limit))
    }
  }

  /// The option that comes nearest to keeping all requirements, the cheaper of two that are equally near; nil without requirements.
  package var nearest: Int? {
    plan.requirements.isEmpty
      ? nil : options.indices.min { (distance($0), price($0) ?? .infinity, $0) < (distance($1), price($1) ?? .infinity, $1) }
  }

  /// What would be taken: the leader; where nothing was to be selected the cheapest of those that keep every promise, else the nearest to it.
  package var recommended: Int? {
    if plan.objective != nil { return leader ?? nearest }
    let keeping = options.indices.filter(keepsAll)
    return keeping.min { (price($0) ?? .infinity, $0) < (price($1) ?? .infinity, $1) } ?? nearest
  }

  /// What is paid under every option: for staffing, and for broken promises where every option has penalties.
  package var paid: Metric { Metric.paid(in: options.map(\.scenario)) }

  /// Where the questions ask what is paid over the whole horizon; what staffing costs, where they ask only that; nil: neither.
  package var priceQuestion: Int? {
    let paid = paid
    func place(of metric: Metric) -> Int? {
      questions.firstIndex { $0.metric == metric && $0.part == nil && $0.isOfWhole }
    }
    return place(of: paid) ?? place(of: .staffingCost)
  }

  /// Every option says what its customers are worth.
  package var hasStakes: Bool { options.allSatisfy { !Metric.totalAtStake.scopes(in: $0.scenario).isEmpty } }

  /// What is paid under an option, over the plays that all have; nil where nothing costs.
  package func price(_ option: Int) -> Double? {
    let paid = paid
    return options[option].shared.estimates.first { $0.metric == paid && $0.scope == .init() }?.estimate
  }

  /// The value of a question over the plays that all options have.
  package func shared(_ question: MetricQuestion, _ option: Int) -> Estimate? {
    questions.firstIndex(of: question).flatMap { options[option].shared.values[$0] }
  }

  /// Differences that do not matter, in the metric's unit: the one of the selection, else half a percentage point of shares and 1 % of the first
  /// option's value.
  package func indifference(_ question: MetricQuestion) -> Double {
    if let indifference, question == plan.objective?.question { return indifference }
    let first =
      shared(question, 0)?.estimate ?? options.first?.estimates.first { $0.metric == question.metric && question.part == nil }?.estimate
    return Objective.usualIndifference(question.metric, first: first)
  }

  /// What the difference of an option to the first amounts to. Never better or worse by less than what matters.
  package func judgement(_ question: MetricQuestion, _ option: Int) -> DifferenceJudgement {
    guard let position = questions.firstIndex(of: question) else { return .unclear }
    return DifferenceJudgement(options[option].differences[position], question.metric, matters: indifference(question))
  }
}
