import SupportPolicies

/// Shifts, groups of agents, and who serves whom.
extension ScenarioGeneration {
  mutating func shifts() -> String {
    var early = ["start: \(value("07:00", "00:00"))", "length: \(value("8h", "4h30m"))"]
    if isDated { early.append("days: \(value("mon-fri", "mon-sun"))") }
    if once(in: 2) { early.append("breaks: [{at: \(value("1h", "2h")), for: \(value("15m", "30m"))}]") }
    return "{early: \(map(early)), late: {start: \(value("12:00", "22:00")), length: 8h}, all: {start: 00:00, length: 24h}}"
  }

  mutating func group(_ name: String) -> String {
    var keys = ["skills: \(skills())"]
    let form = pick(["count", "count", "staffing", "roster", "roster-csv"])
    switch form {
    case "count": keys.append("count: \(value("0", "1", "3", "12"))")
    case "staffing":
      keys.append("staffing: {every: \(value("30m", "1h")), counts: [\(value("2", "0")), \(value("5", "1")), 3]}")
      if once(in: 3) { keys.append("end-of-shift: \(value("finish", "hand-back", "drop"))") }
    case "roster": keys.append("roster: {early: \(value("2", "6")), late: \(value("1", "3"))}")
    default: keys.append("roster-csv: \(keep(roster(of: name), as: "\(name).csv"))")
    }
    if form.hasPrefix("roster") {
      if once(in: 3) { keys.append("absence: \(value("6%", "100%"))") }
      if once(in: 3) { keys.append("late-by: \(law())") }
      if once(in: 3) { keys.append("offline: [{name: coaching, for: \(value("30m", "5m")), share: \(value("20%", "100%"))}]") }
      if once(in: 2) { keys.append("end-of-shift: \(value("finish", "hand-back", "drop"))") }
    }
    if once(in: 4) {
      let ramp = "{starts-at: \(value("1.6", "1")), weeks: \(value("12", "0"))}"
      keys.append("new-hires: {share: \(value("15%", "100%", "0%")), weeks-of-tenure: \(value("3", "0")), ramp: \(ramp)}")
    }
    if isDated, form != "staffing" {
      if once(in: 5) {
        keys.append(
          "hires: [{on: \(value("2026-09-14", "2026-09-15")), count: \(value("2", "1")), trains-for: \(value("4h", "1d", "0s"))}]")
        if !keys.contains(where: { $0.hasPrefix("new-hires") }) { keys.append("ramp: {starts-at: \(value("1.4", "1")), weeks: 6}") }
      }
      if once(in: 5) { keys.append("attrition: {per-year: \(value("28%", "100%", "0%"))}") }
    }
    if isDated, once(in: 4) { keys.append("timezone: \(value("Asia/Tokyo", "America/New_York"))") }
    if once(in: 3) {
      keys.append("cost: \(once(in: 2) ? value("26", "0") : "{per-hour: \(value("26", "0")), overtime: \(value("1.5", "1"))}")")
    }
    if once(in: 8) { keys.append("works: \(value("office", "night"))") }
    return map(keys)
  }

  private mutating func skills() -> String {
    let known = some(types)
    if once(in: 2) { return list(known) }
    return map(known.map { "\($0): {rank: \(value("1", "2")), handle: \(value("1.15", "1", "0.5"))}" })
  }

  /// One is always there, so that the group works whenever the horizon is.
  private mutating func roster(of group: String) -> String {
    let rows = (0..<(1 + below(4))).map { number in
      let shift = isWild && once(in: 8) ? hostile() : number == 0 ? "all" : pick(["early", "late", "all"])
      return "\(group) \(number),\(shift)"
    }
    return "agent,shift\n" + rows.joined(separator: "\n") + "\n"
  }

  // MARK: Routing

  mutating func routing() -> String {
    var keys = ["agent-for-contact: \(agentCriteria())", "contact-for-agent: \(contactCriteria())"]
    if once(in: 5) {
      keys.append("overflow: [{contacts: \(selector()), after: \(value("60s", "0s", "10m")), to: \(pick(groups))}]")
    }
    if once(in: 5) { keys.append("reserve: [{group: \(pick(groups)), keep: \(value("1", "2", "0")), for: \(selector())}]") }
    if once(in: 5) { keys.append("ageing: [{contacts: \(selector()), raise: \(value("1", "-1", "100")), every: \(value("10m", "1s"))}]") }
    if once(in: 5) { keys.append("queue-at: \(value("last-group", "queue-ratio", "expected-delay"))") }
    if once(in: 5) { keys.append("schedule: [{when: \(value("office", "night")), contact-for-agent: \(contactCriteria())}]") }
    return map(keys)
  }

  private mutating func agentCriteria() -> String {
    var names = AgentCriterionCatalog.all.map(\.name)
    return list(
      (0...below(3)).map { _ in
        let name = names.remove(at: below(names.count))
        return name == "group-order" ? "{group-order: {\(pick(types)): \(list(some(groups)))}}" : name
      })
  }

  private mutating func contactCriteria() -> String {
    var names = ContactCriterionCatalog.all.map(\.name)
    return list(
      (0...below(3)).map { _ in
        let name = names.remove(at: below(names.count))
        switch name {
        case "type-order": return "{type-order: {\(pick(groups)): \(list(some(types)))}}"
        case "weighted-wait", "c-mu": return once(in: 2) ? name : "{\(name): {\(pick(types)): \(value("3", "0.8"))}}"
        default: return name
        }
      })
  }

  /// Of contact types.
  mutating func selector() -> String {
    switch below(4) {
    case 0: return list(some(types))
    case 1: return "{channel: \(pick(channelOfType))}"
    case 2 where isWild: return "{priority: \(value("urgent", "[high, normal]"))}"
    default: return pick(types)
    }
  }
}
