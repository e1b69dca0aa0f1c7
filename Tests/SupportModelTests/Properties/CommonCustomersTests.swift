import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Whatever is decided about them, the customers are the same.
@Suite struct CommonCustomersTests {
  private struct Customer: Equatable {
    var type: Int32
    var arrivedAt: Int64
  }

  /// First attempts, in order of arrival.
  private func customers(_ play: Play) -> [Customer] {
    play.rows.filter { $0.attempt == 0 }.map { Customer(type: $0.contactType, arrivedAt: $0.arrivedAt) }
  }

  @Test func `Two policies meet the same customers with the same work`() throws {
    var compared = 0
    for seed in Generated.seeds {
      var scenario = Generated.scenario(seed)
      // So that the length of a talk is the customer's alone.
      for group in scenario.groups.indices {
        scenario.groups[group].endOfShift = .finish
        for skill in scenario.groups[group].skills.indices { scenario.groups[group].skills[skill].handle = 1 }
      }
      for channel in scenario.channels.indices { scenario.channels[channel].pace = .flat }
      var other = scenario
      other.routing = RoutingPolicy(agentForContact: [RandomAgent().boxed], contactForAgent: [RandomContact().boxed])
      let (one, two) = (try Play(scenario, seed: seed), try Play(other, seed: seed))
      #expect(customers(one) == customers(two), "seed \(seed)")
      for (a, b) in zip(one.rows.filter { $0.attempt == 0 }, two.rows.filter { $0.attempt == 0 })
      where a.talkEndedAt >= 0 && b.talkEndedAt >= 0 {
        #expect(a.talkEndedAt - a.answeredAt == b.talkEndedAt - b.answeredAt, "seed \(seed), contact \(a.contact)")
        compared += 1
      }
    }
    #expect(compared > 10 * Generated.seeds.count)
  }

  @Test func `The number of people changes no arrival`() throws {
    for seed in Generated.seeds {
      let scenario = Generated.scenario(seed)
      var more = scenario
      for group in more.groups.indices {
        switch more.groups[group].presence {
        case .always(let count): more.groups[group].presence = .always(count: count + 3)
        case .staffing(let steps):
          more.groups[group].presence = .staffing(steps.map { .init(from: $0.from, count: $0.count + 1) })
        case .roster(var lines):
          lines[0].agents.append("newcomer-\(group)")
          more.groups[group].presence = .roster(lines)
        }
      }
      #expect(customers(try Play(scenario, seed: seed)) == customers(try Play(more, seed: seed)), "seed \(seed)")
    }
  }

  @Test func `More volume brings the same customers sooner`() throws {
    func arrivals(expected: Double, seed: UInt64) throws -> [Int64] {
      var call = By.calls(at: [], talk: 10)
      call.arrivals = [By.poisson(expected: expected, over: 36_000)]
      return try Play(By.hour([call], [By.desk(5)], length: 36_000), seed: seed, observing: .contacts).rows.map(\.arrivedAt)
    }
    for seed in 0..<20 as Range<UInt64> {
      let plain = try arrivals(expected: 400, seed: seed)
      let double = try arrivals(expected: 800, seed: seed)
      #expect(plain.count > 300 && double.count >= plain.count, "seed \(seed)")
      for (one, two) in zip(plain, double) { #expect(abs(one - 2 * two) <= 4, "seed \(seed)") }
    }
  }

  /// First come first served, nobody leaves: waits by customer.
  private func waits(agents: Int, seed: UInt64) throws -> [(arrivedAt: Int64, wait: Int64, talk: Int64)] {
    var call = By.calls(at: [], talk: 10)
    call.arrivals = [By.poisson(expected: 720, over: 3_600)]
    call.talk = TimedDistribution(ExponentialDistribution(mean: 20))
    let play = try Play(By.hour([call], [By.desk(agents)]), seed: seed, observing: [.contacts, .checks])
    return play.rows.map { ($0.arrivedAt, $0.answeredAt - $0.arrivedAt, $0.talkEndedAt - $0.answeredAt) }
  }

  @Test func `One more agent lets nobody wait longer where all are served in order`() throws {
    for seed in 0..<20 as Range<UInt64> {
      for agents in 3...5 {
        let (few, more) = (try waits(agents: agents, seed: seed), try waits(agents: agents + 1, seed: seed))
        #expect(few.map(\.arrivedAt) == more.map(\.arrivedAt) && few.map(\.talk) == more.map(\.talk), "seed \(seed)")
        #expect(zip(few, more).allSatisfy { $0.wait >= $1.wait }, "seed \(seed), \(agents) agents")
        #expect(few.reduce(0) { $0 + $1.wait } > more.reduce(0) { $0 + $1.wait }, "seed \(seed), \(agents) agents")
      }
    }
  }

  @Test func `Waits follow the recursion of Kiefer and Wolfowitz`() throws {
    for seed in 0..<20 as Range<UInt64> {
      for agents in 1...5 {
        // When each agent will be free; the next customer takes whoever is free first.
        var free = Array(repeating: Int64(0), count: agents)
        for (number, customer) in try waits(agents: agents, seed: seed).enumerated() {
          let first = free.indices.min { free[$0] < free[$1] }!
          let answered = max(customer.arrivedAt, free[first])
          #expect(customer.wait == answered - customer.arrivedAt, "seed \(seed), \(agents) agents, customer \(number)")
          free[first] = answered + customer.talk
        }
      }
    }
  }
}
