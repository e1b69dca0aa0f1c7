import SimulationCore
import SupportModel

/// Who works, when and how. How many people there are is what gates judge; how often they are absent, how late and how fast is a belief about
/// the world, which makes a promise easier or harder to keep.
enum PeopleDiff {
  static let section = ScenarioDiffSection(name: "people", kind: .service, covers: ["groups", "shiftPatterns", "skills", "wellbeing"]) {
    pair in
    var list = ChangeList("people")
    for (name, before, now) in pair.matched({ $0.groups }, by: \.name) {
      switch (before, now) {
      case (let before?, let now?): compare(name, before, now, pair, &list)
      case (let before?, nil): list.note(name, "", .gone, from: .hours(hours(before, pair.baseline)), .neutral)
      case (nil, let now?): list.note(name, "", .new, to: .hours(hours(now, pair.candidate)), .neutral)
      case (nil, nil): break
      }
    }
    EmploymentDiff.compare(pair.baseline.wellbeing, pair.candidate.wellbeing, &list)
    return list.all
  }

  private static func compare(_ name: String, _ before: AgentGroup, _ now: AgentGroup, _ pair: ScenarioPair, _ list: inout ChangeList) {
    presence(name, before, now, pair, &list)
    let (old, new) = (pair.baseline.skills, pair.candidate.skills)
    list.names(name, "skills", before.skills.map { old[$0.skill] }.sorted(), now.skills.map { new[$0.skill] }.sorted(), .neutral)
    for skill in before.skills {
      guard let same = now.skills.first(where: { new[$0.skill] == old[skill.skill] }) else { continue }
      let subject = "\(name), \(old[skill.skill])"
      list.number(subject, "rank", Double(skill.rank), Double(same.rank), .neutral) { .count($0) }
      list.number(subject, "handle", skill.handle, same.handle, .lessIsWeaker) { .count($0) }
    }
    list.number(name, "absence", before.absence, now.absence, .lessIsWeaker) { .share($0) }
    switch (LawTraits(before.lateBy), LawTraits(now.lateBy)) {
    case (let old?, nil): list.note(name, "late-by", .gone, from: old.value(isTime: true), .weaker)
    case (nil, let new?): list.note(name, "late-by", .new, to: new.value(isTime: true), .stronger)
    case (let old, let new): list.law(name, "late-by", old, new, .lessIsWeaker)
    }
    EmploymentDiff.compare(name, before, now, &list)
    func offline(_ group: AgentGroup) -> Double { group.offline.reduce(0) { $0 + $1.length.seconds * $1.share } }
    if before.offline != now.offline {
      list.note(name, "offline", from: .duration(offline(before)), to: .duration(offline(now)), .neutral)
    }
    list.text(
      name, "works", before.works.map { pair.baseline.calendars[$0].name }, now.works.map { pair.candidate.calendars[$0].name }, .neutral)
    list.text(name, "end-of-shift", before.endOfShift.rawValue, now.endOfShift.rawValue, .neutral)
  }

  private static func presence(_ name: String, _ before: AgentGroup, _ now: AgentGroup, _ pair: ScenarioPair, _ list: inout ChangeList) {
    switch (before.presence, now.presence) {
    case (.always(let old), .always(let new)):
      list.number(name, "count", Double(old), Double(new), .neutral) { .count($0) }
      return
    case (.staffing(let old), .staffing(let new)) where old == new: return
    case (.roster(let old), .roster(let new)) where old == new: return
    default: break
    }
    let (old, new) = (hours(before, pair.baseline), hours(now, pair.candidate))
    let isElsewhere = abs(old - new) < 1e-9 * max(1, old)
    list.note(
      name, isElsewhere ? "staffed-when" : "staffed", from: isElsewhere ? nil : .hours(old), to: isElsewhere ? nil : .hours(new), .neutral)
  }

  /// Hours of people inside the horizon, breaks taken out.
  private static func hours(_ group: AgentGroup, _ scenario: Scenario) -> Double {
    let whole = SimInstant.zero..<(.zero + scenario.horizon.length)
    func inside(_ from: SimInstant, _ to: SimInstant) -> Double {
      max(0, (min(to, whole.upperBound) - max(from, whole.lowerBound)).seconds) / 3600
    }
    switch group.presence {
    case .always(let count): return Double(count) * scenario.horizon.length.seconds / 3600
    case .staffing(let steps):
      let ends = steps.dropFirst().map(\.from) + [whole.upperBound]
      return zip(steps, ends).reduce(0) { $0 + Double($1.0.count) * inside($1.0.from, $1.1) }
    case .roster(let lines):
      return lines.reduce(0) { sum, line in
        let own = line.shifts.reduce(0) { total, shift in
          total + inside(shift.start, shift.end) - shift.breaks.reduce(0) { $0 + inside($1.lowerBound, $1.upperBound) }
        }
        return sum + own * Double(line.agents.count)
      }
    }
  }
}
