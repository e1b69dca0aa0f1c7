import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// The head of the page of a run.
enum RunHead {
  static func head(_ context: ReportContext) -> ReportHead {
    let grid = context.plannerGrid
    let promises = context.scenario.targets.indices.compactMap { index -> KeptPromise? in
      guard let level = context.estimate(.serviceLevel, Scope(target: index)), let value = level.estimate else { return nil }
      let target = context.scenario.targets[index]
      return KeptPromise(name: target.name, value: value, goal: target.goal, verdict: Verdict(level, goal: target.goal))
    }
    let picture = context.isLong ? WeekHead(context).grid : grid.head(context.horizonWord, by: context.intervalName)
    let (actions, note) = (context.actions?.actions ?? [], context.actions?.note ?? "")
    guard let light = HeadWords.light(promises) else {
      let wait = context.estimate(.asa).flatMap(\.estimate).map { "; who is answered waits \(Words.duration($0)) on average" } ?? ""
      return ReportHead(
        .unsure, "Nothing was promised.",
        "No target is set, so nothing can be kept or broken\(wait)." + (context.isLong ? WeekWords(context).headline : ""), grid: picture,
        actions: actions,
        actionsNote: note)
    }
    var sentence = HeadWords.sentence(promises, light)
    if context.isLong {
      sentence += WeekWords(context).headline
    } else if light != .keeps {
      sentence += HeadWords.worst(grid) {
        context.arrived(Scope(), interval: $0) ?? 0
      } cause: {
        ShortfallWords.short(ShortfallWords.shortfall(context, target: $0, interval: $1))
      }
    }
    return ReportHead(light, HeadWords.word(light), sentence, grid: picture, actions: actions, actionsNote: note)
  }
}
