import Histories
package import ReportKit
import SupportModel

/// The life of one contact that was worked on more than once: a line of its phases, and what happened when.
package struct TicketStory: Sendable, Equatable {
  /// `A typical ticket: question #214`
  package var title: String
  package var track: ReportTracks
  package var moments: [ReportTimeline.Moment]

  var blocks: [ReportBlock] { [.heading(title), .tracks(track), .timeline(ReportTimeline(moments))] }

  /// What happened to a contact beyond which the rest is only counted.
  static let mostMoments = 30

  static func all(_ scenario: Scenario, agentNames: [String], journal: [JournalEntry]) -> [TicketStory] {
    TicketLife.told(scenario, journal: journal).map { TicketStory($0, scenario, agentNames) }
  }

  private init(_ life: TicketLife, _ scenario: Scenario, _ agentNames: [String]) {
    let clock = ScenarioClock(scenario.horizon)
    let name = "\(scenario.contactTypes[Int(life.contactType)].name) #\(life.contact)"
    switch life.role {
    case .typical: title = "The life of a ticket: \(name), in the middle of those worked on more than once"
    case .longest: title = "The ticket that took longest: \(name)"
    }
    track = ReportTracks(
      kinds: TicketStory.phases.map(\.name),
      rows: [
        ReportTracks.Row(
          name, words: TicketStory.sum(life), begins: clock.minute(life.arrivedAt), ends: clock.minute(life.solvedAt),
          spans: TicketStory.spans(life), marks: TicketStory.marks(life, scenario, clock))
      ], note: "Upright lines: when a promise was due; red and dashed where it was broken.")
    if track.rows[0].marks.isEmpty { track.note = "" }
    moments = TicketStory.moments(life, JournalText(scenario: scenario, agentNames: agentNames, calling: "the ticket"), clock)
  }

  /// In the order of the legend.
  private static let phases: [(phase: ClockPhase, name: String, inAll: String)] = [
    (.waiting, "waiting", "waiting"), (.inHand, "in hand", "in hand"), (.pending, "pending on the customer", "pending"),
    (.onHold, "on hold with another party", "on hold"), (.awaitingApproval, "awaiting approval", "awaiting approval"),
    (.solved, "solved", "solved before it came back"),
  ]

  private static func index(_ phase: ClockPhase) -> Int {
    phases.firstIndex { $0.phase == (phase == .closed ? .solved : phase) }!
  }

  private static func duration(_ microseconds: Int64) -> String { Words.duration(Double(microseconds) / 1e6) }

  /// `2d 3h from arrival to solution in 3 touches: 4h 2m waiting, 31m in hand, 1d 22h pending`
  private static func sum(_ life: TicketLife) -> String {
    let parts = phases.indices.compactMap { place -> String? in
      let time = life.stretches.filter { index($0.phase) == place }.reduce(0) { $0 + $1.to - $1.from }
      return time > 0 ? "\(duration(time)) \(phases[place].inAll)" : nil
    }
    return "\(duration(life.length)) from arrival to solution in \(life.touches) touches: "
      + parts.joined(separator: ", ")
  }

  static func place(_ instant: Int64, _ life: TicketLife) -> Double {
    Double(instant - life.arrivedAt) / Double(max(1, life.length))
  }

  private static func spans(_ life: TicketLife) -> [ReportTracks.Span] {
    life.stretches.map { stretch in
      let kind = index(stretch.phase)
      return ReportTracks.Span(
        kind: kind, from: place(stretch.from, life), to: place(stretch.to, life),
        words: "\(phases[kind].name), \(duration(stretch.to - stretch.from))")
    }
  }
}
