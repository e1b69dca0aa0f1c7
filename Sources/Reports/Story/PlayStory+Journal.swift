import Histories
import ReportKit
import SimulationCore
package import SupportModel

extension PlayStory {
  /// The story of a journal, in sentences a planner can follow.
  package init(_ choice: PlayChoice, scenario: Scenario, agentNames: [String], intervalName: String, journal: [JournalEntry]) {
    let teller = StoryTeller(scenario, journal: journal)
    let sentences = StorySentences(teller, agentNames: agentNames, intervalName: intervalName)
    let clock = ScenarioClock(scenario.horizon)
    self.init(
      role: choice.role, replication: choice.replication, choice: choice.choice,
      labels: teller.slotStarts.map { clock.minute($0) },
      intervals: teller.slotStarts.indices.map { $0 / teller.slotsPerInterval },
      waiting: teller.waiting, onDuty: teller.onDutyBySlot, away: teller.awayBySlot, working: teller.workingBySlot,
      ages: zip(StorySentences.ageNames, teller.ages).map { (name: $0, waiting: $1) }, moments: sentences.moments(),
      tickets: choice.role == .typical ? TicketStory.all(scenario, agentNames: agentNames, journal: journal) : [])
  }
}

/// Says what a `StoryTeller` found.
struct StorySentences {
  private let teller: StoryTeller
  private let agentNames: [String]
  private let intervalName: String
  private let clock: ScenarioClock

  init(_ teller: StoryTeller, agentNames: [String], intervalName: String) {
    self.teller = teller
    self.agentNames = agentNames
    self.intervalName = intervalName
    clock = ScenarioClock(teller.scenario.horizon)
  }

  /// The bands of `StoryTeller.ageLimits`.
  static let ageNames = ["under 5m", "5m to 30m", "30m to 4h", "4h to 1d", "over 1d"]

  func moments() -> [ReportTimeline.Moment] {
    var timed: [(at: Int64, text: String)] = []
    busiestInterval().map { timed.append($0) }
    for channel in teller.queues.indices { timed += queueMoments(channel) }
    worstForGivingUp().map { timed.append($0) }
    timed += peopleMoments()
    timed += teller.closings.prefix(6).map { closing in
      (closing.at, "Closing time for \(type(closing.type)); \(closing.waiting) still waiting.")
    }
    if teller.lastEntry > teller.end {
      let late = Words.duration(Double(teller.lastEntry - teller.end) / 1e6)
      timed.append((teller.lastEntry, "The last work is done, \(late) after the end of the horizon."))
    }
    let ordered = timed.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    return opening()
      + ordered.map { ReportTimeline.Moment(clock.minute($0.at), ReportText($0.text), interval: teller.interval(of: $0.at)) }
  }

  // MARK: In all

  private func opening() -> [ReportTimeline.Moment] {
    let gaveUp = teller.abandoned + teller.balked
    var parts = [doing(teller.handled, "is handled", "are handled"), doing(gaveUp, "gives up", "give up")]
    if teller.blocked > 0 { parts.append(doing(teller.blocked, "is refused", "are refused")) }
    if teller.leftLate > 0 { parts.append(doing(teller.leftLate, "leaves after an answer", "leave after an answer")) }
    if teller.disconnected > 0 { parts.append(doing(teller.disconnected, "is cut off", "are cut off")) }
    var moments = [
      ReportTimeline.Moment(
        "in all", ReportText("\(doing(teller.arrived, "contact arrives", "contacts arrive")); \(list(parts)) by the end of the horizon."))
    ]
    if !teller.absent.isEmpty {
      let names = teller.absent.map { agentNames.indices.contains(Int($0)) ? agentNames[Int($0)] : "someone" }
      let shown = names.count > 8 ? Array(names.prefix(7)) + ["\(names.count - 7) more"] : names
      let count = teller.absent.count
      moments.append(
        ReportTimeline.Moment(
          "in all", ReportText("\(doing(count, "shift is", "shifts are")) missed by people who are absent: \(list(shown)).")))
    }
    return moments
  }

