package import SampleStatistics
package import ServiceMetrics
import SupportModel

extension ExperimentFold {
  /// Every estimate: metrics in catalogue order, scopes in declared order, the whole horizon first and then its intervals.
  package func estimates(confidence: Double) throws(GSLError) -> [Estimate] { Array(try estimateList(confidence: confidence)) }

  /// The same, those of intervals to be worked out when they are asked for.
  package func estimateList(confidence: Double) throws(GSLError) -> EstimateList {
    var held: [Estimate] = []
    var blocks: [EstimateList.Block] = []
    let critical = try criticalValue(confidence)
    var percentiles: [Metric: [Estimate]] = [:]
    for fold in [waits] + spans { percentiles.merge(try timeEstimates(fold, confidence: confidence)) { first, _ in first } }
    var nextPlan = plans.startIndex
    func begin(_ metric: Metric, _ scopes: [Scope], stride: Int, intervals: Int, slots: Int?, countsContacts: Bool = false) {
      let isSame = blocks.last?.scopes == scopes
      let rows = isSame ? blocks.last!.rows : Dictionary(uniqueKeysWithValues: scopes.enumerated().map { ($1, $0) })
      blocks.append(
        EstimateList.Block(
          metric: metric, scopes: scopes, rows: rows, stride: stride, intervals: intervals,
          first: blocks.last.map { $0.first + $0.count } ?? 0,
          held: held.count, slots: slots, countsContacts: countsContacts))
    }
    for metric in metrics {
      if metric.percentile != nil {
        let fold = timeFold(of: metric)
        let intervals = fold?.hasIntervals == true ? cells.intervals : 0
        begin(metric, fold?.scopes ?? [], stride: 1 + intervals, intervals: intervals, slots: nil)
        held += percentiles[metric] ?? []
        continue
      }
      let plan = plans[nextPlan]
      nextPlan += 1
      // What needs more than the sums is worked out at once.
      let isHeld = plan.stride == 1 || isOneVerdictPerReplication(plan.formula, column: 1)
      begin(
        metric, plan.scopes, stride: plan.stride, intervals: plan.stride > 1 ? cells.intervals : 0, slots: isHeld ? nil : plan.base,
        countsContacts: plan.countsContacts)
      for row in plan.scopes.indices {
        for column in 0..<(isHeld ? plan.stride : 1) {
          held.append(try estimate(plan, row: row, column: column, confidence: confidence, critical: critical))
        }
      }
    }
    return EstimateList(blocks, held: held, sums: bank.sumsSoFar, critical: critical, replications: replications, confidence: confidence)
  }

  /// Estimates of one metric over the whole horizon, in these scopes.
  func wholeHorizonEstimates(_ metric: Metric, scopes: [Scope], confidence: Double) throws(GSLError) -> [Estimate] {
    var estimates: [Estimate] = []
    for scope in metric.scopes(in: compiled.scenario) where scopes.contains(scope) {
      if let estimate = try estimate(metric, scope, confidence: confidence) { estimates.append(estimate) }
    }
    return estimates
  }

  /// The estimate of one metric in one scope, of the whole horizon or of an interval. nil where the metric has no such scope.
  package func estimate(_ metric: Metric, _ scope: Scope, confidence: Double) throws(GSLError) -> Estimate? {
    let whole = scope.whole
    if let share = metric.percentile {
      guard let fold = timeFold(of: metric), let row = fold.scopes.firstIndex(of: whole), let position = fold.shares.firstIndex(of: share),
        scope.period == nil, scope.interval == nil || fold.hasIntervals
      else { return nil }
      let all = try fold.estimates(scope: row, interval: scope.interval, confidence: confidence)
      return timeEstimate(metric, scope, all?[position], metric.range)
    }
    guard let (plan, row, column) = cell(metric, scope) else { return nil }
    return try estimate(plan, row: row, column: column, confidence: confidence, critical: try criticalValue(confidence))
  }

  /// The values of a metric, replication by replication (at most the first 10,000): pairs for a paired comparison.
  /// nil for percentiles, for scopes that the metric does not have, and for intervals that are not kept.
  package func replicationValues(_ metric: Metric, _ scope: Scope) -> [Ratio]? {
    guard let (plan, row, column) = cell(metric, scope) else { return nil }
    let slot = plan.base + row * plan.stride + column
    return keptPosition[slot] == nil ? nil : keptValues(slot: slot)
  }

  /// A whole-horizon percentile of a time in each replication (at most the first 10,000), in seconds; NaN where it is undefined.
  /// nil for other metrics and scopes.
  package func replicationPercentiles(_ metric: Metric, _ scope: Scope) -> [Double]? {
    guard let share = metric.percentile, let fold = timeFold(of: metric), let row = fold.scopes.firstIndex(of: scope),
      let position = fold.shares.firstIndex(of: share)
    else { return nil }
    let first = row * fold.shares.count + position
    return stride(from: first, to: fold.kept.count, by: fold.scopes.count * fold.shares.count).map { fold.kept[$0] }
  }

  /// The percentiles of what a metric times; nil where this experiment has none of it.
  func timeFold(of metric: Metric) -> WaitFold? { metric.span == nil ? waits : spans.first { $0.span == metric.span } }

  /// Where a metric's number for a scope lies.
  private func cell(_ metric: Metric, _ scope: Scope) -> (plan: MetricPlan, row: Int, column: Int)? {
    let whole = scope.whole
    let column = scope.interval.map { $0 + 1 } ?? scope.period.map { cells.firstPeriod + $0 } ?? 0
    guard let plan = plans.first(where: { $0.metric == metric }), let row = plan.scopes.firstIndex(of: whole),
      column < plan.stride
    else { return nil }
    return (plan, row, column)
  }

