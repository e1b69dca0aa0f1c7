import ServiceMetrics
import SimulationCore
import SupportModel
import TerminalText

/// What a scenario says once everything is worked out, as lines of text: the check a person makes before a run. A pure function.
struct ScenarioPicture {
  let scenario: Scenario
  let clock: HorizonClock
  /// Criteria by name, which the scenario no longer knows.
  let criteria: [CriterionUse]
  let policyFile: String?

  init(
    _ scenario: Scenario, clock: HorizonClock, criteria: [CriterionUse], policyFile: String?
  ) {
    self.scenario = scenario
    self.clock = clock
    self.criteria = criteria
    self.policyFile = policyFile
  }

  func lines() -> [String] {
    var lines = heading()
    lines += chapter("Contacts", contacts())
    lines += chapter("Channels", channels())
    lines += chapter("Limits", limits())
    lines += chapter("Demand events", events())
    lines += chapter("Before an agent, and again", around())
    lines += chapter("Agents", groups())
    lines += chapter("Routing", routing())
    lines += chapter("Targets", targets())
    lines += chapter("Satisfaction", outcomes())
    lines += chapter("Removed at the root", removals())
    lines += chapter("In money", money())
    lines += chapter("Gates", gates())
    lines += chapter("Taken for granted", assumptions())
    return lines
  }

  private func chapter(_ title: String, _ lines: [String]) -> [String] {
    lines.isEmpty ? [] : ["", title] + lines.map { "  " + $0 }
  }

  // MARK: Horizon

  private func heading() -> [String] {
    let horizon = scenario.horizon
    var lines: [String] = scenario.name.isEmpty ? [] : [scenario.name]
    if !scenario.about.isEmpty { lines.append(scenario.about) }
    let from: String
    if let zone = horizon.timeZone, let date = horizon.startDate {
      from = "\(date) \(TimeOfDay(seconds: clock.local(.zero, in: clock.zone).seconds).text) (\(zone)), \(spelled(horizon.length))"
    } else {
      from = "\(spelled(horizon.length)), without dates"
    }
    var text = "Horizon   \(from)"
    if horizon.warmUp > .zero { text += ", the first \(spelled(horizon.warmUp)) not counted" }
    if horizon.cooldown > .zero { text += ", the last \(spelled(horizon.cooldown)) not counted" }
    text += horizon.atEnd == .drain ? ", then what is open is finished" : ", then what is open is left as backlog"
    lines.append(text)
    if let first = horizon.intervals.first {
      let longest = horizon.intervals.map { $0.end - $0.start }.max() ?? (first.end - first.start)
      lines.append("Intervals \(horizon.intervals.count) of \(spelled(longest))")
    }
    let plan = scenario.experiment
    var play = "Plays     \(plan.replications) replications, seed \(plan.seed), \(percent(plan.confidence)) confidence"
    if let precision = plan.precision {
      play +=
        ", on until \(precision.metric)\(precision.scope.map { " of \($0)" } ?? "") is known to ±\(rounded(precision.halfWidth)) or \(precision.atMost) are played"
    }
    lines.append(play)
    for backlog in horizon.backlog {
      lines.append("Backlog   \(backlog.count) \(scenario.contactTypes[backlog.contactType].name) open at the start")
    }
    return lines
  }

  // MARK: Contacts

