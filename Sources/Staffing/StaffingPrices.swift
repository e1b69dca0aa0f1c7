import Experiments
import SupportModel

/// What an hour on the floor costs: the group's price per paid hour times the paid hours that one on the floor takes now (breaks and time
/// offline are paid, absence is not), rounded to cents. Overtime stays as dear as it was.
///
/// A plan says who is on the floor and knows no breaks; with these prices its cost is that of the people behind it, in `staff` and in a `run`
/// of `staffing.yaml` alike.
enum StaffingPrices {
  static func of(_ scenario: Scenario, paidPerFloor: [Double], varied: [Int]) -> [AgentGroup.Cost?] {
    scenario.groups.indices.map { group in
      guard let cost = scenario.groups[group].cost, varied.contains(group), cost.perHour > 0 else { return scenario.groups[group].cost }
      let perHour = (cost.perHour * paidPerFloor[group] * 100).rounded() / 100
      guard perHour > 0 else { return cost }
      return AgentGroup.Cost(perHour: perHour, overtime: (cost.overtime * cost.perHour / perHour * 10_000).rounded() / 10_000)
    }
  }

  /// Money for one play, group by group.
  static func costs(_ trial: StaffingTrial, _ prices: [AgentGroup.Cost?]) -> [Double?] {
    zip(prices, trial.people).map { cost, people in cost.map { $0.amount(people) / Double(max(1, trial.replications)) } }
  }
}
