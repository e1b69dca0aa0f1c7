import SampleStatistics
import ServiceMetrics
import SupportModel

/// What each target asks of each reporting interval, and of the whole horizon, and whether a trial shows that it is given.
package struct StaffingGoals: Sendable {
  /// When a period counts as kept.
  package enum Rule: Sendable, Equatable {
    /// The lower bound must reach the goal.
    case shown(Double)
    /// Not even unlimited staffing shows it at this confidence, because so few contacts decide it: the estimate must reach the goal.
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
  /// Share of contacts that unlimited staffing misses too, by cell.
  private let unavoidable: [Double]
  let targetCount: Int

  /// - Parameter unlimited: a trial with more people than anybody could use.
  init(_ scenario: Scenario, scope: Scope, confidence: Double, unlimited: StaffingTrial) throws(GSLError) {
    self.confidence = confidence
    targetCount = scenario.targets.count
    func rule(_ sums: StaffingTrial.Sums, _ goal: Double) throws(GSLError) -> Rule {
      guard let best = sums.share, let bound = try sums.lowerBound(replications: unlimited.replications, confidence: confidence) else {
        return .none
      }
      if bound >= goal { return .shown(goal) }
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
    unavoidable = unlimited.cells.map { 1 - ($0.share ?? 1) }
  }

  /// Contacts that missed a target and would not have with more people.
  func missedForPeople(_ trial: StaffingTrial, target: Int, interval: Int) -> Double {
    let sums = trial[target, interval]
    return max(0, Double(sums.of) * (1 - unavoidable[interval * targetCount + target]) - Double(sums.met))
  }

  /// Positions of the promises that are asked for: cells first, then the totals. Where every interval must be good the whole is; but where
  /// one is out of reach the others have to make up for it.
  var asked: [Int] {
    cells.indices.filter { cells[$0] != .none } + totals.indices.filter { totals[$0] != .none }.map { cells.count + $0 }
  }

  /// How far a trial is above each promise that is asked for, below where negative; endless where nothing is asked or nothing decides.
  func slack(_ trial: StaffingTrial) throws(GSLError) -> [Double] {
    var result = Array(repeating: Double.infinity, count: cells.count + totals.count)
    for promise in asked { result[promise] = try slack(rule(promise), trial.sums(promise), replications: trial.replications) }
    return result
  }

  private func rule(_ promise: Int) -> Rule { promise < cells.count ? cells[promise] : totals[promise - cells.count] }

  private func slack(_ rule: Rule, _ sums: StaffingTrial.Sums, replications: Int) throws(GSLError) -> Double {
    guard let share = sums.share else { return .infinity }
    switch rule {
    case .none: return .infinity
    case .estimated, .unattainable: return share >= rule.level - 1e-12 ? max(0, share - rule.level) : share - rule.level
    case .shown(let goal):
      if share < goal { return min(share - goal, -1e-9) }
      guard let bound = try sums.lowerBound(replications: replications, confidence: confidence) else { return .infinity }
      return bound - goal
    }
  }

  /// A promise that a trial does not show to be kept.
  struct Failure: Sendable {
    var target: Int
    /// nil: the whole horizon.
    var interval: Int?
    var shortfall: Double
  }

  func failure(_ promise: Int, by shortfall: Double) -> Failure {
    promise < cells.count
      ? Failure(target: promise % targetCount, interval: promise / targetCount, shortfall: shortfall)
      : Failure(target: promise - cells.count, interval: nil, shortfall: shortfall)
  }

  func failures(_ trial: StaffingTrial) throws(GSLError) -> [Failure] {
    let slack = try slack(trial)
    return slack.indices.filter { slack[$0] < 0 }.map { failure($0, by: -slack[$0]) }
  }
}
