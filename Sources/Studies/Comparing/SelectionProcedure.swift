import SampleStatistics
import SimulationCore

/// The best of several options that keep their requirements, found with as few replications as the data allow.
///
/// Procedure AK+ of Andradóttir & Kim (2010): at every look each option that is still open is tested for feasibility and each pair for
/// superiority, both with the shrinking margins of Kim & Nelson's KN. An option leaves when it breaks a requirement, or when a feasible one
/// is superior. The error rate α is split in halves between the two kinds of decision (all of it goes to the comparison without requirements),
/// and within each by Bonferroni, so that common random numbers are allowed.
///
/// Promise: with probability at least 1 − α the chosen option is feasible up to the tolerances and within the indifference of the best.
/// A look after several replications at once instead of every one can only make wrong decisions rarer: the path is seen at fewer points.
///
/// Works on numbers alone, larger being better; see `ComparisonRunner` for where they come from.
package struct SelectionProcedure: Sendable {
  /// What is known after the first stage, when all have n₀ replications.
  package struct FirstStage: Sendable {
    /// n₀, of every option.
    package var replications: Int
    /// S² of the differences of the objective between two options.
    package var variances: [[Double]]
    /// S² of how far each option exceeds each requirement.
    package var excessVariances: [[Double]]
    /// In the unit of the objective, above 0.
    package var indifference: Double
    /// In the units of the excess, by option and requirement.
    package var tolerances: [[Double]]

    package init(
      replications: Int, variances: [[Double]], excessVariances: [[Double]], indifference: Double, tolerances: [[Double]]
    ) {
      self.replications = replications
      self.variances = variances
      self.excessVariances = excessVariances
      self.indifference = indifference
      self.tolerances = tolerances
    }
  }

  /// What is known about one option.
  package enum Standing: Sendable, Equatable {
    case open
    /// Breaks this requirement.
    case infeasible(requirement: Int)
    /// A feasible option is superior, or the two are so near that the first of them was taken.
    case beaten(by: Int)
    /// It has nothing that could be measured.
    case undefined
  }

  /// What a look leads to.
  package enum Outcome: Sendable, Equatable {
    case goOn
    case best(Int)
    case noneFeasible
  }

  private let stage: FirstStage
  private let comparison: KimNelson?
  private let feasibility: KimNelson?
  /// By option.
  package private(set) var standings: [Standing]
  /// By option and requirement; nil: not yet known.
  package private(set) var keeps: [[Bool?]]
  /// Options found superior to each, feasible or not.
  private var superior: [[Int]]

  /// `undefined`: options that cannot take part.
  package init(options: Int, requirements: Int, alpha: Double, stage: FirstStage, undefined: Set<Int> = []) {
    self.stage = stage
    let each = requirements == 0 ? alpha : alpha / 2
    comparison = options < 2 ? nil : KimNelson(options: options, firstStage: stage.replications, alpha: each)
    feasibility =
      requirements == 0 ? nil : KimNelson(firstStage: stage.replications, errorRate: each / Double(options * requirements))
    standings = (0..<options).map { undefined.contains($0) ? .undefined : .open }
    keeps = Array(repeating: Array(repeating: nil, count: requirements), count: options)
    superior = Array(repeating: [], count: options)
  }

  /// Options that are still played.
  package var open: [Int] { standings.indices.filter { standings[$0] == .open } }

  /// All requirements are known to be kept; not yet known counts as no.
  package func isFeasible(_ option: Int) -> Bool { keeps[option].allSatisfy { $0 == true } }

  /// Looks at the data when every open option has so many replications.
  ///
  /// - Parameters:
  ///   - means: of the objective, larger is better, by option; only those of open options are read.
  ///   - excess: mean excess over each requirement, positive where it is kept.
  package mutating func look(replications r: Int, means: [Double], excess: [[Double]]) -> Outcome {
    for option in open {
      for requirement in keeps[option].indices where keeps[option][requirement] == nil {
        let margin = feasibility!.margin(
          variance: stage.excessVariances[option][requirement], indifference: stage.tolerances[option][requirement], replications: r)
        let value = excess[option][requirement]
        if value >= margin { keeps[option][requirement] = true } else if value <= -margin { keeps[option][requirement] = false }
        if keeps[option][requirement] == false {
          standings[option] = .infeasible(requirement: requirement)
          break
        }
      }
    }
    let open = open
    for (position, first) in open.enumerated() {
      for second in open.dropFirst(position + 1) where !superior[first].contains(second) && !superior[second].contains(first) {
        let margin = comparison!.margin(
          variance: stage.variances[first][second], indifference: stage.indifference, replications: r)
        let lead = means[first] - means[second]
        // At the end of the margin the one ahead is taken; of two that are equal, the first.
        if lead > margin || (margin == 0 && lead == 0) {
          superior[second].append(first)
        } else if -lead > margin {
          superior[first].append(second)
        }
      }
    }
    for option in open {
      if let winner = superior[option].first(where: { isFeasible($0) && !isInfeasible($0) }) { standings[option] = .beaten(by: winner) }
    }
    let left = self.open
    if left.isEmpty { return .noneFeasible }
    if left.count == 1, isFeasible(left[0]) { return .best(left[0]) }
    return .goOn
  }

  private func isInfeasible(_ option: Int) -> Bool {
    switch standings[option] {
    case .infeasible, .undefined: true
    case .open, .beaten: false
    }
  }

  /// Replications after which all that is open now will be decided at the latest.
  package var latest: Int {
    var most = 0.0
    let open = open
    for (position, first) in open.enumerated() {
      for requirement in keeps[first].indices where keeps[first][requirement] == nil {
        most = max(
          most,
          feasibility!.latest(
            variance: stage.excessVariances[first][requirement], indifference: stage.tolerances[first][requirement]))
      }
      for second in open.dropFirst(position + 1) where !superior[first].contains(second) && !superior[second].contains(first) {
        most = max(most, comparison!.latest(variance: stage.variances[first][second], indifference: stage.indifference))
      }
    }
    return Int(saturating: min(most.rounded(.up), 1e12))
  }
}
