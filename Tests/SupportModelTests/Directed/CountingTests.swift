import SimulationCore
import Testing

@testable import SupportModel

/// What is counted where: warm-up, backlog, the end.
@Suite struct CountingTests {
  private static let second: Int64 = 1_000_000

  @Test func `Contacts of the warm-up are played and not counted`() throws {
    let play = try Play(By.hour([By.calls(at: [590, 600], talk: 60)], [By.desk(1)], warmUp: 600))
    #expect(play.rows.map(\.isCounted) == [false, true])
    #expect(play.contacts().offered == 1 && play.contacts().waitAnswered == 50 * Self.second)
    #expect(play.group().handling == 110 * Self.second && play.group().paid == 3_000 * Self.second)
    #expect(play.record.contactsPlayed == 2)
  }

  @Test func `A contact of the warm-up that never ends has a row all the same`() throws {
    let play = try Play(By.hour([By.calls(at: [500, 510], talk: 5_000)], [By.desk(1)], warmUp: 600, atEnd: .cut))
    #expect(play.rows.map(\.answeredAt) == [500 * Self.second, -1])
    #expect(play.rows.map(\.queuedAt) == [-1, 510 * Self.second])
    #expect(play.rows.map(\.outcome) == [.open, .open])
  }

  private func backlog(_ count: Int, age: Double, _ type: ContactType, _ group: AgentGroup) -> Scenario {
    var scenario = By.hour([type], [group])
    scenario.horizon.backlog = [.init(contactType: 0, count: count, age: ConstantDistribution(age).boxed)]
    return scenario
  }

  @Test func `The age of a backlog counts as wait`() throws {
    let play = try Play(backlog(2, age: 100, By.calls(at: [], talk: 60), By.desk(1)))
    #expect(play.rows.map(\.arrivedAt) == [-100 * Self.second, -100 * Self.second])
    #expect(play.contacts().offered == 2 && play.contacts().hadToWait == 2)
    #expect(play.contacts().waitAnswered == (100 + 160) * Self.second)
    // The queue itself is looked at only from the start on.
    #expect(play.contacts().queueIntegral == 60 * Self.second)
  }

  @Test func `The patience of a backlog runs from the start of the horizon, and what is left of it lasts after a hand-back`() throws {
    let desk = By.roster(["Ann"], shifts: [By.shift(0..<60)], end: .handBack)
    let play = try Play(backlog(1, age: 1_000, By.calls(at: [], talk: 100, patience: 120), desk))
    #expect(play.rows[0].outcome == .disconnectedLate && play.rows[0].endedAt == 180 * Self.second)
  }

  @Test func `Open contacts are drained or cut at the end`() throws {
    let types = [By.calls(at: [3_500, 3_550], talk: 600)]
    let cut = try Play(By.hour(types, [By.desk(1)], atEnd: .cut))
    #expect(cut.contacts().stillOpen == 2 && cut.contacts().waitOther == 50 * Self.second)
    #expect(cut.record.endOfPlay == By.at(3_600))
    let drained = try Play(By.hour(types, [By.desk(1)]))
    #expect(drained.contacts().handled == 2 && drained.contacts().waitAnswered == 550 * Self.second)
    #expect(drained.record.endOfPlay == By.at(4_700))
    // What people do after the end is in no cell.
    #expect(drained.group() == cut.group())
  }

  @Test func `A contact is counted in the interval of its arrival, in full`() throws {
    let play = try Play(By.hour([By.calls(at: [590, 595], talk: 60)], [By.desk(1)], length: 1_800, interval: 600))
    #expect(play.record.contacts.map(\.handled) == [2, 0, 0])
    #expect(play.record.contacts.map(\.talk) == [120 * Self.second, 0, 0])
    #expect(play.record.groups.map(\.handled) == [0, 2, 0])
    #expect(play.record.groups.map(\.handling) == [10 * Self.second, 110 * Self.second, 0])
  }
}
