import SimulationCore
import SupportModel

/// Targets that are gone, new, renamed, retimed, re-scoped, or treat abandons otherwise.
enum TargetDiff {
  static let section = ScenarioDiffSection(name: "targets", kind: .promise, covers: ["targets", "priorities"]) { pair in
    var list = ChangeList("targets")
    let matches = TargetPairs(pair)
    for (old, new) in matches.pairs { compare(pair.baseline.targets[old], pair.candidate.targets[new], pair, &list) }
    for old in matches.gone {
      let target = pair.baseline.targets[old]
      list.note(target.name, "", .gone, from: promise(target), .weaker)
    }
    for new in matches.new {
      let target = pair.candidate.targets[new]
      list.note(target.name, "", .new, to: promise(target), .stronger)
    }
    return list.all
  }

  private static func promise(_ target: Target) -> ScenarioChange.Value {
    .promise(goal: target.goal, measure: target.measure.rawValue, within: target.within.seconds)
  }

  private static func compare(_ before: Target, _ now: Target, _ pair: ScenarioPair, _ list: inout ChangeList) {
    let name = before.name
    if name != now.name { list.note(name, "name", .renamed, from: .text(name), to: .text(now.name), .neutral) }
    list.text(name, "measure", before.measure.rawValue, now.measure.rawValue, .unclear)
    compareClocks(before, now, pair, &list)
    list.number(name, "goal", before.goal, now.goal, .lessIsWeaker) { .share($0) }
    let (covered, covers) = (
      pair.baseline.names(ofTypes: before.contactTypes), pair.candidate.names(ofTypes: now.contactTypes)
    )
    if covered.sorted() != covers.sorted() {
      // Whoever is left out is promised nothing; whoever comes in may be easy to serve and hide the others in the average.
      let isNarrower = covers.allSatisfy(covered.contains)
      list.names(name, "for", covered, covers, isNarrower ? .weaker : .unclear)
    }
    list.text(name, "abandons", before.abandons.rawValue, now.abandons.rawValue, effect(from: before.abandons, to: now.abandons))
    // Left out of a count of misses they make it smaller; where they count as met, or not at all, it is another question.
    let isCounted = before.abandons == now.abandons && (now.abandons == .missed || now.abandons == .ignoredWithin)
    list.duration(name, "short-abandon", before.shortAbandon, now.shortAbandon, isCounted ? .moreIsWeaker : .unclear)
  }

  /// How long it may take, and which time counts.
  private static func compareClocks(_ before: Target, _ now: Target, _ pair: ScenarioPair, _ list: inout ChangeList) {
    let name = before.name
    if case .time(let was)? = before.durations.otherwise, case .time(let isNow)? = now.durations.otherwise,
      before.durations.byPriority.isEmpty,
      now.durations.byPriority.isEmpty
    {
      list.duration(name, now.measure.rawValue, was, isNow, .moreIsWeaker)
    } else if before.durations != now.durations || pair.baseline.priorities != pair.candidate.priorities {
      list.text(name, now.measure.rawValue, written(before.durations, pair.baseline), written(now.durations, pair.candidate), .unclear)
    }
    func calendar(_ target: Target, _ scenario: Scenario) -> String {
      target.terms.calendar.map { scenario.calendars[$0].name } ?? "every hour"
    }
    // Fewer hours count: more may pass before the promise is broken.
    let (was, isNow) = (calendar(before, pair.baseline), calendar(now, pair.candidate))
    let effect: ScenarioChange.Effect = before.terms.calendar == nil ? .weaker : now.terms.calendar == nil ? .stronger : .unclear
    if was != isNow { list.text(name, "clock", was, isNow, effect) }
    let added = ClockPhase.pausing.filter { now.terms.pauses.contains($0) && !before.terms.pauses.contains($0) }
    let gone = ClockPhase.pausing.filter { before.terms.pauses.contains($0) && !now.terms.pauses.contains($0) }
    if !added.isEmpty || !gone.isEmpty {
      func names(_ terms: ClockTerms) -> [String] { ClockPhase.pausing.filter(terms.pauses.contains).map(\.name) }
      list.names(name, "pauses", names(before.terms), names(now.terms), gone.isEmpty ? .weaker : added.isEmpty ? .stronger : .unclear)
    }
    list.text(name, "on-change elapsed", before.terms.elapsedOnChange.rawValue, now.terms.elapsedOnChange.rawValue, .unclear)
    list.text(name, "on-change pauses", before.terms.pausesOnChange.rawValue, now.terms.pausesOnChange.rawValue, .unclear)
    func counts(_ target: Target) -> String { target.terms.countsSolved ? "true" : "false" }
    list.text(name, "counts-solved", counts(before), counts(now), before.terms.countsSolved ? .weaker : .stronger)
  }

  /// `4h, 1h for urgent`
  private static func written(_ durations: ClockDurations, _ scenario: Scenario) -> String {
    func text(_ duration: ClockDuration) -> String {
      switch duration {
      case .time(let span): "\(Double(span.microseconds) / 3_600_000_000) h"
      case .businessDays(let days): "\(days) business days"
      }
    }
    let named = durations.byPriority.map { "\(text($0.duration)) for \(scenario.priorityName($0.priority))" }
    return ((durations.otherwise.map { [text($0)] } ?? []) + named).joined(separator: ", ")
  }

  /// Of a contacts that were answered in time, b who left within it, c answered later and d who left later: a ÷ (a+b+c+d) ≤ a ÷ (a+c+d) ≤
  /// (a+b) ÷ (a+b+c+d), and a ÷ (a+c+d) ≤ a ÷ (a+c); of the last two of these either may be larger. With s more who leave so soon that the others
  /// do not count them, a ÷ (a+b+c+d) ≤ (a+s) ÷ (a+b+c+d+s), and that is all there is to say of it.
  private static func effect(from before: Target.Abandons, to now: Target.Abandons) -> ScenarioChange.Effect {
    if before == .metShort || now == .metShort { return before == .missed ? .weaker : now == .missed ? .stronger : .unclear }
    func lenience(_ abandons: Target.Abandons) -> Int {
      switch abandons {
      case .missed: 0
      case .ignoredWithin, .metShort: 1
      case .metWithin, .ignored: 2
      }
    }
    let (old, new) = (lenience(before), lenience(now))
    return new == old ? .unclear : new > old ? .weaker : .stronger
  }
}
