import Foundation

/// The Markov chain of both queues, solved to about 1e-12; beyond `negligible` nothing is left out.
struct PriorityChain {
  let demand: PriorityDemand
  let window: PriorityWindow
  /// First state of each row of `freeRows`, and of the states with all agents busy.
  private let rows: [Int]
  private let full: Int
  private(set) var shares: [Double] = []

  static let negligible = 1e-15

  /// nil where more than `mostStates` would be needed.
  static func solved(_ demand: PriorityDemand, mostStates: Int) -> PriorityChain? {
    var window = firstWindow(demand)
    while true {
      guard window.size <= Double(mostStates) else { return nil }
      var chain = PriorityChain(demand, window)
      guard chain.solve() else { return nil }
      let wider = chain.widened()
      if wider == window { return chain }
      window = wider
    }
  }

  private init(_ demand: PriorityDemand, _ window: PriorityWindow) {
    self.demand = demand
    self.window = window
    var rows: [Int] = []
    var count = 0
    for busy in window.freeRows {
      rows.append(count)
      count += window.mix(busy: busy).count
    }
    self.rows = rows
    full = count
  }

  private var count: Int { full + window.fullCount }
  func index(second: Int, first: Int, mix: Int) -> Int {
    full + ((second - window.second.lowerBound) * (window.firstMost + 1) + first) * window.mix.count + mix - window.mix.lowerBound
  }
  private func index(busy: Int, mix: Int) -> Int? {
    if busy == demand.agents { return window.mix.contains(mix) ? index(second: 0, first: 0, mix: mix) : nil }
    guard window.freeRows.contains(busy), window.mix(busy: busy).contains(mix) else { return nil }
    return rows[busy - window.busyLow] + mix - window.mix(busy: busy).lowerBound
  }

  private mutating func solve() -> Bool {
    var transitions: [MarkovChain.Transition] = []
    var band = 0
    var leaving = 0.0
    let isSmall = count < 30_000
    if isSmall {
      each { from, to, rate in
        transitions.append(.init(from: from, to: to, rate: rate))
        band = max(band, abs(from - to))
        leaving += rate
      }
      if Double(count) * Double(band) * Double(band) < 3e8, Double(count) * Double(2 * band + 1) < 8e6 {
        var chain = MarkovChain(count: count)
        for one in transitions { chain.add(from: one.from, to: one.to, rate: one.rate) }
        shares = chain.stationary()
        return true
      }
    }
    let chain = LargeChain(count: count) { each in self.each(each) }
    guard let solution = chain.stationary() else { return false }
    shares = solution
    return true
  }

  /// Every transition inside the window.
  private func each(_ add: (_ from: Int, _ to: Int, _ rate: Double) -> Void) {
    for busy in window.freeRows {
      for mix in window.mix(busy: busy) {
        guard let state = index(busy: busy, mix: mix) else { continue }
        func go(_ busy: Int, _ mix: Int, _ rate: Double) { if rate > 0, let to = index(busy: busy, mix: mix) { add(state, to, rate) } }
        if demand.isAlike {
          go(busy + 1, 0, demand.arriving.first + demand.arriving.second)
          go(busy - 1, 0, Double(busy) * demand.finishing.first)
        } else {
          go(busy + 1, mix + 1, demand.arriving.first)
          go(busy + 1, mix, demand.arriving.second)
          go(busy - 1, mix - 1, Double(mix) * demand.finishing.first)
          go(busy - 1, mix, Double(busy - mix) * demand.finishing.second)
        }
      }
    }
    for second in window.second {
      for first in 0...window.firstMost { for mix in window.mix { waiting(second, first, mix, add) } }
    }
  }

  /// Those out of one state with all agents busy.
  private func waiting(_ second: Int, _ first: Int, _ mix: Int, _ add: (Int, Int, Double) -> Void) {
    let state = index(second: second, first: first, mix: mix)
    func go(_ second: Int, _ first: Int, _ mix: Int, _ rate: Double) {
      guard rate > 0, window.second.contains(second), first <= window.firstMost, window.mix.contains(mix) else { return }
      add(state, index(second: second, first: first, mix: mix), rate)
    }
    go(second, first + 1, mix, demand.arriving.first)
    go(second + 1, first, mix, demand.arriving.second)
    if first > 0 { go(second, first - 1, mix, Double(first) * demand.leaving.first) }
    if second > 0 { go(second - 1, first, mix, Double(second) * demand.leaving.second) }
    let done = demand.done(mix)
    if first > 0 {
      go(second, first - 1, mix, done.first)
      go(second, first - 1, demand.isAlike ? mix : mix + 1, done.second)
    } else if second > 0 {
      go(second - 1, 0, mix - 1, done.first)
      go(second - 1, 0, mix, done.second)
    } else {
      if done.first > 0, let to = index(busy: demand.agents - 1, mix: mix - 1) { add(state, to, done.first) }
      if done.second > 0, let to = index(busy: demand.agents - 1, mix: mix) { add(state, to, done.second) }
    }
  }
}

