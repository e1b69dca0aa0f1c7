import Experiments
package import ReportKit
import SupportModel

/// Single plays from beginning to end: a typical one and the worst of all.
package enum StorySection {
  package static let family = SectionFamily<ReportContext>(
    name: "story", title: "One play, start to end", help: "a typical and the worst replication, from their journals"
  ) { context in
    context.stories.flatMap { blocks($0, context) }
  }

  private static func blocks(_ story: PlayStory, _ context: ReportContext) -> [ReportBlock] {
    let word = context.horizonWord
    let heading =
      switch story.role {
      case .typical: "A typical \(word): replication \(story.replication)"
      case .worst: "The worst \(word) of \(Words.fixed(Double(context.result.replications), decimals: 0)): replication \(story.replication)"
      }
    let said = ReportText(
      "Chosen by \(story.choice). Every number here is counted from its journal: muster run … --journal \(story.replication) writes it out.",
      .muted)
    let charts = [queues(story, context), people(story), ages(story, context)]
    return [.heading(heading), .sentence(said)] + charts.compactMap { $0.map(ReportBlock.chart) } + [
      .timeline(ReportTimeline(story.moments))
    ] + story.tickets.flatMap(\.blocks)
  }

  private static func axis(_ story: PlayStory) -> ReportChart.Axis {
    ReportChart.Axis("time", labels: story.labels, intervals: story.intervals)
  }

  private static func steps(_ name: String, _ counts: [Int]) -> ReportChart.Series {
    ReportChart.Series(name, counts.map { Double($0) }, style: .step)
  }

  private static func queues(_ story: PlayStory, _ context: ReportContext) -> ReportChart? {
    let channels = context.scenario.channels
    // A channel with hundreds of waiting e-mails would flatten the phone queue; each can be looked at alone.
    let queues = channels.indices.filter { story.waiting[$0].contains { $0 > 0 } }.map { channel in
      steps(channels[channel].name.isEmpty ? "waiting" : channels[channel].name, story.waiting[channel])
    }
    if queues.isEmpty { return nil }
    let live = channels.indices.filter { channels[$0].isLive }.map { channels[$0].name }
    let liveQueues = queues.filter { live.contains($0.name) }
    var views: [ReportChart.View] = []
    // In long horizons one table of all has to do.
    if !liveQueues.isEmpty, liveQueues.count < queues.count, story.labels.count <= 400 {
      views.append(ReportChart.View("live channels", liveQueues))
    }
    views.append(ReportChart.View("all channels", queues))
    return ReportChart(
      name: "story-\(story.role.rawValue)-queue", title: "Waiting", note: "Most contacts waiting at once.", axis: axis(story),
      quantity: .count, unit: "contacts", views: views, isSmall: true)
  }

  private static func people(_ story: PlayStory) -> ReportChart? {
    let people = [
      steps("on duty", story.onDuty), steps("on break or offline", story.away), steps("with a contact", story.working),
    ].filter { $0.values.contains { $0 != 0 } }
    if people.isEmpty { return nil }
    return ReportChart(
      name: "story-\(story.role.rawValue)-people", title: "Who is on", axis: axis(story), quantity: .count, unit: "people",
      views: [ReportChart.View("people", people)], isSmall: true)
  }

  /// Age matters where work waits long: not where everything is answered within minutes.
  private static func ages(_ story: PlayStory, _ context: ReportContext) -> ReportChart? {
    guard story.role == .typical, story.ages.dropFirst().contains(where: { $0.waiting.contains { $0 > 0 } }) else { return nil }
    let ages = story.ages.filter { $0.waiting.contains { $0 > 0 } }
    return ReportChart(
      name: "story-\(story.role.rawValue)-ages", title: "How old is what waits?",
      note: "Contacts waiting at the end of each \(context.intervalName), by how long they have waited by then.", form: .stackedBars,
      axis: ChartMaker(context: context).axis, quantity: .count, unit: "contacts",
      views: [ReportChart.View("waiting", ages.map { steps($0.name, $0.waiting) })])
  }
}
