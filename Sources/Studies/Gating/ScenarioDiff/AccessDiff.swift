import SupportModel

/// What kind of contact it is and when it is let in: channel, segment, opening hours, room. Whoever is refused is nobody to whom the promise is broken.
enum AccessDiff {
  static let section = ScenarioDiffSection(
    name: "access", kind: .conditions, covers: ["contactTypes", "channels", "segments", "sharedLimits", "calendars"]
  ) { pair in
    var list = ChangeList("access")
    for (name, before, now) in pair.matched({ $0.contactTypes }, by: \.name) {
      guard let before, let now else { continue }
      let (old, new) = (pair.baseline, pair.candidate)
      // Targets, limits and gates that go by them speak of other contacts now.
      list.text(name, "channel", old.channels[before.channel].name, new.channels[now.channel].name, .unclear)
      list.text(name, "segment", before.segment.map { old.segments[$0] }, now.segment.map { new.segments[$0] }, .unclear)
      list.number(
        name, "queue-limit", before.queueLimit.map(Double.init), now.queueLimit.map(Double.init), absent: .infinity, .lessIsWeaker
      ) { .count($0) }
      opens(name, before.opens, now.opens, pair, &list)
      let arriving = now.nobodyThere?.arriving ?? .wait
      list.text(
        name, "nobody-there", (before.nobodyThere?.arriving ?? .wait).rawValue, arriving.rawValue,
        arriving == .refuse ? .weaker : .stronger)
      list.text(
        name, "last-one-gone", (before.nobodyThere?.waiting ?? .wait).rawValue, (now.nobodyThere?.waiting ?? .wait).rawValue, .unclear)
    }
    for (name, before, now) in pair.matched({ $0.channels }, by: \.name) {
      guard let before, let now else { continue }
      list.text(name, "live", "\(before.isLive)", "\(now.isLive)", .unclear)
      list.number(name, "concurrency", Double(before.concurrency), Double(now.concurrency), .unclear) { .count($0) }
      list.number(name, "at-most", before.atMost.map(Double.init), now.atMost.map(Double.init), absent: .infinity, .unclear) { .count($0) }
      list.text(name, "pace", before.pace.spelled, now.pace.spelled, .unclear)
      interruption(name, before.interruption, now.interruption, pair, &list)
    }
    rooms(pair, &list)
    return list.all
  }

  private static func interruption(
    _ name: String, _ before: Interruption?, _ now: Interruption?, _ pair: ScenarioPair, _ list: inout ChangeList
  ) {
    func names(_ rule: Interruption?, _ scenario: Scenario) -> [String] {
      (rule?.channels.map { scenario.channels[$0].name } ?? []) + (rule?.priorities.map(scenario.priorityName) ?? [])
    }
    list.names(name, "interrupted-by", names(before, pair.baseline), names(now, pair.candidate), .unclear)
    list.law(name, "resume-cost", LawTraits(before?.cost), LawTraits(now?.cost), .lessIsWeaker)
    if (before?.resumesWithSame ?? false) != (now?.resumesWithSame ?? false) { list.note(name, "resumes-with", .unclear) }
  }

  private static func opens(
    _ name: String, _ before: ContactType.OpeningHours?, _ now: ContactType.OpeningHours?, _ pair: ScenarioPair, _ list: inout ChangeList
  ) {
    switch (before, now) {
    case (nil, nil): break
    case (nil, let now?):
      list.note(name, "opens", to: .text(pair.candidate.calendars[now.calendar].name), now.outside == .refuse ? .weaker : .unclear)
    case (let before?, nil):
      list.note(name, "opens", from: .text(pair.baseline.calendars[before.calendar].name), before.outside == .refuse ? .stronger : .unclear)
    case (let before?, let now?):
      let (old, new) = (pair.baseline.calendars[before.calendar], pair.candidate.calendars[now.calendar])
      if old.name != new.name {
        list.note(
          name, "opens", from: .text(old.name), to: .text(new.name), CalendarDiff.effect(from: old.hours.stretches, to: new.hours.stretches)
        )
      }
      list.text(name, "outside", before.outside.rawValue, now.outside.rawValue, now.outside == .refuse ? .weaker : .stronger)
      list.text(name, "at-close", before.atClose.rawValue, now.atClose.rawValue, .unclear)
    }
  }

  /// Room that several types share, matched by whom it is for.
  private static func rooms(_ pair: ScenarioPair, _ list: inout ChangeList) {
    func rooms(_ scenario: Scenario) -> [(name: String, inSystem: Int?, waiting: Int?)] {
      scenario.sharedLimits.reduce(into: []) { rooms, limit in
        let name = scenario.names(ofTypes: limit.contactTypes).sorted().joined(separator: ", ")
        if let known = rooms.firstIndex(where: { $0.name == name }) {
          rooms[known].inSystem = [rooms[known].inSystem, limit.inSystem].compactMap { $0 }.min()
          rooms[known].waiting = [rooms[known].waiting, limit.waiting].compactMap { $0 }.min()
        } else {
          rooms.append((name: name, inSystem: limit.inSystem, waiting: limit.waiting))
        }
      }
    }
    for (name, before, now) in pair.matched(rooms, by: { $0.name }) {
      for (aspect, old, new) in [("in-system", before?.inSystem, now?.inSystem), ("waiting", before?.waiting, now?.waiting)] {
        list.number(name, aspect, old.map(Double.init), new.map(Double.init), absent: .infinity, .lessIsWeaker) { .count($0) }
      }
    }
  }
}
