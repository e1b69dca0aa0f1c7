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
      .init("one \(context.horizonWord) meets it", term: ReportTerm(metric: .dayMeetsTarget)),
    ]
    let rows = targets.indices.map { row(context, target: $0) }
    return [.table(ReportTable(columns: columns, rows: rows))] + targets.indices.compactMap { undecided(context, target: $0) }
  }

  static func range(_ context: ReportContext) -> ReportTerm {
    ReportTerm(
      "next \(context.horizonWord)",
      "Where the next such \(context.horizonWord) falls with \(context.confidence) chance. More plays make the interval of a mean narrower, "
        + "not this range.")
  }

  /// A share of which more than a hundredth was undecided when play ended is told twice: with all of that met, and with all of it missed.
  private static func undecided(_ context: ReportContext, target index: Int) -> ReportBlock? {
    guard let best = context.estimate(.ifUndecidedMet, Scope(target: index))?.estimate,
      let worst = context.estimate(.ifUndecidedMissed, Scope(target: index))?.estimate, best - worst > 0.01
    else { return nil }
    return .sentence(
      ReportText(
        "\(context.scenario.targets[index].name): \(Words.number(best - worst, .share)) undecided when play ended; \(Words.number(best, .share)) if all of them "
          + "were met, \(Words.number(worst, .share)) if all were missed.", .unsure))
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
