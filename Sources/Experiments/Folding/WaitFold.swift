import SampleStatistics
import ServiceMetrics
import SimulationCore
import SupportModel

/// Percentiles of queue time over all replications: histograms merged into 16 batches, replication r into batch r mod 16.
///
/// The estimate is the percentile of all of them together; its interval is by sectioning over the batches that have contacts,
/// weighted by their number of contacts (see `Sectioning`). It needs two such batches, so two replications; with 16 replications or more
/// it stands on up to 15 degrees of freedom. Channels, segments and the total are sums of their types' histograms.
///
/// Resolution: that of `LogHistogram`, 6.25 % with values evenly spread inside a bucket.
/// Memory: 16 histograms per contact type (8 bytes a bucket) and per type and interval (4 bytes a bucket) where records keep these.
struct WaitFold {
  static let batches = 16

  /// Percentile metrics, in order of their shares.
  let metrics: [Metric]
  let shares: [Double]
  let scopes: [Scope]
  /// For each scope.
  private let typesOfScope: [[Int]]
  private let typeCount: Int
  private let intervalCount: Int

  /// `[batch * typeCount + type]`
  private var whole: [BatchHistogram<UInt64>]
  /// `[(batch * intervalCount + interval) * typeCount + type]`; empty until a record brings such histograms.
  private var byInterval: [BatchHistogram<UInt32>] = []
  /// Number of the next replication.
  private var next: Int

  /// Percentiles of each replication, for the range of the next: `[(replication * scopes + scope) * shares + share]`, NaN where undefined.
  private(set) var kept: [Double] = []
  private var scratch = BatchHistogram<UInt64>()

  init(_ scenario: Scenario, metrics: [Metric], startingAt start: Int) {
    next = start
    self.metrics = metrics.filter { $0.percentile != nil }.sorted { $0.percentile! < $1.percentile! }
    shares = self.metrics.compactMap(\.percentile)
    scopes = shares.isEmpty ? [] : Metric.contactScopes(in: scenario)
    typesOfScope = scopes.map { scope in
      scenario.contactTypes.indices.filter { scope.holds(scenario.contactTypes[$0], index: $0) }
    }
    typeCount = scenario.contactTypes.count
    intervalCount = scenario.horizon.intervals.count
    whole = Array(repeating: BatchHistogram(), count: WaitFold.batches * typeCount)
  }

  var hasIntervals: Bool { !byInterval.isEmpty }

  mutating func add(_ record: ReplicationRecord, keeping: Bool) {
    if shares.isEmpty { return }
    let batch = next % WaitFold.batches
    next += 1
    for type in 0..<typeCount { whole[batch * typeCount + type].add(record.waits[type]) }
    if !record.intervalWaits.isEmpty {
      let perBatch = intervalCount * typeCount
      if byInterval.isEmpty { byInterval = Array(repeating: BatchHistogram(), count: WaitFold.batches * perBatch) }
      for index in 0..<perBatch { byInterval[batch * perBatch + index].add(record.intervalWaits[index]) }
    }
    if keeping {
      for types in typesOfScope {
        scratch.clear()
        for type in types { scratch.add(record.waits[type]) }
        if let quantiles = scratch.quantiles(shares) {
          kept.append(contentsOf: quantiles)
        } else {
          kept.append(contentsOf: repeatElement(.nan, count: shares.count))
        }
      }
    }
  }

  /// All waits of a scope over the whole horizon in one batch.
  func merged(scope: Int, batch: Int) -> BatchHistogram<UInt64> {
    var section = BatchHistogram<UInt64>()
    for type in typesOfScope[scope] { section.add(whole[batch * typeCount + type]) }
    return section
  }

  /// One interval estimate per share, for a scope; `interval` nil: the whole horizon. nil where no contact was accepted.
  func estimates(scope: Int, interval: Int?, confidence: Double) throws(GSLError) -> [(estimate: Double, interval: ConfidenceInterval?)]? {
    let (overall, sections) = sections(scope: scope, interval: interval)
    guard let overall else { return nil }
    var answers: [(estimate: Double, interval: ConfidenceInterval?)] = []
    for share in shares.indices {
      let used = sections.compactMap { $0.map { Sectioning.Section(value: $0.values[share], weight: $0.weight) } }
      answers.append((overall[share], try Sectioning.interval(overall: overall[share], sections: used, confidence: confidence)))
    }
    return answers
  }

  /// The percentiles of all contacts of a scope, and of each of the 16 sections, with its number of contacts; nil where there is none.
  func sections(scope: Int, interval: Int?) -> (overall: [Double]?, sections: [(values: [Double], weight: Double)?]) {
    var all = BatchHistogram<UInt64>()
    var sections: [(values: [Double], weight: Double)?] = []
    for batch in 0..<WaitFold.batches {
      var section = BatchHistogram<UInt64>()
      for type in typesOfScope[scope] {
        if let interval {
          section.add(byInterval[(batch * intervalCount + interval) * typeCount + type])
        } else {
          section.add(whole[batch * typeCount + type])
        }
      }
      sections.append(section.quantiles(shares).map { ($0, Double(section.count)) })
      all.add(section)
    }
    return (all.quantiles(shares), sections)
  }
}

extension WaitFold {
  /// Replications that follow these.
  mutating func merge(_ other: WaitFold) {
    for index in whole.indices { whole[index].add(other.whole[index]) }
    if byInterval.isEmpty {
      byInterval = other.byInterval
    } else {
      for index in other.byInterval.indices { byInterval[index].add(other.byInterval[index]) }
    }
    kept += other.kept
    next = other.next
  }

  func write(to writer: inout FoldWriter) {
    writer.put(next)
    writer.put(kept)
    writer.put(byInterval.count)
    for histogram in whole { histogram.write(to: &writer) }
    for histogram in byInterval { histogram.write(to: &writer) }
  }

  mutating func read(from reader: inout FoldReader) throws(FoldProblem) {
    next = try reader.integer()
    kept = try reader.values()
    let count = try reader.integer()
    guard count == 0 || count == WaitFold.batches * intervalCount * typeCount else { throw .otherShape }
    for index in whole.indices { try whole[index].read(from: &reader) }
    byInterval = Array(repeating: BatchHistogram(), count: count)
    for index in byInterval.indices { try byInterval[index].read(from: &reader) }
  }
}
