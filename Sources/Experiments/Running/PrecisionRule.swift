import SampleStatistics
import ServiceMetrics
import SimulationCore
import SupportModel

/// Play until the interval of a named metric is narrow enough.
///
/// Rounds: the first has `plan.replications` (at least 2); after each, the half-width h is compared with the wanted w, and if it is not
/// reached the total grows to n·(h/w)², the number that the present spread calls for, plus 5 %, but by at least a quarter and at most to
/// the double, and never beyond `atMost`. Decisions fall only at the ends of rounds, so they do not depend on threads.
///
/// A two-stage procedure after Law & Kelton's absolute-precision rule (*Simulation Modeling and Analysis*, 9.4.1). Looking several times at
/// the same data makes the interval cover slightly less than its confidence; a first round of 20 or more keeps the loss below a percentage point or so.
struct PrecisionRule: Sendable {
  let metric: Metric
  let scopes: [Scope]
  let halfWidth: Double
  let atMost: Int

  /// Without a named scope: the total, or all targets of the scenario, of which the widest counts.
  init(_ precision: ExperimentPlan.Precision, scenario: Scenario) throws(ExperimentProblem) {
    guard let metric = MetricCatalog.named(precision.metric) else { throw .unknownMetric(precision.metric) }
    let resolver = QuestionResolver([scenario])
    var questions = resolver.questions(metric)
    if let name = precision.scope {
      // The metric is known, so what cannot be resolved is the name.
      questions = (try? resolver.question(metric: precision.metric, part: name)).map { [$0] } ?? []
    }
    let scopes = questions.compactMap { $0.scope(in: scenario) }
    if scopes.isEmpty { throw .unknownScope(precision.scope, metric: precision.metric) }
    self.metric = metric
    self.scopes = scopes
    halfWidth = precision.halfWidth
    atMost = max(1, precision.atMost)
  }

  /// The widest half-width now; nil where an interval is undefined.
  func widest(_ fold: ExperimentFold, confidence: Double) throws(GSLError) -> Double? {
    var widest = 0.0
    for estimate in try fold.wholeHorizonEstimates(metric, scopes: scopes, confidence: confidence) {
      guard let value = estimate.estimate, let low = estimate.low, let high = estimate.high else { return nil }
      widest = max(widest, high - value, value - low)
    }
    return widest
  }

  /// Replications in total after the next round.
  func nextTotal(after n: Int, widest: Double?) -> Int {
    let called = widest.map { Double(n) * ($0 / halfWidth) * ($0 / halfWidth) * 1.05 } ?? Double.infinity
    let least = Double(n) * 1.25
    let most = Double(n) * 2
    return min(atMost, Int(saturating: min(max(called, least), most).rounded(.up)))
  }
}
