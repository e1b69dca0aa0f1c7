import Experiments
import SampleStatistics
import ServiceMetrics

extension PairedExperiment {
  /// The set that any of the first `sides` options has, in its order; `confidence` of all intervals of differences together, and of each value.
  /// `looks`: how often these intervals are looked at before one stops because of what is seen.
  func health(confidence: Double, sides: Int? = nil, looks: Int = 1) throws(GSLError) -> [HealthMember] {
    let sides = sides ?? options.count
    let scenarios = options.prefix(sides).map(\.scenario)
    let own = Set(scenarios.flatMap(MetricCatalog.healthWithSurvey))
    let paid = Metric.paid(in: scenarios)
    let members = MetricCatalog.healthWithSurvey.filter {
      switch $0 {
      case .asa: own.contains($0) && !own.contains(.ttfrMean)
      case .staffingCost, .totalCost: $0 == paid && scenarios.contains { !paid.scopes(in: $0).isEmpty }
      default: own.contains($0)
      }
    }
    let each = Bonferroni.confidence(confidence, amongst: max(1, (sides - 1) * members.count * looks))
    var answers: [HealthMember] = []
    for metric in members {
      let question = MetricQuestion(metric)
      var member = HealthMember(metric: metric, values: [], differences: [])
      for option in 0..<sides {
        member.values.append(try estimate(question, of: option, confidence: confidence))
        member.differences.append(try difference(question, from: 0, to: option, confidence: each))
      }
      let isIdle = MetricCatalog.healthThatMustVary.contains(metric) && member.differences.allSatisfy { $0.low == 0 && $0.high == 0 }
      if !isIdle, member.values.contains(where: { $0?.estimate != nil }) { answers.append(member) }
    }
    return answers
  }
}
