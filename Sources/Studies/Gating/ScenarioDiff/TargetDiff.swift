import SimulationCore
import SupportModel

/// Targets that are gone, new, renamed, retimed, re-scoped, or treat abandons otherwise.
enum TargetDiff {
  static let section = ScenarioDiffSection(name: "targets", kind: .promise, covers: ["targets"]) { pair in
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
    list.duration(name, now.measure.rawValue, before.within, now.within, .moreIsWeaker)
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

  /// Of a contacts that were answered in time, b who left within it, c answered later and d who left later: a ÷ (a+b+c+d) ≤ a ÷ (a+c+d) ≤
  /// (a+b) ÷ (a+b+c+d), and a ÷ (a+c+d) ≤ a ÷ (a+c); of the last two of these either may be larger.
  private static func effect(from before: Target.Abandons, to now: Target.Abandons) -> ScenarioChange.Effect {
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
