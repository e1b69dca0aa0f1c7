/// Where a walk through phases stands after some time, from each phase it may begin in: the matrix exponential e^(Tx) and its integrals,
/// with every entry to nearly full relative accuracy, however far apart the speeds of the phases lie.
///
/// By uniformisation over a time in which hardly a step happens, then by doubling that time. No sum has terms of both signs: the chance of
/// having ended is kept beside the matrix and doubled with it, and a chance of standing still that is near 1 is what all others leave of 1.
/// n³ multiplications for each doubling, of which there are about log₂(time ÷ shortest mean).
///
/// Source: Jensen, Skand. Aktuarietidskr. 36 (1953); Grassmann, Taksar, Heyman, *Regenerative analysis and steady state distributions for
/// Markov chains*, Operations Research 33 (1985), for the diagonal.
struct PhaseWalk {
  private let n: Int
  private let starts: [Double]
  /// `stays[i * n + j]`: chance of standing in phase j, having begun in phase i.
  private var stays: [Double]
  /// Chance of having ended, by the phase of the beginning.
  private var ends: [Double]
  /// ∫ (chance of not having ended) dx from 0 to now, by the phase of the beginning, seconds.
  private var spent: [Double]
  /// ∫ x (chance of not having ended) dx, seconds squared.
  private var spentByAge: [Double]

  /// - Parameter time: seconds, above 0 and finite.
  init(_ law: PhaseTypeDistribution, for time: Double) {
    n = law.means.count
    starts = law.starts
    let rate = 1 / law.means.min()!
    var (theta, step, doublings) = (rate * time, time, 0)
    while theta > 0.5, doublings < 1100 {
      theta *= 0.5
      step *= 0.5
      doublings += 1
    }
    stays = []
    ends = []
    spent = []
    spentByAge = []
    begin(law, rate: rate, theta: theta)
    for _ in 0..<doublings {
      double(step)
      step *= 2
    }
  }

  /// P(X ≤ time).
  var chanceOfEnd: Double { min(1, average(ends)) }
  /// E[min(X, time)], seconds.
  var timeSpent: Double { average(spent) }
  /// ½ E[min(X, time)²], seconds squared.
  var timeSpentByAge: Double { average(spentByAge) }

  private func average(_ byStart: [Double]) -> Double { zip(starts, byStart).reduce(0) { $0 + $1.0 * $1.1 } }

  /// After a time of `theta` ≤ ½ steps at the fastest: sums over the number of steps, weighted by Poisson chances.
  private mutating func begin(_ law: PhaseTypeDistribution, rate: Double, theta: Double) {
    var once = [Double](repeating: 0, count: n * n)
    var endsOnce = [Double](repeating: 0, count: n)
    for i in 0..<n {
      let speed = 1 / (law.means[i] * rate)
      var left = 1.0
      for j in 0..<n {
        once[i * n + j] = speed * law.moves[i * n + j]
        left -= law.moves[i * n + j]
      }
      once[i * n + i] += 1 - speed
      endsOnce[i] = speed * max(0, left)
    }
    var power = [Double](repeating: 0, count: n * n)
    for i in 0..<n { power[i * n + i] = 1 }
    var endsBy = [Double](repeating: 0, count: n)
    stays = [Double](repeating: 0, count: n * n)
    (ends, spent, spentByAge) = (endsBy, endsBy, endsBy)
    var chance = exp(-theta)
    for k in 0...14 {  // ½¹⁵ ÷ 15! < 1e-16
      let steps = Double(k)
      if k > 0 {
        power = PhaseWalk.product(power, once, n)
        endsBy = zip(endsOnce, PhaseWalk.product(once, endsBy, n)).map { $0 + $1 }
        chance *= theta / steps
      }
      let (first, second) = (IncompleteGamma.lower(steps + 1, theta), (steps + 1) * IncompleteGamma.lower(steps + 2, theta))
      for i in 0..<n {
        ends[i] += chance * endsBy[i]
        spent[i] += first / rate * (1 - endsBy[i])
        spentByAge[i] += second / (rate * rate) * (1 - endsBy[i])
        for j in 0..<n { stays[i * n + j] += chance * power[i * n + j] }
      }
    }
    completeDiagonal()
  }

  /// From `step` to twice that: what happens in the second half begins where the first half left off.
  private mutating func double(_ step: Double) {
    let later = zip(spentByAge, spent).map { $0 + step * $1 }
    spentByAge = zip(spentByAge, PhaseWalk.product(stays, later, n)).map { $0 + $1 }
    spent = zip(spent, PhaseWalk.product(stays, spent, n)).map { $0 + $1 }
    ends = zip(ends, PhaseWalk.product(stays, ends, n)).map { $0 + $1 }
    stays = PhaseWalk.product(stays, stays, n)
    completeDiagonal()
  }

  private mutating func completeDiagonal() {
    for i in 0..<n where stays[i * n + i] > 0.5 {
      var others = ends[i]
      for j in 0..<n where j != i { others += stays[i * n + j] }
      stays[i * n + i] = 1 - others
    }
  }

  /// A square matrix times a matrix of as many rows, or a vector.
  private static func product(_ a: [Double], _ b: [Double], _ n: Int) -> [Double] {
    let columns = b.count / n
    var result = [Double](repeating: 0, count: b.count)
    for i in 0..<n {
      for k in 0..<n where a[i * n + k] != 0 {
        let factor = a[i * n + k]
        for j in 0..<columns { result[i * columns + j] += factor * b[k * columns + j] }
      }
    }
    return result
  }
}
