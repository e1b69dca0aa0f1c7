/// An arrival rate that is constant between steps: 60 per hour from 0, 90 from 2 on …
///
/// Times and rates share a unit of time.
package struct RateSteps: Sendable, Equatable {
  /// A rate and when it begins; it holds until the next.
  package struct Step: Sendable, Equatable {
    /// In units of time after 0, which is where the caller's clock starts.
    package let from: Double
    /// Contacts per unit of time, 0 or more.
    package let rate: Double
  }
  /// Ascending in time. The last rate goes on until `end`, after which nothing arrives.
  package let steps: [Step]
  /// Infinite where the last rate never ends.
  package let end: Double
  /// Rate before the first step, for ever; 0 for a start from empty.
  package let before: Double

  package init(_ steps: [(from: Double, rate: Double)], end: Double = .infinity, before: Double = 0) throws(TheoryError) {
    var last = -Double.infinity
    for step in steps {
      try Require.notNegative(step.rate, "arrival rate")
      guard step.from > last else { throw .outOfRange(quantity: "start of a step", value: step.from, allowed: "after the one before") }
      last = step.from
    }
    guard end >= last else { throw .outOfRange(quantity: "end", value: end, allowed: "after the last step") }
    try Require.notNegative(before, "arrival rate")
    self.steps = steps.map { Step(from: $0.from, rate: $0.rate) }
    self.end = end
    self.before = before
  }

  /// Equal intervals from 0 on: `rates[k]` during [k·length, (k+1)·length).
  package init(rates: [Double], length: Double, before: Double = 0) throws(TheoryError) {
    try Require.positive(length, "length of an interval")
    try self.init(
      rates.enumerated().map { (from: Double($0.offset) * length, rate: $0.element) }, end: Double(rates.count) * length, before: before)
  }

  /// A step rules from its own instant on.
  package func rate(at t: Double) -> Double {
    if t >= end { return 0 }
    let next = firstStep(after: t)
    return next > 0 ? steps[next - 1].rate : before
  }

  /// Mean rate from `low` to `high`, exact; the rate at `low` where they are the same.
  package func mean(from low: Double, to high: Double) -> Double {
    guard low < high else { return rate(at: low) }
    var next = firstStep(after: low)
    var current = next > 0 ? steps[next - 1].rate : before
    var reached = low
    var contacts = 0.0
    let stop = min(high, max(low, end))
    while next < steps.count, steps[next].from < stop {
      contacts += current * (steps[next].from - reached)
      reached = steps[next].from
      current = steps[next].rate
      next += 1
    }
    return (contacts + current * (stop - reached)) / (high - low)
  }

  /// Index of the first step that begins after t, by halving.
  private func firstStep(after t: Double) -> Int {
    var low = 0
    var high = steps.count
    while low < high {
      let middle = (low + high) / 2
      if steps[middle].from <= t { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
