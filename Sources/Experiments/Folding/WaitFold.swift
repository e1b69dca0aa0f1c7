import SampleStatistics
import ServiceMetrics
import SimulationCore
import SupportModel

/// Percentiles of queue time, or of a `TimedSpan`, over all replications: histograms merged into 16 batches, replication r into batch r mod 16.
///
/// The estimate is the percentile of all of them together; its interval is by sectioning over the batches that have contacts,
/// weighted by their number of contacts (see `Sectioning`). It needs two such batches, so two replications; with 16 replications or more
/// it stands on up to 15 degrees of freedom. Channels, segments and the total are sums of their types' histograms.
///
/// Resolution: that of `LogHistogram`, 0.1 % and lumps as they are. By interval this holds for the percentile itself; how it varies between
/// batches is seen in buckets of 6.25 %, inside which a batch is taken to be spread as all batches together are. Where there are so many
/// intervals and types that histograms of this resolution would fill more than 256 MiB, an interval whose waits are more than 256 and spread
/// over too many pages falls back to those buckets, with values evenly spread inside them.
/// Memory: 16 `LogHistogram`s per contact type, and per type and interval one more and up to 16 coarse ones (4 bytes a bucket between the
/// shortest and the longest wait) where records keep these; nothing for an interval without contacts.
/// What was not over when play ended is longer than everything: a percentile that falls on it is infinite.
struct WaitFold {
  static let batches = 16

  /// What was timed; nil: queue time.
  let span: TimedSpan?
  /// Percentile metrics, in order of their shares.
  let metrics: [Metric]
  let shares: [Double]
  let scopes: [Scope]
  /// For each scope.
  private let typesOfScope: [[Int]]
  /// For each scope, the first one of the same types where that is another.
  let sameTypes: [Int?]
  /// Distributions of a record: of its types, and their later legs.
  private let typeCount: Int
  private let intervalCount: Int

  /// `[batch * typeCount + type]`
  private var whole: [LogHistogram]
  /// `[interval * typeCount + type][batch]`, as far as batches have contacts; empty until a record brings such histograms.
  private var byInterval: [[BatchHistogram]] = []
  /// `[interval * typeCount + type]`, all batches together; nil where it would be too large.
  private var fineByInterval: [GatheredWaits?] = []
  /// Pages of `LogHistogram` that an interval's may have.
  private let mostPages: Int
  /// Number of the next replication.
  private var next: Int

  /// Percentiles of each replication, for the range of the next: `[(replication * scopes + scope) * shares + share]`, NaN where undefined.
  private(set) var kept: [Double] = []

  /// Bytes for the fine histograms of all intervals, 512 a page.
  static let fineBytes = 256 * 1024 * 1024

  init(_ scenario: Scenario, metrics: [Metric], of span: TimedSpan? = nil, startingAt start: Int) {
    next = start
    self.span = span
    self.metrics = metrics.filter { $0.percentile != nil && $0.span == span }.sorted { $0.percentile! < $1.percentile! }
    scopes = self.metrics.first?.scopes(in: scenario) ?? []
    shares = scopes.isEmpty ? [] : self.metrics.compactMap(\.percentile)
    typesOfScope = scopes.map { Metric.times(of: span, in: $0, scenario) }
    sameTypes = typesOfScope.indices.map { [typesOfScope] scope in
      typesOfScope[..<scope].firstIndex(of: typesOfScope[scope])
    }
    typeCount = scenario.contactTypes.count * (span == nil && scenario.hasMoves ? 2 : 1)
    intervalCount = scenario.horizon.intervals.count
    whole = Array(repeating: LogHistogram(), count: WaitFold.batches * typeCount)
    mostPages = WaitFold.fineBytes / 512 / max(1, intervalCount * typeCount)
  }

  var hasIntervals: Bool { !byInterval.isEmpty }