  private func contacts() -> [String] {
    let hours = clock.length.seconds / 3600
    // The work of all touches together, where contacts may have several.
    let hasTouches = scenario.contactTypes.contains(where: \.hasTouches)
    let types = scenario.declaredTypes
    let courses = scenario.expectedCourses(mean)
    let volumes = scenario.contactTypes.indices.map { scenario.expectedVolume(of: $0, on: clock) }
    let legs = scenario.hasMoves ? scenario.expectedLegs(of: volumes, courses) : volumes
    let hasLegs = scenario.hasMoves
    var rows = [
      ["type", "channel", "needs", "expected"] + (hasLegs ? ["legs"] : []) + (hasTouches ? ["touches"] : []) + ["mean handle", "load"]
    ]
    var total = 0.0
    for index in types {
      let type = scenario.contactTypes[index]
      let handle = courses[index].work
      let load = legs[index] * handle / 3600 / hours
      total += load
      rows.append(
        [
          type.name, scenario.channels.isEmpty ? "" : scenario.channels[type.channel].name,
          type.skills.map { scenario.skills[$0] }.joined(separator: " + "), rounded(volumes[index]),
        ] + (hasLegs ? [rounded(legs[index])] : []) + (hasTouches ? [rounded(courses[index].touches)] : []) + [
          handle.isFinite ? spelledRoughly(handle) : "no mean",
          load.isFinite ? "\(rounded(load)) erlang" : "no mean",
        ])
    }
    var lines = table(rows)
    if types.count > 1, total.isFinite { lines.append("together \(rounded(total)) erlang on average over the horizon") }
    return lines + moves(courses, legs: legs, volumes) + types.compactMap(mix)
  }

  /// `email is 3% urgent, 12% high and 85% normal; 5% vip and 95% business`.
  private func mix(_ index: Int) -> String? {
    guard let mix = scenario.contactTypes[index].mix else { return nil }
    let variants = mix.variants.map { scenario.contactTypes[$0] }
    let inner = max(1, mix.segments.count) * max(1, mix.skills.count)
    func part(_ shares: [Double], _ step: Int, _ name: (ContactType) -> String) -> String? {
      shares.isEmpty ? nil : andList(shares.enumerated().map { "\(percent($1)) \(name(variants[$0 * step]))" })
    }
    let parts = [
      part(mix.priorities, inner) { scenario.priorityName($0.priority) },
      part(mix.segments, max(1, mix.skills.count)) { $0.segment.map { scenario.segments[$0] } ?? "" },
      part(mix.skills, 1) { $0.skills.last.map { scenario.skills[$0] } ?? "" },
    ].compactMap { $0 }
    return "\(scenario.contactTypes[index].name) is \(parts.joined(separator: "; "))"
  }

  /// Mean over the horizon of a distribution that changes with the hour, each piece weighted by how long it rules.
  private func mean(_ timed: TimedDistribution) -> Double {
    let pieces = timed.pieces
    guard pieces.count > 1 else { return pieces[0].distribution.mean }
    var sum = 0.0
    var whole = 0.0
    for (index, piece) in pieces.enumerated() {
      let start = index == 0 ? SimInstant.zero : max(.zero, piece.from)
      let end = index + 1 < pieces.count ? min(clock.end, pieces[index + 1].from) : clock.end
      guard end > start else { continue }
      sum += piece.distribution.mean * (end - start).seconds
      whole += (end - start).seconds
    }
    return whole > 0 ? sum / whole : pieces[0].distribution.mean
  }

  /// Those of which an agent has several in hand at once.
  private func channels() -> [String] {
    scenario.channels.filter { $0.concurrency > 1 }.map { channel in
      let limit = channel.atMost.map { ", at most \($0) of them" } ?? ""
      let most = channel.mostInHand
      let pace =
        channel.pace == .flat
        ? "as fast as alone" : "each at \(channel.pace.spelled) of its speed alone with \(most == 1 ? "1" : "1 to \(most)") in talk"
      return "\(channel.name): each takes 1/\(channel.concurrency) of an agent\(limit), \(pace)"
    } + scenario.channels.compactMap(tray)
  }

  /// Those of which contacts belong to one agent.
  private func tray(_ channel: Channel) -> String? {
    channel.tray.map { tray in
      let when =
        switch tray.assigns {
        case .onArrival: "as they come"
        case .whenFree: "when somebody is free"
        }
      return "\(channel.name): up to \(tray.room) belong to one agent, \(when); at the end of the shift what waits "
        + (tray.keeps ? "stays for the next one" : "is for anybody")
    }
  }

