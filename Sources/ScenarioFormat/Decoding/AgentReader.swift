import SimulationCore
import SupportModel

/// Reads one agent group. Skills and shifts are known already.
struct AgentReader {
  let decoding: Decoding

  func read(_ field: Field, name: String) -> AgentGroup? {
    guard let section = Section(field, .group, decoding, name: name) else { return nil }
    let skills = section["skills"].map(skills) ?? []
    let zone = zone(section)
    let holidays = section["holidays"].flatMap(decoding.calendar).flatMap { decoding.calendars[decoding.names.calendars[$0]]?.holidays }
    let presence = presence(section, name, zone: zone, closed: holidays ?? [])
    rejectPersonalKeys(section)
    let absence = section.share("absence") ?? 0
    let lateBy = section["late-by"].flatMap { DistributionReader(decoding).read($0) }
    let offline = section["offline"].map(offline) ?? []
    let endOfShift = section.word("end-of-shift", AgentGroup.EndOfShift.self) ?? .finish
    let cost = section["cost"].flatMap(cost)
    let works = section["works"].flatMap(decoding.calendar)
    let (newHires, ramp) = NewHireReader(decoding: decoding).read(section)
    var group = AgentGroup(
      name: name, skills: skills, presence: presence ?? .always(count: 0), absence: absence, lateBy: lateBy, offline: offline,
      endOfShift: endOfShift, cost: cost, works: works)
    (group.newHires, group.ramp) = (newHires, ramp)
    let people = presence.map { HireReader(decoding: decoding, group: name, presence: $0, zone: zone) }
    if let people { group.hires = section["hires"].map(people.hires) ?? [] }
    if let people { group.attrition = section["attrition"].flatMap(people.attrition) }
    return group
  }

  /// What only persons with shifts can do would be ignored in a group of places.
  private func rejectPersonalKeys(_ section: Section) {
    guard let form = ["count", "staffing"].first(where: { section[$0] != nil }) else { return }
    for key in ["absence", "late-by", "offline"] + (form == "count" ? ["end-of-shift"] : []) {
      guard let field = section[key] else { continue }
      decoding.report(
        "`\(key)` needs people with shifts, and this group has a `\(form)`", expected: "`roster` or `roster-csv` instead of `\(form)`",
        at: field)
    }
  }

  private func zone(_ section: Section) -> WallZone {
    guard let field = section["timezone"] else { return decoding.clock.zone }
    guard let zone = decoding.zone(field) else { return decoding.clock.zone }
    if decoding.clock.hasDates { return zone }
    decoding.reportUndated("`timezone` of an agent group", at: field)
    return decoding.clock.zone
  }

  // MARK: Skills

  private func skills(_ field: Field) -> [AgentGroup.Skill] {
    var result: [AgentGroup.Skill] = []
    func add(_ name: String, at: Field, rank: Int, handle: Double) {
      guard let skill = skill(name, at: at) else { return }
      if result.contains(where: { $0.skill == skill }) {
        decoding.report("the skill `\(name)` is named twice", expected: "each skill once", at: at)
      } else {
        result.append(.init(skill: skill, rank: rank, handle: handle))
      }
    }
    guard field.node.map != nil else {
      for item in decoding.items(field, .oneOrMany(.name(of: "skill")), orOne: true) ?? [] {
        if let name = decoding.text(item) { add(name, at: item, rank: 1, handle: 1) }
      }
      return result
    }
    for entry in decoding.entries(field, .named(.section(.skill))) ?? [] {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      guard let section = Section(entry.field, .skill, decoding, name: entry.name) else { continue }
      let rank = section.count("rank") ?? 1
      if rank < 1 { decoding.report("the rank is 0", expected: "1 or more", at: section["rank"]!) }
      let handle = section.amount("handle") ?? 1
      if handle <= 0 { decoding.report("the multiplier on handle time is 0", expected: "more than 0", at: section["handle"]!) }
      add(entry.name, at: at, rank: rank, handle: handle)
    }
    return result
  }

