/// A walk through memoryless phases until the work is done: the time to absorption of a Markov chain. Can come close to any shape.
///
/// As a line of phases (Coxian): `means` of the phases in seconds, above 0, and `continues`, the chance of going on after each but the
/// last. In general: `starts`, the chance of beginning in each phase (together 100 %), `means`, and `moves`, the chances of going from
/// each phase to each other, row after row; what a row lacks to 100 % is the chance of being done. At most 50 phases.
/// Means 60 s and 300 s with a 40 % chance of going on: mean 180 s, variance 61 200 s².
///
/// Sampled by walking. The cumulative function and the moments of what is cut off by a `PhaseWalk`.
///
/// Source: Neuts, *Matrix-Geometric Solutions in Stochastic Models* (1981), ch. 2; Jensen, *Markoff chains as an aid in the study of
/// Markoff processes*, Skand. Aktuarietidskr. 36 (1953).
public struct PhaseTypeDistribution: Distribution {
  /// Chance of beginning in each phase.
  public let starts: [Double]
  /// Mean time in each phase, seconds.
  public let means: [Double]
  /// `moves[i * n + j]`: chance of going from phase i to phase j.
  public let moves: [Double]
  /// Seconds, from the phases by one linear system.
  public let mean: Double
  /// s², by a second one.
  public let variance: Double

  /// The work must be able to end from every phase.
  public init(starts: [Double], means: [Double], moves: [Double]) {
    let n = means.count
    precondition(n >= 1 && starts.count == n && moves.count == n * n && means.allSatisfy { $0 > 0 })
    precondition(PhaseTypeDistribution.endlessPhase(moves, n) == nil)
    self.starts = starts
    self.means = means
    self.moves = moves
    // First and second moments of the time left, by phase: (I − P) t = m, (I − P) s = m ∘ t, E[X²] = 2 α s.
    let left = PhaseTypeDistribution.solve(moves, means)
    let square = PhaseTypeDistribution.solve(moves, zip(means, left).map { $0 * $1 })
    let mean = zip(starts, left).reduce(0) { $0 + $1.0 * $1.1 }
    self.mean = mean
    variance = 2 * zip(starts, square).reduce(0) { $0 + $1.0 * $1.1 } - mean * mean
  }

  /// Phases in a line, with the chance of going on after each but the last.
  public init(means: [Double], continues: [Double]) {
    let n = means.count
    precondition(n >= 1 && continues.count == n - 1)
    var moves = [Double](repeating: 0, count: n * n)
    for phase in 0..<(n - 1) { moves[phase * n + phase + 1] = continues[phase] }
    self.init(starts: [1] + repeatElement(0, count: n - 1), means: means, moves: moves)
  }

  public func cumulative(_ x: Double) -> Double { x <= 0 ? 0 : PhaseWalk(self, for: x).chanceOfEnd }
  /// By halving: there is no closed form.
  public func quantile(_ p: Double) -> Double { RisingFunction.smallest(reaching: p, near: mean, cumulative) }

  /// Two uniforms for every phase that is passed and one for the first.
  public func sample(using generator: inout RandomGenerator) -> Double {
    let n = means.count
    var phase = PhaseTypeDistribution.choose(starts, from: 0, count: n - 1, generator.nextUniform())
    var total = 0.0
    while true {
      total -= log(generator.nextUniform()) * means[phase]
      phase = PhaseTypeDistribution.choose(moves, from: phase * n, count: n, generator.nextUniform())
      if phase == n { return total }
    }
  }

  public func limitedMoments(at bound: Double) -> LimitedMoments {
    if bound <= 0 { return LimitedMoments(mean: 0, meanSquare: 0) }
    if bound == .infinity { return LimitedMoments(mean: mean, meanSquare: variance + mean * mean) }
    let walk = PhaseWalk(self, for: bound)
    return LimitedMoments(mean: walk.timeSpent, meanSquare: 2 * walk.timeSpentByAge)
  }

  /// The index below `count` whose share `u` falls into, or `count`.
  private static func choose(_ shares: [Double], from offset: Int, count: Int, _ u: Double) -> Int {
    var left = u
    for index in 0..<count {
      if left < shares[offset + index] { return index }
      left -= shares[offset + index]
    }
    return count
  }

