import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Each promise: what share is met on average, how sure that is, a plain verdict, and what a single day may bring.
///
/// The confidence interval is about the mean over endless such days; the range is about the next one. They stand in columns of their own.
package enum HeadlineSection {
  package static let family = SectionFamily<ReportContext>(
    name: "headline", title: "Promise by promise", help: "each target with its interval and a plain verdict"
  ) {
    context in
    let targets = context.scenario.targets
    guard !targets.isEmpty else { return [] }
    let columns: [ReportTable.Column] = [
      .init("Targets", mayShorten: true),
      .init("goal", .trailing),
      .init("mean (\(context.confidence) interval)", term: ReportTerm(metric: .serviceLevel)),
      .init("verdict"),
      .init("next \(context.horizonWord) (\(context.confidence) range)", term: range(context)),
      .init("one day meets it", term: ReportTerm(metric: .dayMeetsTarget)),
    ]
    let rows = targets.indices.map { row(context, target: $0) }
    return [.table(ReportTable(columns: columns, rows: rows))]
  }

  static func range(_ context: ReportContext) -> ReportTerm {
    ReportTerm(
      "next \(context.horizonWord)",
      "Where the next such \(context.horizonWord) falls with \(context.confidence) chance. More plays make the interval of a mean narrower, "
        + "not this range.")
  }

  private static func row(_ context: ReportContext, target index: Int) -> [ReportText] {
    let target = context.scenario.targets[index]
    let level = context.estimate(.serviceLevel, Scope(target: index))
    let verdict: ReportText
    if let level, level.estimate != nil {
      verdict = Verdict(level, goal: target.goal).text(contacts: context.contactsInAllPlays(of: index))
    } else {
      verdict = ReportText("no contacts", .muted)
    }
    let daily = context.estimate(.dayMeetsTarget, Scope(target: index))
    return [
      ReportText(target.name),
      ReportText(Words.percent(target.goal), number: ReportNumber(target.goal)),
      context.cell(level),
      verdict,
      ReportText(context.nextWords(level)),
      daily?.estimate.map { ReportText("\(Words.chance($0)) of the time", number: context.number(daily)) } ?? ReportText(Words.undefined),
    ]
  }
}
