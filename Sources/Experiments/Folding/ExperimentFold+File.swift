import SupportModel

/// A fold as bytes, so that shares of an experiment can be played on several machines, or a long one be put aside: a mark, the version of the
/// format, what experiment it is of, the state, and a checksum of all that. Reading what was written gives the same fold, to the last bit.
extension ExperimentFold {
  private static let mark = Array("MUSTFOLD".utf8)
  /// Raised whenever the bytes of a fold would be read wrongly by a program of before.
  package static let formatVersion = 4

  /// - Parameter experiment: what ties it to its origin, as a digest of scenario, seed and version does.
  package func bytes(of experiment: String) -> [UInt8] {
    var writer = FoldWriter(ExperimentFold.mark)
    writer.reserve(log.bytes.count * 2 + kept.count * 16 + 500_000)
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
    return FoldChecksum.sealing(writer.bytes)
  }

  /// - Parameter empty: a fold of the same scenario and metrics to which nothing was added yet.
  package init(_ bytes: [UInt8], of experiment: String, like empty: ExperimentFold) throws(FoldProblem) {
    try self.init(bytes[...], of: experiment, like: empty)
  }

  /// The same of a part of a file.
  package init(_ bytes: ArraySlice<UInt8>, of experiment: String, like empty: ExperimentFold) throws(FoldProblem) {
    let mark = ExperimentFold.mark
    guard bytes.starts(with: mark) else { throw .notAFold }
    guard bytes.count >= mark.count + 16 else { throw .damaged }
    let inside = bytes.dropFirst(mark.count)
    var reader = FoldReader(inside.dropLast(FoldChecksum.size))
    let version = try reader.integer()
    guard version == ExperimentFold.formatVersion else {
      throw .otherVersion(found: version, expected: ExperimentFold.formatVersion)
    }
    guard FoldChecksum.opened(bytes) != nil else { throw .damaged }
    let found = try reader.text()
    guard found == experiment else { throw .otherExperiment(found: found) }
    guard try reader.text() == empty.shape else { throw .otherShape }
    let start = try reader.integer()
    guard start >= 0 else { throw .damaged }
    self = start == empty.start ? empty : ExperimentFold(empty, startingAt: start)
    replications = try reader.integer()
    kept = try reader.values()
    agents = try reader.cells(AgentTotals())
    try bank.read(from: &reader)
    log = try RecordLog(from: &reader)
    try waits.read(from: &reader)
    for index in spans.indices { try spans[index].read(from: &reader) }
    for index in keptWaits.indices { try keptWaits[index].read(from: &reader) }
    try evidence.read(from: &reader)
    guard reader.isAtEnd else { throw .damaged }
  }
}
