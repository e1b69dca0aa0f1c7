/// Open Jackson network of several pools: contacts of several classes go from pool to pool, and from class to class.
///
/// Assumes Poisson arrivals of each class at a constant rate; in every pool exponential handle times with one mean for all classes, identical
/// agents, first come first served, nobody leaves the queue; after its service a contact becomes one of the other classes (or its own again) with
/// chances that depend on its class alone, after a delay of any law; steady state. Then the numbers in the pools are independent, those in each pool
/// are as in M/M/n at the pool's total rate, and whoever comes to it, from outside or from another pool, finds it so: `queue(of:)` is what they meet.
/// A class may count what came before, such as touches. Total rates solve λ = γ + λP (the traffic equations).
///
/// Not for: handle times that differ between the classes of a pool, priorities, customers who leave the queue, the time that one contact needs in all
/// where it overtakes itself (its mean is right, its spread need not be).
///
/// Example: 0.4 contacts a minute to 4 agents of 7 minutes, of whom 20 % go on to 2 agents of 16 minutes, who send back 20 %: rates 0.41667 and
/// 0.08333, mean waits 3.06924 and 12.8 minutes.
///
/// Source: Jackson, Management Science 10 (1963); classes and delays: Baskett, Chandy, Muntz & Palacios, Journal of the ACM 22 (1975); what comers
/// find: Sevcik & Mitrani, Journal of the ACM 28 (1981).
package struct OpenNetwork: Sendable {
  /// Agents who are alike.
  package struct Pool: Sendable, Equatable {
    package var agents: Int
    /// Mean of all classes.
    package var handleTime: Double

    package init(agents: Int, handleTime: Double) {
      self.agents = agents
      self.handleTime = handleTime
    }
  }

  /// What a contact may become after its service.
  package struct Step: Sendable, Equatable {
    /// Index into `classes`.
    package var to: Int
    package var chance: Double
    /// Mean, in the unit of the handle times.
    package var delay: Double

    package init(to: Int, chance: Double, delay: Double = 0) {
      self.to = to
      self.chance = chance
      self.delay = delay
    }
  }

  /// Contacts of which all is known that matters for what becomes of them.
  package struct Class: Sendable, Equatable {
    /// Index into `pools`.
    package var pool: Int
    /// From outside, per unit of time.
    package var arrivalRate: Double
    /// What their chances lack to 1 is that of being through.
    package var steps: [Step]

    package init(pool: Int, arrivalRate: Double = 0, steps: [Step] = []) {
      self.pool = pool
      self.arrivalRate = arrivalRate
      self.steps = steps
    }
  }

  package let pools: [Pool]
  package let classes: [Class]
  /// By class: from outside and from other classes, per unit of time.
  package let rates: [Double]

  /// Rounds of steps after which what still goes round is taken to do so for ever.
  private static let mostRounds = 1_000_000

  /// Throws `.outOfRange` where a loop has no exit.
  package init(pools: [Pool], classes: [Class]) throws(TheoryError) {
    for pool in pools {
      try Require.positive(pool.handleTime, "handle time")
      try Require.positive(Double(pool.agents), "number of agents")
    }
    for entry in classes {
      try Require.notNegative(entry.arrivalRate, "arrival rate")
      for step in entry.steps { try Require.share(step.chance, "chance of going on") }
      let all = entry.steps.reduce(0) { $0 + $1.chance }
      guard all <= 1 + 1e-9 else { throw .outOfRange(quantity: "chance of going on", value: all, allowed: "from 0 to 1") }
    }
    self.pools = pools
    self.classes = classes
    rates = try Self.followed(classes, from: classes.map { ($0.arrivalRate, 0) }) { _, _ in 0 }.map(\.rate)
  }

  /// All classes of a pool together, per unit of time.
  package func rate(of pool: Int) -> Double { zip(classes, rates).reduce(0) { $0 + ($1.0.pool == pool ? $1.1 : 0) } }

  /// What everybody meets who comes to a pool. Throws `.unstable` where more comes than its agents can do.
  package func queue(of pool: Int) throws(TheoryError) -> ErlangC {
    try ErlangC(arrivalRate: rate(of: pool), handleTime: pools[pool].handleTime, servers: Double(pools[pool].agents))
  }

  /// By class: mean time from the arrival from outside to that as this class; 0 where nobody comes so.
  package func meanTimesUntil() throws(TheoryError) -> [Double] {
    // Where nobody goes on from, nothing is asked.
    var stays: [Double] = []
    for pool in pools.indices {
      let leadsOn = rate(of: pool) > 0 && classes.contains { $0.pool == pool && !$0.steps.isEmpty }
      stays.append(leadsOn ? try queue(of: pool).meanWait + pools[pool].handleTime : 0)
    }
    let (classes, all) = (self.classes, stays)
    let sums = try Self.followed(classes, from: classes.map { ($0.arrivalRate, 0) }) { from, step in all[classes[from].pool] + step.delay }
    return sums.map { $0.rate > 0 ? $0.time / $0.rate : 0 }
  }

  /// Rates of contacts by class over all their steps, each with the sum of the times that they took to get there.
  private static func followed(
    _ classes: [Class], from start: [(rate: Double, time: Double)], taking time: (_ from: Int, _ step: Step) -> Double
  ) throws(TheoryError) -> [(rate: Double, time: Double)] {
    var (all, now) = (start, start)
    let whole = start.reduce(0) { $0 + $1.rate }
    for _ in 0..<mostRounds {
      var next = start.map { _ in (rate: 0.0, time: 0.0) }
      for index in classes.indices where now[index].rate > 0 {
        for step in classes[index].steps where step.chance > 0 {
          next[step.to].rate += now[index].rate * step.chance
          next[step.to].time += (now[index].time + now[index].rate * time(index, step)) * step.chance
        }
      }
      for index in all.indices { all[index] = (all[index].rate + next[index].rate, all[index].time + next[index].time) }
      if next.reduce(0, { $0 + $1.rate }) <= 1e-16 * whole { return all }
      now = next
    }
    throw .outOfRange(quantity: "chance of going on round a loop", value: 1, allowed: "below 1")
  }
}
