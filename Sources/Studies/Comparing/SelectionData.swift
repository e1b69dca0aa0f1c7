import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore

/// The numbers that the selection is made from, out of what has been played so far.
struct SelectionData {
  /// Objective by option, larger is better; 0 where undefined.
  var means: [Double] = []
  /// Influence of each replication on it.
  var influences: [[Double]] = []
  /// Excess over each requirement, by option, requirement and replication: numerator − limit × denominator, so that its mean is positive
  /// exactly where the ratio of sums keeps the requirement. No approximation is made. That the p-th percentile of waits is at most L is the same as
  /// that a share p of them is at most L, so a limit on a percentile is one on a ratio of sums too.
  var excesses: [[[Double]]] = []
  var excess: [[Double]] = []
  /// In the units of the excess, by option and requirement.
  private var tolerances: [[Double]] = []
  private(set) var undefined: Set<Int> = []
  private(set) var indifference = 1.0
  private let plan: ComparisonPlan

  init(_ pair: PairedExperiment, _ plan: ComparisonPlan) throws(GSLError) {
    self.plan = plan
    let objective = plan.objective!
    let sign = objective.isMaximised ? 1.0 : -1.0
    var firstValue: Double?
    for option in pair.options.indices {
      let scenario = pair.options[option].scenario
      let fold = pair.folds[option]
      let scope = objective.question.scope(in: scenario)
      if let series = try SelectionData.series(objective.question.metric, scope, fold) {
        means.append(sign * series.value)
        influences.append(series.influence.map { sign * $0 })
        // Of nothing no part makes a difference: then of the first option that has something.
        if (firstValue ?? 0) == 0 { firstValue = abs(series.value) }
      } else {
        undefined.insert(option)
        means.append(0)
        influences.append([])
      }
      var excessesOfOption: [[Double]] = []
      var tolerancesOfOption: [Double] = []
      for requirement in plan.requirements {
        let scope = requirement.question.scope(in: scenario)
        let excess = SelectionData.excess(requirement, scope, fold)
        if excess.denominator == 0 { undefined.insert(option) }
        excessesOfOption.append(excess.values)
        tolerancesOfOption.append(max(excess.denominator * excess.tolerance, .leastNormalMagnitude))
      }
      excesses.append(excessesOfOption)
      excess.append(excessesOfOption.map { $0.isEmpty ? 0 : $0.reduce(0, +) / Double($0.count) })
      tolerances.append(tolerancesOfOption)
    }
    indifference = objective.indifference ?? Objective.usualIndifference(objective.question.metric, first: firstValue)
  }

  /// A metric with what each replication does to it; nil where it is undefined.
  private static func series(
    _ metric: Metric, _ scope: Scope?, _ fold: ExperimentFold
  ) throws(GSLError) -> (value: Double, influence: [Double])? {
    guard let scope else { return nil }
    if let share = metric.percentile {
      return try fold.keptWaits.first { $0.key == KeptWaits.Key(metric, scope) }?.percentile(share)
    }
    guard let values = fold.replicationValues(metric, scope), values.lazy.filter({ $0.denominator != 0 }).prefix(2).count == 2 else {
      return nil
    }
    return RatioSeries(values).map { ($0.ratio, $0.influence) }
  }

  /// How far each replication exceeds a requirement, the mean denominator, and the tolerance per one of it.
  ///
  /// A tolerance in seconds about a limit on a percentile is the share of waits that lie so near to the limit, on the side where there are
  /// fewer, but no less than half a percentage point of the contacts: far from its percentile an option has next to no waits there.
  private static func excess(
    _ requirement: Requirement, _ scope: Scope?, _ fold: ExperimentFold
  ) -> (values: [Double], denominator: Double, tolerance: Double) {
    var values: [Ratio] = []
    var limit = requirement.limit
    var direction = requirement.relation == .atLeast ? 1.0 : -1.0
    var tolerance = requirement.margin
    if let share = requirement.question.metric.percentile {
      guard let scope, let waits = fold.keptWaits.first(where: { $0.key == KeptWaits.Key(requirement.question.metric, scope) }) else {
        return ([], 0, 0)
      }
      values = waits.counts(atMost: limit)
      let nearer = min(waits.share(from: limit - tolerance, to: limit), waits.share(from: limit, to: limit + tolerance))
      tolerance = max(nearer, 0.005)
      limit = share
      direction = -direction
    } else if let scope {
      values = fold.replicationValues(requirement.question.metric, scope) ?? []
    }
    let denominator = values.reduce(0) { $0 + $1.denominator } / Double(max(1, values.count))
    return (values.map { direction * ($0.numerator - limit * $0.denominator) }, denominator, tolerance)
  }

