package import SupportModel

/// What together says whether a support organisation is well: any one of them can be bought at the expense of another.
extension MetricCatalog {
  /// In the order of a contact's way: heard, solved, solved for good, left open; then what that asks of people, and of money.
  package static let health: [Metric] = [
    .ttfrMean, .asa, .abandonment, .ttrMean, .fcr, .csat, .effort, .backlog, .occupancy, .staffingCost,
  ]

  /// Those that a scenario has, over all of it. A first response that is measured says more than the speed of answer.
  package static func health(in scenario: Scenario) -> [Metric] {
    let measured = health.filter { $0.scopes(in: scenario).contains(Scope()) }
    let givesUp = scenario.contactTypes.contains { $0.patience != nil || $0.balk > 0 }
    return measured.filter {
      switch $0 {
      case .asa: !measured.contains(.ttfrMean)
      case .abandonment: givesUp
      default: true
      }
    }
  }
}