  private func skill(_ name: String, at field: Field) -> Int? {
    if let index = decoding.names.skills.firstIndex(of: name) { return index }
    if let contact = decoding.contactSkills.first(where: { $0.contact == name }) {
      decoding.report(
        "`\(name)` is a contact type that needs another skill", expected: "the name of a skill",
        nearest: contact.skills.map { "`\($0)`" }.joined(separator: " and "), at: field)
      return nil
    }
    decoding.report(
      "no contact type needs the skill `\(shortened(name))`", expected: decoding.expectation(of: name, among: decoding.names.skills),
      nearest: nearest(to: name, among: decoding.names.skills).map { "`\($0)`" }, at: field)
    return nil
  }

  // MARK: Presence

  private func presence(_ section: Section, _ name: String, zone: WallZone, closed: Set<Int>) -> AgentGroup.Presence? {
    guard let form = section.exactlyOne(KeyTable.presenceForms, "the agent group `\(name)`"), let field = section[form] else { return nil }
    switch form {
    case "count":
      guard let count = decoding.count(field), small(count, at: field) else { return nil }
      if closed.isEmpty { return .always(count: count) }
      return .staffing(daily([count], step: 86_400, zone: zone, closed: closed))
    case "staffing": return staffing(field, name, zone: zone, closed: closed).map { .staffing($0) }
    case "roster": return roster(field, name, zone: zone, closed: closed).map { .roster($0) }
    default:
      return RosterFile(decoding: decoding, group: name, zone: zone, closed: closed).read(field).map { .roster($0) }
    }
  }

  private func small(_ count: Int, at field: Field) -> Bool {
    if count <= 1_000_000 { return true }
    decoding.report("\(count) agents are too many", expected: "at most 1000000", at: field)
    return false
  }

  /// Counts that fill exactly a day repeat every local day; others run once from the start of the horizon, and the last one stays.
  private func staffing(_ field: Field, _ name: String, zone: WallZone, closed: Set<Int>) -> [AgentGroup.StaffingStep]? {
    guard let section = Section(field, .staffing, decoding) else { return nil }
    guard let form = section.exactlyOne(["counts", "csv"], "the staffing") else { return nil }
    if form == "csv" {
      return StaffingFile(decoding: decoding).read(section["csv"]!, section, group: name, closed: closed)
    }
    for key in ["column"] + KeyTable.staffingColumns.map(\.name) where key != "every" && section[key] != nil {
      decoding.report("`\(key)` is about a table, and there is none", expected: "`csv` instead of `counts`", at: section[key]!)
    }
    if section["every"] == nil {
      decoding.report("the staffing has no `every`", expected: "the length of an interval, as in every: 30m", at: field)
    }
    let every = section.positiveDuration("every")
    let counts = section["counts"].flatMap { list in
      decoding.all(list, .list(.count)) { item in decoding.count(item).flatMap { small($0, at: item) ? $0 : nil } }
    }
    guard let every, let counts else { return nil }
    guard !counts.isEmpty else {
      decoding.report("`counts` is an empty list", expected: "at least one count", at: section["counts"]!)
      return nil
    }
    if every.times(counts.count) == .days(1), every.microseconds % 1_000_000 == 0 {
      guard decoding.affordable(counts.count, days: decoding.clock.wideDays(in: zone).count, at: section["counts"]!) else { return nil }
      return daily(counts, step: Int(every.microseconds / 1_000_000), zone: zone, closed: closed)
    }
    if !closed.isEmpty {
      decoding.report("`holidays` does not go with counts that do not repeat daily", expected: "counts that fill a whole day", at: field)
      return nil
    }
    var steps: [AgentGroup.StaffingStep] = []
    var at = SimInstant.zero
    for count in counts {
      if steps.last?.count != count { steps.append(.init(from: at, count: count)) }
      at = at + every
      if at > decoding.clock.end + .days(Double(HorizonClock.daysAfter)) { break }
    }
    return steps
  }

