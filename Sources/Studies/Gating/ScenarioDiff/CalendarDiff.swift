import SimulationCore
import SupportModel

/// Hours that have a name. Fewer of them refuse more contacts and let a clock run less.
enum CalendarDiff {
  static let section = ScenarioDiffSection(name: "calendars", kind: .conditions, covers: ["calendars"]) { pair in
    var list = ChangeList("calendars")
    for (name, before, now) in pair.matched({ $0.calendars }, by: \.name) {
      switch (before?.hours.stretches, now?.hours.stretches) {
      case (let old?, let new?) where old != new:
        func hours(_ stretches: Stretches, _ scenario: Scenario) -> ScenarioChange.Value {
          .hours(stretches.clipped(to: SimInstant.zero..<(.zero + scenario.horizon.length)).total.seconds / 3600)
        }
        list.note(name, "open", from: hours(old, pair.baseline), to: hours(new, pair.candidate), effect(from: old, to: new))
      case (_?, nil): list.note(name, "", .gone, .neutral)
      case (nil, _?): list.note(name, "", .new, .neutral)
      default: break
      }
    }
    return list.all
  }

  static func effect(from before: Stretches, to now: Stretches) -> ScenarioChange.Effect {
    if before == now { return .neutral }
    if now.subtracting(before).isEmpty { return .weaker }
    return before.subtracting(now).isEmpty ? .stronger : .unclear
  }
}
