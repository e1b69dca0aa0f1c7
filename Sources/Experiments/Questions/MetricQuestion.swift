package import ServiceMetrics
package import SupportModel

/// A metric about something that is called by its name, so that it means the same in scenarios that number their parts differently.
///
/// ```swift
/// MetricQuestion(.serviceLevel, .target("Phones 80/20"))     // in the target's own treatment of abandons
/// MetricQuestion(.backlog, interval: "2026-11-30T11:30:00-05:00")
/// MetricQuestion(.asa, period: .init(.week, "2026-W48"))
/// ```
package struct MetricQuestion: Sendable, Hashable {
  /// What part of a scenario it is about.
  package enum Part: Sendable, Hashable {
    case contact(String)
    case channel(String)
    case segment(String)
    case priority(String)
    case group(String)
    /// `abandons` nil: the treatment that the target itself names.
    case target(String, abandons: Target.Abandons? = nil)

    /// As the scenario writes it.
    package var name: String {
      switch self {
      case .contact(let name), .channel(let name), .segment(let name), .priority(let name), .group(let name), .target(let name, _): name
      }
    }
  }

  /// A week, a day or an hour of the week by its label.
  package struct PeriodName: Sendable, Hashable {
    package var kind: Period.Kind
    package var label: String

    package init(_ kind: Period.Kind, _ label: String) { (self.kind, self.label) = (kind, label) }
  }

  package let metric: Metric
  /// nil: the total.
  package var part: Part?
  /// Label of an interval; nil: the whole counted horizon.
  package var interval: String?
  /// In place of an interval.
  package var period: PeriodName?
  /// Of a snapshot at the end of that interval: the label of the one that begins then, for people.
  package var moment: String?

  package init(_ metric: Metric, _ part: Part? = nil, interval: String? = nil, period: PeriodName? = nil) {
    self.metric = metric
    self.part = part
    self.interval = interval
    self.period = period
  }

  /// About the whole counted horizon.
  package var isOfWhole: Bool { interval == nil && period == nil }

  /// What an estimate of a scenario is about.
  package init(_ metric: Metric, _ scope: Scope, in scenario: Scenario) {
    self.metric = metric
    if let index = scope.contactType { part = .contact(scenario.contactTypes[index].name) }
    if let index = scope.channel { part = .channel(scenario.channels[index].name) }
    if let index = scope.segment { part = .segment(scenario.segments[index]) }
    if let number = scope.priority { part = .priority(scenario.priorityName(number)) }
    if let index = scope.group { part = .group(scenario.groups[index].name) }
    if let index = scope.target {
      let abandons = scope.abandons == scenario.targets[index].abandons ? nil : scope.abandons
      part = .target(scenario.targets[index].name, abandons: abandons)
    }
    interval = scope.interval.map { scenario.horizon.intervals[$0].label }
    period = scope.period.map { PeriodName(scenario.horizon.periods[$0].kind, scenario.horizon.periods[$0].label) }
  }

  /// The scope that has this name in a scenario; nil where it has none.
  package func scope(in scenario: Scenario) -> Scope? {
    guard var scope = metric.scopes(in: scenario).first(where: { isAbout($0, scenario) }) else { return nil }
    if let interval {
      guard metric.isByInterval, let index = scenario.horizon.intervals.firstIndex(where: { $0.label == interval }) else { return nil }
      scope.interval = index
    }
    if let period {
      let periods = scenario.horizon.periods
      guard metric.isByInterval, let index = periods.firstIndex(where: { $0.kind == period.kind && $0.label == period.label }) else {
        return nil
      }
      scope.period = index
    }
    return scope
  }

  private func isAbout(_ scope: Scope, _ scenario: Scenario) -> Bool {
    switch part {
    case nil: scope == Scope()
    case .contact(let name): scope.contactType.map { scenario.contactTypes[$0].name == name } ?? false
    case .channel(let name): scope.channel.map { scenario.channels[$0].name == name } ?? false
    case .segment(let name): scope.segment.map { scenario.segments[$0] == name } ?? false
    case .priority(let name): scope.priority.map { scenario.priorityName($0) == name } ?? false
    case .group(let name): scope.group.map { scenario.groups[$0].name == name } ?? false
    case .target(let name, let abandons):
      scope.target.map {
        scenario.targets[$0].name == name
          && (scope.abandons == nil || scope.abandons == abandons ?? scenario.targets[$0].abandons)
      } ?? false
    }
  }
}
