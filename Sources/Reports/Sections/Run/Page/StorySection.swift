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
    let axis = ReportChart.Axis("time", labels: story.labels, intervals: story.intervals)
    func numbers(_ values: [Int]) -> [Double?] { values.map { Double($0) } }
    let channels = context.scenario.channels
    // A channel with hundreds of waiting e-mails would flatten the phone queue; each can be looked at alone.
    let queues = channels.indices.filter { story.waiting[$0].contains { $0 > 0 } }.map { channel in
      ReportChart.Series(channels[channel].name.isEmpty ? "waiting" : channels[channel].name, numbers(story.waiting[channel]), style: .step)
    }
    let live = channels.indices.filter { channels[$0].isLive }.map { channels[$0].name }
    let liveQueues = queues.filter { live.contains($0.name) }
    let people = [
      ReportChart.Series("on duty", numbers(story.onDuty), style: .step),
      ReportChart.Series("on break or offline", numbers(story.away), style: .step),
      ReportChart.Series("with a contact", numbers(story.working), style: .step),
    ].filter { $0.values.contains { $0 != 0 } }
    var queueViews: [ReportChart.View] = []
    // In long horizons one table of all has to do.
    if !liveQueues.isEmpty, liveQueues.count < queues.count, story.labels.count <= 400 {
      queueViews.append(ReportChart.View("live channels", liveQueues))
    }
    if !queues.isEmpty { queueViews.append(ReportChart.View("all channels", queues)) }
    var blocks: [ReportBlock] = [
      .heading(heading),
      .sentence(
        ReportText(
          "Chosen by \(story.choice). Every number here is counted from its journal: muster run … --journal \(story.replication) writes it out.",
          .muted)),
    ]
    if !queueViews.isEmpty {
      blocks.append(
        .chart(
          ReportChart(
            name: "story-\(story.role.rawValue)-queue", title: "Waiting", note: "Most contacts waiting at once.", axis: axis,
            quantity: .count, unit: "contacts", views: queueViews, isSmall: true)))
    }
    if !people.isEmpty {
      blocks.append(
        .chart(
          ReportChart(
            name: "story-\(story.role.rawValue)-people", title: "Who is on", axis: axis, quantity: .count, unit: "people",
            views: [ReportChart.View("people", people)], isSmall: true)))
    }
    // Age matters where work waits long: not where everything is answered within minutes.
    let ages = story.ages.filter { $0.waiting.contains { $0 > 0 } }
    if story.role == .typical, story.ages.dropFirst().contains(where: { $0.waiting.contains { $0 > 0 } }) {
      blocks.append(
        .chart(
          ReportChart(
            name: "story-\(story.role.rawValue)-ages", title: "How old is what waits?",
            note: "Contacts waiting at the end of each \(context.intervalName), by how long they have waited by then.", form: .stackedBars,
            axis: ChartMaker(context: context).axis, quantity: .count, unit: "contacts",
            views: [ReportChart.View("waiting", ages.map { ReportChart.Series($0.name, numbers($0.waiting), style: .step) })])))
    }
    blocks.append(.timeline(ReportTimeline(story.moments)))
    return blocks
  }
}
