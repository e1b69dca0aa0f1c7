import SimulationCore
import SupportModel

/// A document to a valid scenario, or everything that is wrong with it. The order below is the order in which names become known.
struct ScenarioBuilder {
  let decoding: Decoding

  func build(_ document: ScenarioDocument) -> Scenario? {
    guard let top = Section(Field(node: document.root, path: ""), .scenario, decoding) else { return nil }
    checkVersion(top)
    var horizonReader = top.section("horizon", .horizon).map(HorizonReader.init)
    horizonReader?.readClock()
    collectNames(document.root)
    readCalendars(top)
    if let field = top["priorities"] { checkPriorities(field) }
    let channels = self.channels(top)
    if let field = top["scale"] { decoding.scales = ScaleReader.readAll(field, decoding) }
    let (contacts, queueLimits) = expanded(self.contacts(top), top)
    let selectors = SelectorReader(decoding: decoding, contacts: contacts)
    let targets = TargetReader(decoding: decoding, selectors: selectors)
    let limits = list(top, "limits", .limit) { targets.limit($0) } + queueLimits
    var number = -1
    let events = list(top, "demand-events", .demandEvent) { field in
      number += 1
      return DemandReader(decoding: decoding).read(field, number: number)
    }
    checkNames(events.map(\.name), "demand event", top["demand-events"])
    let groups = self.groups(top)
    ReturnReader.checkLoops(contacts, groups, top["contacts"], decoding)
    decoding.staffedByCount = groups.filter { if case .staffing = $0.presence { true } else { false } }
    var routing =
      top["routing"].map(RoutingReader(decoding: decoding, selectors: selectors).read)
      ?? RoutingReader.standard(shared: decoding.hasSharedAgents)
    let promises = list(top, "targets", .target) { targets.read($0) }
    checkNames(promises.map(\.name), "target", top["targets"])
    if let field = decoding.escalations { routing?.escalations = EscalationReader(decoding: decoding, targets: promises).read(field) }
    let gates = self.gates(top, promises, groups)
    let judgements = self.judgements(top)
    let money = MoneyReader(decoding: decoding, selectors: selectors, targets: promises).read(top)
    let experiment =
      top["experiment"].map(ExperimentReader(decoding: decoding, promises: promises.count).read) ?? ExperimentPlan()
    checkScope(experiment, top["experiment"], targets: promises)
    let backlog = horizonReader.map { BacklogReader(decoding: decoding, contacts: contacts).read($0.section) } ?? []
    let (name, about, currency) = (top.text("name") ?? "", top.text("about") ?? "", top.text("currency") ?? "")
    guard let reader = horizonReader, !reader.isWrong, let intervals = reader.intervals() else { return nil }
    let penalties = money.judged(by: intervals.counted, top)
    guard decoding.problems.isEmpty, decoding.documents.problems.isEmpty, let routing else { return nil }
    let clock = decoding.clock
    var horizon = Horizon(
      length: clock.length, warmUp: reader.warmUp, cooldown: reader.cooldown, atEnd: reader.atEnd, backlog: backlog,
      intervals: intervals.counted, uncounted: intervals.uncounted, startDate: reader.startDate,
      timeZone: clock.hasDates ? clock.zone.name : nil)
    horizon.firstContactWindow = reader.firstContactWindow
    horizon.periods = PeriodNames.periods(intervals.counted, on: clock)
    var scenario = Scenario(
      name: name, about: about, currency: currency, horizon: horizon, experiment: experiment, priorities: decoding.names.priorities,
      calendars: calendars(on: clock), channels: channels, segments: decoding.names.segments, skills: decoding.names.skills,
      contactTypes: contacts, sharedLimits: limits, demandEvents: events,
      shiftPatterns: decoding.names.shifts.compactMap { decoding.shiftPatterns[$0] }, groups: groups, routing: routing, targets: promises,
      gates: [])
    (scenario.satisfaction, scenario.wellbeing) = judgements
    (scenario.valueBySegment, scenario.valueOfOthers) = money.values
    (scenario.penalties, scenario.removals) = (penalties, money.removals)
    scenario.gates = gates.flatMap { HealthGate.inFull($0, in: scenario) }
    return scenario
  }

