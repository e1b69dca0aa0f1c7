import SimulationCore
import SupportModel

/// Reads what a contact type causes beside its own touches: `recontact`.
struct ReturnReader {
  let decoding: Decoding
  /// Of the contact type.
  let name: String

  func read(_ section: Section, into type: inout ContactType) {
    type.selfService = section.section("self-service", .selfService).flatMap(selfService)
    type.callback = section.section("callback", .callback).flatMap(callback)
    type.chaser = section.section("chaser", .chaser).flatMap(chaser)
    type.duplicate = section.section("duplicate", .duplicate).flatMap(duplicate)
    if let field = section["recontact"] { type.recontacts = recontacts(field) }
  }

  // MARK: Recontacts

  private func recontacts(_ field: Field) -> [Recontact] {
    let items = field.node.list == nil ? [field] : decoding.items(field, .oneOrMany(.section(.recontact))) ?? []
    if items.isEmpty, field.node.list != nil {
      decoding.report("`recontact` is an empty list", expected: "at least one entry, or to leave it out", at: field)
    }
    let recontacts = items.compactMap(recontact)
    for group in [nil] + decoding.names.groups.indices.map({ $0 }) {
      let sum = recontacts.reduce(0) { $0 + (group.map($1.share.of) ?? $1.share.ofEverybody) }
      if sum <= 1 + 1e-9 { continue }
      let who = group.map { " that `\(decoding.names.groups[$0])` handles" } ?? ""
      decoding.report(
        "the recontacts of `\(name)` are \(spelled(share: sum)) of its contacts\(who)", expected: "at most 100% together", at: field)
      break
    }
    return recontacts
  }

  private func recontact(_ field: Field) -> Recontact? {
    guard let section = Section(field, .recontact, decoding) else { return nil }
    let share = section["share"].flatMap(share)
    let delay = section["delay"].flatMap { DistributionReader(decoding).read($0) }
    let type = section["as"].flatMap { decoding.reference($0, in: decoding.names.declaredContacts, "contact type") }
    let atMost = section.count("at-most")
    guard let share, let delay else { return nil }
    return Recontact(share: share, delay: delay, contactType: type, atMost: atMost)
  }

  /// One for everybody, or one for each group.
  func share(_ field: Field) -> GroupShare? {
    guard field.node.map != nil else { return decoding.share(field).map { .everybody($0) } }
    var shares: [Int: Double] = [:]
    for entry in decoding.entries(field, .named(.share)) ?? [] {
      let group = decoding.find(entry.name, in: decoding.names.groups, "agent group", at: entry.field)
      if let share = decoding.share(entry.field), let group { shares[group] = share }
    }
    return .byGroup(shares)
  }

  // MARK: Self-service

  private func selfService(_ section: Section) -> SelfService? {
    let tries = section.share("tries")
    let solves = section.share("solves")
    let takes = section["takes"].flatMap { DistributionReader(decoding).read($0) }
    let leaksIn = section["leaks-in"].flatMap { DistributionReader(decoding).read($0) }
    let leaks = section.share("leaks") ?? 0
    if leaks > 0, section["leaks-in"] == nil, let at = section["leaks"] {
      decoding.report(
        "`\(name)` has `leaks`, and nothing says when they come back", expected: "`leaks-in`, for example {exponential: {mean: 4h}}", at: at
      )
    }
    let leaksAs = section["leaks-as"].flatMap { decoding.reference($0, in: decoding.names.declaredContacts, "contact type") }
    let handOver = handle(section, "hand-over")
    let leaked = handle(section, "leaked")
    guard let tries, let solves, let takes else { return nil }
    var rule = SelfService(tries: tries, solves: solves, takes: takes)
    (rule.givesUp, rule.leaks, rule.leaksIn, rule.leaksAs) = (section.share("gives-up") ?? 0, leaks, leaksIn, leaksAs)
    (rule.handOver, rule.leaked) = (handOver ?? 1, leaked ?? 1)
    return rule
  }

  private func handle(_ section: Section, _ key: String) -> Double? {
    guard let field = section.section(key, .handOver)?["handle"], let factor = decoding.ratio(field) else { return nil }
    if factor >= 0.01, factor <= 100 { return factor }
    decoding.report("a handle time of \(field.node.described) times itself", expected: "a factor from 0.01 to 100", at: field)
    return nil
  }

  // MARK: Callback

  private func callback(_ section: Section) -> Callback? {
    let limit = section.duration("when-wait-over")
    let accepts = section.share("accepts")
    let reaches = section.share("reaches") ?? 1
    var again: Callback.Again?
    if let inner = section.section("tries-again", .callAgain) {
      let delay = inner["delay"].flatMap { DistributionReader(decoding).read($0) }
      if let delay, let atMost = inner.count("at-most") { again = Callback.Again(delay: delay, atMost: atMost) }
    }
    guard let limit, let accepts else { return nil }
    return Callback(whenWaitOver: limit, accepts: accepts, reaches: reaches, again: again)
  }

  // MARK: Chasers

  private func chaser(_ section: Section) -> Chaser? {
    let after = section["when-open-for"].flatMap { DistributionReader(decoding).read($0) }
    let takes = section["takes"].flatMap { DistributionReader(decoding).read($0) }
    let repeats = section.flag("repeats") ?? false
    guard let after, let takes else { return nil }
    return Chaser(whenOpenFor: after, repeats: repeats, takes: takes)
  }

  // MARK: Duplicates

  private func duplicate(_ section: Section) -> Duplicate? {
    let share = section.share("share")
    let type = section["as"].flatMap { decoding.reference($0, in: decoding.names.declaredContacts, "contact type") }
    let after = section["after"].flatMap { DistributionReader(decoding).read($0) }
    let takes = section["takes"].flatMap { DistributionReader(decoding).read($0) }
    guard let share, let type, let after, let takes else { return nil }
    return Duplicate(share: share, contactType: type, after: after, takes: takes)
  }

  // MARK: Loops

  /// Contact types whose every contact causes another of them, for ever: nobody's need is ever settled.
  static func checkLoops(_ contacts: [ContactType], _ groups: [AgentGroup], _ field: Field?, _ decoding: Decoding) {
    func causes(_ type: Int) -> [Recontact] { contacts[type].recontacts.filter { $0.atMost == nil && $0.share.most > 0 } }
    func isCertain(_ type: Int) -> Bool {
      let able = groups.indices.filter { groups[$0].canServe(contacts[type]) }
      // More than all of them is said already.
      return !able.isEmpty
        && able.allSatisfy { group in abs(causes(type).reduce(0) { $0 + $1.share.of(group) } - 1) <= 1e-9 }
    }
    var loop = Set(contacts.indices.filter(isCertain))
    while let exit = loop.first(where: { type in causes(type).contains { !loop.contains($0.contactType ?? type) } }) { loop.remove(exit) }
    guard let field else { return }
    for type in contacts.indices where loop.contains(type) && contacts[type].variantOf == nil {
      guard let entry = field.node[contacts[type].name] else { continue }
      decoding.report(
        "every contact of `\(contacts[type].name)` causes another, and its customers never have done",
        expected: "shares below 100%, or `at-most`",
        at: Field(node: entry["recontact"] ?? entry, path: "contacts.\(contacts[type].name).recontact"))
    }
  }
}

extension GroupShare {
  /// What holds whoever the group is; 0 where it is given by group.
  fileprivate var ofEverybody: Double { if case .everybody(let share) = self { share } else { 0 } }
}
