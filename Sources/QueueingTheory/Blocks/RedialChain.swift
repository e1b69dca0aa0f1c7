import Foundation

/// The Markov chain of *how many are here* and *how many will try again*, over the part of the plane that matters.
struct RedialChain {
  let sums: RedialSums

  /// From and to: how many are here, how many will try again.
  private struct Window: Equatable {
    var here: ClosedRange<Int>
    var away: ClosedRange<Int>
    var count: Int { here.count * away.count }
  }
  /// What lies beyond the window is less than this share of the time.
  private static let negligible = 1e-15

  /// nil where the window that holds all of it has too many states.
  init?(_ demand: RedialDemand, near estimate: RedialEstimate, mostStates: Int) {
    var window = Self.firstWindow(demand, estimate)
    while true {
      guard Double(window.here.count) * Double(window.away.count) <= Double(mostStates) else { return nil }
      guard let shares = Self.solve(demand, window, estimate) else { return nil }
      let wider = Self.widened(window, demand, shares)
      if wider == window {
        sums = Self.measure(demand, window, shares)
        return
      }
      window = wider
    }
  }

  /// Nine standard deviations around the estimate.
  private static func firstWindow(_ demand: RedialDemand, _ estimate: RedialEstimate) -> Window {
    func range(_ mean: Double, _ variance: Double, _ most: Int) -> ClosedRange<Int> {
      let spread = 9 * variance.squareRoot() + 12
      let high = min(Double(most), mean + spread)
      return Int(max(0, min(high, mean) - spread).rounded(.down))...Int(high.rounded(.up))
    }
    let most = demand.waitingPlaces.map { demand.agents + $0 } ?? Int.max / 4
    let spread = estimate.spread
    return Window(
      here: range(estimate.sums.busy + estimate.sums.queue, spread.here, most), away: range(estimate.sums.orbit, spread.away, Int.max / 4))
  }

  /// Moves out every side at which something may be missing, as far as its share says.
  private static func widened(_ window: Window, _ demand: RedialDemand, _ shares: [Double]) -> Window {
    let width = window.here.count
    func share(here: Int) -> Double { (0..<window.away.count).reduce(0) { $0 + shares[$1 * width + here] } }
    func share(away: Int) -> Double { shares[(away * width)..<((away + 1) * width)].reduce(0, +) }
    func more(_ share: Double, _ length: Int) -> Int {
      share > negligible ? max(4, Int(Double(length) * max(0.05, min(1, log(negligible / 10) / log(min(0.9, share)) - 1) / 2))) : 0
    }
    let most = demand.waitingPlaces.map { demand.agents + $0 } ?? Int.max / 4
    let here =
      max(
        0, window.here.lowerBound - more(share(here: 0), width))...min(
        most, window.here.upperBound + more(share(here: width - 1), width))
    let length = window.away.count
    let away =
      max(0, window.away.lowerBound - more(share(away: 0), length))...(window.away.upperBound + more(share(away: length - 1), length))
    return Window(here: here, away: away)
  }

  private static func solve(_ demand: RedialDemand, _ window: Window, _ estimate: RedialEstimate) -> [Double]? {
    let width = window.here.count
    // By elimination where the band is narrow.
    if Double(window.count) * Double(width) * Double(width) < 3e8, Double(window.count) * Double(2 * width + 3) < 8e6 {
      var chain = MarkovChain(count: window.count)
      for state in 0..<window.count { Self.leave(demand, window, state) { chain.add(from: state, to: $0, rate: $1) } }
      return chain.stationary()
    }
    let chain = LargeChain(count: window.count) { add in
      for state in 0..<window.count { leave(demand, window, state) { add(state, $0, $1) } }
    }
    // Bells around the estimate.
    let means = (here: estimate.sums.busy + estimate.sums.queue, away: estimate.sums.orbit)
    let spread = estimate.spread
    let guess = (0..<window.count).map { state in
      let here = Double(window.here.lowerBound + state % width) - means.here
      let away = Double(window.away.lowerBound + state / width) - means.away
      return max(1e-30, exp(-here * here / (2 * spread.here + 2) - away * away / (2 * spread.away + 2)))
    }
    return chain.stationary(guess: guess)
  }

  /// Every transition out of a state that stays inside the window.
  private static func leave(_ demand: RedialDemand, _ window: Window, _ state: Int, _ add: (Int, Double) -> Void) {
    let width = window.here.count
    let here = window.here.lowerBound + state % width
    let away = window.away.lowerBound + state / width
    let back = Double(away) / demand.redialDelay
    let waiting = Double(max(0, here - demand.agents))
    let isLast = here == window.here.upperBound
    let mayReturn = away > window.away.lowerBound
    let mayLeave = away < window.away.upperBound
    if !isLast {
      add(state + 1, demand.arrivalRate)
      if mayReturn { add(state - width + 1, back) }
    } else if demand.waitingPlaces.map({ here == demand.agents + $0 }) ?? false {
      if mayLeave { add(state + width, demand.arrivalRate * demand.persistence) }
      if mayReturn { add(state - width, back * (1 - demand.persistence)) }
    }
    guard here > window.here.lowerBound else { return }
    let gone = waiting * demand.leaving
    let again = mayLeave ? gone * demand.persistence : 0
    add(state - 1, Double(min(here, demand.agents)) / demand.handleTime + gone - again)
    if again > 0 { add(state + width - 1, again) }
  }

  private static func measure(_ demand: RedialDemand, _ window: Window, _ shares: [Double]) -> RedialSums {
    var sums = RedialSums()
    let places = demand.waitingPlaces.map { demand.agents + $0 } ?? Int.max
    var state = 0
    for away in window.away {
      for here in window.here {
        let share = shares[state]
        let attempts = share * (demand.arrivalRate + Double(away) / demand.redialDelay)
        sums.orbit += share * Double(away)
        sums.queue += share * Double(max(0, here - demand.agents))
        sums.busy += share * Double(min(here, demand.agents))
        if here == places {
          sums.refused += attempts
          sums.full += share
        } else if here >= demand.agents {
          sums.waits += attempts
        }
        state += 1
      }
    }
    return sums
  }
}
