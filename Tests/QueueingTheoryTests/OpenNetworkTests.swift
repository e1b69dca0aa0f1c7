import TestSupport
import Testing

@testable import QueueingTheory

/// Open networks of pools, held against the shared cases and against Markov chains that know the order of everybody in every queue.
@Suite struct OpenNetworkTests {
  private func same(_ a: Double, _ b: Double, _ what: String, _ rel: Double = 1e-9, at location: SourceLocation = #_sourceLocation) {
    #expect(abs(a - b) <= rel * max(abs(a), abs(b)) + 1e-12, "\(what): \(a) and \(b)", sourceLocation: location)
  }

  // MARK: - Shared cases

  private static func number(_ object: Any?, _ path: String...) -> Double {
    var object = object
    for part in path { object = (object as? [String: Any])?[part] }
    return (object as? Double) ?? (object as? Int).map(Double.init) ?? .nan
  }

  /// The tiers of a case in the order of its names, the last one last.
  private static func network(_ entry: SharedCases.Case) throws -> (OpenNetwork, names: [String]) {
    let params = entry.params
    let delay = [
      number(params, "escalation_delay", "mean"),
      (number(params, "escalation_delay", "from") + number(params, "escalation_delay", "to")) / 2,
    ].first { !$0.isNaN }
    func pool(_ json: Any?) -> OpenNetwork.Pool {
      .init(agents: Int(number(json, "agents")), handleTime: number(json, "work", "mean"))
    }
    let wait = delay ?? 0
    guard let groups = params["tier1_groups"] as? [Any] else {
      let classes = [
        OpenNetwork.Class(
          pool: 0, arrivalRate: entry.number("arrival_rate_tier1"),
          steps: [.init(to: 1, chance: entry.number("escalated_share"), delay: wait)]),
        OpenNetwork.Class(
          pool: 1, arrivalRate: entry.number("arrival_rate_tier2_direct"), steps: [.init(to: 0, chance: entry.number("sent_back_share"))]),
      ]
      return (try OpenNetwork(pools: [pool(params["tier1"]), pool(params["tier2"])], classes: classes), ["tier1", "tier2"])
    }
    let last = groups.count
    let classes = zip(groups, entry.numbers("split")).enumerated().map { index, group in
      OpenNetwork.Class(
        pool: index, arrivalRate: entry.number("arrival_rate") * group.1,
        steps: [.init(to: last, chance: number(group.0, "escalated_share"), delay: wait)])
    }
    return (
      try OpenNetwork(pools: groups.map(pool) + [pool(params["tier2"])], classes: classes + [.init(pool: last)]),
      (1...last).map { "group\($0)" } + ["tier2"]
    )
  }

  @Test(.enabled(if: SharedCases.areHere), arguments: SharedCases.load("G4_escalation.json"))
  func `Tiers are what the shared cases say`(entry: SharedCases.Case) throws {
    let (network, names) = try Self.network(entry)
    for (index, name) in names.enumerated() {
      let queue = try network.queue(of: index)
      let expected = entry.expected[name]
      same(queue.meanWait, Self.number(expected, "mean_wait"), "\(name): mean wait")
      same(queue.probabilityOfWait, Self.number(expected, "p_wait"), "\(name): waiting")
      same(queue.occupancy, Self.number(expected, "occupancy"), "\(name): occupancy")
      let rate = Self.number(expected, "legs_per_minute")
      if !rate.isNaN { same(network.rate(of: index), rate, "\(name): rate") }
    }
    let times = try network.meanTimesUntil()
    // Who began at tier 1 and is now at tier 2: there once, where nobody is sent back.
    let whole = Self.number(entry.expected, "mean_end_to_end_escalated")
    if !whole.isNaN {
      let queue = try network.queue(of: 1)
      same(times[1] + queue.meanWait + queue.handleTime, whole, "end to end of the escalated")
    }
  }

  // MARK: - Brute force

  /// Classes 0 and 1 in a pool of two agents, 2 and 3 in one of one; what follows differs between classes of one pool, and loops.
  private static let mixed = [
    OpenNetwork.Class(pool: 0, arrivalRate: 0.5, steps: [.init(to: 2, chance: 0.5), .init(to: 1, chance: 0.2)]),
    OpenNetwork.Class(pool: 0, arrivalRate: 0.1, steps: [.init(to: 3, chance: 0.1)]),
    OpenNetwork.Class(pool: 1, arrivalRate: 0.05, steps: [.init(to: 1, chance: 0.4), .init(to: 0, chance: 0.1)]),
    OpenNetwork.Class(pool: 1, arrivalRate: 0.1, steps: [.init(to: 2, chance: 0.3)]),
  ]

