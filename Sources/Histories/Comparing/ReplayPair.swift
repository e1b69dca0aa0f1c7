import SimulationCore
package import SupportModel

/// One replication played again under both sides, with logs.
package struct ReplayPair {
  /// A log, with the contact types and agents of the candidate where it has them.
  struct Side {
    let rows: [ContactRow]
    /// Who they are, in the same order: the arrival process by its name, and the number in it.
    let identities: [Identity]
    let journal: [JournalEntry]
    let agentNames: [String]
    let scenario: Scenario
    /// From the side's contact types to the candidate's; nil where that has none of this name.
    let types: [Int?]
    let end: Int64

    init(_ compiled: CompiledScenario, names: [String], replication: Int, seed: UInt64) throws(PlayProblem) {
      var simulation = Simulation(compiled)
      _ = try simulation.play(replication: replication, seed: seed, observing: [.contacts, .journal])
      rows = simulation.contactRows
      let sources = compiled.arrivals.streamNames
      identities = simulation.contactOrigins.map { Identity(process: sources[Int($0.source)], number: $0.entity) }
      journal = simulation.journal
      agentNames = compiled.agentNames
      scenario = compiled.scenario
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

  /// The same contact on both sides, with the same random numbers: what is scaled or moved in time keeps its number.
  struct Identity: Hashable {
    let process: String
    let number: UInt64
  }

  let before: Side
  let after: Side
  /// In order of arrival under the candidate.
  private let pairs: [ContactChange]
  /// Counted first attempts that only one side has, by contact type of the candidate.
  private let onlyBefore: [Int]
  private let onlyAfter: [Int]
  /// Contacts that arrive at another time on the other side, or not at all.
  private let others: Set<Identity>

  package init(_ baseline: CompiledScenario, _ candidate: CompiledScenario, replication: Int, seed: UInt64) throws(PlayProblem) {
    let names = candidate.scenario.contactTypes.map(\.name)
    let before = try Side(baseline, names: names, replication: replication, seed: seed)
    let after = try Side(candidate, names: names, replication: replication, seed: seed)
    var known: [Identity: ContactRow] = [:]
    for (identity, row, _) in Self.firstAttempts(before) { known[identity] = row }
    var pairs: [ContactChange] = []
    var others: Set<Identity> = []
    var onlyAfter: [Int] = []
    for (identity, row, type) in Self.firstAttempts(after) {
      guard let other = known.removeValue(forKey: identity) else {
        others.insert(identity)
        if row.isCounted { onlyAfter.append(type) }
        continue
      }
      if row.arrivedAt != other.arrivedAt { others.insert(identity) }
      guard row.isCounted || other.isCounted else { continue }
      pairs.append(
        ContactChange(
          contactType: type, arrivedAt: row.arrivedAt, arrivedBefore: other.arrivedAt, before: before.fate(other), after: after.fate(row)))
    }
    var onlyBefore: [Int] = []
    for (identity, row, type) in Self.firstAttempts(before) where known[identity] != nil {
      others.insert(identity)
      if row.isCounted { onlyBefore.append(type) }
    }
    self.before = before
    self.after = after
    self.pairs = pairs
    self.onlyBefore = onlyBefore
    self.onlyAfter = onlyAfter
    self.others = others
  }

  /// Of the contact types that the candidate has.
  private static func firstAttempts(_ side: Side) -> [(identity: Identity, row: ContactRow, type: Int)] {
    zip(side.identities, side.rows).compactMap { identity, row in
      guard row.attempt == 0, let type = side.types[Int(row.contactType)] else { return nil }
      return (identity, row, type)
    }
  }

  // MARK: Contacts

  /// Of these contact types, by index into the candidate's; those who gained are looked for among all.
  package func comparison(of types: [Int]) -> ContactComparison {
    var comparison = ContactComparison()
    let own = pairs.filter { types.contains($0.contactType) }
    comparison.pairs = own.count
    comparison.moved = own.count(where: \.isMoved)
    comparison.onlyBefore = onlyBefore.count { types.contains($0) }
    comparison.onlyAfter = onlyAfter.count { types.contains($0) }
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
  /// agents who were away, are left out, as are contacts that now come at another time. One contact in hand may cost several others: the
  /// dearest stands for all.
  package func decisions(against types: [Int]) -> [DecisionChange] {
    let positions = Dictionary(after.agentNames.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let asked = pairs.compactMap { change -> (change: ContactChange, agent: Int32)? in
      guard types.contains(change.contactType), !change.isMoved, change.extraWait > 0, change.before.answeredAt >= 0,
        change.before.agent >= 0, let agent = positions[before.agentNames[Int(change.before.agent)]]
      else { return nil }
      return (change, Int32(agent))
    }
    let doings = doings(asked.map { ($0.agent, $0.change.before.answeredAt) })
    let found = zip(asked, doings).compactMap { asked, instead -> DecisionChange? in
      switch instead {
      case .contact(let type, _, _) where types.contains(type) && types.count < before.types.count: return nil
      case .away: return nil
      case .contact, .nothing: break
      }
      let change = asked.change
      return DecisionChange(
        time: change.before.answeredAt, agent: after.agentNames[Int(asked.agent)], instead: instead, contact: change)
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

  /// What agents of the candidate are at, each at an instant, once everything of that instant has happened. The journal is read once.
  private func doings(_ questions: [(agent: Int32, at: Int64)]) -> [DecisionChange.Instead] {
    var doings = Array(repeating: DecisionChange.Instead.nothing, count: questions.count)
    var people = PeopleReader(after.scenario)
    var next = after.journal.startIndex
    for index in questions.indices.sorted(by: { (questions[$0].at, $0) < (questions[$1].at, $1) }) {
      while next < after.journal.endIndex, after.journal[next].time <= questions[index].at {
        people.read(after.journal[next])
        next += 1
      }
      doings[index] = doing(questions[index].agent, people)
    }
    return doings
  }

  private func doing(_ agent: Int32, _ people: PeopleReader) -> DecisionChange.Instead {
    if let work = people.inHand(agent).last, after.rows.indices.contains(Int(work.contact)),
      let type = after.types[Int(after.rows[Int(work.contact)].contactType)]
    {
      return .contact(type: type, arrivedAt: after.rows[Int(work.contact)].arrivedAt, since: work.since)
    }
    return people.isThere(agent) ? .nothing : .away
  }

  // MARK: Where they part

  private struct Taking: Equatable {
    var time: Int64
    var agent: String
    var type: Int?
    var identity: Identity
    var arrivedAt: Int64
    var attempt: Int32
  }

  private static func takings(_ side: Side) -> [Taking] {
    side.journal.compactMap { entry in
      guard entry.kind == .assigned, entry.agent >= 0, side.rows.indices.contains(Int(entry.contact)) else { return nil }
      let row = side.rows[Int(entry.contact)]
      return Taking(
        time: entry.time, agent: side.agentNames[Int(entry.agent)], type: side.types[Int(row.contactType)],
        identity: side.identities[Int(entry.contact)], arrivedAt: row.arrivedAt, attempt: row.attempt)
    }
  }

  /// nil: both logs hand out the same contacts to the same agents at the same instants.
  package func firstDifference() -> FirstDifference? {
    let old = Self.takings(before)
    let new = Self.takings(after)
    var index = 0
    while index < old.count, index < new.count, old[index] == new[index] { index += 1 }
    let was = index < old.count ? old[index] : nil
    let now = index < new.count ? new[index] : nil
    // Where the arrivals themselves differ, no decision is to blame.
    if let first = [was, now].compactMap({ $0 }).min(by: { $0.time < $1.time }), let type = first.type, others.contains(first.identity) {
      return .otherArrival(time: first.time, contactType: type)
    }
    if let was, let now, was.time == now.time, let wasType = was.type, let nowType = now.type {
      if was.agent == now.agent { return .otherContact(time: now.time, agent: now.agent, took: nowType, wouldHaveTaken: wasType) }
      if was.identity == now.identity, was.attempt == now.attempt {
        return .otherAgent(time: now.time, contactType: nowType, agent: now.agent, wouldHaveBeen: was.agent)
      }
    }
    func taken(_ what: Taking, in others: [Taking]) -> Int64 {
      others.first { $0.identity == what.identity && $0.attempt == what.attempt }?.time ?? -1
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
