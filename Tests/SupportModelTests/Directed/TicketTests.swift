import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Contacts on hold with a group, that come back to an agent, or that were open before; worked out by hand. Times in seconds.
@Suite struct TicketTests {
  @Test func `What a group has on hold waits behind its own contacts, and comes back for another touch`() throws {
    var ticket = By.calls("ticket", at: [0], talk: 10)
    ticket.holds = [Hold(.group(1), shares: [1, 0], takes: [ConstantDistribution(30).boxed])]
    var own = By.calls("own", at: [5], talk: 20)
    own.skills = [1]
    let play = try Play(By.hour([ticket, own], [By.desk(1), By.desk(1, name: "office", skills: [1])]))
    #expect(
      play.lines([.onHold, .queued, .assigned, .talkEnded, .holdEnded, .solved]).filter { $0.contact == 0 } == [
        Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 10, .talkEnded, contact: 0, agent: 0),
        Line(at: 10, .onHold, contact: 0, agent: 0), Line(at: 10, .queued, contact: 0),
        Line(at: 25, .assigned, contact: 0, agent: 1), Line(at: 55, .talkEnded, contact: 0, agent: 1),
        Line(at: 55, .holdEnded, contact: 0, agent: 1), Line(at: 55, .assigned, contact: 0, agent: 0),
        Line(at: 65, .talkEnded, contact: 0, agent: 0), Line(at: 65, .solved, contact: 0, agent: 0),
      ])
    let group = play.group(1)
    #expect(group.holdsJoined == 1 && group.holdsWaited == 1 && group.holdsDone == 1)
    #expect(group.holdWait == 15_000_000 && group.holdWork == 30_000_000)
    #expect(play.record.tickets[0].touches == 2 && play.record.tickets[0].holdTime == 45_000_000)
    #expect(play.contacts(0).talk == 20_000_000 && play.contacts(0).waitAgain == 0)
  }

  @Test func `A contact waits for the agent of its last touch as long as the rule says, and then for anybody`() throws {
    // Ann answers first; when the customer answers she has a long call in hand.
    var ticket = By.calls("ticket", at: [0], talk: 10)
    ticket.touches = Touches(more: [1, 0], repliesIn: [ConstantDistribution(20).boxed])
    let long = By.calls("long", at: [15], talk: 300)
    func taken(after seconds: Double) throws -> [Line] {
      var scenario = By.hour([ticket, long], [By.desk(2)])
      scenario.routing.agentForContact = []
      scenario.routing.affinity = [.init(contactTypes: [0], preferLastAgentFor: .seconds(seconds))]
      return try Play(scenario).lines([.assigned]).filter { $0.contact == 0 }
    }
    #expect(try taken(after: 60) == [Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 90, .assigned, contact: 0, agent: 1)])
    #expect(try taken(after: 600) == [Line(at: 0, .assigned, contact: 0, agent: 0), Line(at: 315, .assigned, contact: 0, agent: 0)])
  }

  @Test func `Who goes home for longer than the rule says is not waited for`() throws {
    var ticket = By.calls("ticket", at: [0], talk: 10)
    ticket.touches = Touches(more: [1, 0], repliesIn: [ConstantDistribution(90).boxed])
    func taken(backAt: Double) throws -> Line? {
      let ann = By.roster(["Ann"], shifts: [By.shift(0..<60), By.shift(backAt..<3_000)])
      var bob = By.roster(["Bob"], shifts: [By.shift(30..<3_600)], name: "other")
      bob.skills = [.init(skill: 0)]
      var scenario = By.hour([ticket], [ann, bob])
      scenario.routing.affinity = [.init(contactTypes: [0], preferLastAgentFor: .seconds(300))]
      return try Play(scenario).lines([.assigned]).last
    }
    #expect(try taken(backAt: 200) == Line(at: 200, .assigned, contact: 0, agent: 0))
    #expect(try taken(backAt: 500) == Line(at: 100, .assigned, contact: 0, agent: 1))
  }

  @Test func `Tickets of the backlog are where the scenario says, and nobody of those who came`() throws {
    var ticket = By.calls("ticket", at: [], talk: 10)
    ticket.touches = Touches(more: [0], repliesIn: [ConstantDistribution(60).boxed])
    ticket.holds = [Hold(.outside("party"), shares: [0.1, 0], takes: [ConstantDistribution(30).boxed])]
    var scenario = By.hour([ticket], [By.desk(40)])
    var backlog = Horizon.Backlog(contactType: 0, count: 2_000, age: nil)
    (backlog.pending, backlog.onHold, backlog.answered) = (0.6, 0.1, 0.8)
    scenario.horizon.backlog = [backlog]
    let play = try Play(scenario, observing: [.journal, .contacts])
    let (pending, onHold) = (play.lines([.pending]).count { $0.at == 0 }, play.lines([.onHold]).count { $0.at == 0 })
    #expect(abs(pending - 1_200) < 80 && abs(onHold - 200) < 50, "\(pending) pending, \(onHold) on hold")
    // A fifth is untouched, and counted as before.
    let untouched = play.contacts().offered
    #expect(abs(untouched - 400) < 60 && play.record.tickets[0].wasOpen == untouched)
    #expect(play.lines([.holdEnded]).count { $0.at == 30 } == onHold && play.lines([.customerReplied]).allSatisfy { $0.at == 60 })
    #expect(play.rows.count { $0.outcome == .handled } == 2_000 && play.record.tickets[0].solved == 2_000)
    #expect(play.rows.filter { !$0.isCounted }.allSatisfy { $0.course?.touches == 2 })
  }

  @Test func `Other shares of a mix move nobody but those between them`() throws {
    func kinds(_ share: Double) throws -> [Int32] {
      var ticket = By.calls("ticket", at: (0..<500).map { Double($0) }, talk: 1)
      ticket.mix = Mix(priorities: [share, 1 - share])
      ticket.mix?.firstVariant = 1
      var (urgent, normal) = (ticket, ticket)
      for index in 0..<2 {
        var variant = ticket
        (variant.arrivals, variant.mix, variant.variantOf, variant.priority) = ([], nil, 0, 1 - index)
        if index == 0 { urgent = variant } else { normal = variant }
      }
      return try Play(By.hour([ticket, urgent, normal], [By.desk(3)])).rows.map(\.contactType)
    }
    let (few, more) = (try kinds(0.1), try kinds(0.15))
    #expect(few.count { $0 == 1 } > 25 && few.count { $0 == 1 } < 80 && !few.contains(0))
    #expect(zip(few, more).allSatisfy { $0 == $1 || ($0 == 2 && $1 == 1) } && few != more)
  }
}
