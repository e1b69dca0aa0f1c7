import Foundation

@testable import SampleStatistics

/// How often an interval holds what it should.
enum Coverage {
  static func ofMeanInterval(plays: Int, n: Int, level: Double, mean: Double, draw: () -> Double) throws -> Double {
    let critical = try StudentT(degreesOfFreedom: Double(n - 1)).critical(confidence: level)
    var covered = 0
    for _ in 0..<plays {
      var moments = RunningMoments()
      for _ in 0..<n { moments.add(draw()) }
      if abs(moments.mean - mean) <= critical * (moments.standardError ?? 0) { covered += 1 }
    }
    return Double(covered) / Double(plays)
  }
}

/// A small seeded generator (Steele, Lea, Flood, OOPSLA 2014), for tests only.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }

  mutating func uniform() -> Double { (Double(next() &>> 12) + 0.5) * 0x1p-52 }
  mutating func exponential() -> Double { -log(uniform()) }
  /// Box–Muller, one of the two.
  mutating func normal() -> Double { (-2 * log(uniform())).squareRoot() * cos(2 * Double.pi * uniform()) }
}