  /// (I − P)⁻¹ b by elimination. I − P is a non-singular M-matrix here, so the diagonal never vanishes and no pivoting is needed.
  private static func solve(_ moves: [Double], _ right: [Double]) -> [Double] {
    let n = right.count
    var m = moves.map { -$0 }
    for i in 0..<n { m[i * n + i] += 1 }
    var x = right
    for column in 0..<n {
      for row in (column + 1)..<max(n, column + 1) {
        let factor = m[row * n + column] / m[column * n + column]
        if factor == 0 { continue }
        for k in column..<n { m[row * n + k] -= factor * m[column * n + k] }
        x[row] -= factor * x[column]
      }
    }
    for row in (0..<n).reversed() {
      for k in (row + 1)..<max(n, row + 1) { x[row] -= m[row * n + k] * x[k] }
      x[row] /= m[row * n + row]
    }
    return x
  }

  /// A phase from which the work can never end, if there is one.
  private static func endlessPhase(_ moves: [Double], _ n: Int) -> Int? {
    var ends = (0..<n).map { phase in moves[(phase * n)..<(phase * n + n)].reduce(0, +) < 1 - 1e-9 }
    for _ in 0..<n {
      for i in 0..<n where !ends[i] { ends[i] = (0..<n).contains { moves[i * n + $0] > 0 && ends[$0] } }
    }
    return ends.firstIndex(of: false)
  }

  /// A line of phases, or starts and moves in general.
  public static let family = DistributionFamily(
    name: "phase-type", help: "a walk through exponential phases until the work is done",
    example: "{phase-type: {means: [1m, 5m], continues: [40%]}}",
    forms: [
      [
        Parameter("means", .durations, "average time in each phase", above: 0),
        Parameter("continues", .shares, "chance of going on after each phase but the last", from: 0, to: 1),
      ],
      [
        Parameter("starts", .shares, "chance of beginning in each phase, together 100 %", from: 0, to: 1),
        Parameter("means", .durations, "average time in each phase", above: 0),
        Parameter("moves", .shares, "chances from each phase to each other, row after row; the rest is done", from: 0, to: 1),
      ],
    ],
    samples: [
      ["means": [60.0, 300.0], "continues": [0.4]],
      ["starts": [0.7, 0.3, 0.0], "means": [20.0, 60.0, 240.0], "moves": [0.0, 0.5, 0.1, 0.2, 0.0, 0.3, 0.0, 0.1, 0.0]],
    ]
  ) { values throws(ParameterProblem) in
    let means = values.numbers("means")
    let n = means.count
    if !(1...50).contains(n) { throw ParameterProblem(parameter: "means", complaint: "must be 1 to 50 phases") }
    if values.has("continues") {
      let continues = values.numbers("continues")
      if continues.count != n - 1 { throw ParameterProblem(parameter: "continues", complaint: "must be one fewer than the means") }
      return PhaseTypeDistribution(means: means, continues: continues)
    }
    let (starts, moves) = (values.numbers("starts"), values.numbers("moves"))
    if starts.count != n { throw ParameterProblem(parameter: "starts", complaint: "must be as many as the means") }
    try ParameterProblem.requireWhole(starts, "starts")
    if moves.count != n * n { throw ParameterProblem(parameter: "moves", complaint: "must be \(n) rows of \(n), \(n * n) in all") }
    if (0..<n).contains(where: { moves[($0 * n)..<($0 * n + n)].reduce(0, +) > 1 + 1e-9 }) {
      throw ParameterProblem(parameter: "moves", complaint: "must not add up to more than 100% in any row")
    }
    if let phase = endlessPhase(moves, n) {
      throw ParameterProblem(parameter: "moves", complaint: "must let the work end from every phase; it cannot from phase \(phase + 1)")
    }
    let steps = zip(starts, solve(moves, [Double](repeating: 1, count: n))).reduce(0) { $0 + $1.0 * $1.1 }
    if !(steps <= mostSteps) {
      throw ParameterProblem(parameter: "moves", complaint: "must let the work end after at most 100,000 steps on average")
    }
    return PhaseTypeDistribution(starts: starts, means: means, moves: moves)
  }

  /// Steps of an average walk; a draw takes as many.
  private static let mostSteps = 1e5
}