  /// Who stands where in both pools, first come first, with everybody's class. From outside only as many come as there is room for in all: the
  /// product form of what is left is the same.
  private struct Chain {
    struct State: Hashable { var queues: [[Int]] }
    let network: OpenNetwork
    let room: Int
    /// By class.
    let times: [Double]
    private(set) var states: [State] = []
    private var numbers: [State: Int] = [:]
    /// By state: where to, how often, and the pool that somebody came to from within (-1: none).
    private(set) var ways: [[(to: Int, rate: Double, joined: Int)]] = []

    init(_ network: OpenNetwork, room: Int, times: [Double]? = nil) {
      self.network = network
      self.room = room
      self.times = times ?? network.classes.map { network.pools[$0.pool].handleTime }
      _ = number(State(queues: network.pools.map { _ in [] }))
      var next = 0
      while next < states.count {
        ways.append(follow(states[next]))
        next += 1
      }
    }

    private mutating func number(_ state: State) -> Int {
      if let known = numbers[state] { return known }
      numbers[state] = states.count
      states.append(state)
      return states.count - 1
    }

    private mutating func follow(_ state: State) -> [(to: Int, rate: Double, joined: Int)] {
      var ways: [(to: Int, rate: Double, joined: Int)] = []
      if state.queues.reduce(0, { $0 + $1.count }) < room {
        for (index, entry) in network.classes.enumerated() where entry.arrivalRate > 0 {
          var after = state
          after.queues[entry.pool].append(index)
          ways.append((number(after), entry.arrivalRate, -1))
        }
      }
      for (pool, place) in network.pools.enumerated() {
        for position in state.queues[pool].indices.prefix(place.agents) {
          var without = state
          let served = without.queues[pool].remove(at: position)
          let steps = network.classes[served].steps
          let done = 1 - steps.reduce(0) { $0 + $1.chance }
          if done > 1e-12 { ways.append((number(without), done / times[served], -1)) }
          for step in steps {
            var after = without
            after.queues[network.classes[step.to].pool].append(step.to)
            ways.append((number(after), step.chance / times[served], network.classes[step.to].pool))
          }
        }
      }
      return ways
    }

    /// Share of time in each state, by repeated steps of the uniformised chain.
    func stationary() -> [Double] {
      let most = ways.map { $0.reduce(0) { $0 + $1.rate } }.max()! * 1.05
      var shares = Array(repeating: 1 / Double(states.count), count: states.count)
      for _ in 0..<4_000 {
        var next = shares
        for (state, ways) in ways.enumerated() {
          for way in ways {
            let flow = shares[state] * way.rate / most
            next[state] -= flow
            next[way.to] += flow
          }
        }
        let change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
        shares = next
        if change < 1e-14 { break }
      }
      return shares
    }
  }

  /// Chance of each pair of numbers in the two pools, of those with at most so many in all.
  private func productForm(_ network: OpenNetwork, room: Int) -> [[Double]] {
    func weights(_ pool: Int) -> [Double] {
      var list = [1.0]
      for n in 1...room {
        let busy = Double(min(n, network.pools[pool].agents))
        list.append(list[n - 1] * network.rate(of: pool) * network.pools[pool].handleTime / busy)
      }
      return list
    }
    let (first, second) = (weights(0), weights(1))
    var shares = (0...room).map { a in (0...room).map { b in a + b <= room ? first[a] * second[b] : 0 } }
    let all = shares.reduce(0) { $0 + $1.reduce(0, +) }
    for a in shares.indices { for b in shares.indices { shares[a][b] /= all } }
    return shares
  }

  @Test func `A chain that knows everybody's class and place has the product form at the rates of the traffic equations`() throws {
    let network = try OpenNetwork(pools: [.init(agents: 2, handleTime: 1.7), .init(agents: 1, handleTime: 1.2)], classes: Self.mixed)
    let room = 5
    let chain = Chain(network, room: room)
    let shares = chain.stationary()
    var counts = (0...room).map { _ in Array(repeating: 0.0, count: room + 1) }
    var found = [counts, counts]
    for (state, share) in zip(chain.states, shares) { counts[state.queues[0].count][state.queues[1].count] += share }
    for (state, ways) in chain.ways.enumerated() {
      for way in ways where way.joined >= 0 {
        // What they find: all but themselves.
        var sizes = chain.states[way.to].queues.map(\.count)
        sizes[way.joined] -= 1
        found[way.joined][sizes[0]][sizes[1]] += shares[state] * way.rate
      }
    }
    let exact = productForm(network, room: room)
    let others = productForm(network, room: room - 1)
    for a in 0...room {
      for b in 0...(room - a) { same(counts[a][b], exact[a][b], "\(a) and \(b)") }
    }
    for pool in 0...1 {
      let all = found[pool].reduce(0) { $0 + $1.reduce(0, +) }
      for a in 0..<room {
        for b in 0..<(room - a) { same(found[pool][a][b] / all, others[a][b], "who comes to pool \(pool) finds \(a) and \(b)") }
      }
    }
  }

