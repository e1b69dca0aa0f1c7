import SupportModel

/// The cells of replications one after the other, to be folded later: exactly as they were played, in few bytes.
///
/// Sums of reals depend on their order in the last digits. A share of an experiment that does not begin with replication 0 therefore keeps
/// what it played, and whoever has the replications before it folds them in order: the very sums of one machine. Cells are a fifth of the
/// numbers that metrics make of them, and whole; making those is left to whoever sums them, so that it is done once.
///
/// Of each replication a byte says what its record has (1: tickets, 2: promises that fall due, 4: legs, 8: needs, 64: outcomes, 128: longest
/// stretches of work, and 16 times the number of spans), then its lists follow as `PackedNumbers`; penalties and removed customers are there where
/// the scenario has them. On a day of seven contact types some 20 kB.
struct RecordLog: Sendable, Equatable {
  private(set) var replications = 0
  private(set) var bytes: [UInt8] = []

  mutating func append(_ record: ReplicationRecord) {
    var packed = PackedNumbers()
    let has =
      (record.tickets.isEmpty ? 0 : 1) | (record.due.isEmpty ? 0 : 2) | (record.legs == nil ? 0 : 4) | (record.needs.isEmpty ? 0 : 8)
    let flags = has | record.spans.count << 4 | (record.outcomes.isEmpty ? 0 : 64) | (record.longestStretches.isEmpty ? 0 : 128)
    packed.append(byte: UInt8(truncatingIfNeeded: flags))
    packed.append(record.contacts)
    packed.append(record.tickets)
    packed.append(record.needs)
    if !record.outcomes.isEmpty {
      packed.append(record.outcomes)
      packed.append(record.outcomesByGroup)
    }
    packed.append(record.penalties)
    packed.append(record.removed)
    packed.append(record.longestWaits)
    packed.append(record.openAtEnd)
    for span in record.spans { packed.append(span.cells) }
    packed.append(record.targets)
    packed.append(record.due)
    packed.append(record.groups)
    packed.append(record.agents)
    packed.append(record.longestStretches)
    if let legs = record.legs {
      packed.append(legs.cells)
      packed.append(legs.longestWaits)
    }
    bytes += packed.bytes
    replications += 1
  }

  mutating func append(_ next: RecordLog) {
    bytes += next.bytes
    replications += next.replications
  }

  /// Hands every replication out, in order, as a record that has the cells and nothing else; false where the bytes are not what was appended.
  func replay(of compiled: CompiledScenario, _ fold: (ReplicationRecord) -> Void) -> Bool {
    RecordLog.replay(replications, bytes[...], of: compiled, fold)
  }

  /// The same of what stands in a file.
  static func replay(
    _ replications: Int, _ bytes: ArraySlice<UInt8>, of compiled: CompiledScenario, _ fold: (ReplicationRecord) -> Void
  ) -> Bool {
    let scenario = compiled.scenario
    var record = ReplicationRecord(
      intervalCount: scenario.horizon.intervals.count, typeCount: scenario.contactTypes.count, targetCount: scenario.targets.count,
      groupCount: scenario.groups.count, agentCount: compiled.agentGroups.count, keepsIntervalWaits: false)
    record.penalties = Array(repeating: TargetCell(), count: scenario.horizon.intervals.count * scenario.penalties.count)
    record.removed = Array(repeating: 0, count: scenario.removals.isEmpty ? 0 : record.contacts.count)
    return bytes.withUnsafeBytes { bytes in
      var reader = PackedNumbers.Reader(bytes)
      for _ in 0..<replications {
        guard read(&record, &reader) else { return false }
        fold(record)
      }
      return reader.isAtEnd
    }
  }

  private static func read(_ record: inout ReplicationRecord, _ reader: inout PackedNumbers.Reader) -> Bool {
    guard let flags = reader.byte() else { return false }
    let (cells, promises) = (record.contacts.count, record.targets.count)
    let hasTickets = flags & 1 != 0
    let hasDue = flags & 2 != 0
    let hasLegs = flags & 4 != 0
    let hasNeeds = flags & 8 != 0
    let hasOutcomes = flags & 64 != 0
    let hasStretches = flags & 128 != 0
    let spans = Int(flags >> 4 & 3)
    if record.outcomes.isEmpty == hasOutcomes {
      record.outcomes = Array(repeating: OutcomeCell(), count: hasOutcomes ? cells : 0)
      record.outcomesByGroup = Array(repeating: OutcomeCell(), count: hasOutcomes ? record.groups.count : 0)
    }
    if record.longestStretches.isEmpty == hasStretches {
      record.longestStretches = Array(repeating: LongestTime(), count: hasStretches ? record.groups.count : 0)
    }
    if record.needs.isEmpty == hasNeeds { record.needs = Array(repeating: NeedCell(), count: hasNeeds ? cells : 0) }
    if record.tickets.isEmpty == hasTickets { record.tickets = Array(repeating: TicketCell(), count: hasTickets ? cells : 0) }
    if record.due.isEmpty == hasDue { record.due = Array(repeating: 0, count: hasDue ? promises : 0) }
    if (record.legs != nil) != hasLegs {
      let legs = LegRecord(intervalCount: record.intervalCount, typeCount: record.typeCount, keepsIntervalWaits: false)
      record.legs = hasLegs ? legs : nil
    }
    if record.spans.count != spans {
      let span = SpanRecord(intervalCount: record.intervalCount, typeCount: record.typeCount, keepsIntervalTimes: false)
      record.spans = Array(repeating: span, count: spans)
    }
    guard reader.read(&record.contacts), reader.read(&record.tickets), reader.read(&record.needs) else { return false }
    if hasOutcomes {
      guard reader.read(&record.outcomes), reader.read(&record.outcomesByGroup) else { return false }
    }
    guard reader.read(&record.penalties), reader.read(&record.removed) else { return false }
    guard reader.read(&record.longestWaits), reader.read(&record.openAtEnd) else { return false }
    for span in record.spans.indices {
      guard reader.read(&record.spans[span].cells) else { return false }
    }
    guard reader.read(&record.targets), reader.read(&record.due), reader.read(&record.groups), reader.read(&record.agents),
      reader.read(&record.longestStretches)
    else { return false }
    guard var legs = record.legs else { return true }
    defer { record.legs = legs }
    return reader.read(&legs.cells) && reader.read(&legs.longestWaits)
  }
}

extension RecordLog {
  func write(to writer: inout FoldWriter) {
    writer.put(replications)
    writer.put(bytes)
  }

  init(from reader: inout FoldReader) throws(FoldProblem) {
    replications = try reader.integer()
    bytes = try reader.values()
    guard replications >= 0 else { throw .damaged }
  }
}
