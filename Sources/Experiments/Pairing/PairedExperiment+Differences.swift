package import SampleStatistics
import ServiceMetrics
import SupportModel

extension PairedExperiment {
  /// The estimate of one option by itself, from all it has played; nil where it has nothing of that name.
  package func estimate(_ question: MetricQuestion, of option: Int, confidence: Double) throws(GSLError) -> Estimate? {
    guard let scope = question.scope(in: options[option].scenario) else { return nil }
    return try folds[option].estimate(question.metric, scope, confidence: confidence)
  }

  /// The difference second − first, from the replications that both have played (at most the first 10,000).
  ///
  /// Ratios: the delta method on the paired replications. Percentiles: paired sectioning over all that each has played.
  /// Undefined where an option has nothing of that name, or nothing happened there, or an interval was not kept.
  ///
  /// `weighing` w: the interval is that of second − w · first, moved by (w − 1) times the estimate of the first. So it lies below m · first, with
  /// w = 1 + m, exactly where the interval of the weighted difference lies below 0, and a limit that is a share of the first is tested
  /// with the uncertainty of the first in it.
  package func difference(
    _ question: MetricQuestion, from first: Int, to second: Int, confidence: Double, weighing weight: Double = 1
  ) throws(GSLError) -> PairedEstimate {
    let pairs = replications(common: [first, second])
    guard let a = question.scope(in: options[first].scenario), let b = question.scope(in: options[second].scenario) else {
      return .undefined(pairs: pairs)
    }
    if let share = question.metric.percentile {
      return try percentileDifference(question.metric, share, (first, a), (second, b), pairs: pairs, confidence: confidence, weight)
    }
    guard let x = folds[first].replicationValues(question.metric, a), let y = folds[second].replicationValues(question.metric, b) else {
      return .undefined(pairs: pairs)
    }
    let common = min(x.count, y.count)
    let before = RatioSeries(x.prefix(common))
    let after = RatioSeries(y.prefix(common))
    var estimate = PairedEstimate(first: before?.ratio, second: after?.ratio, pairs: common)
    guard let before, let after else { return estimate }
    estimate.difference = after.ratio - before.ratio
    guard common >= 2 else { return estimate }
    var moments = RunningMoments()
    for (p, q) in zip(before.influence, after.influence) { moments.add(q - weight * p) }
    let spread = moments.standardError ?? 0
    let critical = try StudentT(degreesOfFreedom: Double(common - 1)).critical(confidence: confidence)
    estimate.low = after.ratio - before.ratio - critical * spread
    estimate.high = after.ratio - before.ratio + critical * spread
    estimate.standardError = spread
    estimate.degreesOfFreedom = Double(common - 1)
    if weight == 1 {
      let variances = [before, after].map { RunningMoments($0.influence).variance ?? 0 }
      let apart = variances[0] + variances[1]
      let gap = variances[0].squareRoot() - variances[1].squareRoot()
      estimate.independentVariance = apart
      estimate.pairedVariance = moments.variance
      if apart > 0 { estimate.largestReduction = apart / (gap * gap) }
    }
    return estimate
  }

  /// Differences of every option to the one at `base`, all true together with the stated confidence (Bonferroni); `among` counts further
  /// statements that have to hold with them (other metrics of the same table).
  package func differences(
    _ question: MetricQuestion, to base: Int, confidence: Double, among: Int = 1
  ) throws(GSLError) -> [PairedEstimate] {
    let each = Bonferroni.confidence(confidence, amongst: max(1, (options.count - 1) * among))
    var answers: [PairedEstimate] = []
    for option in options.indices { answers.append(try difference(question, from: base, to: option, confidence: each)) }
    return answers
  }

  private func percentileDifference(
    _ metric: Metric, _ share: Double, _ first: (option: Int, scope: Scope), _ second: (option: Int, scope: Scope), pairs: Int,
    confidence: Double,
    _ weight: Double
  ) throws(GSLError) -> PairedEstimate {
    guard let a = folds[first.option].timeFold(of: metric)?.sections(share, first.scope),
      let b = folds[second.option].timeFold(of: metric)?.sections(share, second.scope)
    else { return .undefined(pairs: pairs) }
    // What falls on contacts that were not over is no number.
    let (from, to) = (a.overall.flatMap { $0.isFinite ? $0 : nil }, b.overall.flatMap { $0.isFinite ? $0 : nil })
    var estimate = PairedEstimate(first: from, second: to, pairs: pairs)
    guard let from, let to else { return estimate }
    estimate.difference = to - from
    guard (a.sections + b.sections).allSatisfy({ $0?.value.isFinite ?? true }) else { return estimate }
    let weighted = a.sections.map { $0.map { Sectioning.Section(value: weight * $0.value, weight: $0.weight) } }
    guard let interval = try Sectioning.difference(from: weight * from, weighted, to: to, b.sections, confidence: confidence) else {
      return estimate
    }
    estimate.low = interval.low + (weight - 1) * from
    estimate.high = interval.high + (weight - 1) * from
    estimate.standardError = interval.standardError
    estimate.degreesOfFreedom = Double(zip(a.sections, b.sections).count { $0 != nil || $1 != nil } - 1)
    return estimate
  }
}

/// A ratio of sums with what each replication does to it: replication i moves the ratio by influence[i] ÷ n, where
/// influence = (x − R·y) ÷ ȳ. Its variance ÷ n is the delta-method variance of the ratio. Source: Cochran, *Sampling Techniques*, 6.3.
package struct RatioSeries: Sendable {
  /// Σx ÷ Σy.
  package let ratio: Double
  /// One for each replication, in order; their mean is 0.
  package let influence: [Double]

  /// nil where the denominators add up to 0.
  package init?(_ values: some Collection<Ratio>) {
    var x = 0.0
    var y = 0.0
    for value in values {
      x += value.numerator
      y += value.denominator
    }
    guard y != 0 else { return nil }
    let ratio = x / y
    let mean = y / Double(values.count)
    self.ratio = ratio
    influence = values.map { ($0.numerator - ratio * $0.denominator) / mean }
  }
}

extension WaitFold {
  /// One percentile of a scope: of all contacts and of each section. nil where the fold does not have it.
  func sections(_ share: Double, _ scope: Scope) -> (overall: Double?, sections: [Sectioning.Section?])? {
    guard let row = scopes.firstIndex(of: scope.whole), let position = shares.firstIndex(of: share), scope.period == nil,
      scope.interval == nil || hasIntervals
    else { return nil }
    let (overall, all) = sections(scope: row, interval: scope.interval)
    return (overall?[position], all.map { $0.map { Sectioning.Section(value: $0.values[position], weight: $0.weight) } })
  }
}
