import Foundation

/// Arrival rates as cases put them into words, as stretches of constant rate or a wave.
enum RateWords {
  /// `6 on [0,2), 14 on [2,4), 5 on [4,8)` and `4 | 12 on [1,2) | 4`: where a rate has no stretch of its own it holds from where the one before
  /// ended. What does not begin with a number is a remark.
  static func steps(_ words: String) throws(CaseProblem) -> [(from: Double, rate: Double)] {
    var steps: [(from: Double, rate: Double)] = []
    var end = 0.0
    var isClosed = true
    for match in words.matches(of: /(?:^|[,|;])\s*([0-9.]+)(?:\s*on\s*\[\s*([0-9.]+)\s*,\s*([0-9.]+)\s*[)\]])?(?=\s*(?:$|[,|;]))/) {
      guard let rate = Double(match.1) else { continue }
      let from = match.2.flatMap { Double($0) } ?? end
      // Nobody comes between two stretches, but a rate without a stretch holds until the next begins.
      if isClosed && from > end { steps.append((end, 0)) }
      steps.append((from, rate))
      isClosed = match.3 != nil
      end = match.3.flatMap { Double($0) } ?? from
    }
    if steps.isEmpty { throw CaseProblem("no rates in words: \(words)") }
    return steps
  }

  /// `100+20 sin t`: level, swing, and radians per unit of time.
  struct Wave {
    var level: Double
    var swing: Double
    var frequency: Double

    /// Mean number in service of Mt/M/∞ in its periodic regime, service at rate `mu`. Source: Eick, Massey, Whitt (1993).
    func presence(at t: Double, mu: Double) -> Double {
      level / mu + swing * (mu * sin(frequency * t) - frequency * cos(frequency * t)) / (mu * mu + frequency * frequency)
    }
  }

  static func wave(_ words: String) throws(CaseProblem) -> Wave {
    let found = words.wholeMatch(of: /\s*([0-9.]+)\s*([+-])\s*([0-9.]+)\s*\*?\s*sin\s*\(?\s*([0-9.]+)?\s*\*?\s*t\s*\)?\s*/)
    guard let found, let level = Double(found.1), let swing = Double(found.3) else { throw CaseProblem("no wave: \(words)") }
    return Wave(level: level, swing: found.2 == "-" ? -swing : swing, frequency: found.4.flatMap { Double($0) } ?? 1)
  }
}
