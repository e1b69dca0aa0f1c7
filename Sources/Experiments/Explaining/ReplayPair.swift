import SupportModel

/// One replication played again under both sides, with logs.
struct ReplayPair {
  /// A log, with the contact types and agents of the candidate where it has them.
  struct Side {
    let rows: [ContactRow]
    let journal: [JournalEntry]
    let agentNames: [String]
    /// From the side's contact types to the candidate's; nil where that has none of this name.
    let types: [Int?]
    let end: Int64

    init(_ compiled: CompiledScenario, names: [String], replication: Int, seed: UInt64) throws(PlayProblem) {
      var simulation = Simulation(compiled)
      _ = try simulation.play(replication: replication, seed: seed, observing: [.contacts, .journal])
      rows = simulation.contactRows
      journal = simulation.journal
      agentNames = compiled.agentNames
      types = compiled.scenario.contactTypes.map { type in names.firstIndex(of: type.name) }
      end = compiled.scenario.horizon.length.microseconds
    }

    func fate(_ row: ContactRow) -> ContactChange.Fate {
      let left = row.answeredAt >= 0 ? row.answeredAt : row.endedAt >= 0 ? row.endedAt : end
      return ContactChange.Fate(
        number: row.contact, outcome: row.outcome, waited: row.queuedAt < 0 ? 0 : max(0, left - row.queuedAt), answeredAt: row.answeredAt,
        agent: row.agent)
    }
  }

  /// The same contact on both sides: first attempts of one type that arrive at the same instant, told apart by their order.
  private struct Key: Hashable {
    let type: Int
    let arrivedAt: Int64
    let ordinal: Int
  }

  let before: Side
  let after: Side
  /// In order of arrival under the candidate.
  private let pairs: [ContactChange]

  init(_ baseline: CompiledScenario, _ candidate: CompiledScenario, replication: Int, seed: UInt64) throws(PlayProblem) {
    let names = candidate.scenario.contactTypes.map(\.name)
    before = try Side(baseline, names: names, replication: replication, seed: seed)
    after = try Side(candidate, names: names, replication: replication, seed: seed)
    let old = Self.keyed(before)
    let known = Dictionary(old.map { ($0.key, $0.row) }, uniquingKeysWith: { first, _ in first })
    let before = before
    let after = after
    pairs = Self.keyed(after).compactMap { key, row in
      guard let other = known[key], row.isCounted || other.isCounted else { return nil }
      return ContactChange(contactType: key.type, arrivedAt: key.arrivedAt, before: before.fate(other), after: after.fate(row))
    }
  }

  private static func keyed(_ side: Side) -> [(key: Key, row: ContactRow)] {
    var seen: [Key: Int] = [:]
    return side.rows.compactMap { row in
      guard row.attempt == 0, let type = side.types[Int(row.contactType)] else { return nil }
      let first = Key(type: type, arrivedAt: row.arrivedAt, ordinal: 0)
      let ordinal = seen[first, default: 0]
      seen[first] = ordinal + 1
      return (Key(type: type, arrivedAt: row.arrivedAt, ordinal: ordinal), row)
    }
  }

  // MARK: Contacts

  func comparison(of types: [Int]) -> ContactComparison {
    var comparison = ContactComparison()
    let own = pairs.filter { types.contains($0.contactType) }
    comparison.pairs = own.count
    for pair in own {
      if pair.extraWait > 0 { comparison.waitedLonger += 1 }
      if pair.extraWait < 0 { comparison.waitedShorter += 1 }
      if pair.before.outcome == .handled, pair.after.outcome != .handled { comparison.noLongerServed += 1 }
      if pair.before.outcome != .handled, pair.after.outcome == .handled { comparison.newlyServed += 1 }
    }
    comparison.lost = Self.top(own.filter { $0.extraWait > 0 }) { $0.extraWait }
    comparison.gained = Self.top(pairs.filter { $0.extraWait < 0 }) { -$0.extraWait }
    return comparison
  }

  private static func top(_ pairs: [ContactChange], by size: (ContactChange) -> Int64) -> [ContactChange] {
    let ranked = pairs.enumerated().sorted { a, b in
      let (x, y) = (size(a.element), size(b.element))
      return x == y ? a.offset < b.offset : x > y
    }
    return ranked.prefix(ContactComparison.shown).map(\.element)
  }

  // MARK: Decisions