  private func limits() -> [String] {
    scenario.sharedLimits.map { limit in
      let parts = [limit.inSystem.map { "\($0) in the system" }, limit.waiting.map { "\($0) waiting" }].compactMap { $0 }
      return "\(limit.label): at most \(andList(parts))"
    }
  }

  private func events() -> [String] {
    let onTop = scenario.demandEvents.isEmpty ? [] : ["on top of `expected` and `load`"]
    return onTop
      + scenario.demandEvents.flatMap { event -> [String] in
        let expected = event.extra.reduce(0) { $0 + $1.expected }
        let what = event.extra.map { "\(rounded($0.expected)) \(scenario.contactTypes[$0.contactType].name)" }.joined(separator: ", ")
        switch event.occurrence {
        case .once(let at):
          let before = event.shape.share(within: .zero - at.since)
          let after = 1 - event.shape.share(within: clock.end - at)
          var text = "\(event.name): from \(clock.shown(at)), \(what) extra"
          if after > 0.0005 { text += "; \(rounded(expected * after)) (\(roughPercent(after))) fall after the end of the horizon" }
          if before > 0.0005 { text += "; \(rounded(expected * before)) (\(roughPercent(before))) fall before its start" }
          return [text] + (event.incident.map { [incident($0)] } ?? [])
        case .random(let perSecond):
          let times = perSecond * clock.length.seconds
          return ["\(event.name): at random, \(rounded(times)) times on average in the horizon, \(what) extra each time"]
            + (event.incident.map { [incident($0)] } ?? [])
        }
      }
  }

  private func incident(_ rule: DemandEvent.Incident) -> String {
    "  an incident of about \(spelledRoughly(rule.lasts.mean)): each is told so in about \(spelledRoughly(rule.acknowledge.mean)) and waits for its end, which solves \(percent(rule.solvesTogether)) of them together"
  }

  // MARK: People

  private func groups() -> [String] {
    var rows = [["group", "heads", "hours", "skills"]]
    for (index, group) in scenario.groups.enumerated() {
      let skills = group.skills.map { skill in
        scenario.skills[skill.skill] + (skill.rank == 1 ? "" : " (rank \(skill.rank))")
          + (skill.handle == 1 ? "" : " ×\(rounded(skill.handle))")
      }
      rows.append([
        group.name, "\(group.startingPeople)", rounded(group.scheduledHours(until: clock.end)),
        (skills + asked(of: index)).joined(separator: ", "),
      ])
    }
    return rows.count > 1 ? table(rows) + scenario.groups.flatMap(overWeeks) : []
  }

  /// What a group does for others.
  private func asked(of group: Int) -> [String] {
    func names(_ types: [Int]) -> String { scenario.named(types).map { scenario.contactTypes[$0].name }.joined(separator: " and ") }
    let approved = scenario.contactTypes.indices.filter { scenario.contactTypes[$0].approval?.group == group }
    let held = scenario.contactTypes.indices.filter { scenario.contactTypes[$0].isHeld(by: group) }
    return (approved.isEmpty ? [] : ["approves \(names(approved))"]) + (held.isEmpty ? [] : ["has \(names(held)) on hold"])
  }

