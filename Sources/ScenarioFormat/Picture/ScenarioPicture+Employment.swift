import SimulationCore
import SupportModel

/// People over weeks: who is new, who joins, and how many leave.
extension ScenarioPicture {
  func overWeeks(_ group: AgentGroup) -> [String] {
    [learning(group)].compactMap { $0 } + group.hires.flatMap { joining($0, group) }
      + [unusedRamp(group), leaving(group)].compactMap { $0 }
  }

  /// Who of a group is new, and how much longer they take.
  private func learning(_ group: AgentGroup) -> String? {
    guard let new = group.newHires, let ramp = group.ramp else { return nil }
    let count = new.count(of: group.startingPeople)
    if count == 0 || ramp.factor(tenure: new.tenure) == 1 {
      return "\(group.name): nobody takes longer for being new, by the share and the ramp of `new-hires`"
    }
    let first = "\(group.name): \(count) of \(group.startingPeople) are new and take ×\(rounded(ramp.factor(tenure: new.tenure)))"
    if !scenario.tenureAdvances { return "\(first) throughout: without `horizon.start` tenure stands still" }
    return "\(first) at the start, ×\(rounded(ramp.factor(tenure: new.tenure + scenario.horizon.length))) at the end"
  }

  /// How many join and when, when they come onto the floor, and how fast they are then.
  private func joining(_ hire: AgentGroup.Hire, _ group: AgentGroup) -> [String] {
    let verb = hire.people.count == 1 ? "joins" : "join"
    var text = "\(group.name): \(hire.people.count) \(verb) on \(day(hire.from))"
    if case .roster(let lines) = group.presence { text += " (\(shifts(hire, lines)))" }
    if hire.floorFrom >= clock.end {
      return [
        "\(text) and \(hire.people.count == 1 ? "is" : "are") in training until \(day(hire.floorFrom)), after the end of the horizon: paid, and never on the floor"
      ]
    }
    let first = hire.people.map { hire.firstDay(of: $0, in: group) }.min() ?? hire.floorFrom
    text += first <= hire.from ? ", on the floor at once" : ", on the floor from \(day(first))"
    if hire.floorFrom > hire.from { text += " after \(training(hire)) of training" }
    guard let ramp = group.ramp, !ramp.isFlat else { return ["\(text); nothing says that they take longer at first (`ramp`)"] }
    let last = ramp.factor(tenure: clock.end - first)
    return ["\(text), where they take ×\(rounded(ramp.startsAt)) at first, ×\(rounded(last)) at the end of the horizon"]
  }

  /// `3 early, 3 late`
  private func shifts(_ hire: AgentGroup.Hire, _ lines: [AgentGroup.RosterLine]) -> String {
    lines.indices.compactMap { index in
      let count = hire.people.count { $0.line == index }
      return count == 0 ? nil : "\(count) \(lines[index].shift)"
    }.joined(separator: ", ")
  }

  /// How many are expected to leave: each of a week's end with the same chance.
  private func leaving(_ group: AgentGroup) -> String? {
    guard let attrition = group.attrition else { return nil }
    if attrition.weekEnds.isEmpty {
      return
        "\(group.name): \(percent(attrition.perYear)) leave a year, at the ends of calendar weeks, and none of these lies in the horizon: nobody leaves"
    }
    let chance = attrition.weeklyChance
    var (heads, gone) = (Double(group.startingPeople), 0.0)
    var before = SimInstant.zero
    for end in attrition.weekEnds {
      heads += Double(group.hires.filter { $0.from >= before && $0.from < end }.reduce(0) { $0 + $1.people.count })
      gone += heads * chance
      heads *= 1 - chance
      before = end
    }
    let weeks = attrition.weekEnds.count
    return
      "\(group.name): \(percent(attrition.perYear)) leave a year, \(roughPercent(chance)) of whoever is there at the end of each calendar week; \(rounded(gone)) on average at \(weeks == 1 ? "the one end of a week" : "the \(weeks) ends of weeks") in the horizon"
  }

  private func unusedRamp(_ group: AgentGroup) -> String? {
    group.ramp != nil && group.newHires == nil && group.hires.isEmpty ? "\(group.name): nobody is new, so its `ramp` changes nothing" : nil
  }

  /// `3w`, of calendar days: one of them may have 23 or 25 hours.
  private func training(_ hire: AgentGroup.Hire) -> String {
    let time = hire.floorFrom - hire.from
    let days = (time.seconds / 86_400).rounded()
    return days > 0 && abs(time.seconds - days * 86_400) <= 3_600 ? spelled(.days(days)) : spelled(time)
  }

  /// `Mon 5 Oct`, `Mon 5 Oct 08:00`, in the zone of the horizon.
  private func day(_ instant: SimInstant) -> String {
    clock.local(instant, in: clock.zone).seconds == 0
      ? CivilDate(dayNumber: clock.local(instant, in: clock.zone).day).shortText : clock.longText(instant)
  }
}
