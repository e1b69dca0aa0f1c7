import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// What comes first when several things happen at one instant, worked out by hand.
@Suite struct EventOrderTests {
  @Test func `At one instant staffing changes, handling ends, timers ring, contacts arrive, patience ends, in that order`() throws {
    // At second 60: a person comes who can do nothing, the mail desk's talk ends, contact 1 may go over to tier 2, a mail arrives, and the
    // patience of contact 2, whom nobody can serve, ends.
    let calls = By.calls(at: [0, 0], talk: 90)
    var stranger = By.calls("stranger", at: [0], talk: 10, patience: 60)
    stranger.skills = [0, 1]
    var mail = By.calls("mail", at: [0, 60], talk: 60)
    mail.skills = [1]
    let groups = [
      By.desk(1), By.desk(1, name: "tier2"), By.desk(1, name: "mail", skills: [1]),
      AgentGroup(name: "late", skills: [], presence: .staffing([.init(from: .zero, count: 0), .init(from: By.at(60), count: 1)])),
    ]
    var routing = By.fifo
    routing.overflow = [.init(contactTypes: [0], after: .seconds(60), groups: [1])]
    let play = try Play(By.hour([calls, stranger, mail], groups, routing: routing))
    let kinds = play.journal.filter { $0.time == 60_000_000 }.map(\.kind)
    #expect(kinds == [.staffingChanged, .talkEnded, .workEnded, .overflowed, .assigned, .arrived, .assigned, .abandoned])
  }

  @Test func `A contact answered at the very instant its patience ends is answered`() throws {
    let play = try Play(By.hour([By.calls(at: [0, 10], talk: 60, patience: 50)], [By.desk(1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .handled])
    #expect(play.rows[1].answeredAt == 60_000_000)
    #expect(play.contacts().waitAnswered == 50_000_000)
  }

  @Test func `A microsecond less patience and it is gone`() throws {
    let play = try Play(By.hour([By.calls(at: [0, 10], talk: 60, patience: 49.999_999)], [By.desk(1)]))
    #expect(play.rows.map(\.outcome) == [.handled, .abandoned])
    #expect(play.contacts().waitAbandoned == 49_999_999)
  }

  @Test func `Without patience a contact that must wait is gone at once, but lets those of the same instant arrive first`() throws {
    let play = try Play(By.hour([By.calls(at: [0, 0, 0], talk: 60, patience: 0)], [By.desk(1)]))
    #expect(play.journal.prefix(7).map(\.kind) == [.arrived, .assigned, .arrived, .queued, .arrived, .queued, .abandoned])
    #expect(play.contacts().hadToWait == 2 && play.contacts().abandoned == 2)
  }

  @Test func `Talk that ends at the end of the horizon is handled inside it`() throws {
    let play = try Play(By.hour([By.calls(at: [3_540], talk: 60)], [By.desk(1)], atEnd: .cut))
    #expect(play.contacts().handled == 1 && play.contacts().stillOpen == 0)
    #expect(play.group().handling == 60_000_000)
    #expect(play.record.openAtEnd[0].inHand == 1)
  }

  @Test func `At the end of an interval what is open is counted by its age, waiting and in hand`() throws {
    // One in hand for three hours, one that waits behind it; another that comes an hour before the first look, to the second.
    let scenario = By.hour([By.calls(at: [0, 0, 3_600], talk: 10_800)], [By.desk(1)], length: 21_600, interval: 7_200)
    let play = try Play(scenario)
    let ages = play.record.openAtEnd.map { open in BacklogAge.allCases.map { open.count($0) } }
    #expect(ages == [[0, 3, 0, 0, 0], [0, 1, 1, 0, 0], [0, 0, 2, 0, 0]])
    #expect(play.record.openAtEnd.map(\.all) == ages.map { $0.reduce(0, +) })
  }

  @Test func `A reporting interval shows the picture just before its end`() throws {
    let scenario = By.hour([By.calls(at: [0, 0, 600], talk: 600)], [By.desk(1)], length: 1_800, interval: 600)
    let play = try Play(scenario)
    #expect(play.record.openAtEnd.map(\.waiting) == [1, 1, 0])
    #expect(play.record.openAtEnd.map(\.inHand) == [1, 1, 1])
    #expect(play.record.contacts.map(\.offered) == [2, 1, 0])
    #expect(play.record.contacts.map(\.queueIntegral) == [600_000_000, 600_000_000, 0])
    #expect(play.record.thereAtEnd.map(\.busy) == [1, 1, 1])
  }
}