  mutating func add(_ record: ReplicationRecord, keeping: Bool) {
    let times = record.times(of: span)
    if shares.isEmpty || times.isEmpty { return }
    let batch = next % WaitFold.batches
    next += 1
    for type in 0..<typeCount { whole[batch * typeCount + type] += times[type] }
    let byTime = record.intervalTimes(of: span)
    if !byTime.isEmpty {
      let perBatch = intervalCount * typeCount
      if byInterval.isEmpty {
        byInterval = Array(repeating: [], count: perBatch)
        fineByInterval = Array(repeating: GatheredWaits(), count: perBatch)
      }
      for index in 0..<perBatch where byTime[index].count > 0 {
        while byInterval[index].count <= batch { byInterval[index].append(BatchHistogram()) }
        byInterval[index][batch].add(byTime[index])
        addFine(byTime[index], to: index)
      }
    }
    if keeping {
      let start = kept.count
      for (scope, types) in typesOfScope.enumerated() {
        if let same = sameTypes[scope] {
          for share in shares.indices { kept.append(kept[start + same * shares.count + share]) }
        } else {
          keep(LogHistogram.quantiles(of: types.map { times[$0] }, shares))
        }
      }
    }
  }

  private mutating func keep(_ quantiles: [Double]?) {
    if let quantiles {
      for value in quantiles { kept.append(WaitFold.seconds(value)) }
    } else {
      kept.append(contentsOf: repeatElement(.nan, count: shares.count))
    }
  }

  private mutating func addFine(_ waits: LogHistogram, to index: Int) {
    fineByInterval[index]?.add(waits)
    limitPages(of: index)
  }

  /// nil where there are too many pages, whatever the order in which the values came.
  private func fineWaits(of index: Int) -> LogHistogram? {
    guard let all = fineByInterval[index]?.all, all.pageCount <= mostPages else { return nil }
    return all
  }

  private mutating func limitPages(of index: Int) {
    if let pages = fineByInterval[index]?.pageCount, pages > mostPages { fineByInterval[index] = nil }
  }

  /// All waits of a scope over the whole horizon in one batch.
  func merged(scope: Int, batch: Int) -> LogHistogram {
    var section = LogHistogram()
    for type in typesOfScope[scope] { section += whole[batch * typeCount + type] }
    return section
  }

  /// One interval estimate per share, for a scope; `interval` nil: the whole horizon. nil where no contact was accepted.
  func estimates(scope: Int, interval: Int?, confidence: Double) throws(GSLError) -> [(estimate: Double, interval: ConfidenceInterval?)]? {
    let (overall, sections) = sections(scope: scope, interval: interval)
    guard let overall else { return nil }
    var answers: [(estimate: Double, interval: ConfidenceInterval?)] = []
    for share in shares.indices {
      let used = sections.compactMap { $0.map { Sectioning.Section(value: $0.values[share], weight: $0.weight) } }
      let isFinite = overall[share].isFinite && used.allSatisfy(\.value.isFinite)
      let interval = isFinite ? try Sectioning.interval(overall: overall[share], sections: used, confidence: confidence) : nil
      answers.append((overall[share], interval))
    }
    return answers
  }

  /// The percentiles of all contacts of a scope, and of each of the 16 sections, with its number of contacts; nil where there is none.
  func sections(scope: Int, interval: Int?) -> (overall: [Double]?, sections: [(values: [Double], weight: Double)?]) {
    if let interval { return sections(scope: scope, ofInterval: interval) }
    let parts = (0..<WaitFold.batches).map { batch in typesOfScope[scope].map { whole[batch * typeCount + $0] } }
    func seconds(_ parts: [LogHistogram]) -> [Double]? { LogHistogram.quantiles(of: parts, shares)?.map(WaitFold.seconds) }
    return (
      seconds(parts.flatMap { $0 }),
      parts.map { part in seconds(part).map { ($0, Double(part.reduce(0) { $0 + $1.count })) } }
    )
  }

  /// Of µs; what was never over is infinite.
  static func seconds(_ microseconds: Double) -> Double {
    microseconds >= Double(TimedSpan.never) ? .infinity : microseconds * 1e-6
  }

