package import ServiceMetrics
import SimulationCore
package import SupportModel

/// What a user wrote to what can be measured: metrics and parts of scenarios by name, with the nearest right name where there is none.
///
/// ```swift
/// let resolver = QuestionResolver([scenario])
/// try resolver.question("wait-p95 for billing-call")
/// try resolver.question("Phones 80/20")                          // its service level
/// try resolver.question("backlog at 2026-11-30T12:00")           // at the end of the interval that ends at noon
/// try resolver.question("asa at week 2026-W48")                    // likewise `day 2026-11-30`, `mon 09:00`
/// try resolver.question(metric: "asa", part: "phone", kind: .channel)
/// ```
///
/// Of several scenarios a name has to exist in one; in the others the question is undefined.
package struct QuestionResolver: Sendable {
  /// What a name may be the name of, in the order in which it is looked up.
  package enum Kind: String, Sendable, CaseIterable {
    case contact, target, group, channel, segment, priority
  }

  /// Names are looked up in all of them.
  package let scenarios: [Scenario]

  package init(_ scenarios: [Scenario]) { self.scenarios = scenarios }

  // MARK: From text

  /// `METRIC`, `METRIC for NAME`, `METRIC at TIME` or the name of a target, which means its service level. `cost` is `staffing-cost`.
  package func question(_ text: String) throws(QuestionProblem) -> MetricQuestion {
    let text = text.trimmed
    if targetNames.contains(text) { return try question(metric: Metric.serviceLevel.name, part: text, kind: .target) }
    var rest = Substring(text)
    var time: String?
    if let at = rest.lastRange(of: " at ") {
      time = String(rest[at.upperBound...]).trimmed
      rest = rest[..<at.lowerBound]
    }
    var part: String?
    if let about = rest.firstRange(of: " for ") {
      part = String(rest[about.upperBound...]).trimmed
      rest = rest[..<about.lowerBound]
    }
    return try question(metric: String(rest).trimmed, part: part, kind: nil, time: time)
  }

  /// A metric by name about a part by name; without one the total, or the only target there is.
  ///
  /// A name that several kinds of things have is the first of `Kind` that the metric exists for; `kind`, or its word in front of the name
  /// (`channel phone`), asks for another.
  package func question(
    metric name: String, part: String? = nil, kind: Kind? = nil, time: String? = nil
  ) throws(QuestionProblem) -> MetricQuestion {
    let metric = try metric(name)
    var question = MetricQuestion(metric, try self.part(part, kind: kind, of: metric))
    if let time {
      question.period = try period(time, of: metric)
      if question.period == nil { (question.interval, question.moment) = try interval(time, of: metric) }
    }
    return question
  }

  /// By its name in the catalogue; throws the nearest one.
  package func metric(_ name: String) throws(QuestionProblem) -> Metric {
    if let metric = name == "cost" ? .staffingCost : MetricCatalog.named(name) { return metric }
    throw .unknownMetric(name, nearest: Nearest.name(to: name, among: MetricCatalog.all.map(\.name) + targetNames))
  }

  /// All targets for metrics that have them, the total for others: what to show when nobody said what about.
  package func questions(_ metric: Metric) -> [MetricQuestion] {
    if metric.hasTotal { return [MetricQuestion(metric)] }
    return parts(of: metric).map { MetricQuestion(metric, $0) }
  }

  // MARK: Parts

  private func part(_ text: String?, kind: Kind?, of metric: Metric) throws(QuestionProblem) -> MetricQuestion.Part? {
    let all = parts(of: metric)
    guard let text else {
      if scenarios.contains(where: { metric.scopes(in: $0).contains(Scope()) }) { return nil }
      if all.isEmpty { throw .nothingToMeasure(metric: metric.name) }
      if all.count == 1 { return all[0] }
      throw .needsName(metric: metric.name, known: all.map(\.name))
    }
    if let found = first(of: all, called: text, kind) { return found }
    // `channel phone`
    for kind in Kind.allCases where text.hasPrefix(kind.rawValue + " ") {
      if let found = first(of: all, called: String(text.dropFirst(kind.rawValue.count)).trimmed, kind) { return found }
    }
    let known = (kind.map { kind in all.filter { $0.kind == kind } } ?? all).map(\.name)
    if known.isEmpty { throw .nothingToMeasure(metric: metric.name) }
    throw .unknownName(text, metric: metric.name, known: known, nearest: Nearest.name(to: text, among: known))
  }

  private func first(of parts: [MetricQuestion.Part], called name: String, _ kind: Kind?) -> MetricQuestion.Part? {
    for candidate in Kind.allCases where kind == nil || kind == candidate {
      if let part = parts.first(where: { $0.kind == candidate && $0.name == name }) { return part }
    }
    return nil
  }

  /// Every part that a metric exists for in any of the scenarios, each once.
  private func parts(of metric: Metric) -> [MetricQuestion.Part] {
    var seen: Set<MetricQuestion.Part> = []
    return scenarios.flatMap { scenario in
      metric.scopes(in: scenario).compactMap { scope -> MetricQuestion.Part? in
        guard let part = MetricQuestion(metric, scope, in: scenario).part else { return nil }
        // Of a target's service levels, the one in the treatment its goal is meant in.
        if case .target(let name, _) = part { return .target(name) }
        return part
      }
    }.filter { seen.insert($0).inserted }
  }

  private var targetNames: [String] { scenarios.flatMap { $0.targets.map(\.name) } }

  // MARK: Times

  /// `week 2026-W48`, `day 2026-11-30`, `mon 09:00`, each also in the words of a scenario without dates. Only days need the word, because their
  /// dates are also the beginning of an interval. nil where it is none of these.
  private func period(_ time: String, of metric: Metric) throws(QuestionProblem) -> MetricQuestion.PeriodName? {
    for period in scenarios.flatMap(\.horizon.periods) {
      let names = [
        period.kind == .day && period.label.first?.isNumber == true ? "" : period.label, "\(period.kind.rawValue) \(period.label)",
      ]
      guard names.contains(time) else { continue }
      guard metric.isByInterval, metric.percentile == nil else { throw .notByPeriod(metric: metric.name) }
      return .init(period.kind, period.label)
    }
    return nil
  }

  /// The interval that begins at a time, or for snapshots (backlog) the one that ends at it. `time` is the beginning of a label: `2026-11-30T12:00`.
  private func interval(_ time: String, of metric: Metric) throws(QuestionProblem) -> (label: String, moment: String?) {
    guard metric.isByInterval else { throw .notByInterval(metric: metric.name) }
    for scenario in scenarios {
      let intervals = scenario.horizon.intervals
      guard let index = intervals.firstIndex(where: { $0.label.hasPrefix(time) && !time.isEmpty }) else { continue }
      if metric.kind != .backlog { return (intervals[index].label, nil) }
      if index > 0 { return (intervals[index - 1].label, intervals[index].label) }
    }
    let intervals = scenarios.first?.horizon.intervals ?? []
    throw .unknownTime(time, metric: metric.name, first: intervals.first?.label ?? "", last: intervals.last?.label ?? "")
  }
}

