import SimulationCore

/// A `LogHistogram` of many plays that takes the waits of a play as they are and counts them a thousand at a time: its pages, some 60 kB,
/// are then looked at once for many values and not for the few of one play.
///
/// What it holds depends on the values alone, as with `LogHistogram`.
struct GatheredWaits: Sendable {
  private var counted = LogHistogram()
  /// µs, not counted yet.
  private var recent: [Int64] = []
  private static let most = 1024

  init(_ counted: LogHistogram = LogHistogram()) { self.counted = counted }

  mutating func add(_ waits: LogHistogram) {
    if waits.pageCount > 0 { return counted += waits }
    counted.recordZeros(waits.zeros)
    waits.appendFewValues(to: &recent)
    if recent.count > GatheredWaits.most { count() }
  }

  mutating func add(_ other: GatheredWaits) {
    counted += other.counted
    recent += other.recent
    if recent.count > GatheredWaits.most { count() }
  }

  mutating func add(from reader: inout FoldReader) throws(FoldProblem) { try counted.add(from: &reader) }

  private mutating func count() {
    for value in recent { counted.record(value) }
    recent.removeAll(keepingCapacity: true)
  }

  /// All of them.
  var all: LogHistogram {
    if recent.isEmpty { return counted }
    var copy = self
    copy.count()
    return copy.counted
  }

  /// Pages that any value counted so far reached.
  var pageCount: Int { counted.pageCount }
}
