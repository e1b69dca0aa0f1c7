import Experiments
import Histories
import SampleStatistics
import ServiceMetrics
import SupportModel

/// Traces the failed gates of a result: paired differences by interval and part, then the worst replication played again under both sides.
struct ChangeExplainer {
  let pair: PairedExperiment
  let baseline: CompiledScenario
  let candidate: CompiledScenario
  let seed: UInt64

  static let confidence = 0.95
  static let shownTimes = 5

  /// In the order of the gates; one per failed gate.
  func changes(_ result: GateResult) throws(GSLError) -> [GateChange] {
    var changes: [GateChange] = []
    var replays: [Int: ReplayPair] = [:]
    for (index, gate) in result.candidate.gates.enumerated() where result.verdict(of: index) == .fail {
      guard let question = gate.question(in: result.candidate) else { continue }
      var change = GateChange(gate: index, metric: question.metric, confidence: Self.confidence)
      // Where the change made nothing worse there is nothing to explain: the baseline breaks the limit too.
      let whole = try pair.difference(question, from: 0, to: 1, confidence: Self.confidence)
      if let difference = whole.difference, difference * question.metric.worseSign > 0 {
        change.course = try course(question)
        change.times = worst(of: change.course, question.metric)
        change.places = try places(question)
        if let replication = worstReplication(question) {
          change.replication = replication
          // It was played before, so it can be played again.
          if replays[replication] == nil {
            replays[replication] = try? ReplayPair(baseline, candidate, replication: replication, seed: seed)
          }
          if let replay = replays[replication] {
            let types = contactTypes(of: question)
            change.contacts = replay.comparison(of: types)
            change.decisions = replay.decisions(against: types)
            change.firstDifference = replay.firstDifference()
          }
        }
      }
      changes.append(change)
    }
    return changes
  }

  // MARK: When and where

  private func course(_ question: MetricQuestion) throws(GSLError) -> [GateChange.Part] {
    guard question.metric.isByInterval else { return [] }
    let intervals = candidate.scenario.horizon.intervals
    guard intervals.count > 1 else { return [] }
    let confidence = Bonferroni.confidence(Self.confidence, amongst: intervals.count)
    var parts: [GateChange.Part] = []
    for (index, interval) in intervals.enumerated() {
      var there = question
      there.interval = interval.label
      let estimate = try pair.difference(there, from: 0, to: 1, confidence: confidence)
      if let part = part(nil, interval: index, estimate, question.metric) { parts.append(part) }
    }
    return parts
  }

  private func worst(of course: [GateChange.Part], _ metric: Metric) -> [GateChange.Part] {
    let parts = course.filter { ($0.estimate.difference ?? 0) * metric.worseSign > 0 }
    // Where some are certain, those that are not only distract.
    let certain = parts.filter(\.isWorse)
    return Array(ranked(certain.isEmpty ? parts : certain, metric).prefix(Self.shownTimes))
  }

  private func places(_ question: MetricQuestion) throws(GSLError) -> [GateChange.Part] {
    let metric = question.metric
    let scenario = pair.options[1].scenario
    var asked: [(part: MetricQuestion.Part, question: MetricQuestion)] = []
    // The one contact type of a target stands first: it is what the gate is about.
    var ownPart: MetricQuestion.Part?
    if case .target(let name, _)? = question.part {
      asked = SplitTargets.questions(metric, target: name, in: scenario)
      if asked.isEmpty, let own = candidate.scenario.targets.first(where: { $0.name == name }), own.contactTypes.count == 1 {
        let part = MetricQuestion.Part.contact(candidate.scenario.contactTypes[own.contactTypes[0]].name)
        ownPart = part
        asked.append((part, question))
      }
      for target in candidate.scenario.targets where target.name != name {
        asked.append((.target(target.name), MetricQuestion(metric, .target(target.name))))
      }
    } else {
      for scope in metric.scopes(in: scenario) {
        let there = MetricQuestion(metric, scope, in: scenario)
        if let part = there.part, !isSingleType(scope, scenario) { asked.append((part, there)) }
      }
    }
    guard !asked.isEmpty else { return [] }
    let confidence = Bonferroni.confidence(Self.confidence, amongst: asked.count)
    var parts: [GateChange.Part] = []
    for (name, there) in asked {
      let estimate = try pair.difference(there, from: 0, to: 1, confidence: confidence)
      if let part = part(name, interval: nil, estimate, metric) { parts.append(part) }
    }
    guard let ownPart else { return ranked(parts, metric) }
    return parts.filter { $0.part == ownPart } + ranked(parts.filter { $0.part != ownPart }, metric)
  }

  /// A channel, segment or priority of one contact type says what that type says.
  private func isSingleType(_ scope: Scope, _ scenario: Scenario) -> Bool {
    guard scope.channel != nil || scope.segment != nil || scope.priority != nil else { return false }
    return scenario.contactTypes.indices.count { scope.holds(scenario.contactTypes[$0], index: $0) } <= 1
  }

  private func part(
    _ name: MetricQuestion.Part?, interval: Int?, _ estimate: PairedEstimate, _ metric: Metric
  ) -> GateChange.Part? {
    guard estimate.difference != nil else { return nil }
    let isUp = (estimate.low ?? -1) > 0
    let isDown = (estimate.high ?? 1) < 0
    return GateChange.Part(
      part: name, interval: interval, estimate: estimate, isWorse: metric.worseSign > 0 ? isUp : isDown,
      isBetter: metric.worseSign > 0 ? isDown : isUp)
  }

  /// The worst first; equals in the order they came.
  private func ranked(_ parts: [GateChange.Part], _ metric: Metric) -> [GateChange.Part] {
    parts.enumerated().sorted { a, b in
      let x = (a.element.estimate.difference ?? 0) * metric.worseSign
      let y = (b.element.estimate.difference ?? 0) * metric.worseSign
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }

  // MARK: Which replication

  /// The one in which the candidate's number is worst against the baseline's; of equals the first.
  private func worstReplication(_ question: MetricQuestion) -> Int? {
    guard let before = values(question, 0), let after = values(question, 1) else { return nil }
    var worst: (replication: Int, loss: Double)?
    for replication in 0..<min(before.count, after.count) {
      let loss = (after[replication] - before[replication]) * question.metric.worseSign
      if loss.isFinite, loss > worst?.loss ?? 0 { worst = (replication, loss) }
    }
    return worst.map { pair.folds[0].replication(at: $0.replication) }
  }

  private func values(_ question: MetricQuestion, _ option: Int) -> [Double]? {
    guard let scope = question.scope(in: pair.options[option].scenario) else { return nil }
    if let values = pair.folds[option].replicationPercentiles(question.metric, scope) { return values }
    return pair.folds[option].replicationValues(question.metric, scope)?.map { $0.denominator == 0 ? .nan : $0.numerator / $0.denominator }
  }

  /// The contact types a question is about; all where it is about people.
  private func contactTypes(of question: MetricQuestion) -> [Int] {
    let scenario = candidate.scenario
    guard let scope = question.scope(in: scenario) else { return [] }
    if let target = scope.target { return scenario.targets[target].contactTypes }
    return scenario.contactTypes.indices.filter { scope.holds(scenario.contactTypes[$0], index: $0) }
  }
}
