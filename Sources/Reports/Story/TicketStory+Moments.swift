import Histories
import ReportKit
import SupportModel

/// What happened to a ticket when: marks on its line, and sentences.
extension TicketStory {
  /// The last due instant of each promise, where it lies on the line, and every one that was broken.
  static func marks(_ life: TicketLife, _ scenario: Scenario, _ clock: ScenarioClock) -> [ReportTracks.Mark] {
    var due: [(target: Int32, at: Int64, isBroken: Bool)] = []
    for entry in life.entries where entry.target >= 0 {
      switch entry.kind {
      case .slaDue:
        due.removeAll { $0.target == entry.target && !$0.isBroken && $0.at >= entry.time }
        due.append((entry.target, entry.value, false))
      case .slaBreached:
        due.removeAll { $0.target == entry.target && $0.at == entry.value }
        due.append((entry.target, entry.value, true))
      default: break
      }
    }
    return due.filter { $0.at >= life.arrivedAt && $0.at <= life.solvedAt }.map { mark in
      let what = "\(scenario.targets[Int(mark.target)].name) due \(clock.minute(mark.at))"
      return ReportTracks.Mark(
        at: place(mark.at, life), words: mark.isBroken ? ReportText("\(what), broken", .bad) : ReportText(what, .muted))
    }
  }

  /// All that happened but the ends of wrap-up.
  static func moments(_ life: TicketLife, _ text: JournalText, _ clock: ScenarioClock) -> [ReportTimeline.Moment] {
    let told = life.entries.filter { ![.workEnded, .queued].contains($0.kind) }
    var moments = told.prefix(mostMoments).map { entry in
      let sentence = text.sentence(entry)
      let tone: ReportText.Tone = entry.kind == .slaBreached ? .bad : entry.kind == .slaDue ? .muted : .plain
      // Names of people stay as they are.
      let begins = sentence.hasPrefix("the ") ? "The " + sentence.dropFirst(4) : sentence
      return ReportTimeline.Moment(clock.minute(entry.time), ReportText(begins + ".", tone))
    }
    if told.count > mostMoments {
      moments.append(ReportTimeline.Moment("", ReportText("… and \(told.count - mostMoments) more until it was solved.", .muted)))
    }
    return moments
  }
}
