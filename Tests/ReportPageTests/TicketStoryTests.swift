import Histories
import ReportKit
import Reports
import ScenarioFormat
import SimulationCore
import SupportModel
import Testing

/// The life of a ticket, told from the journal and held against the lists of touches and phases of the same play.
@Suite struct TicketStoryTests {
  private static let text = """
    muster: 1
    horizon: {start: 2026-09-14T08:00, timezone: Europe/Berlin, length: 5d, interval: 1h}
    channels: {email: {live: false}}
    contacts:
      ticket:
        channel: email
        arrivals: {rate: 6/h}
        talk: {exponential: {mean: 10m}}
        touches: {more: 50%, customer-replies-in: {exponential: {mean: 5h}}, never-replies: 10%, auto-close: 1d}
        holds: [{for: engineering, share: 10%, takes: {exponential: {mean: 8h}}}]
        reopen: {share: 10%, after: {exponential: {mean: 6h}}}
    agents: {desk: {count: 3, skills: [ticket]}}
    targets: [{name: First reply, first-response: 30m, goal: 80%}, {name: Solved, resolution: 1h, goal: 80%, pauses: [pending, on-hold]}]
    """

  private struct Play {
    var scenario: Scenario
    var agentNames: [String]
    var journal: [JournalEntry]
    var contactRows: [ContactRow]
    var phaseRows: [PhaseRow]
  }

  private func played() throws -> Play {
    let scenario = try ScenarioLoader(reader: .memory(["s.yaml": Self.text])).load("s.yaml").scenario
    let compiled = CompiledScenario(scenario)
    var simulation = Simulation(compiled)
    _ = try simulation.play(replication: 4, seed: 9, observing: [.journal, .contacts])
    return Play(
      scenario: scenario, agentNames: compiled.agentNames, journal: simulation.journal, contactRows: simulation.contactRows,
      phaseRows: simulation.phaseRows)
  }

  @Test func `a life has the phases and touches that the lists have`() throws {
    let play = try played()
    let lives = TicketLife.told(play.scenario, journal: play.journal)
    #expect(lives.map(\.role) == [.typical, .longest])
    for life in lives {
      let row = play.contactRows[Int(life.contact)]
      #expect(row.course?.touches == Int32(life.touches) && life.touches > 1 && row.course?.solvedAt == life.solvedAt)
      #expect(life.stretches.first?.from == life.arrivedAt && life.stretches.last?.to == life.solvedAt)
      #expect(zip(life.stretches, life.stretches.dropFirst()).allSatisfy { $0.to == $1.from && $0.phase != $1.phase })
      let listed = play.phaseRows.filter { $0.contact == life.contact && $0.from < life.solvedAt }
      #expect(listed.map(\.phase) == life.stretches.map(\.phase) && listed.map(\.from) == life.stretches.map(\.from))
    }
    // The longest of all that were solved in the end and were worked on more than once; the other has as many below as above.
    let lengths = play.contactRows.compactMap { row -> Int64? in
      guard row.isCounted, let course = row.course, course.touches > 1, course.solvedAt >= 0 else { return nil }
      return course.solvedAt - row.arrivedAt
    }.sorted()
    #expect(lives[1].length == lengths.last && lives[0].length == lengths[(lengths.count - 1) / 2])
  }

  @Test func `a story draws a life from end to end, and tells it in order`() throws {
    let play = try played()
    let story = PlayStory(
      PlayChoice(role: .typical, replication: 4, choice: "a test"), scenario: play.scenario, agentNames: play.agentNames,
      intervalName: "hour", journal: play.journal)
    #expect(story.tickets.count == 2)
    for ticket in story.tickets {
      let row = try #require(ticket.track.rows.first)
      #expect(row.spans.first?.from == 0 && abs((row.spans.last?.to ?? 0) - 1) < 1e-12)
      #expect(row.spans.allSatisfy { ticket.track.kinds.indices.contains($0.kind) && $0.from < $0.to })
      #expect(ticket.moments.first?.sentence.text == "The ticket arrives.")
      let ends = ["The ticket is solved.", "The ticket closes by itself: the customer has not answered."]
      let last = try #require(ticket.moments.last?.sentence.text)
      #expect(ends.contains(last) || ticket.moments.count == 31, "\(last)")
      #expect(row.words.contains(" from arrival to solution in ") && ticket.title.contains(row.label))
    }
    let worst = PlayStory(
      PlayChoice(role: .worst, replication: 4, choice: "a test"), scenario: play.scenario, agentNames: play.agentNames,
      intervalName: "hour", journal: play.journal)
    #expect(worst.tickets.isEmpty)
  }

  @Test func `a line of stretches is a sentence where nothing is drawn`() throws {
    let track = ReportTracks(
      kinds: ["waiting", "in hand"],
      rows: [
        ReportTracks.Row(
          "ticket #7", words: "2h: 1h waiting, 1h in hand", begins: "08:00", ends: "10:00",
          spans: [.init(kind: 0, from: 0, to: 0.5, words: "waiting, 1h"), .init(kind: 1, from: 0.5, to: 1, words: "in hand, 1h")],
          marks: [.init(at: 0.5, words: ReportText("First reply due 09:00", .bad))])
      ], note: "Marks: due.")
    let document = ReportDocument(title: "Lives", sections: [ReportSection(name: "story", blocks: [.tracks(track)])])
    func rendered(_ name: String) throws -> String {
      try #require(RendererCatalog.named(name)).make(RenderOptions(width: 100)).render(document)
    }
    #expect(try rendered("text").contains("ticket #7: 2h: 1h waiting, 1h in hand"))
    #expect(
      try rendered("md").contains("- ticket \\#7: 2h: 1h waiting, 1h in hand")
        || rendered("md").contains("- ticket #7: 2h: 1h waiting, 1h in hand"))
    let page = try rendered("html")
    #expect(page.contains("class=\"part k1\" style=\"left:0%;width:50%\" title=\"waiting, 1h\""))
    #expect(page.contains("class=\"mark tone-bad\" style=\"left:50%\" title=\"First reply due 09:00\"") && page.contains("10:00"))
  }
}