  // MARK: Demand and queues

  private func busiestInterval() -> (at: Int64, text: String)? {
    guard teller.arrivedBy.count > 1, let most = teller.arrivedBy.max(), most > 0, let index = teller.arrivedBy.firstIndex(of: most)
    else { return nil }
    return (start(index), "\(doing(most, "contact arrives", "contacts arrive")) in this \(intervalName), the busiest.")
  }

  private func worstForGivingUp() -> (at: Int64, text: String)? {
    guard teller.gaveUpBy.count > 1, let most = teller.gaveUpBy.max(), most > 1, let index = teller.gaveUpBy.firstIndex(of: most)
    else { return nil }
    return (start(index), "\(number(most)) give up in this \(intervalName), more than in any other.")
  }

  private func queueMoments(_ channel: Int) -> [(at: Int64, text: String)] {
    let queue = teller.queues[channel]
    let name = teller.scenario.channels.count > 1 ? teller.scenario.channels[channel].name + " " : ""
    var moments: [(at: Int64, text: String)] = []
    if queue.peak.waiting > 1 {
      let peak = queue.peak
      var floor = peak.onDuty == 0 ? "nobody is on duty" : "\(doing(peak.onDuty, "person", "people")) on duty"
      if peak.away > 0 { floor += ", \(number(peak.away)) of them on break or offline" }
      if peak.working > 0 || peak.onDuty > 0 { floor += ", \(number(peak.working)) with a contact" }
      moments.append(
        (
          peak.at,
          "\(number(peak.waiting)) \(name)contacts are waiting, the longest queue; \(floor)."
        ))
    }
    if queue.longestWait.waited > 0 {
      let wait = queue.longestWait
      let ending = wait.wasAnswered ? "is answered" : "leaves unserved"
      moments.append(
        (
          wait.at,
          "\(type(wait.type)) #\(wait.contact) \(ending) after \(Words.duration(Double(wait.waited) / 1e6)), the longest \(name)wait."
        ))
    }
    let busy = queue.longestBusy
    if teller.scenario.channels[channel].isLive, busy.to - busy.from >= 900_000_000 {
      let until = clock.minute(busy.to)
      let lasts = Words.duration(Double(busy.to - busy.from) / 1e6)
      moments.append((busy.from, "From now until \(until) (\(lasts)) the \(name)queue is never empty."))
    }
    return moments
  }

  // MARK: People

  private func peopleMoments() -> [(at: Int64, text: String)] {
    var moments: [(at: Int64, text: String)] = []
    // Where staffing never changes there is nothing to tell.
    if let least = teller.onDutyBySlot.min(), teller.mostOnDuty.people > least {
      moments.append((teller.mostOnDuty.at, "\(number(teller.mostOnDuty.people)) people are on duty, the most of all."))
    }
    if teller.mostAway.people > 1 {
      let away = teller.mostAway
      moments.append(
        (away.at, "\(number(away.people)) of \(number(away.onDuty)) people on duty are on break or offline at once, the most of all."))
    }
    return moments
  }

  // MARK: Words

  private func start(_ interval: Int) -> Int64 { teller.scenario.horizon.intervals[interval].start.microseconds }
  private func type(_ index: Int32) -> String { index < 0 ? "everything" : teller.scenario.contactTypes[Int(index)].name }
  private func number(_ value: Int) -> String { Words.fixed(Double(value), decimals: 0) }

  /// `1 gives up`, `12 give up`
  private func doing(_ count: Int, _ one: String, _ many: String) -> String { "\(number(count)) \(count == 1 ? one : many)" }

  private func list(_ parts: [String]) -> String {
    parts.count < 2 ? parts.joined() : parts.dropLast().joined(separator: ", ") + " and " + parts.last!
  }
}