  /// - Parameter firstStage: replications of each option so far, at least 2.
  func procedure(_ objective: Objective, firstStage: Int) -> SelectionProcedure {
    let count = means.count
    var variances = Array(repeating: Array(repeating: 0.0, count: count), count: count)
    for first in 0..<count {
      for second in 0..<first {
        let moments = RunningMoments(zip(influences[first], influences[second]).map { $0 - $1 })
        variances[first][second] = moments.variance ?? 0
        variances[second][first] = moments.variance ?? 0
      }
    }
    let stage = SelectionProcedure.FirstStage(
      replications: max(2, firstStage), variances: variances,
      excessVariances: excesses.map { $0.map { RunningMoments($0).variance ?? 0 } }, indifference: indifference,
      tolerances: tolerances)
    return SelectionProcedure(
      options: count, requirements: plan.requirements.count, alpha: 1 - plan.confidence, stage: stage, undefined: undefined)
  }

  /// Probability for each option that it is the best that keeps the requirements, by the Gaussian multiplier bootstrap over paired replications:
  /// every replication's influence on every mean is weighted with one standard normal number common to all options.
  ///
  /// Keeps the dependence between options and the different numbers of their replications; approximate as the normal law of means is.
  /// Source: van der Vaart & Wellner, *Weak Convergence and Empirical Processes*, 2.9. `draws` of 4,000 give a standard error below 0.8 points.
  func chances(seed: UInt64, draws: Int = 4_000) throws(GSLError) -> [Double] {
    let longest = influences.map(\.count).max() ?? 0
    guard longest >= 2 else { return means.map { _ in .nan } }
    // Neighbouring replications share a number where there are many: blocks of independent replications are independent.
    let block = (longest + 499) / 500
    let candidates = means.indices.filter { !undefined.contains($0) }
    let objectives = candidates.map { SelectionData.blocks(influences[$0], block) }
    let requirements = candidates.map { option in
      excesses[option].enumerated().map { index, values in SelectionData.blocks(values.map { $0 - excess[option][index] }, block) }
    }
    var wins = Array(repeating: 0, count: means.count)
    let blocks = (longest + block - 1) / block
    let stream = RandomStream(seed: seed, replication: 0, name: "comparison/chances")
    var numbers = Array(repeating: 0.0, count: blocks)
    for draw in 0..<draws {
      var generator = stream.generator(entity: UInt64(draw))
      for index in numbers.indices { numbers[index] = try StandardNormal.quantile(generator.nextUniform()) }
      var best: (option: Int, value: Double)?
      for (position, option) in candidates.enumerated() {
        let keeps = requirements[position].enumerated().allSatisfy { index, moves in
          excess[option][index] + SelectionData.shift(moves, numbers) >= 0
        }
        if !keeps { continue }
        let value = means[option] + SelectionData.shift(objectives[position], numbers)
        if value > best?.value ?? -.infinity { best = (option, value) }
      }
      if let best { wins[best.option] += 1 }
    }
    return wins.map { Double($0) / Double(draws) }
  }

  /// Sums of blocks ÷ number of all, with the small-sample factor √(n/(n − 1)).
  private static func blocks(_ values: [Double], _ block: Int) -> [Double] {
    let n = Double(values.count)
    if values.count < 2 { return [] }
    let factor = (n / (n - 1)).squareRoot() / n
    return stride(from: 0, to: values.count, by: block).map { start in
      values[start..<min(start + block, values.count)].reduce(0, +) * factor
    }
  }

  private static func shift(_ moves: [Double], _ numbers: [Double]) -> Double {
    var sum = 0.0
    for index in moves.indices { sum += moves[index] * numbers[index] }
    return sum
  }
}
