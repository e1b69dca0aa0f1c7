package import ReportKit
import ServiceMetrics
import Staffing
import SupportModel

/// How many people, and do the promises hold with them? The plan in sentences, and every promise on one scale.
package enum StaffAnswerSection {
  package static let family = SectionFamily<StaffingContext>(
    name: "answer", title: "How many people?", help: "the plan in sentences, and every promise under it on one scale"
  ) { context in
    let targets = context.scenario.targets
    let rows = targets.indices.compactMap { index -> ReportRanges.Row? in
      guard let level = context.result.plan.targets[index].total else { return nil }
      let goal = targets[index].goal
      var words = "\(context.words(level)) with the plan, goal \(Words.percent(goal))"
      if let now = context.result.present.targets[index].total { words += ", now \(context.words(now))" }
      let verdict: Verdict = level.low >= goal ? .holds : level.high < goal ? .misses : .tooCloseToCall
      return ReportRanges.Row(
        targets[index].name, value: level.estimate, low: level.low, high: level.high, goal: goal, verdict: verdict.text, words: words)
    }
    let sentences = StaffSummarySection.sentences(context, answersFirst: true).map { ReportBlock.sentence($0) }
    if rows.isEmpty { return sentences }
    return sentences + [
      .ranges(
        ReportRanges(
          rows,
          note:
            "With the plan. Dot: mean over \(Words.counted(context.result.settings.replications, "fresh play")). Dark bar: its interval. "
            + "Upright line: the goal.",
          terms: [ReportTerm(metric: .serviceLevel)]))
    ]
  }
}