  /// By what customers judge, and by what the strain on people is reported.
  private func judgements(_ top: Section) -> (Satisfaction?, Wellbeing?) {
    let satisfaction = top["satisfaction"].flatMap(SatisfactionReader(decoding: decoding).read)
    return (satisfaction, top["wellbeing"].flatMap(WellbeingReader(decoding: decoding).read))
  }

  /// In the order in which they are declared.
  private func calendars(on clock: HorizonClock) -> [WorkCalendar] {
    decoding.names.calendars.compactMap { name in
      decoding.calendars[name].map { WorkCalendar(name: name, hours: $0.businessTime(on: clock), wall: clock.wall(in: $0.zone)) }
    }
  }

  private func checkVersion(_ top: Section) {
    guard let field = top["muster"], let version = decoding.text(field), version != "1" else { return }
    decoding.report("version \(shortened(version)) of the format is not known", expected: "muster: 1", at: field)
  }

  /// The precision is asked for something that exists.
  private func checkScope(_ plan: ExperimentPlan, _ field: Field?, targets: [Target]) {
    guard let scope = plan.precision?.scope, let node = field?.node["precision"]?["for"] else { return }
    let names = decoding.names
    let known = names.declaredContacts + targets.map(\.name) + names.groups + names.channels + names.segments + names.priorities
    _ = decoding.find(scope, in: known, "contact type or target", at: Field(node: node, path: "experiment.precision.for"))
  }

  // MARK: Names

  private func collectNames(_ root: DocumentNode) {
    func keys(_ name: String) -> [String] {
      let keys = root[name]?.map?.map(\.key) ?? []
      return keys.count > Decoding.mostNames ? [] : keys
    }
    var names = Names()
    names.contacts = keys("contacts")
    names.groups = keys("agents")
    names.calendars = keys("calendars")
    names.shifts = keys("shifts")
    names.channels = keys("channels")
    names.priorities = root["priorities"]?.list?.compactMap(\.word) ?? []
    func add(_ name: String, to list: inout [String]) { if !list.contains(name) { list.append(name) } }
    for entry in names.contacts.isEmpty ? [] : root["contacts"]?.map ?? [] {
      let skills = ContactReader.skillNames(entry.value, name: entry.key)
      for skill in skills { add(skill, to: &names.skills) }
      decoding.contactSkills.append((entry.key, skills))
      if let segment = entry.value["segment"]?.word { add(segment, to: &names.segments) }
      for segment in entry.value["mix"]?["segment"]?.map ?? [] { add(segment.key, to: &names.segments) }
      for skill in entry.value["mix"]?["skill"]?.map ?? [] { add(skill.key, to: &names.skills) }
      if root["channels"] == nil { add(entry.value["channel"]?.word ?? "phone", to: &names.channels) }
    }
    names.declared = names.contacts.count
    decoding.names = names
  }

  /// Names must differ where results are told apart by them.
  private func checkNames(_ names: [String], _ what: String, _ field: Field?) {
    var seen: Set<String> = []
    guard let field else { return }
    for name in names where !seen.insert(name).inserted {
      let named = (field.node.list ?? []).compactMap { $0["name"] }.filter { $0.word == name }
      let at = named.count > 1 ? Field(node: named[1], path: field.path) : field
      decoding.report("two \(what)s are called `\(name)`", expected: "a `name` for each", at: at)
    }
  }

  // MARK: Sections

  private func list<Value>(_ top: Section, _ key: String, _ table: KeyTable, _ read: (Field) -> Value?) -> [Value] {
    guard let field = top[key] else { return [] }
    return (decoding.items(field, .list(.section(table))) ?? []).compactMap(read)
  }

  private func gates(_ top: Section, _ targets: [Target], _ groups: [AgentGroup]) -> [Gate] {
    let reader = GateReader(
      decoding: decoding, targets: targets, targetsAreWhole: targets.count == top["targets"]?.node.list?.count ?? 0,
      groups: groups)
    let gates = list(top, "gates", .gate) { reader.read($0) }
    // The same name twice would be one test in the eyes of a CI server.
    var seen: [String: Int] = [:]
    return gates.map { gate in
      seen[gate.name, default: 0] += 1
      guard let number = seen[gate.name], number > 1 else { return gate }
      var gate = gate
      gate.name += " (\(number))"
      return gate
    }
  }

