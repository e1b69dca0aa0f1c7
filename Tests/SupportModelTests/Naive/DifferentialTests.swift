import Foundation
import SimulationCore
import Testing

@testable import SupportModel

/// The simulator against its slower self, event by event.
@Suite struct DifferentialTests {
  /// Generated scenarios to play: a few hundred; with `MUSTER_DEEP` twenty thousand, or as many more as it says.
  static var seeds: Range<UInt64> {
    guard let deep = ProcessInfo.processInfo.environment["MUSTER_DEEP"] else { return 0..<400 }
    return 0..<max(20_000, UInt64(deep) ?? 0)
  }

  /// Of weeks of tickets, which the slower self takes long for: half as many, and a tenth where there are many.
  static var longSeeds: Range<UInt64> { 0..<UInt64(seeds.count == 400 ? 200 : seeds.count / 10) }

  /// Plays a scenario both ways: journals, rows and records must be the same. Whoever looks at the plays lets go of them afterwards.
  static func play(_ given: Scenario, seed: UInt64) throws -> NaiveSimulator {
    var scenario = given
    // How customers find what is over changes nothing else, so that it goes with everything.
    if seed % 2 == 0 { scenario.satisfaction = .everything(scenario) }
    if seed % 3 == 0 { scenario.wellbeing = Wellbeing(occupancyLimit: 0.6, pause: .seconds(60)) }
    RandomMoney(seed: seed).add(to: &scenario)
    let naive = NaiveSimulator(scenario, replication: Int(seed % 3), seed: seed)
    naive.play()
    var simulation = Simulation(CompiledScenario(scenario))
    let record = try simulation.play(replication: Int(seed % 3), seed: seed, observing: [.journal, .contacts])
    // What clocks show follows from the rest of the journal: `ClockJournalTests`.
    let journal = simulation.journal.filter { $0.kind != .slaDue && $0.kind != .slaBreached }
    if let difference = Comparison.firstDifference(journal, naive.journal) {
      Issue.record("seed \(seed), journal line \(difference)\n  channels \(scenario.channels)\n  policy \(scenario.routing)")
    } else if let difference = Comparison.firstDifference(simulation.contactRows, naive.rows) {
      Issue.record("seed \(seed), contact \(difference)")
    } else if scenario.hasTickets, let difference = Comparison.firstDifference(sorted(simulation.touchRows), naive.touchRows) {
      Issue.record("seed \(seed), touch \(difference)")
    } else if scenario.hasTickets, let difference = Comparison.firstDifference(sorted(simulation.phaseRows), naive.phaseRows) {
      Issue.record("seed \(seed), phase \(difference)")
    } else {
      let problems = Comparison.differences(record, naive.record())
      #expect(problems.isEmpty, "seed \(seed): \(problems.joined(separator: "\n"))")
    }
    return naive
  }

  private static func sorted(_ rows: [TouchRow]) -> [TouchRow] { rows.sorted { ($0.contact, $0.touch) < ($1.contact, $1.touch) } }
  private static func sorted(_ rows: [PhaseRow]) -> [PhaseRow] { rows.sorted { ($0.contact, $0.from) < ($1.contact, $1.from) } }

  @Test func `The journal equals that of the naive simulator, event by event`() throws {
    var lines = 0
    var (known, again) = (0, 0)
    for seed in Self.seeds {
      var generator = ScenarioGenerator(seed: seed)
      let naive = try Self.play(seed % 3 == 0 ? generator.returningScenario() : generator.scenario(), seed: seed)
      defer { naive.letGo() }
      lines += naive.journal.count
      known += naive.contacts.count { $0.knows != nil && $0.answeredAt != nil }
      again += naive.contacts.count { $0.knows != nil && $0.work.first?.agent === $0.knows }
    }
    print("any day, \(Self.seeds.count) scenarios: \(known) came back, \(again) to the same agent")
    // The scenarios must be worth the trouble.
    #expect(lines > 300 * Self.seeds.count)
    // Customers who come back after an agent had them in hand, and who find that agent again.
    #expect(known > Self.seeds.count / 10 && again > Self.seeds.count / 50, "\(known) came back, \(again) to the same agent")
  }

