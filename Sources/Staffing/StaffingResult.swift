package import SupportModel

/// What `muster staff` found: a plan, what it gives on replications that had no part in choosing it, and what surrounds it.
package struct StaffingResult: Sendable {
  /// One group in one period.
  package struct Cell: Sendable {
    /// What the formulas ask for in this period.
    package var formula: FormulaRequirement.Cell
    /// People on the floor that the simulation needs.
    package var simulated: Int
    /// People on the floor in the scenario as it is, on average.
    package var present: Double
    /// Heads to schedule for `simulated` on the floor, breaks, absence and offline time included.
    package var heads: Double
    /// Why the simulated number is not the formula's.
    package var reason: StaffingReason
  }

  /// A share with its interval; nil where nothing decides it.
  package struct Level: Sendable {
    /// Share from 0 to 1.
    package var estimate: Double
    /// Lower end of its interval.
    package var low: Double
    /// Upper end of its interval.
    package var high: Double
  }

  /// One target under the plan.
  package struct TargetLevel: Sendable {
    /// Over the whole horizon; nil: the target counts by period only.
    package var total: Level?
    /// By reporting interval.
    package var intervals: [Level?]
    /// What each interval was asked for.
    package var rules: [StaffingGoals.Rule]
    /// Probability that one day keeps the promise.
    package var days: Level?
    /// What the whole horizon was asked for.
    package var totalRule = StaffingGoals.Rule.none
  }

  /// One contact type under a plan.
  package struct TypeLevel: Sendable {
    /// What was asked of it.
    package var floor: AbandonmentFloors.Floor
    /// Share of its accepted contacts that go unanswered, over the whole horizon; nil: none come.
    package var unanswered: Level?
    /// The largest of it in any reporting interval that counts.
    package var worst: (interval: Int, share: Double)?
    /// Unlimited people leave more than that unanswered.
    package var isOutOfReach = false
  }

  /// One staffing with its price.
  package struct Option: Sendable {
    /// The people that were simulated.
    package var plan: StaffingPlan
    /// One for each target, in declared order.
    package var targets: [TargetLevel]
    /// One for each limit on abandonment, in the order of contact types.
    package var contactTypes: [TypeLevel] = []
    /// Hours on the floor, all groups that may change.
    package var hours: Double
    /// Money for one play, all groups that have a cost, overtime included: what `run` says of `staffing.yaml`, or of the scenario as it is. In a
    /// plan an hour on the floor costs what it takes in paid time now, breaks and absence included (`StaffingPrices`). nil where no group
    /// has a cost.
    package var cost: Double?
    /// Of it, group by group in declared order; nil where a group has no cost.
    package var groupCosts: [Double?] = []
    /// Service levels in the plays of a run, as `compare` of the scenario and `staffing.yaml` has them; nil where nobody came. One for each target.
    package var played: [Level?] = []
    /// Mean contacts waiting when the horizon ends, by contact type.
    package var waitingAtEnd: [Double] = []
  }

  /// The scenario that was staffed, people left as they were.
  package var scenario: Scenario
  /// Periods in which people may change.
  package var grid: StaffingGrid
  /// What was searched for, with the defaults filled in.
  package var settings: StaffingSearch.Settings
  /// Groups whose staffing was asked for, in declared order.
  package var groups: [Int]
  /// `[group][period]`
  package var cells: [[Cell]]
  /// What is proposed: it gives every goal that more people can give.
  package var plan: Option
  /// With the asked share of days; nil: not asked.
  package var certain: Option?
  /// The scenario as it is.
  package var present: Option
  /// Paid time ÷ time on the floor, by group; 1 where nobody is there now.
  package var paidPerFloor: [Double]
  /// What an hour on the floor costs in a plan, by group; nil where the group has no cost.
  package var prices: [AgentGroup.Cost?] = []
  /// Plays that prices and `played` are means of: those of a `run`. Everything else is over `settings.replications` fresh ones.
  package var pricedPlays = 0
  /// Heads scheduled ÷ heads on the floor, by group.
  package var headsPerFloor: [Double]
  /// Whole plays of the day that the search made.
  package var trials: Int
  /// A signal ended the search: the plan is the best so far, and people may be left in it whom nobody needs.
  package var isPartial = false
}
