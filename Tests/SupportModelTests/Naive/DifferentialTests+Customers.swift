import SimulationCore
import Testing

@testable import SupportModel

/// What customers do beside waiting.
extension DifferentialTests {
  @Test func `Where contacts cause others the journal equals that of the naive simulator, event by event`() throws {
    var (planned, again, others, judged) = (0, 0, 0, Int64(0))
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x4EED)
      let naive = try Self.play(generator.needScenario(), seed: seed)
      defer { naive.letGo() }
      planned += naive.planned.count
      again += naive.needs.count { $0.recontacts > 1 }
      others += naive.needs.count { $0.contacts.contains { contact in contact.type != contact.need.contacts[0].type } }
      for cell in naive.needCells {
        judged += cell.judged - cell.atFirst
        #expect(cell.opened == cell.resolved + cell.givenUp + cell.open)
      }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(planned > 5 * seeds && again > seeds && others > seeds && judged > seeds, "\(planned), \(again), \(others), \(judged)")
  }

  @Test func `Where customers help themselves first the journal equals that of the naive simulator, event by event`() throws {
    var sums = NeedCell()
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x5E1F)
      let naive = try Self.play(generator.selfServiceScenario(), seed: seed)
      defer { naive.letGo() }
      for cell in naive.needCells { sums += cell }
    }
    #expect(sums.tried == sums.selfServed + sums.gaveUpThere + sums.handedOver + sums.inSelfService)
    // The scenarios must be worth the trouble.
    let seeds = Int64(Self.longSeeds.count)
    #expect(
      sums.selfServed > 5 * seeds && sums.handedOver > 5 * seeds && sums.gaveUpThere > seeds / 4 && sums.leaked > seeds
        && sums.inSelfService > seeds / 4, "\(sums)")
  }

  @Test func `Where customers are called back the journal equals that of the naive simulator, event by event`() throws {
    var sums = NeedCell()
    var again = 0
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xCA11)
      let naive = try Self.play(generator.callbackScenario(), seed: seed)
      defer { naive.letGo() }
      for cell in naive.needCells { sums += cell }
      again += naive.contacts.count { $0.calls > 1 }
    }
    // The scenarios must be worth the trouble.
    let seeds = Int64(Self.longSeeds.count)
    #expect(sums.callbacks > 2 * seeds && sums.unreached > seeds / 2 && again > seeds / 2, "\(sums), \(again) called again")
  }

  @Test func `Where customers ask after open contacts the journal equals that of the naive simulator, event by event`() throws {
    var (asked, read, ended) = (0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xC4A5E)
      let naive = try Self.play(generator.chaserScenario(), seed: seed)
      defer { naive.letGo() }
      let chasers = naive.contacts.filter { $0.parent != nil }
      asked += chasers.count
      read += chasers.count { $0.outcome == .merged && !$0.work.isEmpty }
      ended += chasers.count { $0.outcome == .merged && $0.work.isEmpty }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(asked > 5 * seeds && read > seeds && ended > seeds / 4, "\(asked) asked, \(read) were read, \(ended) ended with the contact")
  }

  @Test func `Where customers come in twice the journal equals that of the naive simulator, event by event`() throws {
    var outcomes: [ContactRow.Outcome: Int] = [:]
    var (second, first, late, again, worked, moved, called, dropped) = (0, 0, 0, 0, 0, 0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xD0_0B1E)
      let naive = try Self.play(generator.duplicateScenario(), seed: seed)
      defer { naive.letGo() }
      for contact in naive.contacts where contact.first != nil { outcomes[contact.outcome, default: 0] += 1 }
      let merged = naive.contacts.filter { $0.isMerging }
      second += merged.count { $0.first != nil }
      first += merged.count { $0.second != nil }
      late += merged.count { contact in (contact.first ?? contact.second)!.solves.contains { $0 < contact.work[0].began } }
      again += merged.count { $0.work.count > 1 }
      dropped += merged.count { $0.work.last!.isDropped }
      moved += merged.count { $0.legs.count > 1 }
      called += merged.count { $0.acceptedCallback }
      worked += naive.contacts.count { contact in
        !contact.isMerging && !contact.work.isEmpty && (contact.first ?? contact.second).map { !$0.work.isEmpty && !$0.isMerging } ?? false
      }
    }
    // The scenarios must be worth the trouble: either of the two is merged, also when the other is solved, has been out of hands or was called back;
    // both are worked on where the one taken first is lost; and the second ends in every way in which a contact may.
    let seeds = Self.longSeeds.count
    let counts: Comment =
      "\(second) second, \(first) first, \(late) late, \(again) again, \(worked) both, \(moved) moved, \(called) called, \(dropped) cut off"
    #expect(second > 2 * seeds && first > seeds / 2 && late > seeds / 4 && again > seeds / 10 && worked > seeds / 10, counts)
    #expect(moved > 0 && called > seeds / 10 && dropped > 0, counts)
    for outcome in [ContactRow.Outcome.handled, .abandoned, .balked, .blocked, .open] {
      #expect(outcomes[outcome, default: 0] > seeds / 20, "\(outcome): \(outcomes)")
    }
  }
}
