import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// What to replay and what to call it.
package struct PlayChoice: Sendable, Equatable {
  /// Why it is told.
  package var role: PlayStory.Role
  /// From 0, as `--journal` counts them.
  package var replication: Int
  /// Why this one, in words.
  package var choice: String

  package init(role: PlayStory.Role, replication: Int, choice: String) {
    self.role = role
    self.replication = replication
    self.choice = choice
  }

  /// The median and the worst replication; one where these are the same, none where nothing was ranked.
  package static func all(_ context: ReportContext) -> [PlayChoice] {
    guard let ranking = context.result.ranking else { return [] }
    let what = MetricWords.title(ranking.metric)
    let of = ranking.scope.target.map { " of \(context.scenario.targets[$0].name)" } ?? ""
    func choice(_ role: PlayStory.Role, _ position: Int) -> PlayChoice {
      let value = Words.number(ranking.values[position], context.quantity(ranking.metric))
      let rank = "\(position + 1) of \(ranking.order.count) from the best"
      return PlayChoice(role: role, replication: ranking.order[position], choice: "\(what)\(of) \(value), \(rank)")
    }
    let typical = choice(.typical, ranking.median)
    return ranking.median == ranking.worst ? [typical] : [typical, choice(.worst, ranking.worst)]
  }
}
