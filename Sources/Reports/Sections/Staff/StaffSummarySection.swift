package import ReportKit
import Staffing
import SupportModel

/// The plan in sentences: the formula and the day, the price, and what no staffing can keep.
package enum StaffSummarySection {
  package static let family = SectionFamily<StaffingContext>(name: "summary", help: "the plan, its price and its limits in sentences") {
    context in
    var sentences = sentences(context)
    if let folder = context.folder, !context.files.isEmpty {
      sentences.append(ReportText("Written to \(folder): \(context.files.joined(separator: ", "))", .muted))
    }
    return sentences.map { .sentence($0) }
  }

  /// All but where the files are. The answer comes first where no table has given it before.
  static func sentences(_ context: StaffingContext, answersFirst: Bool = false) -> [ReportText] {
    var sentences = [formula(context), price(context)].compactMap { $0 }
    if answersFirst {
      sentences.reverse()
      sentences[0].tone = .strong
    }
    if context.result.isPartial {
      sentences.insert(
        ReportText("Interrupted: this is the best plan found so far, and some people in it may not be needed.", .unsure), at: 0)
    }
    if let sentence = certainty(context) { sentences.append(sentence) }
    return sentences + certainties(context) + limits(context) + wholes(context) + unsure(context) + leftForLater(context)
  }

  /// "All in 0 s asks for every contact, which no number of plays can show."
  private static func certainties(_ context: StaffingContext) -> [ReportText] {
    context.scenario.targets.indices.compactMap { target in
      let promise = context.scenario.targets[target]
      guard promise.goal >= 1, let total = context.result.plan.targets[target].total else { return nil }
      return ReportText(
        "\(promise.name) asks for every single contact, which nobody can promise: the plan had no miss in the plays it was found on and "
          + "keeps \(Words.number(total.estimate, .share)) in fresh ones. Ask for 99 % to see what certainty costs.", .unsure)
    }
  }

  /// "Erlang C asks for 61 front-line at 10:30, the simulated day needs 54, because 8 % abandon."
  private static func formula(_ context: StaffingContext) -> ReportText? {
    let result = context.result
    let places = context.groups.flatMap { group in result.grid.periods.indices.map { (group, $0) } }
    func difference(_ place: (Int, Int)) -> Int {
      abs(result.cells[place.0][place.1].simulated - result.cells[place.0][place.1].formula.sipp)
    }
    guard let widest = places.max(by: { difference($0) < difference($1) }), difference(widest) > 0 else { return nil }
    let cell = result.cells[widest.0][widest.1]
    return ReportText(
      "At \(context.label(widest.1)) Erlang C asks for \(cell.formula.sipp) \(context.scenario.groups[widest.0].name), the simulated day needs "
        + "\(cell.simulated): \(context.words(cell.reason)).")
  }

  private static func price(_ context: StaffingContext) -> ReportText {
    let (plan, now) = (context.result.plan, context.result.present)
    var text = "The plan takes \(context.hours(plan.hours)) on the floor"
    if plan.cost != nil { text += " and costs \(context.money(plan.cost)), paid breaks and overtime included" }
    text += "; the scenario has \(context.hours(now.hours))"
    if now.cost != nil { text += " for \(context.money(now.cost))" }
    if plan.cost != nil, context.result.pricedPlays > 0 {
      text +=
        " (money as in the \(Words.counted(context.result.pricedPlays, "play")) of a run, promises in "
        + "\(Words.fixed(Double(context.result.settings.replications), decimals: 0)) fresh ones)"
    }
    return ReportText(text + ".")
  }

  private static func certainty(_ context: StaffingContext) -> ReportText? {
    guard let certain = context.result.certain, let wanted = context.result.settings.confidenceOfDay else { return nil }
    let more = certain.hours - context.result.plan.hours
    let days = certain.targets.indices.compactMap { target in
      certain.targets[target].days.map { "\(context.scenario.targets[target].name) \(Words.chance($0.estimate))" }
    }.joined(separator: ", ")
    let goal = "each target that people can keep in \(Words.percent(wanted)) of \(ReportContext.horizonWord(context.scenario))s"
    let word = ReportContext.horizonWord(context.scenario)
    if more <= 0 { return ReportText("The plan already keeps \(goal); one \(word) meets: \(days).") }
    var text = "Keeping \(goal) takes \(context.hours(more)) more on the floor"
    if let dear = certain.cost, let cost = context.result.plan.cost { text += ", \(context.money(dear - cost))" }
    text += "; then one \(word) meets: \(days). That plan, \(context.hours(certain.hours)) in all, is the one in staffing.csv."
    return ReportText(text, .strong)
  }

  /// What the whole horizon cannot give.
  private static func wholes(_ context: StaffingContext) -> [ReportText] {
    context.scenario.targets.indices.compactMap { target in
      guard case .unattainable(_, let best) = context.result.plan.targets[target].totalRule else { return nil }
      return ReportText(
        "\(context.scenario.targets[target].name) cannot be kept over the whole horizon by any staffing: with unlimited people it is "
          + "\(Words.number(best, .share)).", .unsure)
    }
  }

  /// Intervals whose estimate on fresh plays lies below the goal, though the plan was shown to keep it on others.
  private static func unsure(_ context: StaffingContext) -> [ReportText] {
    let below = context.scenario.targets.indices.flatMap { target in
      StaffTargetsSection.below(context.result.plan.targets[target]).map { (target, $0) }
    }
    guard let first = below.first else { return [] }
    let place = "\(context.scenario.targets[first.0].name) at \(context.scenario.horizon.intervals[first.1].shortLabel)"
    let rest = below.count == 1 ? "" : " and \(below.count - 1) more"
    return [
      ReportText(
        "Below the goal in fresh plays, though kept at \(Words.percent(context.result.settings.confidence)) confidence in those the plan was "
          + "found on: \(place)\(rest). More --replications tell chance from need.", .unsure)
    ]
  }

  /// Work that the plan hands on: what waits when the horizon ends is done later, by people who are not counted here.
  private static func leftForLater(_ context: StaffingContext) -> [ReportText] {
    let (plan, now) = (context.result.plan.waitingAtEnd, context.result.present.waitingAtEnd)
    return plan.indices.compactMap { type in
      let contact = context.scenario.contactTypes[type]
      // Some always wait; an hour of work, or more than now, is worth a word.
      guard plan[type] >= 1, plan[type] > now[type] + 1 || plan[type] * contact.expectedHandle > 3600 else { return nil }
      return ReportText(
        "When the horizon ends \(Words.number(plan[type], .count)) \(contact.name) wait, about "
          + "\(context.hours(plan[type] * contact.expectedHandle / 3600)) of work for later that is not in the plan; "
          + "as it is now \(Words.number(now[type], .count)) wait.", .unsure)
    }
  }

  private static func limits(_ context: StaffingContext) -> [ReportText] {
    context.scenario.targets.indices.compactMap { target in
      let rules = context.result.plan.targets[target].rules
      let lost = rules.indices.filter { if case .unattainable = rules[$0] { true } else { false } }
      guard let first = lost.first, case .unattainable(_, let best) = rules[first] else { return nil }
      let place = context.scenario.horizon.intervals[first].shortLabel
      let where_ = lost.count == 1 ? "at \(place)" : "in \(lost.count) intervals, the first at \(place),"
      return ReportText(
        "\(context.scenario.targets[target].name) cannot be kept \(where_) by any staffing: with unlimited people it is "
          + "\(Words.number(best, .share)), because contacts are late, gone or refused before anybody could answer.", .unsure)
    }
  }
}
