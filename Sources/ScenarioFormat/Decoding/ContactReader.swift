import SimulationCore
import SupportModel

/// Reads one contact type. Names of channels, segments and skills are known already.
struct ContactReader {
  let decoding: Decoding

  func read(_ field: Field, name: String) -> ContactType? {
    guard let section = Section(field, .contact, decoding, name: name) else { return nil }
    let clock = decoding.clock
    let distributions = DistributionReader(decoding)
    func timed(_ key: String) -> TimedDistribution? { section[key].flatMap(distributions.readTimed)?.resolved(on: clock) }

    let talk = timed("talk")
    var type = ContactType(name: name, talk: talk ?? TimedDistribution(ConstantDistribution(0)))
    if section["skill"] != nil, section["skills"] != nil { _ = section.exactlyOne(["skill", "skills"], "`\(name)`") }
    type.channel = channel(section, name) ?? 0
    if let segment = section.text("segment") { type.segment = decoding.names.segments.firstIndex(of: segment) }
    type.skills = Self.skillNames(field.node, name: name).compactMap { decoding.names.skills.firstIndex(of: $0) }
    type.priority = section["priority"].flatMap(decoding.priority) ?? 0
    if let arrivals = section["arrivals"] {
      type.arrivals = ArrivalReader(decoding: decoding, contact: name).read(arrivals).map { [$0] } ?? []
    }
    type.wrapUp = timed("wrap-up")
    if let times = decoding.handleTimes[name] { scaleHandling(&type, times) }
    type.patience = timed("patience")
    type.abandonsInService = timed("abandons-in-service")
    type.balk = section.share("balk") ?? 0
    type.queueLimit = section.count("queue-limit")
    type.opens = section["opens"].flatMap(opens)
    type.nobodyThere = section.section("nobody-there", .nobodyThere).flatMap(nobodyThere)
    type.afterAbandon = section["after-abandon"].flatMap(retry)
    type.afterBlocked = section["after-blocked"].flatMap(retry)
    TouchReader(decoding: decoding, name: name).read(section, into: &type)
    ReturnReader(decoding: decoding, name: name).read(section, into: &type)
    if let mix = section["mix"] { decoding.mixes[name] = MixReader(decoding: decoding, name: name).read(mix, of: section) }
    _ = section.text("skill")
    if let skills = section["skills"] { checkSkills(skills) }
    return type
  }

  /// Talk and wrap-up keep their shapes, and their sum has the mean of the table in each of its intervals.
  private func scaleHandling(_ type: inout ContactType, _ times: [(from: SimInstant, seconds: Double)]) {
    func piece(_ timed: TimedDistribution, _ at: SimInstant) -> AnyDistribution {
      (timed.pieces.last { $0.from <= at } ?? timed.pieces[0]).distribution
    }
    var talk: [TimedDistribution.Piece] = []
    var wrapUp: [TimedDistribution.Piece] = []
    for (from, seconds) in times {
      let mean = piece(type.talk, from).mean + (type.wrapUp.map { piece($0, from).mean } ?? 0)
      let factor = seconds / mean
      guard factor > 0, factor.isFinite else { continue }
      talk.append(.init(from: from, distribution: ScaledDistribution(piece(type.talk, from), by: factor)))
      if let own = type.wrapUp { wrapUp.append(.init(from: from, distribution: ScaledDistribution(piece(own, from), by: factor))) }
    }
    guard !talk.isEmpty else { return }
    type.talk = TimedDistribution(pieces: talk)
    if !wrapUp.isEmpty { type.wrapUp = TimedDistribution(pieces: wrapUp) }
  }

  /// Skills as written, before anything is checked: collected first so that agents can name them.
  static func skillNames(_ node: DocumentNode, name: String) -> [String] {
    if let list = node["skills"]?.list { return list.compactMap(\.word) }
    if let skill = (node["skills"] ?? node["skill"])?.word { return [skill] }
    return [name]
  }

  private func checkSkills(_ field: Field) {
    guard let names = decoding.all(field, .list(.text), decoding.text) else { return }
    if names.isEmpty { decoding.report("`skills` is an empty list", expected: "at least one skill", at: field) }
    if Set(names).count < names.count { decoding.report("`skills` names a skill twice", expected: "each skill once", at: field) }
  }

  private func channel(_ section: Section, _ name: String) -> Int? {
    let known = decoding.names.channels
    if let field = section["channel"] { return decoding.reference(field, in: known, "channel") }
    if let phone = known.firstIndex(of: "phone") { return phone }
    if known.count == 1 { return 0 }
    decoding.report("`\(name)` has no `channel`", expected: quotedList(known), at: section.field)
    return nil
  }

  private func opens(_ field: Field) -> ContactType.OpeningHours? {
    var calendar: Int?
    var outside = ContactType.OpeningHours.Outside.refuse
    var atClose = ContactType.OpeningHours.AtClose.serve
    if field.node.map == nil {
      calendar = decoding.calendar(field)
    } else {
      guard let section = Section(field, .opens, decoding) else { return nil }
      calendar = section["calendar"].flatMap(decoding.calendar)
      outside = section.word("outside", ContactType.OpeningHours.Outside.self) ?? .refuse
      atClose = section.word("at-close", ContactType.OpeningHours.AtClose.self) ?? .serve
    }
    return calendar.map { .init(calendar: $0, outside: outside, atClose: atClose) }
  }

  private func nobodyThere(_ section: Section) -> ContactType.NobodyThere? {
    let arriving = section.word("arriving", ContactType.NobodyThere.Arriving.self)
    let waiting = section.word("waiting", ContactType.NobodyThere.Waiting.self)
    if section["arriving"] == nil, section["waiting"] == nil {
      decoding.report("`nobody-there` says nothing", expected: "`arriving: refuse` or `waiting: disconnect`", at: section.field)
    }
    return .init(arriving: arriving ?? .wait, waiting: waiting ?? .wait)
  }

  private func retry(_ field: Field) -> ContactType.Retry? {
    guard let section = Section(field, .retry, decoding) else { return nil }
    let probability = section.share("retry")
    let delay = section["delay"].flatMap { DistributionReader(decoding).read($0) }
    let atMost = section.count("at-most") ?? 100
    if let field = section["at-most"], atMost > ContactType.Retry.mostAttempts {
      decoding.report("\(atMost) attempts are too many", expected: "at most \(ContactType.Retry.mostAttempts)", at: field)
    }
    let sameWork = section.flag("same-work") ?? true
    let samePatience = section.flag("same-patience") ?? false
    guard let probability, let delay else { return nil }
    return .init(probability: probability, delay: delay, atMost: atMost, sameWork: sameWork, samePatience: samePatience)
  }
}

extension Decoding {
  /// The position of a calendar in `Scenario.calendars`.
  /// A name where priorities have names, otherwise a number.
  func priority(_ field: Field) -> Int? {
    let named = names.priorities
    if named.isEmpty { return read(field, .integer, NumberText.integer) }
    return reference(field, in: named, "priority").map { named.count - 1 - $0 }
  }

  func calendar(_ field: Field) -> Int? { reference(field, in: names.calendars, "calendar") }
}