  /// Decisions at the cost of contacts of these types, in order of time: agents who, when they would have taken one of them, took another or
  /// had another in hand. Those taken at the very instant come first, then those that cost most; decisions that serve another contact of these types, and
  /// agents who were away, are left out. One contact in hand may cost several others: the dearest stands for all.
  func decisions(against types: [Int]) -> [DecisionChange] {
    let positions = Dictionary(after.agentNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let found = pairs.compactMap { change -> DecisionChange? in
      guard types.contains(change.contactType), change.extraWait > 0, change.before.answeredAt >= 0, change.before.agent >= 0 else {
        return nil
      }
      let name = before.agentNames[Int(change.before.agent)]
      guard let agent = positions[name] else { return nil }
      let instead = doing(Int32(agent), at: change.before.answeredAt)
      switch instead {
      case .contact(let type, _, _) where types.contains(type) && types.count < before.types.count: return nil
      case .away: return nil
      case .contact, .nothing: break
      }
      return DecisionChange(time: change.before.answeredAt, agent: name, instead: instead, contact: change)
    }
    let all = found.enumerated().sorted { a, b in
      let x = (a.element.isAtOnce ? 0 : 1, -a.element.contact.extraWait, a.offset)
      let y = (b.element.isAtOnce ? 0 : 1, -b.element.contact.extraWait, b.offset)
      return x < y
    }.map(\.element)
    var seen: Set<DecisionChange.Deed> = []
    let ranked = all.filter { seen.insert($0.deed).inserted }
    let atOnce = ranked.filter(\.isAtOnce).prefix(2)
    let others = ranked.filter { !$0.isAtOnce }.prefix(DecisionChange.shown - atOnce.count)
    return (atOnce + others).sorted { ($0.time, $0.contact.arrivedAt) < ($1.time, $1.contact.arrivedAt) }
  }

  /// What an agent of the candidate is at, at an instant, once everything of that instant has happened.
  private func doing(_ agent: Int32, at time: Int64) -> DecisionChange.Instead {
    var inHand: (contact: Int64, since: Int64)?
    var isThere = true
    for entry in after.journal {
      if entry.time > time { break }
      guard entry.agent == agent else { continue }
      switch entry.kind {
      case .assigned: inHand = (entry.contact, entry.time)
      case .handled, .handedBack, .dropped: inHand = nil
      case .shiftStarted:
        isThere = true
      case .breakEnded, .offlineEnded: isThere = true
      case .shiftEnded, .absent, .breakStarted, .offlineStarted: isThere = false
      default: break
      }
    }
    if let inHand, let row = after.rows.indices.contains(Int(inHand.contact)) ? after.rows[Int(inHand.contact)] : nil,
      let type = after.types[Int(row.contactType)]
    {
      return .contact(type: type, arrivedAt: row.arrivedAt, since: inHand.since)
    }
    return isThere ? .nothing : .away
  }

  // MARK: Where they part

  private struct Taking: Equatable {
    var time: Int64
    var agent: String
    var type: Int?
    var arrivedAt: Int64
    var attempt: Int32
  }

  private static func takings(_ side: Side) -> [Taking] {
    side.journal.compactMap { entry in
      guard entry.kind == .assigned, entry.agent >= 0, side.rows.indices.contains(Int(entry.contact)) else { return nil }
      let row = side.rows[Int(entry.contact)]
      return Taking(
        time: entry.time, agent: side.agentNames[Int(entry.agent)], type: side.types[Int(row.contactType)], arrivedAt: row.arrivedAt,
        attempt: row.attempt)
    }
  }

  func firstDifference() -> FirstDifference? {
    let old = Self.takings(before)
    let new = Self.takings(after)
    var index = 0
    while index < old.count, index < new.count, old[index] == new[index] { index += 1 }
    let was = index < old.count ? old[index] : nil
    let now = index < new.count ? new[index] : nil
    if let was, let now, was.time == now.time, let wasType = was.type, let nowType = now.type {
      if was.agent == now.agent { return .otherContact(time: now.time, agent: now.agent, took: nowType, wouldHaveTaken: wasType) }
      if was.type == now.type, was.arrivedAt == now.arrivedAt {
        return .otherAgent(time: now.time, contactType: nowType, agent: now.agent, wouldHaveBeen: was.agent)
      }
    }
    func taken(_ what: Taking, in others: [Taking]) -> Int64 {
      others.first { $0.type == what.type && $0.arrivedAt == what.arrivedAt && $0.attempt == what.attempt }?.time ?? -1
    }
    if let now, let type = now.type, now.time <= was?.time ?? .max {
      return .sooner(time: now.time, agent: now.agent, contactType: type, until: taken(now, in: old))
    }
    if let was, let type = was.type {
      return .later(time: was.time, agent: was.agent, contactType: type, until: taken(was, in: new))
    }
    return nil
  }
}
