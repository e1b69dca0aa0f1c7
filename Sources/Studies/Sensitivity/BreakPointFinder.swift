import Experiments
import SampleStatistics
import ServiceMetrics
import SupportModel

/// Stochastic root finding by retrospective approximation: with the same random numbers everywhere, the service level over n replications is
/// a fixed function of the input; its root is bracketed and halved, for n that grows fourfold from stage to stage, each stage starting
/// from the root of the one before.
///
/// Source: Chen & Schmeiser, *Stochastic root finding via retrospective approximation*, IIE Transactions 33 (2001). The interval is the
/// delta method's, (Student critical value) · (standard error of the level at the root) ÷ |slope|, and half the last bracket.
/// Assumes a level that falls as the input grows, as it does for more volume, longer handling and more absence.
struct BreakPointFinder {
  private let scenario: Scenario
  private let seed: UInt64
  private let confidence: Double
  private let replications: Int
  private let threads: Int
  private let interruption: InterruptionFlag
  /// Plays by input and value; they are carried on where more replications are wanted.
  private var plays: [Point: PairedExperiment] = [:]

  private struct Point: Hashable {
    var input: ScenarioInput
    var value: Double
  }

  /// Width of the last bracket, relative for multipliers, absolute for absence.
  static let tolerance = 0.001

  init(_ scenario: Scenario, seed: UInt64, confidence: Double, replications: Int, threads: Int, interruption: InterruptionFlag) {
    self.scenario = scenario
    self.seed = seed
    self.confidence = confidence
    self.replications = replications
    self.threads = threads
    self.interruption = interruption
  }

  static func inputs(in scenario: Scenario) -> [ScenarioInput] {
    [.volume(contactType: nil), .handleTime] + (scenario.groups.contains(where: \.hasShifts) ? [.absence] : [])
  }

  private enum Stopped: Error {
    case interrupted
    case undefined
    case statistics(GSLError)
  }

  /// nil when a signal came.
  mutating func find(_ input: ScenarioInput, target: Int) throws(GSLError) -> BreakPoint? {
    var point = BreakPoint(input: input, target: target, finding: .undefined, replications: replications)
    do throws(Stopped) {
      point.finding = try search(input, target)
      return point
    } catch {
      switch error {
      case .interrupted: return nil
      case .undefined: return point
      case .statistics(let problem): throw problem
      }
    }
  }

  private mutating func search(_ input: ScenarioInput, _ target: Int) throws(Stopped) -> BreakPoint.Finding {
    let range: ClosedRange<Double> = input == .absence ? -largestAbsence...0.9 : 0.1...4
    var root = input.neutral
    var reach = input == .absence ? 0.05 : 0.1
    var stages = [replications]
    while stages[0] / 4 >= 16 { stages.insert(stages[0] / 4, at: 0) }
    for (index, n) in stages.enumerated() {
      // A bracket around the last root: met on the left, missed on the right.
      var low = root
      var high = root
      var lowLevel = try level(input, root, target, n).excess
      var highLevel = lowLevel
      var step = reach
      while lowLevel < 0 {
        if low <= range.lowerBound { return .missedEvenAt(low) }
        (high, highLevel) = (low, lowLevel)
        low = max(range.lowerBound, low - step)
        lowLevel = try level(input, low, target, n).excess
        step *= 2
      }
      step = reach
      while highLevel >= 0 {
        if high >= range.upperBound { return .metUpTo(high) }
        (low, lowLevel) = (high, highLevel)
        high = min(range.upperBound, high + step)
        highLevel = try level(input, high, target, n).excess
        step *= 2
      }
      let isLast = index == stages.count - 1
      let width = Self.tolerance * (isLast ? 1 : 8)
      while high - low > width {
        let middle = (low + high) / 2
        let excess = try level(input, middle, target, n).excess
        if excess >= 0 { (low, lowLevel) = (middle, excess) } else { (high, highLevel) = (middle, excess) }
      }
      // Between the two ends on a straight line.
      root = low + (high - low) * lowLevel / (lowLevel - highLevel)
      let half = try halfWidth(input, root, target, n)
      reach = max(4 * Self.tolerance, half)
      if isLast { return .at(root, low: root - half - (high - low) / 2, high: root + half + (high - low) / 2) }
    }
    return .undefined
  }

  private var largestAbsence: Double { scenario.groups.filter(\.hasShifts).map(\.absence).max() ?? 0 }

  /// Of the interval about a root with n replications, without the bracket.
  private mutating func halfWidth(_ input: ScenarioInput, _ root: Double, _ target: Int, _ n: Int) throws(Stopped) -> Double {
    let reach = input == .absence ? 0.02 : 0.03
    let here = try level(input, root, target, n)
    let before = try level(input, max(root - reach, input == .absence ? -largestAbsence : 0.05), target, n)
    let after = try level(input, root + reach, target, n)
    let slope = (after.excess - before.excess) / (after.value - before.value)
    guard slope < 0, n >= 2 else { return .infinity }
    do throws(GSLError) {
      return try StudentT(degreesOfFreedom: Double(n - 1)).critical(confidence: confidence) * here.standardError / -slope
    } catch {
      throw .statistics(error)
    }
  }

  /// How far the level exceeds the goal with this value of the input, over n replications.
  private mutating func level(
    _ input: ScenarioInput, _ value: Double, _ target: Int, _ n: Int
  ) throws(Stopped) -> (value: Double, excess: Double, standardError: Double) {
    let point = Point(input: input, value: value)
    var play =
      plays.removeValue(forKey: point)
      ?? PairedExperiment(
        [PairedOption(name: "", compiled: CompiledScenario(input.applied(value, to: scenario)))], seed: seed, metrics: [.serviceLevel],
        threads: threads, interruption: interruption)
    do throws(PairedProblem) {
      guard try play.play(until: n) else { throw PairedProblem(option: nil, problem: .unknownMetric("")) }
    } catch {
      // A queue without bound is as far from any promise as can be.
      if case .queueWithoutBound = error.problem { return (value, -1, 0) }
      throw .interrupted
    }
    defer { plays[point] = play }
    let scope = Scope(target: target, abandons: scenario.targets[target].abandons)
    guard let values = play.folds[0].replicationValues(.serviceLevel, scope), let series = RatioSeries(values.prefix(n)) else {
      throw .undefined
    }
    return (value, series.ratio - scenario.targets[target].goal, RunningMoments(series.influence).standardError ?? 0)
  }
}
