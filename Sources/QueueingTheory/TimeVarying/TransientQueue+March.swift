import Foundation
import SampleStatistics

extension TransientQueue {
  /// The state of the forward equations on their way through time.
  ///
  /// Row 0 holds n = 0 … s + Q contacts with min(n, s) in service. Row e > 0 holds s + e agents busy, e of them past their shift,
  /// and 0 … Q waiting; nobody there takes another contact until the surplus is gone. With `.preempt` there is only row 0.
  /// Behind the probabilities stand five integrals: arrivals, delayed, abandoned, waiting time, busy time.
  struct March {
    let queue: TransientQueue
    let places: Int
    private var agents: Int
    private var surplus = 0
    private var state: [Double]
    private var time: Double
    private var scheduledTime = 0.0
    private(set) var solution = Solution(before: [], after: [], totals: Totals(), finalNumber: [])
    /// Probability that reached the last place at any stop, an upper estimate of what was cut off.
    private(set) var lost = 0.0

    static let integrals = 5

    init(_ queue: TransientQueue, places: Int) {
      self.queue = queue
      self.places = places
      agents = queue.staffing[0].agents
      time = queue.staffing[0].from
      state = [Double](repeating: 0, count: agents + places + 1 + Self.integrals)
      switch queue.start {
      case .empty: state[0] = 1
      case .law(let law):
        for (number, share) in law.enumerated() { state[min(number, agents + places)] += share }
      case .poisson(let mean):
        for number in 0...(agents + places) {
          state[number] = mean > 0 ? exp(PoissonTails.logWeight(Double(number), mean)) : number == 0 ? 1 : 0
        }
      }
    }

    mutating func run(at instants: [Double], until end: Double) throws(TheoryError) {
      let begin = time
      var stops = Set(queue.staffing.map(\.from) + queue.rateJumps + instants + [end]).filter { $0 >= begin && $0 <= end }.sorted()
      if stops.first == begin { stops.removeFirst() }
      if instants.contains(begin) {
        solution.before.append(snapshot(begin))
        solution.after.append(snapshot(begin))
      }
      for stop in stops {
        do {
          try advance(to: stop)
        } catch {
          throw .numerical(error)
        }
        lost = max(lost, lastPlaces())
        let asked = instants.contains(stop)
        if asked { solution.before.append(snapshot(stop)) }
        if let step = queue.staffing.first(where: { $0.from == stop }) { change(to: step.agents) }
        if asked { solution.after.append(snapshot(stop)) }
      }
      let at = state.count - Self.integrals
      solution.totals = Totals(
        arrivals: state[at], delayed: state[at + 1], abandoned: state[at + 2], waitingTime: state[at + 3], busyTime: state[at + 4],
        scheduledTime: scheduledTime)
      solution.finalNumber = numberLaw()
    }

    private var rowZero: Int { agents + places + 1 }
    private func index(surplus e: Int, waiting q: Int) -> Int { e == 0 ? agents + q : rowZero + (e - 1) * (places + 1) + q }

    private mutating func advance(to stop: Double) throws(GSLError) {
      let rate = queue.rate
      // The rate just before the stop belongs to this piece.
      let last = stop - (stop - time) * 1e-12
      let flow = Flow(
        agents: agents, places: places, surplus: surplus, service: 1 / queue.handleTime, leaving: queue.patience.map { 1 / $0 } ?? 0)
      try OrdinaryEquations.advance(&state, from: time, to: stop) { t, y, out in flow.slopes(of: y, arrivals: rate(min(t, last)), out) }
      scheduledTime += Double(agents) * (stop - time)
      time = stop
    }

    /// Moves every state to where it belongs with another number of agents.
    private mutating func change(to count: Int) {
      let most = queue.shiftEnd == .preempt ? 0 : max(0, agents + surplus - count)
      var next = self
      next.agents = count
      next.surplus = most
      next.state = [Double](repeating: 0, count: count + places + 1 + most * (places + 1) + Self.integrals)
      for (busy, waiting, p) in states() where p != 0 {
        let total = busy + waiting
        if queue.shiftEnd == .preempt || busy <= count {
          let staying = min(total, count)
          next.state[next.index(surplus: 0, waiting: 0) - count + staying + min(total - staying, places)] += p
        } else {
          next.state[next.index(surplus: busy - count, waiting: min(waiting, places))] += p
        }
      }
      for k in 0..<Self.integrals { next.state[next.state.count - Self.integrals + k] = state[state.count - Self.integrals + k] }
      self = next
    }

    private func states() -> [(busy: Int, waiting: Int, probability: Double)] {
      var all: [(Int, Int, Double)] = []
      for n in 0..<rowZero { all.append((min(n, agents), max(0, n - agents), state[n])) }
      for e in stride(from: 1, through: surplus, by: 1) {
        for q in 0...places { all.append((agents + e, q, state[index(surplus: e, waiting: q)])) }
      }
      return all
    }

    private func snapshot(_ t: Double) -> Snapshot {
      var shot = Snapshot(time: t, meanBusy: 0, meanQueue: 0, probabilityAllBusy: 0)
      for (busy, waiting, p) in states() {
        shot.meanBusy += Double(busy) * p
        shot.meanQueue += Double(waiting) * p
        if busy >= agents { shot.probabilityAllBusy += p }
      }
      shot.probabilityAllBusy = min(1, shot.probabilityAllBusy)
      return shot
    }

    private func lastPlaces() -> Double { (0...surplus).reduce(0) { $0 + state[index(surplus: $1, waiting: places)] } }

    private func numberLaw() -> [Double] {
      var law = [Double](repeating: 0, count: agents + surplus + places + 1)
      for (busy, waiting, p) in states() { law[busy + waiting] += p }
      return law
    }
  }
}
