package import SimulationCore

/// A shape drawn by hand: one weight per step, the rate constant inside each step.
package struct CurveShape: DemandShape, Equatable {
  /// Length of a step.
  package let every: TimeSpan
  /// Cumulative share at the end of each step; the last is exactly 1.
  package let cumulative: [Double]

  /// Weights are not negative and not all zero.
  package init(every: TimeSpan, weights: [Double]) {
    let total = weights.reduce(0, +)
    precondition(every > .zero && total > 0)
    self.every = every
    var sum = 0.0
    var cumulative = weights.map { weight in
      sum += weight
      return sum / total
    }
    cumulative[cumulative.count - 1] = 1
    self.cumulative = cumulative
  }

  /// All steps together.
  package var support: TimeSpan { TimeSpan(microseconds: every.microseconds * Int64(cumulative.count)) }

  /// Linear inside each step; exactly 0 and 1 at the ends.
  package func share(within offset: TimeSpan) -> Double {
    if offset <= .zero { return 0 }
    if offset >= support { return 1 }
    let step = Int(offset.microseconds / every.microseconds)
    let before = step == 0 ? 0 : cumulative[step - 1]
    let part = Double(offset.microseconds % every.microseconds) / Double(every.microseconds)
    return before + (cumulative[step] - before) * part
  }

  /// The edges of the steps.
  package var corners: [TimeSpan] { (0...cumulative.count).map { TimeSpan(microseconds: every.microseconds * Int64($0)) } }

  /// Scenario key, parameters and their ranges; a curve is at most 100 years long.
  package static let family = DemandShapeFamily(
    name: "curve", help: "drawn by hand: one weight per step", example: "{curve: {every: 1h, weights: [1, 4, 9, 6, 2]}}",
    forms: [
      [
        Parameter("every", .duration, "length of a step", above: 0),
        Parameter("weights", .numbers, "relative rate in each step", from: 0),
      ]
    ]
  ) { values throws(ParameterProblem) in
    let weights = values.numbers("weights")
    guard weights.reduce(0, +) > 0 else {
      throw ParameterProblem(parameter: "weights", complaint: "must not all be zero")
    }
    let every = values.number("every")
    guard every * Double(weights.count) < 3.2e9 else {
      throw ParameterProblem(parameter: "every", complaint: "must not make the curve longer than 100 years")
    }
    return CurveShape(every: .seconds(every), weights: weights)
  }
}
