package import SupportModel

/// Every cause that a missed promise may have. A new one is a file in `Causes` and a line here.
package enum BreachCauseCatalog {
  /// In the order of reading, and in which several are taken away together: hours are closed by what people can do before routing lets them do
  /// everything.
  package static let all: [BreachCause] = [
    .absence, .lateness, .breaks, .timeAway, .closedHours, .demandAbovePlan, .handleTimeAbovePlan, .busyness, .routing, .interruption,
    .handOver, .startingBacklog,
  ]

  /// Those that a scenario has.
  package static func causes(in scenario: Scenario, target: Int) -> [BreachCause] { all.filter { $0.isIn(scenario, target) } }
}
