import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Contacts that wait for one group only, worked out by hand; and a service level in which short abandons count as met.
@Suite struct QueueAtTests {
  private static let second: Int64 = 1_000_000

  private func fifo(_ rule: RoutingPolicy.QueueAt?) -> RoutingPolicy {
    var routing = By.fifo
    routing.queueAt = rule
    return routing
  }

  @Test func `At the last group a contact waits though somebody else is free`() throws {
    let groups = [By.desk(1), By.desk(1, name: "last")]
    let play = try Play(By.hour([By.calls(at: [0, 10, 20], talk: 300)], groups, routing: fifo(.lastGroup)))
    // The first is free at 300 and stays so; the last at 310.
    #expect(play.rows.map(\.answeredAt) == [0, 10 * Self.second, 310 * Self.second])
    #expect(play.rows.map(\.agent) == [0, 1, 1])
    let free = try Play(By.hour([By.calls(at: [0, 10, 20], talk: 300)], groups, routing: fifo(nil)))
    #expect(free.rows.map(\.answeredAt) == [0, 10 * Self.second, 300 * Self.second])
  }

  @Test func `By queue ratio a contact waits where the fewest wait for each of the people`() throws {
    let groups = [By.desk(1), By.desk(3, name: "three")]
    let play = try Play(By.hour([By.calls(at: [0, 0, 0, 0, 10, 20, 30], talk: 300)], groups, routing: fifo(.queueRatio)))
    // 1 of one or 1 of three; 1 or 2/3; 1 or 3/3, a tie for the first.
    #expect(play.rows.suffix(3).map(\.answeredAt) == [300, 300, 300].map { $0 * Self.second })
    #expect(play.rows[4].agent > 0 && play.rows[5].agent > 0 && play.rows[6].agent == 0)
  }

  @Test func `By expected delay a contact waits where it is soonest through`() throws {
    let slow = AgentGroup(name: "slow", skills: [.init(skill: 0, rank: 1, handle: 2)], presence: .always(count: 1))
    let groups = [By.desk(1), slow]
    let play = try Play(By.hour([By.calls(at: [0, 0, 10, 20, 30], talk: 300)], groups, routing: fifo(.expectedDelay)))
    // 300 or 600 s; 600 or 600, a tie for the first; 900 or 600.
    #expect(play.rows.map(\.agent) == [0, 1, 0, 0, 1])
    #expect(play.rows.map(\.answeredAt) == [0, 0, 300, 600, 600].map { $0 * Self.second })
  }

  @Test func `Another group takes it where an overflow rule lets it`() throws {
    var routing = fifo(.lastGroup)
    routing.overflow = [.init(contactTypes: [0], after: .seconds(60), groups: [2])]
    let groups = [By.desk(1), By.desk(1, name: "last"), By.desk(1, name: "late")]
    let play = try Play(By.hour([By.calls(at: [0, 10, 20], talk: 300)], groups, routing: routing))
    #expect(play.rows.map(\.answeredAt) == [0, 10 * Self.second, 80 * Self.second])
    #expect(play.rows[2].agent == 2)
  }

  @Test func `Where nobody is there a contact waits for the last of all`() throws {
    let late = AgentGroup(
      name: "late", skills: [.init(skill: 0)],
      presence: .staffing([.init(from: .zero, count: 0), .init(from: .zero + .seconds(500), count: 1)]))
    let early = AgentGroup(
      name: "early", skills: [.init(skill: 0)],
      presence: .staffing([.init(from: .zero, count: 0), .init(from: .zero + .seconds(100), count: 1)]))
    let play = try Play(By.hour([By.calls(at: [50], talk: 60)], [early, late], routing: fifo(.lastGroup)))
    #expect(play.rows.map(\.answeredAt) == [500 * Self.second])
  }

  @Test func `Only short abandons count as met`() {
    var cell = TargetCell()
    (cell.accepted, cell.answered, cell.answeredWithin) = (100, 80, 70)
    (cell.abandoned, cell.abandonedWithin, cell.abandonedShort, cell.abandonedShortWithin) = (20, 12, 5, 5)
    func share(_ abandons: Target.Abandons) -> [Int64] {
      let level = cell.serviceLevel(abandons)
      return [level.met, level.of]
    }
    #expect(share(.metShort) == [75, 100])
    #expect(share(.missed) == [70, 95] && share(.metWithin) == [77, 95])
  }
}
