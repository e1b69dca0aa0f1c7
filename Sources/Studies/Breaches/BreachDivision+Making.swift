import Experiments
import SampleStatistics

extension BreachDivision {
  /// `misses`: by set of causes taken away, as `orders.coalitions` has them, and replication.
  ///
  /// Intervals of shares are the delta method's on the replications (`RatioSeries`), with the error of the orders in them: its variance is added to
  /// that of the plays, which counts twice what orders and plays have in common. They hold together, by Bonferroni.
  init(_ causes: [BreachCause], _ orders: ShapleyOrders, misses: [[Int64]], confidence: Double) throws(GSLError) {
    let replications = misses[0].count
    let totals = misses.map { $0.reduce(0, +) }
    // What a set is worth is what goes with it.
    let worth = totals.map { totals[0] - $0 }
    let all = misses[misses.indices.max { orders.coalitions[$0] < orders.coalitions[$1] }!]
    let parts = orders.shares(worth)
    let errors = orders.standardErrors(worth)
    let byReplication = (0..<replications).map { index in orders.shares(misses.map { misses[0][index] - $0[index] }) }
    denominator = orders.denominator
    total = totals[0]
    rest = all.reduce(0, +)
    self.replications = replications
    sets = orders.coalitions.count
    self.orders = orders.sampled?.count

    let scale = Double(orders.denominator)
    let bounds = Bounds(replications: replications, confidence: Bonferroni.confidence(confidence, amongst: causes.count + 1))
    let ones = [Double](repeating: 1, count: replications)
    let before = misses[0].map(Double.init)
    let explained = zip(misses[0], all).map { Double($0 - $1) }
    let after = all.map(Double.init)
    let isExplained = totals[0] > rest
    let tenths = LargestRemainder.round(parts, to: 1000)
    let everything = parts + [rest * orders.denominator]
    let nothing = [Int64](repeating: 0, count: everything.count)
    let ofAll = LargestRemainder.round(everything, to: 1000) ?? nothing
    let ofHundred = LargestRemainder.round(everything, to: 100) ?? nothing

    var found: [Part] = []
    for (index, cause) in causes.enumerated() {
      let own = byReplication.map { Double($0[index]) / scale }
      let error = errors[index] / Double(replications)
      found.append(
        Part(
          cause: cause, numerator: parts[index], misses: try bounds.value(own, per: ones, orderError: error),
          share: isExplained ? try bounds.value(own, per: explained, orderError: error) : nil, tenths: isExplained ? tenths?[index] : nil,
          ofAll: try bounds.value(own, per: before, orderError: error), tenthsOfAll: ofAll[index],
          ofHundred: ofHundred[index], orderError: error))
    }
    // Stable: equal parts stay in the order of the catalogue.
    self.parts = found.enumerated().sorted { ($1.element.numerator, $0.offset) < ($0.element.numerator, $1.offset) }.map(\.element)
    restMisses = try bounds.value(after, per: ones, orderError: 0)
    restOfAll = try bounds.value(after, per: before, orderError: 0)
    restTenths = ofAll[parts.count]
    restOfHundred = ofHundred[parts.count]
  }

  /// Makes intervals of ratios over replications.
  private struct Bounds {
    var replications: Int
    var confidence: Double

    /// `orderError`: of the mean of `numerators`.
    func value(_ numerators: [Double], per denominators: [Double], orderError: Double) throws(GSLError) -> Value {
      guard let series = RatioSeries(zip(numerators, denominators).map { Ratio($0, per: $1) }) else { return Value(0) }
      guard replications > 1 else { return Value(series.ratio) }
      let mean = denominators.reduce(0, +) / Double(replications)
      let spread = RunningMoments(series.influence).standardError ?? 0
      let both = (spread * spread + (orderError / mean) * (orderError / mean)).squareRoot()
      let half = try StudentT(degreesOfFreedom: Double(replications - 1)).critical(confidence: confidence) * both
      return Value(series.ratio, low: series.ratio - half, high: series.ratio + half)
    }
  }
}