  private func sections(scope: Int, ofInterval interval: Int) -> (overall: [Double]?, sections: [(values: [Double], weight: Double)?]) {
    let cells = typesOfScope[scope].map { interval * typeCount + $0 }
    var fine: LogHistogram? = LogHistogram()
    for cell in cells {
      if let waits = fineWaits(of: cell) { fine? += waits } else { fine = nil }
    }
    let steps = fine.map { ValueSteps($0) }
    var all = BatchHistogram()
    var sections: [(values: [Double], weight: Double)?] = []
    for batch in 0..<WaitFold.batches {
      var section = BatchHistogram()
      for cell in cells where batch < byInterval[cell].count { section.add(byInterval[cell][batch]) }
      sections.append(section.quantiles(shares, steps: steps).map { ($0.map(WaitFold.orNever), Double(section.count)) })
      all.add(section)
    }
    return (fine.map { $0.quantiles(shares)?.map(WaitFold.seconds) } ?? all.quantiles(shares)?.map(WaitFold.orNever), sections)
  }

  /// Seconds, rounded in a bucket; what was never over is infinite: nothing that was takes as long as half of that.
  private static func orNever(_ seconds: Double) -> Double { seconds * 1e6 >= Double(TimedSpan.never) / 2 ? .infinity : seconds }
}

extension WaitFold {
  /// Replications that follow these.
  mutating func merge(_ other: WaitFold) {
    for index in whole.indices { whole[index] += other.whole[index] }
    if byInterval.isEmpty {
      byInterval = other.byInterval
      fineByInterval = other.fineByInterval
    } else {
      for (index, waits) in other.fineByInterval.enumerated() {
        if let waits { fineByInterval[index]?.add(waits) } else { fineByInterval[index] = nil }
        limitPages(of: index)
      }
      for (index, cell) in other.byInterval.enumerated() {
        while byInterval[index].count < cell.count { byInterval[index].append(BatchHistogram()) }
        for (batch, histogram) in cell.enumerated() { byInterval[index][batch].add(histogram) }
      }
    }
    kept += other.kept
    next = other.next
  }

  func write(to writer: inout FoldWriter) {
    writer.put(next)
    writer.put(kept)
    writer.put(byInterval.count)
    for histogram in whole { histogram.write(to: &writer) }
    for waits in fineByInterval {
      writer.put(waits == nil ? 0 : 1)
      waits?.all.write(to: &writer)
    }
    for cell in byInterval {
      writer.put(cell.count)
      for histogram in cell { histogram.write(to: &writer) }
    }
  }

  /// Adds replications that follow these, as they were written.
  mutating func merge(from reader: inout FoldReader) throws(FoldProblem) {
    next = try reader.integer()
    kept += try reader.values(Double.self)
    let count = try reader.integer()
    guard count == 0 || count == intervalCount * typeCount else { throw .otherShape }
    for index in whole.indices { try whole[index].add(from: &reader) }
    if count == 0 { return }
    if byInterval.isEmpty {
      fineByInterval = Array(repeating: GatheredWaits(), count: count)
      byInterval = Array(repeating: [], count: count)
    }
    for index in 0..<count { try mergeFine(index, from: &reader) }
    for index in 0..<count {
      let batches = try reader.integer()
      guard 0...WaitFold.batches ~= batches else { throw .otherShape }
      while byInterval[index].count < batches { byInterval[index].append(BatchHistogram()) }
      for batch in 0..<batches { try byInterval[index][batch].add(from: &reader) }
    }
  }

  private mutating func mergeFine(_ index: Int, from reader: inout FoldReader) throws(FoldProblem) {
    if try reader.integer() == 0 {
      fineByInterval[index] = nil
    } else if fineByInterval[index] == nil {
      _ = try LogHistogram(from: &reader)
    } else {
      try fineByInterval[index]?.add(from: &reader)
      limitPages(of: index)
    }
  }
}