  @Test func `With nobody there the journal equals that of the naive simulator, event by event`() throws {
    var kinds: [JournalEntry.Kind: Int] = [:]
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x40B0D1)
      let naive = try Self.play(generator.unattendedScenario(), seed: seed)
      defer { naive.letGo() }
      for entry in naive.journal { kinds[entry.kind, default: 0] += 1 }
    }
    // The scenarios must be worth the trouble.
    for kind in [JournalEntry.Kind.blockedUnattended, .disconnectedUnattended] {
      #expect(kinds[kind, default: 0] > Self.longSeeds.count, "\(kind): \(kinds[kind, default: 0])")
    }
  }

  @Test func `With people who are new the journal equals that of the naive simulator, event by event`() throws {
    var (learning, handled) = (Int64(0), Int64(0))
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x9E0B1E)
      let naive = try Self.play(generator.peopleScenario(), seed: seed)
      defer { naive.letGo() }
      let record = naive.record()
      learning += record.agents.reduce(0) { $0 + ($1.rampExcess > 0 ? $1.handledLearning : 0) }
      handled += record.agents.reduce(0) { $0 + $1.handled }
    }
    // The scenarios must be worth the trouble.
    #expect(learning > handled / 20, "\(learning) of \(handled) by somebody new")
  }

  @Test func `With trays the journal equals that of the naive simulator, event by event`() throws {
    var (trays, again, waiting, full) = (0, 0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x76A4)
      let scenario = generator.trayScenario()
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      trays += naive.journal.count { $0.kind == .inTray }
      for contact in naive.contacts where scenario.tray(of: scenario.contactTypes[contact.comesAs]) != nil {
        let agents = contact.work.map(\.agent.id)
        again += zip(agents, agents.dropFirst()).count { $0 == $1 }
        waiting += contact.wasKept ? 1 : 0
      }
      full += naive.journal.indices.dropLast().count { index in
        let (one, next) = (naive.journal[index], naive.journal[index + 1])
        return one.kind == .queued && next.kind != .inTray && one.contactType >= 0
          && scenario.tray(of: scenario.contactTypes[Int(one.contactType)]) != nil
      }
    }
    // The scenarios must be worth the trouble: contacts wait in trays, come back to their agents, and find no room.
    let seeds = Self.longSeeds.count
    #expect(trays > 10 * seeds && again > seeds && waiting > 5 * seeds && full > seeds, "\(trays) \(again) \(waiting) \(full)")
  }

  @Test func `With several contacts in the same hands the journal equals that of the naive simulator, event by event`() throws {
    var (together, slowed, left, back, topped) = (0, 0, 0, 0, 0)
    for seed in Self.seeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xC4A7)
      let naive = try Self.play(generator.sharedScenario(), seed: seed)
      defer { naive.letGo() }
      for agent in naive.agents {
        let held = agent.held.map { (from: $0.work.began, to: $0.until ?? naive.now) }
        together += held.contains { one in held.count { $0.from <= one.from && one.from < $0.to } > 1 } ? 1 : 0
        back += agent.held.count { held in
          held.work.isHandedBack && agent.held.contains { $0.work !== held.work && $0.work.isHandedBack && $0.until == held.until }
        }
        topped += Set(agent.held.map(\.work.began)).count < agent.held.count ? 1 : 0
      }
      slowed += naive.contacts.flatMap(\.work).count { $0.pace != 1_000_000 }
      left += naive.journal.count { $0.kind == .leftInService }
    }
    // The scenarios must be worth the trouble: agents with several in hand and work that is slowed by it, customers who leave in the middle,
    // several handed back together, several taken at once.
    let seeds = Self.seeds.count
    #expect(
      together > seeds && slowed > seeds && left > seeds && back > seeds / 10 && topped > seeds / 4,
      "\(together) together, \(slowed) slowed, \(left) left, \(back) handed back together, \(topped) took several at once")
  }

  @Test func `With tickets the journal, touches and phases equal those of the naive simulator, event by event`() throws {
    var kinds: [JournalEntry.Kind: Int] = [:]
    var (measured, asked, kept) = (0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x71C4E7)
      let scenario = generator.ticketScenario()
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      for entry in naive.journal { kinds[entry.kind, default: 0] += 1 }
      asked += naive.contacts.flatMap(\.holds).count { !$0.work.isEmpty }
      kept += naive.contacts.count { $0.wasKept }
      for target in scenario.targets where target.measure == .nextResponse {
        measured += naive.contacts.reduce(0) { $0 + NaiveClock.ofMessages($1, target, scenario).count }
      }
    }
    // The scenarios must be worth the trouble.
    for kind in [JournalEntry.Kind.pending, .customerReplied, .autoClosed, .onHold, .holdEnded, .solved, .reopened, .comesAnew] {
      #expect(kinds[kind, default: 0] > Self.longSeeds.count / 2, "\(kind): \(kinds[kind, default: 0])")
    }
    #expect(measured > Self.longSeeds.count / 2, "\(measured) messages were timed")
    #expect(asked > Self.longSeeds.count && kept > Self.longSeeds.count / 4, "\(asked) with groups, \(kept) waited for one agent")
  }

  @Test func `With work that is put aside the journal equals that of the naive simulator, event by event`() throws {
    var (aside, several, again) = (0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x1A7E55)
      let naive = try Self.play(generator.interruptedScenario(), seed: seed)
      defer { naive.letGo() }
      aside += naive.journal.count { $0.kind == .interrupted }
      again += naive.contacts.count { contact in
        Dictionary(grouping: contact.interruptions, by: \.touch).values.contains { $0.count > 1 }
      }
      several += zip(naive.journal, naive.journal.dropFirst()).count { $0.kind == .interrupted && $1.kind == .interrupted }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(aside > 2 * seeds && again > seeds / 5 && several > seeds / 20, "\(aside) put aside, \(again) again, \(several) together")
  }

  @Test func `Where contacts wait for one group the journal equals that of the naive simulator, event by event`() throws {
    var (bound, kept, overflowed) = (0, 0, 0)
    for seed in Self.seeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x0A7)
      var scenario = seed % 2 == 0 ? generator.scenario() : generator.sharedScenario()
      scenario.routing.queueAt = RoutingPolicy.QueueAt.allCases[Int(seed / 2 % 3)]
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      for contact in naive.contacts where contact.waitsFor != nil {
        bound += 1
        guard let group = contact.work.first?.agent.group, contact.answeredAt ?? 0 > contact.arrivedAt else { continue }
        kept += group == contact.waitsFor ? 1 : 0
        overflowed += group != contact.waitsFor ? 1 : 0
      }
    }
    // The scenarios must be worth the trouble: many who wait for a group are answered by it, some by one that an overflow rule lets in.
    let seeds = Self.seeds.count
    #expect(
      bound > 10 * seeds && kept > 5 * seeds && overflowed > seeds / 10,
      "\(bound) waited for one group, \(kept) were answered by it, \(overflowed) by another")
  }

  @Test func `Where customers differ the journal equals that of the naive simulator, event by event`() throws {
    var (mixed, kinds) = (0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x3A17)
      let scenario = generator.mixedScenario()
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      let types = naive.contacts.map(\.type).filter { scenario.contactTypes[$0].variantOf != nil }
      mixed += types.count
      kinds += Set(types).count
    }
    // The scenarios must be worth the trouble.
    #expect(mixed > 20 * Self.longSeeds.count && kinds > 3 * Self.longSeeds.count, "\(mixed) mixed, of \(kinds) kinds")
  }

  @Test func `Where contacts go on in other types the journal equals that of the naive simulator, event by event`() throws {
    var (moved, delayed, escalated, raised, again, mixed) = (0, 0, 0, 0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x30_7E5)
      let scenario = generator.movingScenario()
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      moved += naive.journal.count { $0.kind == .moved }
      escalated += naive.journal.count { $0.kind == .escalated }
      raised += naive.journal.count { $0.kind == .raised }
      delayed += naive.journal.count { $0.kind == .legStarted }
      again += naive.contacts.count { $0.legs.count > 2 }
      mixed += naive.contacts.count { contact in contact.legs.dropFirst().contains { scenario.contactTypes[$0.type].variantOf != nil } }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(
      moved > 4 * seeds && escalated > seeds && delayed > seeds && raised > seeds && again > seeds && mixed > seeds / 2,
      "\(moved) moved, \(escalated) escalated, \(delayed) later, \(raised) raised, \(again) twice, \(mixed) to a mix")
  }

  @Test func `Where touches are approved the journal equals that of the naive simulator, event by event`() throws {
    var (asked, finished, solved, first, read) = (0, 0, 0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xA9_9807)
      let scenario = generator.approvedScenario()
      let naive = try Self.play(scenario, seed: seed)
      defer { naive.letGo() }
      asked += naive.journal.count { $0.kind == .approvalAsked }
      finished += naive.contacts.flatMap(\.work).count { !$0.pauses.isEmpty }
      read += naive.contacts.reduce(0) { $0 + $1.readings.count }
      for entry in naive.journal where entry.kind == .approved {
        guard let approval = scenario.contactTypes[Int(entry.contactType)].approval, approval.agent == .goesOn else { continue }
        if approval.finish == nil { solved += 1 } else { first += 1 }
      }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(
      asked > 4 * seeds && finished > seeds && solved > seeds && first > seeds && read > seeds,
      "\(read) read, \(asked) asked, \(finished) taken up again, \(solved) solved by it, \(first) came back to be finished")
  }

  @Test func `Where promises nearly used up escalate the journal equals that of the naive simulator, event by event`() throws {
    var (nearly, raised, moved, unanswered) = (0, 0, 0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xE5_CA1A)
      let naive = try Self.play(generator.escalatedScenario(), seed: seed)
      defer { naive.letGo() }
      nearly += naive.journal.count { $0.kind == .nearlyDue }
      raised += naive.journal.count { $0.kind == .raised }
      moved += zip(naive.journal, naive.journal.dropFirst()).count { $0.kind == .nearlyDue && $1.kind == .moved }
      unanswered += naive.contacts.count { $0.legs.count > 1 && $0.legs[0].waitsAtBegin == nil }
    }
    // The scenarios must be worth the trouble.
    let seeds = Self.longSeeds.count
    #expect(
      nearly > 4 * seeds && raised > seeds && moved > seeds / 2 && unanswered > seeds / 4,
      "\(nearly) nearly used up, \(raised) raised, \(moved) moved at once, \(unanswered) before anybody answered")
  }

  @Test func `Where things break for many at once the journal equals that of the naive simulator, event by event`() throws {
    var (told, together) = (0, 0)
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0x0D7A6E)
      let naive = try Self.play(generator.incidentScenario(), seed: seed)
      defer { naive.letGo() }
      told += naive.journal.count { $0.kind == .acknowledged }
      together += naive.journal.count { $0.kind == .solvedTogether }
    }
    // The scenarios must be worth the trouble.
    #expect(told > 3 * Self.longSeeds.count && together > Self.longSeeds.count, "\(told) told, \(together) solved together")
  }

  @Test func `With all of it together the journal equals that of the naive simulator, event by event`() throws {
    var found: [JournalEntry.Kind: Int] = [:]
    for seed in Self.longSeeds {
      var generator = ScenarioGenerator(seed: seed &+ 0xA11)
      let naive = try Self.play(generator.togetherScenario(), seed: seed)
      defer { naive.letGo() }
      for entry in naive.journal { found[entry.kind, default: 0] += 1 }
    }
    // The scenarios must be worth the trouble.
    let kinds = [
      JournalEntry.Kind.moved, .nearlyDue, .approved, .chased, .merged, .solvedTogether, .selfServed, .callbackAccepted, .interrupted,
      .mergedAsSame,
    ]
    print(
      "all of it together, \(Self.longSeeds.count) scenarios: \(kinds.map { "\($0) \(found[$0, default: 0])" }.joined(separator: ", "))")
    for kind in kinds {
      #expect(found[kind, default: 0] > Self.longSeeds.count / 2, "\(kind): \(found[kind, default: 0])")
    }
  }
}