  private func keptValues(slot: Int) -> [Ratio] {
    let position = keptPosition[slot]!
    return stride(from: position, to: kept.count, by: keptSlots.count).map { kept[$0] }
  }

  private func criticalValue(_ confidence: Double) throws(GSLError) -> Double? {
    replications < 2 ? nil : try StudentT(degreesOfFreedom: Double(replications - 1)).critical(confidence: confidence)
  }

  private func estimate(
    _ plan: MetricPlan, row: Int, column: Int, confidence: Double, critical: Double?
  ) throws(GSLError) -> Estimate {
    let slot = plan.base + row * plan.stride + column
    let sums = bank[slot]
    var scope = plan.scopes[row]
    if column >= cells.firstPeriod { scope.period = column - cells.firstPeriod } else if column > 0 { scope.interval = column - 1 }
    var estimate = Estimate(
      plan.metric, scope, sums, replications: replications, critical: critical, exactConfidence: plan.countsContacts ? confidence : nil)
    guard estimate.estimate != nil else { return estimate }

    if isOneVerdictPerReplication(plan.formula, column: column) {
      let verdicts = Proportion(successes: Int(sums.sumX.rounded()), trials: Int(sums.sumY.rounded()))
      let interval = try verdicts.clopperPearson(confidence: confidence)
      estimate.low = interval?.low
      estimate.high = interval?.high
      estimate.standardError = nil
      return estimate
    }
    let range = plan.metric.range
    if column == 0, !plan.formula.isVerdict {
      let values = keptValues(slot: slot).filter { $0.denominator != 0 }.map { $0.numerator / $0.denominator }
      let next = try PredictionRange.of(values, confidence: confidence)
      estimate.nextLow = next?.lowerBound.clamped(to: range)
      estimate.nextHigh = next?.upperBound.clamped(to: range)
    }
    return estimate
  }

  /// One yes or no per replication: an exact binomial interval is possible.
  private func isOneVerdictPerReplication(_ formula: MetricFormula, column: Int) -> Bool {
    switch formula {
    case .targetIntervals: column > 0 && column < cells.firstPeriod
    case .targetDays: cells.days == 1
    default: false
    }
  }

  /// All percentile estimates of what a fold times, in the order of scopes and intervals.
  private func timeEstimates(_ fold: WaitFold, confidence: Double) throws(GSLError) -> [Metric: [Estimate]] {
    var answers: [Metric: [Estimate]] = [:]
    for metric in fold.metrics { answers[metric] = [] }
    let columns = fold.hasIntervals ? cells.intervals + 1 : 1
    for (index, wholeScope) in fold.scopes.enumerated() {
      if let same = fold.sameTypes[index] {
        for metric in fold.metrics {
          answers[metric]! += answers[metric]![(same * columns)..<((same + 1) * columns)].map { $0.with(wholeScope) }
        }
        continue
      }
      for column in 0..<columns {
        let interval = column == 0 ? nil : column - 1
        let all = try fold.estimates(scope: index, interval: interval, confidence: confidence)
        for (position, metric) in fold.metrics.enumerated() {
          var scope = wholeScope
          scope.interval = interval
          var estimate = timeEstimate(metric, scope, all?[position], 0...Double.infinity)
          if column == 0, estimate.estimate != nil {
            let row = fold.scopes.count * fold.shares.count
            let values = stride(from: index * fold.shares.count + position, to: fold.kept.count, by: row)
              .map { fold.kept[$0] }.filter { !$0.isNaN }
            let next = values.allSatisfy(\.isFinite) ? try PredictionRange.of(values, confidence: confidence) : nil
            estimate.nextLow = next.map { max(0, $0.lowerBound) }
            estimate.nextHigh = next?.upperBound
          }
          answers[metric]!.append(estimate)
        }
      }
    }
    return answers
  }

  /// Undefined where the percentile falls on what was not over when play ended.
  private func timeEstimate(
    _ metric: Metric, _ scope: Scope, _ answer: (estimate: Double, interval: ConfidenceInterval?)?, _ range: ClosedRange<Double>
  ) -> Estimate {
    Estimate(
      metric: metric, scope: scope, estimate: answer.flatMap { $0.estimate.isFinite ? $0.estimate : nil },
      low: answer?.interval?.low.clamped(to: range), high: answer?.interval?.high.clamped(to: range),
      standardError: answer?.interval?.standardError, n: replications)
  }
}

extension MetricPlan {
  /// Its numerator counts some of the contacts that its denominator counts, and somebody judges by it.
  var countsContacts: Bool {
    guard metric.unit == .share else { return false }
    switch formula {
    case .target, .treatedTarget: return true
    default: return false
    }
  }
}

extension Estimate {
  /// The same of another scope that holds the same contacts.
  fileprivate func with(_ whole: Scope) -> Estimate {
    var copy = self
    copy.scope = whole
    copy.scope.interval = scope.interval
    return copy
  }
}

extension MetricFormula {
  /// Its values are yes or no per interval or day; a range for the next one would say nothing.
  var isVerdict: Bool {
    switch self {
    case .targetDays: true
    default: false
    }
  }
}

extension Double {
  func clamped(to range: ClosedRange<Double>) -> Double { Swift.min(Swift.max(self, range.lowerBound), range.upperBound) }
}
