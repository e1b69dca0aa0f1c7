/// How fast each contact of a channel goes on when an agent has 1, 2, 3 … of that channel in talk; 1 is the speed that talk times are given
/// for. Wrap-up always goes on at speed 1 and slows nothing.
package struct Pace: Sendable, Equatable {
  /// Speed by number in talk, from 1 on, in whole millionths; with more in talk than it says the last holds. Empty: always 1.
  package let millionths: [Int32]

  /// Speed 1 however many are in hand.
  package static let flat = Pace(millionths: [])

  private init(millionths: [Int32]) { self.millionths = millionths }

  /// Speeds by number in talk, each in `Pace.range`, rounded to millionths.
  package init(_ speeds: [Double]) {
    precondition(speeds.allSatisfy(Pace.range.contains), "a pace in its range")
    millionths = speeds.map { Int32(($0 * 1e6).rounded()) }
  }

  /// The speed of each with so many in talk.
  package func speed(of count: Int) -> Double { millionths.isEmpty ? 1 : Double(millionths[min(count, millionths.count) - 1]) / 1e6 }

  /// Nobody is slower or faster for those beside them.
  package var isFlat: Bool { millionths.allSatisfy { $0 == 1_000_000 } }

  /// `1, 0.85, 0.72`, or `flat`: as a scenario spells it.
  package var spelled: String {
    if millionths.isEmpty { return "flat" }
    return millionths.map { speed in
      var digits = String(speed % 1_000_000 + 1_000_000).dropFirst()
      while digits.last == "0" { digits.removeLast() }
      return digits.isEmpty ? "\(speed / 1_000_000)" : "\(speed / 1_000_000).\(digits)"
    }.joined(separator: ", ")
  }

  /// Slower work would never end, faster is a slip.
  package static let range = 0.001...10.0

  /// The pace of an agent who writes and customers who think, by turns (the machine-repair model, or finite-source queue: M/M/1//k).
  ///
  /// Each of k customers thinks for `thinks` on average and then waits for the agent, who serves them one by one and writes for `writes` on
  /// average, both exponential. Mean value analysis (Reiser and Lavenberg, J. ACM 27, 1980) gives the cycle time of a customer: the reply
  /// takes R(k) = writes · (1 + Q(k−1)), where Q(k−1) is the mean number with or before the agent when there are k − 1. The pace is the cycle
  /// time alone ÷ the cycle time among k: (writes + thinks) ÷ (R(k) + thinks).
  ///
  /// For example 30 s and 60 s: 1, 0.9, 0.789… With `thinks` 0 it is 1 ÷ k: the agent is shared evenly.
  ///
  /// - Parameters: `writes`, above 0, and `thinks` in one unit of time; `most`: how many are in hand at most.
  package init(writes: Double, thinks: Double, most: Int) {
    precondition(writes > 0 && thinks >= 0, "writing takes time")
    var before = 0.0
    var speeds: [Double] = []
    for count in 1...most {
      let reply = writes * (1 + before)
      before = Double(count) * reply / (reply + thinks)
      speeds.append((writes + thinks) / (reply + thinks))
    }
    self.init(speeds)
  }
}
