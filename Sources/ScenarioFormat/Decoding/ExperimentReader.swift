import ServiceMetrics
import SimulationCore
import SupportModel

/// Reads the experiment plan.
struct ExperimentReader {
  let decoding: Decoding
  /// Number of targets.
  let promises: Int

  func read(_ field: Field) -> ExperimentPlan {
    var plan = ExperimentPlan()
    guard let section = Section(field, .experiment, decoding) else { return plan }
    if let seed = section["seed"] { plan.seed = decoding.read(seed, .seed, NumberText.seed) ?? 1 }
    plan.precision = section["precision"].flatMap(precision)
    if let precision = plan.precision { plan.replications = min(plan.replications, precision.atMost) }
    if let field = section["replications"], let count = decoding.count(field) {
      plan.replications = count
      if count < 1 { decoding.report("0 replications play nothing", expected: "1 or more", at: field) }
      if count > 10_000_000 { decoding.report("\(count) replications are too many", expected: "at most 10000000", at: field) }
    }
    if let field = section["confidence"], let confidence = decoding.share(field) {
      plan.confidence = confidence
      if confidence < 0.5 || confidence >= 1 {
        decoding.report("a confidence of \(field.node.described) makes no interval", expected: "from 50% to less than 100%", at: field)
      }
    }
    return plan
  }

  private func precision(_ field: Field) -> ExperimentPlan.Precision? {
    guard let section = Section(field, .precision, decoding) else { return nil }
    let known = section["metric"].flatMap { MetricName(decoding: decoding).read($0) }
    let metric = known?.name
    if let field = section["metric"], let known, known.side == .targets, promises == 0 {
      decoding.report("`\(known.name)` is measured by target, and the scenario has none", expected: "a `targets` section", at: field)
    }
    let scope = section.text("for")
    let atMost = section.count("at-most") ?? 10_000
    if let field = section["at-most"], atMost < 2 { decoding.report("`at-most` is \(atMost)", expected: "2 or more", at: field) }
    guard let metric, let halfWidth = section["half-width"].flatMap(measure) else { return nil }
    return .init(metric: metric, scope: scope, halfWidth: halfWidth, atMost: atMost)
  }

  /// A share, a duration (as seconds) or a plain number; above 0.
  private func measure(_ field: Field) -> Double? {
    let text = field.node.word ?? ""
    let value: Double?
    if text.hasSuffix("%") {
      value = decoding.share(field)
    } else if decimalNumber(text) == nil {
      value = decoding.duration(field)?.seconds
    } else {
      value = decoding.amount(field)
    }
    if value == 0 { decoding.report("a half-width of 0 is never reached", expected: "more than 0", at: field) }
    return value
  }
}
