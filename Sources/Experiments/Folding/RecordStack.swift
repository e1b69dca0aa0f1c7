import SimulationCore
package import SupportModel

/// Whole records of the replications of some components, one after the other and in the shape of the whole scenario: to be joined with what the
/// other components came to (`ReplicationRecord.join`), and only then folded.
package struct RecordStack: RecordFold, Sendable {
  private let whole: CompiledScenario
  private let part: CompiledScenario
  /// Events of each play that are about nobody, and are counted where others are.
  private let eventsElsewhere: Int64
  private var log = RecordLog()
  /// What a log leaves out, of each replication.
  private var rest = FoldWriter()

  private static let mark = Array("MUSTPART".utf8)
  /// Raised whenever the bytes would be read wrongly by a program of before.
  package static let formatVersion = 3

  /// - Parameters:
  ///   - whole: The scenario with all components.
  ///   - part: The same with some of them, which is what is played.
  ///   - eventsElsewhere: Events of a play that every part plays, where another part counts them.
  package init(_ whole: CompiledScenario, part: CompiledScenario, eventsElsewhere: Int64) {
    self.whole = whole
    self.part = part
    self.eventsElsewhere = eventsElsewhere
  }

  package var scenario: Scenario { part.scenario }

  package mutating func add(_ record: ReplicationRecord) {
    var record = record.amongAgents(of: whole, playedBy: part)
    record.eventsPlayed -= eventsElsewhere
    log.append(record)
    rest.put(cells: record.thereAtEnd)
    rest.put(cells: record.handledBy)
    rest.put(cells: record.flows?.counts ?? [])
    rest.put(cells: [record.contactsPlayed, record.eventsPlayed, record.peakInSystem, record.endOfPlay.microseconds])
    rest.put(small: UInt64(record.intervalWaits.count))
    let times = record.spans.flatMap { [$0.times, $0.intervalTimes] } + (record.legs.map { [$0.waits, $0.intervalWaits] } ?? [])
    for waits in [record.waits, record.intervalWaits, record.openAges] + times {
      for histogram in waits { histogram.write(to: &rest) }
    }
  }

  /// - Parameter experiment: what ties it to its origin.
  package func write(of experiment: String, to writer: inout FoldWriter) {
    writer.put(raw: RecordStack.mark)
    writer.put(RecordStack.formatVersion)
    writer.put(experiment)
    log.write(to: &writer)
    writer.put(rest.bytes)
  }

  package func bytes(of experiment: String) -> [UInt8] {
    var writer = FoldWriter()
    write(of: experiment, to: &writer)
    return writer.bytes
  }

  /// Joins the records that were written to those that are there, or begins with them where none are.
  package static func join(
    _ bytes: ArraySlice<UInt8>, of experiment: String, _ whole: CompiledScenario, into records: inout [ReplicationRecord]
  ) throws(FoldProblem) {
    guard bytes.starts(with: mark) else { throw .notAFold }
    var reader = FoldReader(bytes.dropFirst(mark.count))
    let version = try reader.integer()
    guard version == formatVersion else { throw .otherVersion(found: version, expected: formatVersion) }
    let found = try reader.text()
    guard found == experiment else { throw .otherExperiment(found: found) }
    let log = try RecordLog(from: &reader)
    let rest: [UInt8] = try reader.values()
    guard reader.isAtEnd, records.isEmpty || records.count == log.replications else { throw .damaged }
    var inside = FoldReader(rest[...])
    var read: [ReplicationRecord] = []
    guard log.replay(of: whole, { read.append($0) }) else { throw .damaged }
    for position in read.indices {
      try complete(&read[position], whole.scenario, &inside)
      if records.count == read.count { records[position].join(read[position]) }
    }
    guard inside.isAtEnd else { throw .damaged }
    if records.isEmpty { records = read }
  }

  private static func complete(_ record: inout ReplicationRecord, _ scenario: Scenario, _ reader: inout FoldReader) throws(FoldProblem) {
    record.thereAtEnd = try reader.cells(PeopleThere(), count: record.thereAtEnd.count)
    record.handledBy = try reader.cells(0, count: record.handledBy.count)
    let flows = FlowCounts(scenario)
    let counts = try reader.cells(Int64(0), count: flows.counts.count)
    record.flows = counts.isEmpty ? nil : flows.with(counts)
    let numbers = try reader.cells(Int64(0), count: 4)
    (record.contactsPlayed, record.eventsPlayed, record.peakInSystem) = (numbers[0], numbers[1], numbers[2])
    record.endOfPlay = SimInstant(microseconds: numbers[3])
    let intervals = try reader.smallLength()
    guard intervals == 0 || intervals == record.contacts.count else { throw .otherShape }
    record.waits = try histograms(record.typeCount, &reader)
    record.intervalWaits = try histograms(intervals, &reader)
    record.openAges = try histograms(record.typeCount, &reader)
    for span in record.spans.indices {
      record.spans[span].times = try histograms(record.typeCount, &reader)
      // Kept where those of waiting are.
      record.spans[span].intervalTimes = try histograms(intervals, &reader)
    }
    if var legs = record.legs {
      legs.waits = try histograms(record.typeCount, &reader)
      legs.intervalWaits = try histograms(intervals, &reader)
      record.legs = legs
    }
  }

  private static func histograms(_ count: Int, _ reader: inout FoldReader) throws(FoldProblem) -> [LogHistogram] {
    var list: [LogHistogram] = []
    for _ in 0..<count { list.append(try LogHistogram(from: &reader)) }
    return list
  }
}
