import SimulationCore
import SupportModel

/// Who of a group is new, who joins and how many leave: a part of `PeopleDiff`.
enum EmploymentDiff {
  /// Fewer who are new, of longer standing, or faster from the first day: easier; likewise fewer who leave. Whom one hires is what gates judge.
  static func compare(_ name: String, _ before: AgentGroup, _ now: AgentGroup, _ list: inout ChangeList) {
    list.number(name, "new-hires", before.newHires?.share ?? 0, now.newHires?.share ?? 0, .lessIsWeaker) { .share($0) }
    if let old = before.newHires, let new = now.newHires {
      list.number(name, "weeks-of-tenure", old.tenure.seconds / 604_800, new.tenure.seconds / 604_800, .moreIsWeaker) { .count($0) }
    }
    ramp(name, before.ramp, now.ramp, &list)
    if before.hires != now.hires {
      let (old, new) = (before.hires.map { $0.people.count }.reduce(0, +), now.hires.map { $0.people.count }.reduce(0, +))
      list.note(
        name, old == new ? "hires-when" : "hires", from: old == new ? nil : .count(Double(old)), to: old == new ? nil : .count(Double(new)),
        .neutral)
    }
    list.number(name, "attrition", before.attrition?.perYear ?? 0, now.attrition?.perYear ?? 0, .lessIsWeaker) { .share($0) }
  }

  /// A yardstick: the same strain is less of it with a higher limit or a shorter pause.
  static func compare(_ before: Wellbeing?, _ now: Wellbeing?, _ list: inout ChangeList) {
    switch (before, now) {
    case (let old?, let new?):
      list.number("", "occupancy-limit", old.occupancyLimit, new.occupancyLimit, .moreIsWeaker) { .share($0) }
      list.number("", "pause", old.pause.seconds, new.pause.seconds, .lessIsWeaker) { .duration($0) }
    case (let old?, nil): list.note("", "occupancy-limit", .gone, from: .share(old.occupancyLimit), .weaker)
    case (nil, let new?): list.note("", "occupancy-limit", .new, to: .share(new.occupancyLimit), .stronger)
    case (nil, nil): break
    }
  }

  private static func ramp(_ name: String, _ before: AgentGroup.Ramp?, _ now: AgentGroup.Ramp?, _ list: inout ChangeList) {
    list.number(name, "starts-at", before?.startsAt, now?.startsAt, absent: 1, .lessIsWeaker) { .count($0) }
    list.number(name, "weeks", before.map { $0.length.seconds / 604_800 }, now.map { $0.length.seconds / 604_800 }, .lessIsWeaker) {
      .count($0)
    }
  }
}
