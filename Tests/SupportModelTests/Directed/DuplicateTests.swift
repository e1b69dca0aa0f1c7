import SimulationCore
import Testing

@testable import SupportModel

/// Customers who come in with the same thing twice, worked out by hand. All times in seconds.
@Suite struct DuplicateTests {
  /// A ticket at each instant, and a second contact as a call after a while.
  private func scenario(
    tickets: [Double], talk: Double = 600, after: Double = 120, calls: [Double] = [], _ change: (inout Scenario) -> Void = { _ in }
  ) -> Scenario {
    var ticket = By.calls("ticket", at: tickets, talk: talk)
    ticket.duplicate = Duplicate(
      share: 1, contactType: 1, after: ConstantDistribution(after), takes: ConstantDistribution(30))
    var call = By.calls("call", at: calls, talk: 60)
    call.skills = [1]
    let targets = [
      Target(name: "Answer", contactTypes: [0, 1], answerWithin: .seconds(20), goal: 0.8),
      Target(name: "Solved", contactTypes: [0, 1], measure: .resolution, within: .seconds(620), goal: 0.8),
    ]
    var scenario = By.hour([ticket, call], [By.desk(1, name: "desk"), By.desk(1, name: "phones", skills: [1])], targets: targets)
    scenario.horizon.firstContactWindow = .zero
    change(&scenario)
    return scenario
  }

  /// Type, outcome, answered and ended, of each contact in order of arrival.
  private func ends(_ play: Play) -> [String] {
    play.rows.map { row in
      let answered = row.answeredAt < 0 ? "never" : "\(row.answeredAt / 1_000_000)"
      return "\(row.contactType) \(row.outcome) \(answered) \(row.endedAt / 1_000_000)"
    }
  }

