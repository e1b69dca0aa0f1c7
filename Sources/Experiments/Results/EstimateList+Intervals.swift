package import ServiceMetrics

/// By interval, by period, and without.
extension EstimateList {
  /// The estimates of a metric and scope by interval, to be asked for one after the other; nil where there is none.
  package func byInterval(_ metric: Metric, _ scope: Scope) -> (_ interval: Int) -> Estimate? {
    if let block = blockOfMetric[metric] {
      guard let row = blocks[block].rows[scope] else { return { _ in nil } }
      let (offset, intervals) = (row * blocks[block].stride, blocks[block].intervals)
      return { $0 < intervals ? estimate(block, offset + $0 + 1) : nil }
    }
    return { interval in
      var scope = scope
      scope.interval = interval
      return position(of: metric, scope).map { self[$0] }
    }
  }

  /// The same by period: index into `Horizon.periods`.
  package func byPeriod(_ metric: Metric, _ scope: Scope) -> (_ period: Int) -> Estimate? {
    { period in
      var scope = scope
      scope.period = period
      return position(of: metric, scope).map { self[$0] }
    }
  }

  /// Metrics that have estimates of periods, in order.
  package var metricsByPeriod: [Metric] {
    blocks.filter { $0.stride > 1 + $0.intervals && !$0.scopes.isEmpty }.map(\.metric)
  }

  /// Scopes that have estimates of periods, without these, in the order in which they first appear.
  package var scopesByPeriod: [Scope] {
    var seen: Set<Scope> = []
    return blocks.filter { $0.stride > 1 + $0.intervals }.flatMap(\.scopes).filter { seen.insert($0).inserted }
  }

  /// Metrics that have estimates of intervals, in order.
  package var metricsByInterval: [Metric] {
    if !blocks.isEmpty { return blocks.filter { $0.intervals > 0 && !$0.scopes.isEmpty }.map(\.metric) }
    var seen: Set<Metric> = []
    return held.compactMap { $0.scope.interval != nil && seen.insert($0.metric).inserted ? $0.metric : nil }
  }

  /// Scopes that have estimates of intervals, without these, in the order in which they first appear.
  package var scopesByInterval: [Scope] {
    var seen: Set<Scope> = []
    if !blocks.isEmpty { return blocks.filter { $0.intervals > 0 }.flatMap(\.scopes).filter { seen.insert($0).inserted } }
    return held.compactMap { estimate in
      if estimate.scope.interval == nil { return nil }
      var scope = estimate.scope
      scope.interval = nil
      return seen.insert(scope).inserted ? scope : nil
    }
  }

  /// Those of the whole horizon.
  package var wholeHorizon: [Estimate] {
    if blocks.isEmpty { return held.filter { $0.scope.interval == nil && $0.scope.period == nil } }
    return blocks.indices.flatMap { block in
      blocks[block].scopes.indices.map { estimate(block, $0 * blocks[block].stride) }
    }
  }
}
