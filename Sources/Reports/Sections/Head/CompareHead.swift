import Experiments
import ReportKit
import ServiceMetrics
import Staffing
import Studies
import SupportModel

/// The head of the page of a comparison: what would be taken, its day, and what taking it does.
enum CompareHead {
  static func head(_ context: ComparisonContext) -> ReportHead? {
    let result = context.result
    guard !result.options.isEmpty else { return nil }
    let choice = result.recommended
    let light = light(context)
    var sentence = PromiseSection.keeping(context).text
    if let choice, !context.plan.requirements.isEmpty, light == .keeps { sentence = kept(context, choice) }
    if context.plan.requirements.isEmpty { sentence = plain(context, choice) }
    if context.plan.objective == nil, let least = StakeSection.least(context) { sentence += " \(least)" }
    let (actions, note) = actions(context, choice)
    return ReportHead(
      light, word(context, light, choice), sentence, grid: choice.flatMap { grid(context, $0) }, actions: actions, actionsNote: note)
  }

  private static func light(_ context: ComparisonContext) -> ReportHead.Light {
    let result = context.result
    if context.plan.requirements.isEmpty { return result.best == nil ? .unsure : .keeps }
    if let choice = result.recommended, result.keepsAll(choice) { return .keeps }
    return result.options.indices.allSatisfy { !result.broken($0).isEmpty } ? .breaks : .unsure
  }

  private static func word(_ context: ComparisonContext, _ light: ReportHead.Light, _ choice: Int?) -> String {
    switch light {
    case .keeps:
      choice.map { "\(context.name($0)) \(context.plan.requirements.isEmpty ? "is best" : "keeps what was promised")." } ?? HeadWords.keeps
    case .breaks: "No option keeps what was promised."
    case .unsure: HeadWords.unsure
    }
  }

  /// "It costs 7,412 USD, 1,325 USD more than nobody; 2 of 6 options keep every promise."
  private static func kept(_ context: ComparisonContext, _ choice: Int) -> String {
    let result = context.result
    let keeping = result.options.indices.count { result.keepsAll($0) }
    var text =
      keeping == 1
      ? "It is the only one of \(Words.counted(result.options.count, "option")) that does"
      : "It is \(cheapest(context, choice) ? "the cheapest" : "one") of \(keeping) options that do"
    if let price = result.price(choice) {
      text += "; it costs \(Words.number(price, .money(context.currency)))"
      if choice != 0, let first = result.price(0) {
        let more = price - first
        text += ", \(Words.gap(more, .money(context.currency))) \(more < 0 ? "less" : "more") than \(context.name(0))"
      }
      if let once = result.options[choice].removal?.costs, once > 0 {
        text += ", and \(Words.number(once, .money(context.currency))) once to remove what recurs"
      }
    }
    return text + "."
  }

  private static func cheapest(_ context: ComparisonContext, _ choice: Int) -> Bool {
    let result = context.result
    guard let own = result.price(choice) else { return false }
    return result.options.indices.filter(result.keepsAll).allSatisfy { (result.price($0) ?? .infinity) >= own }
  }

  private static func plain(_ context: ComparisonContext, _ choice: Int?) -> String {
    guard let objective = context.plan.objective, let choice else {
      return "Nothing was promised and nothing asked to be best: \(Words.counted(context.result.options.count, "option")) side by side."
    }
    return "\(context.name(choice)) has \(context.result.best == nil ? "so far " : "")the "
      + "\(objective.isMaximised ? "highest" : "lowest") \(QuestionWords.title(objective.question)): \(context.short(objective.question, choice))."
  }

  // MARK: The day

  /// The day of one option.
  static func grid(_ context: ComparisonContext, _ option: Int) -> ReportGrid? {
    guard let course = context.result.options[option].course else { return nil }
    let scenario = context.result.options[option].scenario
    var grid = PlannerGrid(scenario, course)
    if let formula = try? FormulaPeople(scenario, onFloor: course.atWork) { grid.needed = formula.everyone }
    guard var made = grid.head("horizon", by: ReportContext.intervalName(scenario)) else { return nil }
    made.title = "\(context.name(option)) by \(ReportContext.intervalName(scenario))"
    return made
  }

  // MARK: What taking an option does

  private static func actions(_ context: ComparisonContext, _ choice: Int?) -> ([ReportAction], String) {
    let result = context.result
    // What is farther from the promises than the first helps nobody, whatever it costs.
    let others = result.options.indices.filter {
      $0 != 0 && $0 != choice && ParetoSection.idle(context, $0) == nil && result.distance($0) <= result.distance(0)
    }
    let ranked = others.sorted { (result.distance($0), result.price($0) ?? 0, $0) < (result.distance($1), result.price($1) ?? 0, $1) }
    let chosen = ((choice.map { $0 == 0 ? [] : [$0] } ?? []) + ranked).filter { gains(context, $0) }
    let actions = chosen.prefix(3).map { option in
      ReportAction("\(context.name(option)) instead of \(context.name(0))", effects(context, option))
    }
    let note = "Differences to \(context.name(0)), the same customers in every option."
    return (Array(actions), actions.isEmpty ? "None of the other options is known to do better." : note)
  }

  /// Better than the first option in a promise, in what was asked to be best, in what is paid or in what is at stake.
  private static func gains(_ context: ComparisonContext, _ option: Int) -> Bool {
    let result = context.result
    return result.questions.indices.contains { position in
      let question = result.questions[position]
      if question == context.plan.objective?.question { return result.judgement(question, option) == .better }
      guard question.isOfWhole else { return false }
      return switch question.metric {
      case .serviceLevel, .totalAtStake: result.judgement(question, option) == .better
      case result.paid: (result.options[option].differences[position].high ?? 0) < 0
      default: false
      }
    }
  }

  /// What changes most against the first option, then the money.
  private static func effects(_ context: ComparisonContext, _ option: Int) -> [ReportText] {
    let result = context.result
    let cost = result.priceQuestion
    let services = result.questions.indices.filter { result.questions[$0].metric == .serviceLevel }
    let moved = services.filter { (result.options[option].differences[$0].difference).map { abs($0) >= 0.0005 } ?? false }
    let shown = moved.sorted {
      abs(result.options[option].differences[$0].difference!) > abs(result.options[option].differences[$1].difference!)
    }.prefix(3)
    let stake = result.questions.indices.filter {
      result.questions[$0] == StakeSection.together && [.better, .worse].contains(result.judgement(result.questions[$0], option))
    }
    return (Array(shown) + stake + [cost].compactMap { $0 }).compactMap { position in
      let question = result.questions[position]
      guard let value = result.options[option].differences[position].difference else { return nil }
      let tone = DifferencePicturesSection.verdict(context, option, question).tone
      let words = Words.signed(value, context.quantity(question))
      return ReportText(
        position == cost ? words : "\(QuestionWords.title(question)) \(words)", position == cost ? .plain : tone)
    }
  }
}