  @Test func `The second is merged when it is opened while somebody works on the first`() throws {
    let play = try Play(scenario(tickets: [0]))
    #expect(ends(play) == ["0 handled 0 600", "1 merged 120 150"])
    #expect(play.rows.map(\.need) == [0, 0] && play.rows.map(\.attempt) == [0, 1])
    let kinds: Set<JournalEntry.Kind> = [.duplicated, .mergedAsSame]
    #expect(
      play.lines(kinds) == [Line(at: 120, .duplicated, contact: 0, agent: 0), Line(at: 150, .mergedAsSame, contact: 1, agent: 1)])
    #expect(play.journal.filter { kinds.contains($0.kind) }.map(\.value) == [1, 0])
    let (first, second) = (play.record.needs[0], play.record.needs[1])
    #expect(first.opened == 1 && first.contacts == 2 && first.resolved == 1 && first.judged == 1 && first.atFirst == 1)
    #expect(second.opened == 0 && second.duplicates == 1 && second.merged == 1 && second.arrived == 1)
    let calls = play.contacts(1)
    #expect(calls.offered == 1 && calls.handled == 0 && calls.answered == 1 && calls.talk == 0)
    // Both were answered at once; the promise to solve it is that of the ticket.
    #expect(play.record.targets[0].answeredWithin == 2 && play.record.targets[0].accepted == 2)
    #expect(play.record.targets[1].answeredWithin == 1 && play.record.targets[1].accepted == 1)
    #expect(play.group(1).handling == 30_000_000 && play.group(1).wrapUp == 0)
  }

  @Test func `The first is merged when the second was taken before it, also when that has solved it`() throws {
    // The desk is at an older ticket until 600; the second contact of that one is the first call.
    let play = try Play(scenario(tickets: [0, 10]))
    #expect(ends(play) == ["0 handled 0 600", "0 merged 600 630", "1 merged 120 150", "1 handled 150 210"])
    let needs = play.record.needs[0]
    #expect(needs.opened == 2 && needs.contacts == 4 && needs.resolved == 2 && needs.atFirst == 2 && needs.merged == 1)
    // Solved by the call 200 s after the ticket came.
    #expect(needs.time == 600_000_000 + 200_000_000)
    #expect(play.record.targets[1].accepted == 2 && play.record.targets[1].answeredWithin == 2)
  }

  @Test func `What is solved before the second comes has none`() throws {
    let play = try Play(scenario(tickets: [0], after: 601))
    #expect(ends(play) == ["0 handled 0 600"] && play.record.needs[1].duplicates == 0)
  }

  @Test func `When the first ends without being solved the second is worked on`() throws {
    // The phones are at a call until 90; the customer of the ticket leaves at 70.
    let play = try Play(
      scenario(tickets: [0], after: 40, calls: [30]) { $0.contactTypes[0].abandonsInService = By.always(70) })
    #expect(ends(play) == ["0 disconnectedLate 0 70", "1 handled 30 90", "1 handled 90 150"])
    let needs = play.record.needs[0]
    #expect(needs.resolved == 1 && needs.givenUp == 0 && needs.atFirst == 1 && needs.time == 150_000_000)
  }

  @Test func `A need that its second contact has solved stays solved when the customer leaves the queue of the first`() throws {
    let play = try Play(scenario(tickets: [0, 10]) { $0.contactTypes[0].patience = By.always(300) })
    #expect(ends(play) == ["0 handled 0 600", "0 abandoned never 310", "1 merged 120 150", "1 handled 150 210"])
    #expect(play.record.needs[0].resolved == 2 && play.record.needs[0].givenUp == 0)
  }

  @Test func `The second goes through the door as anybody, and is not tried again`() throws {
    let play = try Play(
      scenario(tickets: [0], after: 40, calls: [30]) {
        $0.contactTypes[1].queueLimit = 0
        $0.contactTypes[1].afterBlocked = ContactType.Retry(probability: 1, delay: ConstantDistribution(60), atMost: 5)
      })
    #expect(ends(play) == ["0 handled 0 600", "1 handled 30 90", "1 blocked never 40"])
    #expect(play.record.needs[0].resolved == 1 && play.record.needs[0].contacts == 2)
  }

  @Test func `What is cut off while it is merged is merged, and goes on where somebody else takes it`() throws {
    func play(_ end: AgentGroup.EndOfShift) throws -> Play {
      try Play(
        scenario(tickets: [0]) {
          $0.groups[1] = By.staffing([(0, 1), (130, 0), (200, 1)], end: end)
          $0.groups[1].skills = [.init(skill: 1)]
        })
    }
    #expect(ends(try play(.drop)) == ["0 handled 0 600", "1 merged 120 130"])
    #expect(ends(try play(.handBack)) == ["0 handled 0 600", "1 merged 120 220"])
  }

  @Test func `The first thing that an agent sees decides, whatever the factor of the group is`() throws {
    let play = try Play(scenario(tickets: [0]) { $0.groups[1].skills = [.init(skill: 1, handle: 2)] })
    #expect(ends(play) == ["0 handled 0 600", "1 merged 120 180"])
  }

  @Test func `By type whatever was offered is handled, gone, merged or open, and needs are resolved, given up or open`() throws {
    for seed in Generated.seeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xD0_0B)
      let scenario = generator.duplicateScenario()
      let play = try Play(scenario, seed: seed)
      var needs = NeedCell()
      for (index, cell) in play.record.contacts.enumerated() {
        let more = play.record.needs[index]
        let legs = play.record.legs?.cells[index] ?? LegCell()
        #expect(
          cell.offered + legs.movedIn == cell.gone + more.unreached + more.merged + legs.movedOut, "seed \(seed), cell \(index)")
        needs += more
      }
      #expect(needs.opened == needs.resolved + needs.givenUp + needs.open, "seed \(seed)")
      let counted = play.rows.filter(\.isCounted)
      #expect(counted.count { $0.outcome == .merged } == Int(needs.merged), "seed \(seed)")
      #expect(play.lines([.duplicated]).count >= Int(needs.duplicates), "seed \(seed)")
    }
  }

  @Test func `With a share of 0 nothing is another`() throws {
    for seed in Generated.seeds.prefix(40) {
      var generator = ScenarioGenerator(seed: seed &+ 0x2E80)
      var scenario = generator.chaserScenario()
      let before = try Play(scenario, seed: seed)
      for type in scenario.contactTypes.indices {
        scenario.contactTypes[type].duplicate = Duplicate(
          share: 0, contactType: 0, after: ConstantDistribution(60), takes: ConstantDistribution(60))
      }
      let after = try Play(scenario, seed: seed)
      #expect(before.journal == after.journal && before.rows == after.rows && before.record.contacts == after.record.contacts)
    }
  }
}
