import Foundation

/// A Markov chain in continuous time with finitely many states, given by its rates.
///
/// States are numbered so that every transition stays within a narrow band; from every state some lower one can be reached.
///
/// The long-run shares come from state reduction: the highest state is left out and its visits are shared among the others, again and
/// again, then put back. No subtraction occurs, so every share, however small, is right to about the last digits.
/// Cost: states × band² operations, states × 2 band numbers.
///
/// Source: Grassmann, Taksar & Heyman, *Regenerative analysis and steady state distributions for Markov chains*, Operations Research 33 (1985).
struct MarkovChain {
  struct Transition {
    let from: Int
    let to: Int
    let rate: Double
  }
  let count: Int
  private(set) var transitions: [Transition] = []
  /// Largest distance of a transition.
  private(set) var band = 0

  init(count: Int) { self.count = count }

  mutating func add(from: Int, to: Int, rate: Double) {
    guard rate > 0, from != to else { return }
    transitions.append(Transition(from: from, to: to, rate: rate))
    band = max(band, abs(from - to))
  }

  /// The transitions by the state they lead to: those into state j are from `first[j]` to `first[j + 1]`.
  struct Inflows {
    var first: [Int]
    var from: [Int32]
    var rate: [Double]
  }
  func byDestination() -> Inflows {
    var first = [Int](repeating: 0, count: count + 1)
    for one in transitions { first[one.to + 1] += 1 }
    for state in 0..<count { first[state + 1] += first[state] }
    var flows = Inflows(
      first: first, from: Array(repeating: 0, count: transitions.count), rate: Array(repeating: 0, count: transitions.count))
    for one in transitions {
      flows.from[first[one.to]] = Int32(one.from)
      flows.rate[first[one.to]] = one.rate
      first[one.to] += 1
    }
    return flows
  }

  /// What the long-run shares would cost: numbers to keep, and operations.
  var size: Double { Double(count) * Double(2 * band + 1) }
  var work: Double { Double(count) * Double(band) * Double(band) }

  /// Share of time in each state in the long run.
  func stationary() -> [Double] {
    let width = 2 * band + 1
    var rates = [Double](repeating: 0, count: count * width)
    for one in transitions { rates[one.from * width + one.to - one.from + band] += one.rate }
    var shares = [Double](repeating: 0, count: count)
    rates.withUnsafeMutableBufferPointer { rates in
      for last in stride(from: count - 1, to: 0, by: -1) {
        let first = max(0, last - band)
        // Column of `state` in row r: r·width + state − r + band.
        let row = last * width - last + band
        var out = 0.0
        for state in first..<last { out += rates[row + state] }
        for state in first..<last {
          let into = state * width - state + band
          let share = rates[into + last] / out
          rates[into + last] = share
          if share == 0 { continue }
          for other in first..<last { rates[into + other] += share * rates[row + other] }
        }
      }
      shares[0] = 1
      var total = 1.0
      for state in 1..<max(1, count) {
        var sum = 0.0
        for other in max(0, state - band)..<state { sum += shares[other] * rates[other * width + state - other + band] }
        shares[state] = sum
        total += sum
        if total > 1e200 {
          for other in 0...state { shares[other] /= total }
          total = 1
        }
      }
      for state in 0..<count { shares[state] /= total }
    }
    return shares
  }
}