  private func routing() -> [String] {
    let policy = scenario.routing
    var lines: [String] = []
    func names(_ list: String, _ standard: [String]) -> String {
      let written = criteria.filter { $0.list == list && !$0.isScheduled }.map(\.name)
      return (written.isEmpty ? standard : written).joined(separator: ", then ")
    }
    if let policyFile { lines.append("from \(policyFile)") }
    lines.append(
      "a contact goes to the agent by \(names("agent-for-contact", RoutingReader.standardAgentNames(shared: scenario.channels.contains { $0.concurrency > 1 })))"
    )
    lines.append("an agent takes the contact by \(names("contact-for-agent", RoutingReader.standardContactNames))")
    func types(_ indices: [Int]) -> String { scenario.named(indices).map { scenario.contactTypes[$0].name }.joined(separator: ", ") }
    for rule in policy.overflow {
      lines.append(
        "\(rule.groups.map { scenario.groups[$0].name }.joined(separator: ", ")) may take \(types(rule.contactTypes)) after \(spelled(rule.after))"
      )
    }
    for rule in policy.reserve {
      lines.append("the last \(rule.keep) idle in \(scenario.groups[rule.group].name) stay free for \(types(rule.contactTypes))")
    }
    for rule in policy.ageing {
      lines.append("\(types(rule.contactTypes)) rise by \(rule.raise) for every \(spelled(rule.every)) of waiting")
    }
    switch policy.queueAt {
    case .lastGroup?: lines.append("who finds nobody free waits for the last group tried, and for no other")
    case .queueRatio?:
      lines.append("who finds nobody free waits for the group with the fewest waiting for each of its people, and for no other")
    case .expectedDelay?: lines.append("who finds nobody free waits for the group whose queue is soonest through, and for no other")
    case nil: break
    }
    for rule in policy.affinity {
      lines.append(
        "\(types(rule.contactTypes)) that come back wait \(spelled(rule.preferLastAgentFor)) for the agent of their last touch, where that agent is expected"
      )
    }
    lines += escalations()
    for rule in policy.schedule { lines.append("other rules while \(scenario.calendars[rule.calendar].name) is open") }
    return lines
  }

  private func targets() -> [String] {
    scenario.targets.flatMap { target in
      let names = scenario.named(target.contactTypes).map { scenario.contactTypes[$0].name }.joined(separator: ", ")
      let clock = ClockPicture(scenario, clock: clock)
      var text = "\(target.name): \(percent(target.goal)) of \(names) \(clock.promise(of: target)), abandons \(target.abandons.rawValue)"
      if let short = target.shortAbandon {
        text += ", those within \(spelled(short)) \(target.abandons == .metShort ? "met" : "not counted")"
      }
      return [text] + clock.lines(of: target).map { "  " + $0 }
    }
  }

  private func gates() -> [String] {
    func spelled(_ limit: Double, _ gate: Gate) -> String { gate.knownMetric?.spelled(limit) ?? plain(limit) }
    return scenario.gates.map { gate in
      var limits: [String] = []
      if let limit = gate.atLeast { limits.append("at least \(spelled(limit, gate))") }
      if let limit = gate.atMost { limits.append("at most \(spelled(limit, gate))") }
      if let margin = gate.notWorseBy { limits.append("not worse by more than \(spelled(margin, gate))") }
      if let share = gate.notWorseByShare { limits.append("not worse by more than \(percent(share)) of the baseline") }
      return "\(gate.name): \(limits.joined(separator: ", "))"
    }
  }

  // MARK: Text

  private func table(_ rows: [[String]]) -> [String] {
    let widths = rows[0].indices.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : DisplayWidth.padded(cell, widths[column])
      }
      return cells.joined(separator: "  ").trimmingTrailing
    }
  }
}

/// Three significant digits, whole above a hundred.
func rounded(_ value: Double) -> String {
  guard value.isFinite else { return "unbounded" }
  let size = abs(value)
  let scale: Double = size >= 100 ? 1 : size >= 10 ? 10 : size >= 1 ? 100 : 1000
  return plain((value * scale).rounded() / scale)
}

func roughPercent(_ share: Double) -> String { "\(rounded(share * 100))%" }

/// A mean duration to the second, or finer below ten seconds.
func spelledRoughly(_ seconds: Double) -> String {
  spelled(.seconds(seconds >= 10 ? seconds.rounded() : (seconds * 1000).rounded() / 1000))
}

extension SimInstant {
  /// Time since the start of the horizon.
  var since: TimeSpan { TimeSpan(microseconds: microseconds) }
}

extension String {
  var trimmingTrailing: String {
    var text = Substring(self)
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
