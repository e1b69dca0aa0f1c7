package import SupportModel

/// What together says whether a support organisation is well: any one of them can be bought at the expense of another.
extension MetricCatalog {
  /// In the order of a contact's way: heard, solved, solved for good, left open; then what that asks of people, and of money.
  package static let health: [Metric] = [
    .ttfrMean, .asa, .abandonment, .ttrMean, .fcr, .csat, .effort, .backlog, .occupancy, .staffingCost, .totalCost,
  ]

  /// The same as a reader is shown it: with what a survey makes of satisfaction, which no gate guards, for its noise.
  package static let healthWithSurvey: [Metric] = health.flatMap { $0 == .csat ? [$0, .csatMeasured] : [$0] }

  /// These say nothing where they are the same in every play: nothing in the scenario brings anybody back.
  package static let healthThatMustVary: Set<Metric> = [.fcr, .effort]

  /// Those of the shown ones that a scenario has.
  package static func healthWithSurvey(in scenario: Scenario) -> [Metric] {
    let guarded = health(in: scenario)
    return healthWithSurvey.filter { guarded.contains($0) || ($0 == .csatMeasured && !$0.scopes(in: scenario).isEmpty) }
  }

  /// Those that a scenario has, over all of it. A first response that is measured says more than the speed of answer, what is paid with penalties
  /// more than what is paid without, and open work is that of channels on which it may wait.
  package static func health(in scenario: Scenario) -> [Metric] {
    let measured = health.filter { $0.scopes(in: scenario).contains(Scope()) }
    // Of calls what is open are those who are being talked to: more, where fewer give up.
    let defers = scenario.contactTypes.contains { !scenario.channels[$0.channel].isLive }
    let givesUp = scenario.contactTypes.contains { $0.patience != nil || $0.balk > 0 }
    return measured.filter {
      switch $0 {
      case .asa: !measured.contains(.ttfrMean)
      case .abandonment: givesUp
      case .backlog: defers
      case .staffingCost, .totalCost: $0 == Metric.paid(in: [scenario])
      default: true
      }
    }
  }
}