  @Test func `Handle times that differ between the classes of a pool are no product form`() throws {
    // Of the first pool's contacts those of class 0 take 1 and those of class 1 take longer, so that the mean is the same.
    let network = try OpenNetwork(pools: [.init(agents: 2, handleTime: 1.7), .init(agents: 1, handleTime: 1.2)], classes: Self.mixed)
    let longer = (1.7 * network.rate(of: 0) - network.rates[0]) / network.rates[1]
    let chain = Chain(network, room: 5, times: [1, longer, 1.2, 1.2])
    let empty = zip(chain.states, chain.stationary()).reduce(0) { $0 + ($1.0.queues.allSatisfy(\.isEmpty) ? $1.1 : 0) }
    #expect(abs(empty - productForm(network, room: 5)[0][0]) > 1e-3)
  }

  @Test func `Classes that count touches solve the traffic equations by hand`() throws {
    // 45 %, then 30 %, then 20 % for ever: touches 1 + 0.45 (1 + 0.30 ÷ (1 − 0.2)).
    let classes = [
      OpenNetwork.Class(pool: 0, arrivalRate: 2, steps: [.init(to: 1, chance: 0.45, delay: 8)]),
      OpenNetwork.Class(pool: 0, steps: [.init(to: 2, chance: 0.3, delay: 4)]),
      OpenNetwork.Class(pool: 0, steps: [.init(to: 2, chance: 0.2, delay: 4)]),
    ]
    let network = try OpenNetwork(pools: [.init(agents: 5, handleTime: 1)], classes: classes)
    same(network.rate(of: 0), 2 * (1 + 0.45 * (1 + 0.3 / 0.8)), "rate")
    let stay = try network.queue(of: 0).meanWait + 1
    let times = try network.meanTimesUntil()
    same(times[1], stay + 8, "until the second")
    // Third touches and later: 2 (stay + delays) and a geometric number of rounds more.
    same(times[2], stay + 8 + stay + 4 + (stay + 4) * 0.2 / 0.8, "until the third or later")
    same(times[0], 0, "until the first")
  }

  @Test func `What has no answer says so`() throws {
    let loop = [OpenNetwork.Class(pool: 0, arrivalRate: 1, steps: [.init(to: 0, chance: 1)])]
    #expect(throws: TheoryError.self) { try OpenNetwork(pools: [.init(agents: 2, handleTime: 1)], classes: loop) }
    let many = [OpenNetwork.Class(pool: 0, arrivalRate: 1, steps: [.init(to: 0, chance: 0.7), .init(to: 0, chance: 0.7)])]
    #expect(throws: TheoryError.self) { try OpenNetwork(pools: [.init(agents: 2, handleTime: 1)], classes: many) }
    let full = try OpenNetwork(
      pools: [.init(agents: 2, handleTime: 1)], classes: [.init(pool: 0, arrivalRate: 1, steps: [.init(to: 0, chance: 0.5)])])
    #expect(throws: TheoryError.unstable(load: 2, servers: 2)) { try full.queue(of: 0) }
  }

  @Test func `A mixture of phases has the moments of the mixture, and one agent agrees with Pollaczek and Khinchine`() throws {
    let parts: [(share: Double, phases: HandlePhases)] = [
      (0.3, try .erlang(stages: 2, mean: 4)), (0.5, try .exponential(mean: 1)),
      (0.2, try HandlePhases.exponential(mean: 2).followed(by: .exponential(mean: 1))),
    ]
    let mixture = try HandlePhases.mixture(parts)
    let mean = 0.3 * 4 + 0.5 + 0.2 * 3
    let square = 0.3 * 24 + 0.5 * 2 + 0.2 * (9 + 4 + 1)
    same(mixture.mean, mean, "mean")
    same(mixture.variability, square / (mean * mean) - 1, "variability")
    let queue = try PhaseHandleQueue(arrivalRate: 0.35, phases: mixture, agents: 1)
    same(queue.meanWait, try SingleServerQueue(arrivalRate: 0.35, handleTime: mean, secondMoment: square).meanWait, "mean wait")
  }
}
