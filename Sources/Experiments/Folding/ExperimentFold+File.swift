import SupportModel

/// A fold as bytes, so that shares of an experiment can be played on several machines, or a long one be put aside: a mark, the version of the
/// format, what experiment it is of, and the state. Reading what was written gives the same fold, to the last bit. Whether the bytes are as they
/// were written is told by the checksum of the file that they stand in.
extension ExperimentFold {
  private static let mark = Array("MUSTFOLD".utf8)
  /// Raised whenever the bytes of a fold would be read wrongly by a program of before.
  package static let formatVersion = 5

  /// - Parameter experiment: what ties it to its origin, as a digest of scenario, seed and version does.
  package func write(of experiment: String, to writer: inout FoldWriter) {
    writer.reserve(log.bytes.count * 3 + kept.count * 16 + 500_000)
    writer.put(raw: ExperimentFold.mark)
    writer.put(ExperimentFold.formatVersion)
    writer.put(experiment)
    writer.put(shape)
    writer.put(start)
    writer.put(replications)
    writer.put(kept)
    writer.put(cells: agents)
    bank.write(to: &writer)
    log.write(to: &writer)
    waits.write(to: &writer)
    for fold in spans { fold.write(to: &writer) }
    for waits in keptWaits { waits.write(to: &writer) }
    evidence.write(to: &writer)
  }

  package func bytes(of experiment: String) -> [UInt8] {
    var writer = FoldWriter()
    write(of: experiment, to: &writer)
    return writer.bytes
  }

  /// - Parameter empty: a fold of the same scenario and metrics to which nothing was added yet.
  package init(_ bytes: [UInt8], of experiment: String, like empty: ExperimentFold) throws(FoldProblem) {
    var reader = try ExperimentFold.opened(bytes[...], of: experiment, empty.shape)
    let start = try reader.integer()
    guard start >= 0 else { throw .damaged }
    self = start == empty.start ? empty : ExperimentFold(empty, startingAt: start)
    replications = try reader.integer()
    kept = try reader.values()
    agents = try reader.cells(AgentTotals())
    try bank.read(from: &reader)
    log = try RecordLog(from: &reader)
    try mergeTimes(from: &reader)
  }

  /// Adds the replications of a fold as it was written, without making a fold of it first: the same as `merge` of that fold. A part of a file.
  package mutating func merge(_ bytes: ArraySlice<UInt8>, of experiment: String, overGaps: Bool = false) throws(FoldProblem) {
    precondition(start == 0, "what was played can be summed where nothing is before it")
    var reader = try ExperimentFold.opened(bytes, of: experiment, shape)
    let start = try reader.integer()
    let count = try reader.integer()
    guard start >= 0, count >= 0 else { throw .damaged }
    guard start == end || overGaps && start > end else { throw .notNext(found: start, expected: end) }
    let ratios = try reader.values(Ratio.self)
    let totals = try reader.cells(AgentTotals())
    if start == 0 {
      kept = ratios
      try bank.read(from: &reader)
    } else {
      var none = RatioBank(slots: bank.numerators.count)
      try none.read(from: &reader)
    }
    try sumLog(from: &reader, startingAt: start, count)
    try mergeTimes(from: &reader)
    guard totals.count == agents.count || agents.isEmpty || totals.isEmpty else { throw .damaged }
    if agents.isEmpty { agents = totals } else { for index in totals.indices { agents[index] += totals[index] } }
    if start > end { gaps.append((replications, start - end)) }
    replications += count
  }

  /// What metrics make of the replications that a share keeps as they were played.
  private mutating func sumLog(from reader: inout FoldReader, startingAt start: Int, _ count: Int) throws(FoldProblem) {
    let logged = try reader.integer()
    let bytes = try reader.slice()
    guard logged == (start == 0 ? 0 : count) else { throw .damaged }
    var number = start
    let isWhole = RecordLog.replay(logged, bytes, of: compiled) { record in
      sum(record, keeping: number < ExperimentFold.keptReplications)
      number += 1
    }
    if !isWhole { throw .damaged }
  }

  private mutating func mergeTimes(from reader: inout FoldReader) throws(FoldProblem) {
    try waits.merge(from: &reader)
    for index in spans.indices { try spans[index].merge(from: &reader) }
    for index in keptWaits.indices { try keptWaits[index].merge(from: &reader) }
    try evidence.merge(from: &reader)
    guard reader.isAtEnd else { throw .damaged }
  }

  /// Behind mark, version, experiment and shape.
  private static func opened(_ bytes: ArraySlice<UInt8>, of experiment: String, _ shape: String) throws(FoldProblem) -> FoldReader {
    guard bytes.starts(with: mark) else { throw .notAFold }
    var reader = FoldReader(bytes.dropFirst(mark.count))
    let version = try reader.integer()
    guard version == formatVersion else { throw .otherVersion(found: version, expected: formatVersion) }
    let found = try reader.text()
    guard found == experiment else { throw .otherExperiment(found: found) }
    guard try reader.text() == shape else { throw .otherShape }
    return reader
  }
}