  private func checkPriorities(_ field: Field) {
    let names = decoding.all(field, .list(.text), decoding.text) ?? []
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted || name == ClockReader.otherPriorities {
      decoding.report(
        name == ClockReader.otherPriorities ? "a priority cannot be called `\(name)`" : "two priorities are called `\(shortened(name))`",
        expected: "a name for each", at: field)
    }
    if names.count > 100 { decoding.report("\(names.count) priorities are too many", expected: "at most 100", at: field) }
  }

  private func readCalendars(_ top: Section) {
    guard let field = top["calendars"] else { return }
    for entry in decoding.entries(field, .named(.section(.calendar))) ?? [] {
      decoding.calendars[entry.name] = CalendarReader(decoding: decoding).read(entry.field, name: entry.name)
    }
  }

  /// Those that are declared, or one for each name that contact types use.
  private func channels(_ top: Section) -> [Channel] {
    guard let field = top["channels"] else { return decoding.names.channels.map { Channel(name: $0) } }
    let entries = decoding.entries(field, .named(.section(.channel))) ?? []
    let reader = ChannelReader(decoding: decoding, isLive: entries.map { ChannelReader.isLive($0.field) })
    let channels = entries.map { reader.read($0.field, name: $0.name) }
    reader.checkTogether(channels, at: field)
    decoding.hasSharedAgents = channels.contains { $0.concurrency > 1 }
    return channels
  }

  private func contacts(_ top: Section) -> [ContactType] {
    guard let field = top["contacts"] else { return [] }
    let entries = decoding.entries(field, .named(.section(.contact))) ?? []
    if field.node.map?.isEmpty == true { decoding.report("`contacts` is empty", expected: "at least one contact type", at: field) }
    let read = entries.map { entry in
      ContactReader(decoding: decoding).read(entry.field, name: entry.name)
        ?? ContactType(name: entry.name, talk: TimedDistribution(ConstantDistribution(0)))
    }
    if read.contains(where: { !$0.moves.isEmpty }) {
      MoveReader.checkLoops(
        read, decoding, fields: entries.map { entry in entry.field.node["moves"].map { entry.field.child("moves", $0) } })
    }
    return read
  }

  /// With a contact type for each combination of a mix, and their names.
  private func expanded(_ contacts: [ContactType], _ top: Section) -> (contacts: [ContactType], limits: [SharedLimit]) {
    if decoding.mixes.isEmpty || contacts.count != decoding.names.contacts.count { return (contacts, []) }
    let count = decoding.mixes.values.reduce(contacts.count) { $0 + $1.mix.variants.count }
    if count > Decoding.mostNames, let field = top["contacts"] {
      decoding.report(
        "the mixes make \(count) contact types", expected: "at most \(Decoding.mostNames) combinations and contact types together",
        at: field)
      return (contacts, [])
    }
    var parts: [Int: MixReader.Parts] = [:]
    for (index, contact) in contacts.enumerated() { parts[index] = decoding.mixes[contact.name] }
    let (all, limits) = MixReader.expand(contacts, parts, decoding.names)
    decoding.names.contacts = all.map(\.name)
    decoding.families = all.prefix(contacts.count).enumerated().map { index, type in [index] + (type.mix.map { Array($0.variants) } ?? []) }
    return (all, limits)
  }

  private func groups(_ top: Section) -> [AgentGroup] {
    if let field = top["shifts"] {
      for entry in decoding.entries(field, .named(.section(.shift))) ?? [] {
        decoding.shiftPatterns[entry.name] = ShiftReader(decoding: decoding).read(entry.field, name: entry.name)
      }
    }
    guard let field = top["agents"] else { return [] }
    let reader = AgentReader(decoding: decoding)
    var owners: [String: String] = [:]
    return (decoding.entries(field, .named(.section(.group))) ?? []).compactMap { entry in
      guard let group = reader.read(entry.field, name: entry.name) else { return nil }
      var named = group.hires.flatMap { $0.people.map(\.name) }
      if case .roster(let lines) = group.presence { named = lines.flatMap(\.agents) + named }
      for agent in named {
        if let other = owners.updateValue(entry.name, forKey: agent) {
          decoding.report(
            other == entry.name ? "two agents are called \(agent)" : "the agent \(agent) is in the group `\(other)` already",
            expected: "a name for each agent", at: entry.field)
          break
        }
      }
      return group
    }
  }
}