/// Why something cannot be measured. Facts only; `Reports` words them.
package enum QuestionProblem: Error, Equatable, Sendable {
  case unknownMetric(String, nearest: String?)
  /// The metric exists, but not for something of that name.
  case unknownName(String, metric: String, known: [String], nearest: String?)
  /// The metric has no total, and there are several it could be about.
  case needsName(metric: String, known: [String])
  /// The scenario has nothing the metric could be about: no targets, no group with a cost.
  case nothingToMeasure(metric: String)
  /// No interval begins there (for snapshots: ends there).
  case unknownTime(String, metric: String, first: String, last: String)
  /// The metric exists only for the whole horizon.
  case notByInterval(metric: String)
  /// The metric exists for no week, day or hour of the week.
  case notByPeriod(metric: String)
}

extension MetricQuestion.Part {
  /// Which kind of name the part has.
  package var kind: QuestionResolver.Kind {
    switch self {
    case .contact: .contact
    case .channel: .channel
    case .segment: .segment
    case .priority: .priority
    case .group: .group
    case .target: .target
    }
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  package var trimmed: String {
    var text = Substring(self)
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  fileprivate func firstRange(of word: String) -> Range<Index>? {
    indices.first { self[$0...].hasPrefix(word) }.map { $0..<index($0, offsetBy: word.count) }
  }

  fileprivate func lastRange(of word: String) -> Range<Index>? {
    indices.last { self[$0...].hasPrefix(word) }.map { $0..<index($0, offsetBy: word.count) }
  }
}
