import Experiments
import ReportKit
import ServiceMetrics
import Staffing
import SupportModel

/// The head of the page of a staffing: does the plan keep what was promised, heads needed and heads there now, and what the plan does.
enum StaffHead {
  static func head(_ context: StaffingContext) -> ReportHead {
    let targets = context.scenario.targets
    let promises = targets.indices.compactMap { index -> KeptPromise? in
      guard let level = context.result.plan.targets[index].total else { return nil }
      let goal = targets[index].goal
      let verdict: Verdict = level.low >= goal ? .holds : level.high < goal ? .misses : .tooCloseToCall
      return KeptPromise(name: targets[index].name, value: level.estimate, goal: goal, verdict: verdict)
    }
    let light = light(context, promises)
    let grid = plannerGrid(context)
    var tried = context.actions?.actions ?? []
    tried.insert(plan(context), at: 0)
    return ReportHead(
      light, title(context, light), sentence(context, promises), grid: grid.head("day", by: context.periodName),
      actions: Array(tried.prefix(3)),
      actionsNote: note(context))
  }

  /// Promises are not kept by letting a contact type go.
  private static func light(_ context: StaffingContext, _ promises: [KeptPromise]) -> ReportHead.Light {
    let kept = HeadWords.light(promises) ?? .unsure
    if kept != .breaks, leaves(context) { return .breaks }
    return kept == .keeps && !StaffFloorsSection.above(context).isEmpty ? .unsure : kept
  }

  private static func title(_ context: StaffingContext, _ light: ReportHead.Light) -> String {
    switch light {
    case .keeps: "With this plan it keeps what was promised."
    case .unsure: HeadWords.unsure
    case .breaks: leaves(context) ? "This plan leaves contacts behind." : "No plan keeps all that was promised."
    }
  }

  /// Surely more of a contact type goes unanswered than may.
  private static func leaves(_ context: StaffingContext) -> Bool {
    StaffFloorsSection.above(context).contains { ($0.unanswered?.low ?? 0) > $0.floor.worst }
  }

  /// "It needs 310 h on the floor, 24 h more than now, and costs 8,060 USD instead of 7,420 USD."
  private static func sentence(_ context: StaffingContext, _ promises: [KeptPromise]) -> String {
    let (plan, now) = (context.result.plan, context.result.present)
    let more = plan.hours - now.hours
    var text = "It needs \(context.hours(plan.hours)) on the floor, "
    text += abs(more) < 0.05 ? "as many as now" : "\(context.hours(abs(more))) \(more > 0 ? "more" : "less") than now"
    if let cost = plan.cost {
      text += ", and costs \(context.money(cost))"
      if let before = now.cost { text += " instead of \(context.money(before))" }
    }
    text += "." + left(context)
    if context.result.isPartial { text = "The search was interrupted; this is the best plan so far. " + text }
    if let kept = HeadWords.light(promises), kept != .keeps { text += " \(HeadWords.sentence(promises, kept))" }
    if !StaffFloorsSection.above(context).isEmpty, let left = StaffFloorsSection.sentence(context) { text += " \(left.text)" }
    return text
  }

  /// " Of billing-call 7.6 % go unanswered, the most of any." Empty where hardly any do.
  private static func left(_ context: StaffingContext) -> String {
    let types = context.result.plan.contactTypes
    guard StaffFloorsSection.above(context).isEmpty,
      let worst = types.max(by: { ($0.unanswered?.estimate ?? 0) < ($1.unanswered?.estimate ?? 0) }),
      let share = worst.unanswered?.estimate, share >= 0.0005
    else { return "" }
    let name = context.scenario.contactTypes[worst.floor.contactType].name
    return " Of \(name) \(Words.number(share, .share)) go unanswered\(types.count > 1 ? ", the most of any" : "")."
  }

  /// What putting the plan in force does: in the plays of a run, so that `compare` of the scenario and staffing.yaml says the same.
  private static func plan(_ context: StaffingContext) -> ReportAction {
    // That of staffing.csv.
    let (plan, now) = (context.result.certain ?? context.result.plan, context.result.present)
    let moved = context.scenario.targets.indices.compactMap { target -> (value: Double, text: ReportText)? in
      guard let after = plan.played[target], let before = now.played[target] else { return nil }
      let value = after.estimate - before.estimate
      // Less than anybody would notice.
      if abs(value) < 0.0005 { return nil }
      let isSure = after.low > before.high || after.high < before.low
      let tone: ReportText.Tone = isSure ? (value > 0 ? .good : .bad) : .muted
      return (
        value, ReportText("\(context.scenario.targets[target].name) \(Words.signed(value, .share))", tone, number: ReportNumber(value))
      )
    }.sorted { abs($0.value) > abs($1.value) }
    var effects = moved.prefix(3).map(\.text)
    if let after = plan.cost, let before = now.cost {
      effects.append(ReportText(Words.signed(after - before, .money(context.scenario.currency)), number: ReportNumber(after - before)))
    }
    return ReportAction("put the plan in force (staffing.csv)", effects)
  }

  private static func note(_ context: StaffingContext) -> String {
    let plays =
      "The plan and the people of now were compared over the \(Words.counted(context.result.pricedPlays, "play")) of a run; the promises below are "
      + "over \(Words.counted(context.result.settings.replications, "fresh play"))."
    guard let tried = context.actions else { return plays }
    return "\(plays) Single changes to the people of now: \(tried.note)"
  }

  /// Heads to schedule, by reporting interval; what the plan promises below them.
  static func plannerGrid(_ context: StaffingContext) -> PlannerGrid {
    let result = context.result
    let periods = Self.periods(context)
    let course = DayCourse(
      atWork: result.scenario.groups.indices.map { group in periods.map { now(context, group, $0) } },
      levels: result.plan.targets.map { $0.intervals.map { $0?.estimate } }, waiting: periods.map { _ in nil })
    var grid = PlannerGrid(context.scenario, course)
    grid.thereName = "heads now"
    grid.neededName = "heads needed"
    grid.needed = periods.map { period in
      result.scenario.groups.indices.reduce(0.0) { $0 + needed(context, $1, period) }
    }
    grid.marks = periods
    return grid
  }

  /// The period that each reporting interval lies in.
  static func periods(_ context: StaffingContext) -> [Int] {
    context.result.grid.periods.enumerated().flatMap { period, intervals in intervals.map { _ in period } }
  }

  /// Heads that a group has now, breaks, absence and offline time included.
  static func now(_ context: StaffingContext, _ group: Int, _ period: Int) -> Double {
    context.result.cells[group][period].present * context.result.headsPerFloor[group]
  }

  /// Heads that a group needs; of groups that were not asked for, those that are there.
  static func needed(_ context: StaffingContext, _ group: Int, _ period: Int) -> Double {
    context.groups.contains(group) ? context.result.cells[group][period].heads : now(context, group, period)
  }
}

extension StaffingContext {
  /// Heads there less heads needed, `[group][interval]`.
  package var spare: [[Double?]] {
    let periods = StaffHead.periods(self)
    return scenario.groups.indices.map { group in
      periods.map { StaffHead.now(self, group, $0) - StaffHead.needed(self, group, $0) }
    }
  }
}
