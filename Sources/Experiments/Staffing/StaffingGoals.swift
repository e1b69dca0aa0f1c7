import SampleStatistics
import SupportModel

/// What each target asks of each reporting interval, and of the whole horizon, and whether a trial shows that it is given.
package struct StaffingGoals: Sendable {
  package enum Rule: Sendable, Equatable {
    /// The lower bound must reach the goal.
    case shown(Double)
    /// Less than one contact is expected per play, or so few that not even unlimited staffing shows it at this confidence: the estimate
    /// must reach the goal. Asking more would staff the night for the one bad day among hundreds.
    case estimated(Double)
    /// Unlimited staffing gives only `best`, because the promise is broken before anybody could answer: that share of it must be reached.
    case unattainable(goal: Double, best: Double)
    /// Nothing decides it.
    case none

    /// What must be reached.
    package var level: Double {
      switch self {
      case .shown(let goal), .estimated(let goal): goal
      case .unattainable(let goal, let best): goal * best
      case .none: 0
      }
    }
  }

  /// Where the goals must hold.
  package enum Scope: String, Sendable, CaseIterable {
    /// In every reporting interval.
    case interval
    /// Over the whole horizon only.
    case day
  }

  let confidence: Double
  /// `[interval * targetCount + target]`
  package let cells: [Rule]
  /// By target.
  package let totals: [Rule]
  let targetCount: Int

  /// - Parameter unlimited: a trial with more people than anybody could use.
  init(_ scenario: Scenario, scope: Scope, confidence: Double, unlimited: StaffingTrial) throws(GSLError) {
    self.confidence = confidence
    targetCount = scenario.targets.count
    func rule(_ sums: StaffingTrial.Sums, _ goal: Double) throws(GSLError) -> Rule {
      guard let best = sums.share, let bound = try sums.lowerBound(replications: unlimited.replications, confidence: confidence) else {
        return .none
      }
      if bound >= goal && sums.of >= unlimited.replications { return .shown(goal) }
      if best >= goal { return .estimated(goal) }
      return .unattainable(goal: goal, best: best)
    }
    var cells: [Rule] = []
    for (position, sums) in unlimited.cells.enumerated() {
      cells.append(scope == .day ? .none : try rule(sums, scenario.targets[position % targetCount].goal))
    }
    self.cells = cells
    var totals: [Rule] = []
    for (target, sums) in unlimited.totals.enumerated() { totals.append(try rule(sums, scenario.targets[target].goal)) }
    self.totals = totals
  }

  /// How far a trial falls short of a rule; nil where the rule is kept or has nothing to judge.
  func shortfall(_ rule: Rule, _ sums: StaffingTrial.Sums, replications: Int) throws(GSLError) -> Double? {
    guard let share = sums.share else { return nil }
    switch rule {
    case .none: return nil
    case .estimated, .unattainable: return share >= rule.level - 1e-12 ? nil : rule.level - share
    case .shown(let goal):
      if share < goal { return max(goal - share, 1e-9) }
      guard let bound = try sums.lowerBound(replications: replications, confidence: confidence) else { return nil }
      return bound >= goal ? nil : goal - bound
    }
  }

  /// A promise that a trial does not show to be kept.
  struct Failure: Sendable {
    var target: Int
    /// nil: the whole horizon.
    var interval: Int?
    var shortfall: Double
  }

  func failures(_ trial: StaffingTrial) throws(GSLError) -> [Failure] {
    var result: [Failure] = []
    for position in cells.indices where cells[position] != .none {
      if let short = try shortfall(cells[position], trial.cells[position], replications: trial.replications) {
        result.append(Failure(target: position % targetCount, interval: position / targetCount, shortfall: short))
      }
    }
    // Where every interval must be good the whole is; it is asked by itself only when intervals are not.
    if cells.allSatisfy({ $0 == .none }) {
      for target in totals.indices {
        if let short = try shortfall(totals[target], trial.totals[target], replications: trial.replications) {
          result.append(Failure(target: target, interval: nil, shortfall: short))
        }
      }
    }
    return result
  }
}