  private func daily(_ counts: [Int], step: Int, zone: WallZone, closed: Set<Int>) -> [AgentGroup.StaffingStep] {
    let clock = decoding.clock
    var steps: [AgentGroup.StaffingStep] = []
    for day in clock.wideDays(in: zone) {
      let isClosed = closed.contains(day)
      let edges = clock.edges(day: day, step: step, count: counts.count, in: zone)
      for (from, count) in zip(edges, counts) {
        let here = isClosed ? 0 : count
        // Steps that a clock change swallows begin at the same instant as the next one.
        if let last = steps.last, last.from == from { steps.removeLast() }
        if steps.last?.count != here { steps.append(.init(from: from, count: here)) }
      }
    }
    // Keep one step at or before the start.
    if let first = steps.lastIndex(where: { $0.from <= .zero }) { steps.removeFirst(first) }
    return steps
  }

  private func roster(_ field: Field, _ group: String, zone: WallZone, closed: Set<Int>) -> [AgentGroup.RosterLine]? {
    guard let entries = decoding.entries(field, .named(.count)) else { return nil }
    if entries.isEmpty { decoding.report("`roster` names no shift", expected: "for example {early: 22}", at: field) }
    var lines: [AgentGroup.RosterLine] = []
    for entry in entries {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      let known = decoding.find(entry.name, in: decoding.names.shifts, "shift", at: at)
      guard let count = decoding.count(entry.field), small(count, at: entry.field), let known,
        let pattern = decoding.shiftPatterns[entry.name], count > 0
      else { continue }
      let worked = pattern.shifts(on: decoding.clock, in: zone, holidays: closed)
      checkOverlap(worked, pattern.name, at: entry.field)
      let agents = (1...count).map { "\(group) \(entry.name) \($0)" }
      lines.append(.init(agents: agents, shift: entry.name, patterns: [known], shifts: worked))
    }
    return lines
  }

  private func checkOverlap(_ shifts: [AgentGroup.Shift], _ name: String, at field: Field) {
    for (before, after) in zip(shifts, shifts.dropFirst()) where after.start < before.end {
      decoding.report(
        "the shift `\(name)` begins again before it is over", expected: "shifts of one agent that do not overlap", at: field)
      return
    }
  }

  // MARK: The rest

  /// Each activity draws its shifts and instants by its name, so two of one name would always coincide: those without a name are numbered.
  private func offline(_ field: Field) -> [AgentGroup.Offline] {
    let items = decoding.items(field, .list(.section(.offline))) ?? []
    if items.count > AgentGroup.mostOffline {
      decoding.report(
        "`offline` lists \(items.count) activities", expected: "at most \(AgentGroup.mostOffline) in an agent group",
        at: items[AgentGroup.mostOffline])
      return []
    }
    var taken = Set(items.compactMap { $0.node["name"]?.word })
    var seen: Set<String> = []
    return items.compactMap { item in
      guard let section = Section(item, .offline, decoding) else { return nil }
      let name = section.text("name") ?? Self.unnamed(&taken)
      if !seen.insert(name).inserted {
        decoding.report(
          "two offline activities are called `\(shortened(name))`", expected: "a `name` for each", at: section["name"] ?? item)
      }
      let share = section.share("share") ?? 1
      return section.positiveDuration("for").map { .init(name: name, length: $0, share: share) }
    }
  }

  /// `offline`, `offline 2`, `offline 3` …: the first that no other activity of the group has.
  private static func unnamed(_ taken: inout Set<String>) -> String {
    var name = "offline"
    var number = 1
    while !taken.insert(name).inserted {
      number += 1
      name = "offline \(number)"
    }
    return name
  }

  private func cost(_ field: Field) -> AgentGroup.Cost? {
    if field.node.scalar != nil { return decoding.amount(field).map { .init(perHour: $0) } }
    guard let section = Section(field, .cost, decoding) else { return nil }
    let overtime = section.amount("overtime") ?? 1
    return section.amount("per-hour").map { .init(perHour: $0, overtime: overtime) }
  }
}