extension PriorityChain {
  /// Share of time with all agents busy, mean numbers waiting and busy.
  var means: (allBusy: Double, first: Double, second: Double, busy: Double) {
    var sums = (allBusy: 0.0, first: 0.0, second: 0.0, busy: 0.0)
    for busy in window.freeRows {
      let row = rows[busy - window.busyLow]
      for state in row..<(row + window.mix(busy: busy).count) { sums.busy += Double(busy) * shares[state] }
    }
    var state = full
    for second in window.second {
      for first in 0...window.firstMost {
        for _ in window.mix {
          sums.allBusy += shares[state]
          sums.first += Double(first) * shares[state]
          sums.second += Double(second) * shares[state]
          state += 1
        }
      }
    }
    sums.busy += Double(demand.agents) * sums.allBusy
    return sums
  }

  /// Moves out every side at which something may be missing.
  private func widened() -> PriorityWindow {
    var edges = (busy: 0.0, mixLow: 0.0, mixHigh: 0.0, first: 0.0, secondLow: 0.0, secondHigh: 0.0)
    if !window.freeRows.isEmpty {
      let low = window.freeRows.lowerBound
      edges.busy = shares[0..<window.mix(busy: low).count].reduce(0, +)
    }
    var state = full
    for second in window.second {
      for first in 0...window.firstMost {
        for mix in window.mix {
          let share = shares[state]
          if first == window.firstMost { edges.first += share }
          if second == window.second.lowerBound { edges.secondLow += share }
          if second == window.second.upperBound { edges.secondHigh += share }
          if mix == window.mix.lowerBound { edges.mixLow += share }
          if mix == window.mix.upperBound { edges.mixHigh += share }
          state += 1
        }
      }
    }
    func more(_ share: Double, _ length: Int) -> Int {
      share > Self.negligible
        ? max(2, Int(Double(length) * max(0.05, min(1, log(Self.negligible / 10) / log(min(0.9, share)) - 1) / 2))) : 0
    }
    var wider = window
    let agents = demand.agents
    wider.busyLow = max(0, window.busyLow - more(edges.busy, agents - window.busyLow))
    if window.second.lowerBound > 0 {
      wider.second = max(0, window.second.lowerBound - more(edges.secondLow, window.second.count))...window.second.upperBound
    }
    wider.second = wider.second.lowerBound...(window.second.upperBound + more(edges.secondHigh, window.second.count))
    wider.firstMost += more(edges.first, window.firstMost + 1)
    if !demand.isAlike {
      wider.mix =
        max(
          0, window.mix.lowerBound - more(edges.mixLow, window.mix.count))...min(
          agents, window.mix.upperBound + more(edges.mixHigh, window.mix.count))
    }
    return wider
  }

  /// From each class alone as a birth-and-death process, and a fluid model for whom the agents have in hand.
  private static func firstWindow(_ demand: PriorityDemand) -> PriorityWindow {
    let n = Double(demand.agents)
    let (arriving, finishing, leaving) = (demand.arriving, demand.finishing, demand.leaving)
    // What the agents can give: the first class takes what it needs, the second the rest.
    let firstShare = min(1, arriving.first / (n * finishing.first))
    let firstHands = n * firstShare
    let secondHands = min(n - firstHands, arriving.second / finishing.second)
    let queue = (
      first: max(0, arriving.first - firstHands * finishing.first) / leaving.first,
      second: max(0, arriving.second - secondHands * finishing.second) / leaving.second
    )
    // All busy, what one class meets: its own arrivals against the agents' pace and its own impatience.
    let pace = firstHands * finishing.first + (n - firstHands) * finishing.second
    let slowest = n * min(finishing.first, finishing.second)
    let first = max(0, most(arriving.first, slowest, leaving.first))
    let spread = 9 * (queue.second * (1 + pace / max(arriving.second, 1e-9 * pace)).squareRoot() + n.squareRoot()).squareRoot() + 12
    let second = max(
      most(arriving.second, max(0, pace - min(arriving.first, pace)) * 0.9, leaving.second), Int(min(1e9, queue.second + spread)))
    let secondLow = queue.second > 2 * spread ? Int(queue.second - spread) : 0
    let busy = firstHands + secondHands
    let width = 9 * n.squareRoot() + 12
    let centre = firstHands / max(busy, 1e-300) * n
    let mix = demand.isAlike ? 0...0 : max(0, Int(centre - width))...min(demand.agents, Int(centre + width))
    return PriorityWindow(
      agents: demand.agents, busyLow: max(0, Int(busy - width)), mix: mix, firstMost: min(first, 1_000_000_000),
      second: secondLow...max(secondLow + 1, second))
  }

  /// Where a queue that grows at one rate and shrinks at another and with its own impatience is hardly ever longer.
  private static func most(_ up: Double, _ down: Double, _ leaving: Double) -> Int {
    var logWeight = 0.0
    var top = 0.0
    var k = 0
    while k < 10_000_000 {
      k += 1
      logWeight += log(up / (down + Double(k) * leaving))
      top = max(top, logWeight)
      if !(logWeight > top - 37) { return k }
    }
    return k
  }
}
