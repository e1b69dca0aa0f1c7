import Foundation
import ReportKit
import Reports
import SimulationCore
import SupportModel
import Testing

@testable import muster

/// Every number of a story, counted again from the lines of the journal as a reader could with grep.
@Suite struct StoryTests {
  private let fixture: PageFixture

  init() throws { fixture = try PageFixture.launchDay.get() }

  private func lines(_ story: PlayStory) throws -> [(time: String, text: String)] {
    let text = JournalText(scenario: fixture.context.scenario, agentNames: fixture.agentNames)
    let entries = try #require(fixture.journal[story.replication])
    let end = fixture.context.scenario.horizon.length.microseconds
    return entries.filter { $0.time < end }.map { entry in
      let line = text.line(entry)
      return (String(line.prefix(5)), String(line.dropFirst(14)))
    }
  }

  private func sentence(_ story: PlayStory, _ part: String) throws -> (time: String, text: String) {
    let moment = try #require(story.moments.first { $0.sentence.text.contains(part) }, "nothing about \(part)")
    return (moment.time, moment.sentence.text)
  }

  /// `5,448` at the beginning of a sentence.
  private func number(_ text: Substring) throws -> Int {
    try #require(Int(text.prefix { $0.isNumber || $0 == "," }.replacing(",", with: "")))
  }

  @Test(arguments: [0, 1]) func `what happened in all is what the journal says`(index: Int) throws {
    let story = fixture.context.stories[index]
    let lines = try lines(story)
    let arrived = lines.filter { $0.text.contains(" arrives") }.count
    let handled = lines.filter { $0.text.contains(" ends the talk with ") }.count
    let gone = lines.filter { $0.text.contains(" gives up after ") || $0.text.hasSuffix(" would have to wait and leaves at once") }.count
    let refused = lines.filter { $0.text.contains(" is blocked: ") }.count
    let text = try sentence(story, "arrive;").text
    #expect(try number(text[...]) == arrived)
    let after = try #require(text.range(of: "arrive; "))
    #expect(try number(text[after.upperBound...]) == handled)
    #expect(text.contains("\(gone.formatted(.number.locale(Locale(identifier: "en_US")))) give up"))
    #expect(refused == 0 || text.contains("\(refused) \(refused == 1 ? "is" : "are") refused"))
    let absent = lines.filter { $0.text.hasSuffix(" is absent for the whole shift") }.count
    #expect(absent == 0 || (try? sentence(story, "missed by people").text.hasPrefix("\(absent) shift")) == true)
  }

  @Test func `times are told as people tell them`() throws {
    let clock = ScenarioClock(fixture.context.scenario.horizon)
    let hour: Int64 = 3_600_000_000
    #expect([9 * hour, 24 * hour + hour / 3, 49 * hour].map(clock.minute) == ["09:00", "00:20 next day", "01:00 2 days later"])
    let end = fixture.context.scenario.horizon.length.microseconds
    for story in fixture.context.stories {
      let last = try #require(fixture.journal[story.replication]?.last)
      #expect(story.moments.last?.time == clock.minute(last.time) && (last.time < end || clock.minute(last.time).hasSuffix(" next day")))
    }
  }

  @Test(arguments: [0, 1]) func `the busiest and the worst half-hour are what the journal says`(index: Int) throws {
    let story = fixture.context.stories[index]
    func byHalfHour(_ lines: [(time: String, text: String)]) -> [String: Int] {
      lines.reduce(into: [:]) { $0["\($1.time.prefix(3))\($1.time.dropFirst(3) < "30" ? "00" : "30")", default: 0] += 1 }
    }
    let lines = try lines(story)
    let arrivals = byHalfHour(lines.filter { $0.text.contains(" arrives") })
    let busiest = try sentence(story, ", the busiest.")
    #expect(try number(busiest.text[...]) == arrivals.values.max())
    #expect(arrivals[busiest.time] == arrivals.values.max())
    let left = byHalfHour(lines.filter { $0.text.contains(" gives up after ") || $0.text.hasSuffix(" leaves at once") })
    let worst = try sentence(story, "more than in any other")
    #expect(try number(worst.text[...]) == left.values.max())
    #expect(left[worst.time] == left.values.max())
  }

  @Test(arguments: [0, 1]) func `the longest wait of a channel is a line of the journal`(index: Int) throws {
    let story = fixture.context.stories[index]
    let moment = try sentence(story, "the longest chat wait")
    let lines = try lines(story)
    let who = moment.text.components(separatedBy: " is answered after ").count == 2 ? " is answered after " : " leaves unserved after "
    let parts = moment.text.components(separatedBy: who)
    let wait = try #require(parts.last?.components(separatedBy: ",").first)
    #expect(lines.contains { $0.time == moment.time && $0.text.contains(parts[0]) && $0.text.hasSuffix("after \(wait)") })
  }

  @Test(arguments: [0, 1]) func `what waits at the end of an interval is what is waiting in the journal`(index: Int) throws {
    let story = fixture.context.stories[index]
    let entries = try #require(fixture.journal[story.replication])
    for (interval, end) in fixture.context.scenario.horizon.intervals.map(\.end.microseconds).enumerated() where interval % 5 == 0 {
      var waiting: Set<Int64> = []
      for entry in entries.prefix(while: { $0.time < end }) {
        switch entry.kind {
        case .queued: waiting.insert(entry.contact)
        case .assigned, .abandoned, .disconnected, .disconnectedLate: waiting.remove(entry.contact)
        default: break
        }
      }
      // Those who leave in the very instant of the end are no longer counted.
      let leaving = entries.filter { $0.time == end && [.assigned, .abandoned].contains($0.kind) && waiting.contains($0.contact) }.count
      #expect(story.ages.reduce(0) { $0 + $1.waiting[interval] } == waiting.count - leaving)
    }
  }

  @Test(arguments: [0, 1]) func `people on duty are those who started and have not ended`(index: Int) throws {
    let story = fixture.context.stories[index]
    var onDuty = 0
    var most = 0
    for line in try lines(story) {
      if line.text.hasSuffix(" starts work") { onDuty += 1 }
      if line.text.hasSuffix(" ends work") { onDuty -= 1 }
      most = max(most, onDuty)
    }
    #expect(try number(sentence(story, "people are on duty, the most").text[...]) == most)
    #expect(story.onDuty.last == onDuty)
    #expect(story.onDuty.max()! <= most)
    #expect(story.labels.count == 288 && story.intervals.count == 288 && story.waiting.allSatisfy { $0.count == 288 })
  }
}
