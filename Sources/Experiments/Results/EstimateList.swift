import SampleStatistics
package import ServiceMetrics

/// The estimates of an experiment in the order of the metric catalogue, then of the scopes, each with the whole horizon first and then its
/// intervals and periods.
///
/// Those of intervals are worked out from their sums when they are asked for: a week by the minute has millions, and nobody looks at all of them.
/// Memory: that of the sums (`RatioSums`), and 250 bytes for each estimate of the whole horizon or of a percentile.
package struct EstimateList: RandomAccessCollection, Sendable {
  /// The estimates of one metric, side by side.
  struct Block: Sendable {
    var metric: Metric
    var scopes: [Scope]
    /// Position by scope.
    var rows: [Scope: Int]
    /// Estimates for each scope: 1, or 1 and the intervals and periods.
    var stride: Int
    /// How many of these are of intervals: all but one, unless periods follow.
    var intervals: Int
    /// Place of the first in this list.
    var first: Int
    /// Place in `held` of all of them, or of one for each scope.
    var held: Int
    /// Slot of the first among the sums; nil: all are held.
    var slots: Int?
    /// Its sums count contacts, some of them in the numerator: service levels.
    var countsContacts: Bool

    var count: Int { scopes.count * stride }

    /// Place among the estimates of a scope; nil where there is none.
    func column(_ scope: Scope) -> Int? {
      if let interval = scope.interval { return interval < intervals ? 1 + interval : nil }
      guard let period = scope.period else { return 0 }
      return 1 + intervals + period < stride ? 1 + intervals + period : nil
    }

    func scope(row: Int, column: Int) -> Scope {
      var scope = scopes[row]
      if column > intervals { scope.period = column - 1 - intervals } else if column > 0 { scope.interval = column - 1 }
      return scope
    }
  }

  private struct Key: Hashable {
    let metric: Metric
    let scope: Scope
  }

  /// Empty for a list that was handed over.
  let blocks: [Block]
  let blockOfMetric: [Metric: Int]
  private let positions: [Key: Int]
  let held: [Estimate]
  private let sums: RatioSums
  /// Quantile of Student's t; nil before a second replication.
  private let critical: Double?
  private let replications: Int
  private let confidence: Double
  package let count: Int

  /// All of them at hand, in this order.
  package init(_ estimates: [Estimate]) {
    blocks = []
    blockOfMetric = [:]
    held = estimates
    positions = Dictionary(
      estimates.indices.map { (Key(metric: estimates[$0].metric, scope: estimates[$0].scope), $0) }, uniquingKeysWith: { first, _ in first }
    )
    sums = RatioSums(slots: 0)
    critical = nil
    replications = 0
    confidence = 0
    count = estimates.count
  }

  init(_ blocks: [Block], held: [Estimate], sums: RatioSums, critical: Double?, replications: Int, confidence: Double) {
    self.blocks = blocks
    blockOfMetric = Dictionary(uniqueKeysWithValues: blocks.enumerated().map { ($1.metric, $0) })
    positions = [:]
    self.held = held
    self.sums = sums
    self.critical = critical
    self.replications = replications
    self.confidence = confidence
    count = blocks.last.map { $0.first + $0.count } ?? 0
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { count }

  package subscript(position: Int) -> Estimate {
    if blocks.isEmpty { return held[position] }
    var (low, high) = (0, blocks.count - 1)
    while low < high {
      let middle = (low + high + 1) / 2
      if blocks[middle].first <= position { low = middle } else { high = middle - 1 }
    }
    // A block without scopes begins where the next one does.
    return estimate(low, position - blocks[low].first)
  }

  func estimate(_ block: Int, _ offset: Int) -> Estimate {
    guard let slots = blocks[block].slots else { return held[blocks[block].held + offset] }
    let (row, column) = offset.quotientAndRemainder(dividingBy: blocks[block].stride)
    if column == 0 { return held[blocks[block].held + row] }
    return Estimate(
      blocks[block].metric, blocks[block].scope(row: row, column: column), sums[slots + offset], replications: replications,
      critical: critical,
      exactConfidence: blocks[block].countsContacts ? confidence : nil)
  }

  /// The place of an estimate; nil where the metric does not exist for the scope.
  package func position(of metric: Metric, _ scope: Scope) -> Int? {
    if blocks.isEmpty { return positions[Key(metric: metric, scope: scope)] }
    guard let block = blockOfMetric[metric].map({ blocks[$0] }) else { return nil }
    guard let row = block.rows[scope.whole], let column = block.column(scope) else { return nil }
    return block.first + row * block.stride + column
  }
}

extension EstimateList: ExpressibleByArrayLiteral {
  package init(arrayLiteral estimates: Estimate...) { self.init(estimates) }
}
