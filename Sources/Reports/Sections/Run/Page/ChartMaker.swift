import Experiments
import ReportKit
import ServiceMetrics
import SupportModel

/// Picks estimates by interval, or in a long horizon by day, into series and views; shared by the sections of charts.
struct ChartMaker {
  /// A scope that a reader may choose, with its name.
  struct Choice {
    var name: String
    var scope: Scope
  }

  /// Rows of tables behind one chart that a page can afford; beyond it fewer views are offered and the rest is in `intervals.csv`.
  static let mostRows = 4000

  let context: ReportContext
  /// From left to right.
  let places: ReportPlaces

  init(context: ReportContext) {
    self.context = context
    places = context.places
  }

  var scenario: Scenario { context.scenario }
  var hasIntervals: Bool { scenario.horizon.intervals.count > 1 }

  var axis: ReportChart.Axis {
    ReportChart.Axis(places.name, labels: places.labels, intervals: Array(places.labels.indices))
  }

  /// Channels, contact types, then all; what exists once only is not repeated.
  var contactChoices: [Choice] {
    var choices: [Choice] = []
    if scenario.declaredTypes.count == 1 { return [Choice(name: scenario.contactTypes[0].name, scope: Scope(contactType: 0))] }
    if scenario.channels.count > 1 {
      choices += scenario.channels.indices.map { Choice(name: "\(scenario.channels[$0].name), all", scope: Scope(channel: $0)) }
    } else {
      choices.append(Choice(name: "all contacts", scope: Scope()))
    }
    return choices + scenario.declaredTypes.map { Choice(name: scenario.contactTypes[$0].name, scope: Scope(contactType: $0)) }
  }

  /// Everyone, then the groups.
  var groupChoices: [Choice] {
    let groups = scenario.groups.indices.map { Choice(name: scenario.groups[$0].name, scope: Scope(group: $0)) }
    return scenario.groups.count > 1 ? [Choice(name: "everyone", scope: Scope())] + groups : groups
  }

  /// The estimates of a metric by interval; nil where none is defined, or all are 0 and that is not worth a line.
  func series(
    _ name: String, _ metric: Metric, _ scope: Scope, hasBand: Bool = true, skipsZeros: Bool = false
  ) -> ReportChart.Series? {
    let estimates = places.labels.indices.map { context.estimate(metric, places.scope(scope, $0)) }
    let values = estimates.map { $0?.estimate }
    guard values.contains(where: { $0 != nil && (!skipsZeros || $0 != 0) }) else { return nil }
    guard hasBand, estimates.contains(where: { estimate in (estimate?.low).map { $0 < (estimate?.high ?? $0) } ?? false }) else {
      return ReportChart.Series(name, values)
    }
    return ReportChart.Series(name, values, low: estimates.map { $0?.low }, high: estimates.map { $0?.high })
  }

  /// Contacts that came, without those that were open when the horizon began.
  func arrivals(_ name: String, _ scope: Scope, skipsZeros: Bool = true) -> ReportChart.Series? {
    guard var series = series(name, .offered, scope, hasBand: false) else { return nil }
    if !series.values.isEmpty { series.values[0] = series.values[0].map { max(0, $0 - context.openAtStart(scope)) } }
    return skipsZeros && series.values.allSatisfy({ ($0 ?? 0) == 0 }) ? nil : series
  }

  /// How busy people are, where there are any to speak of.
  func occupancy(_ name: String, _ scope: Scope, hasBand: Bool = true) -> ReportChart.Series? {
    guard var series = series(name, .occupancy, scope, hasBand: hasBand) else { return nil }
    for place in series.values.indices where context.hasHardlyAnybody(places.scope(scope, place)) { series.remove(place) }
    return series.values.contains { $0 != nil } ? series : nil
  }

  /// People with a contact or free for one: present, without those on break or at other work.
  func atWork(_ name: String, _ scope: Scope) -> ReportChart.Series? {
    let values = places.labels.indices.map { context.atWork(places.scope(scope, $0)) }
    return values.contains { ($0 ?? 0) > 0 } ? ReportChart.Series(name, values) : nil
  }

  /// A constant to measure against.
  func reference(_ name: String, _ value: Double) -> ReportChart.Series {
    ReportChart.Series(name, Array(repeating: value, count: places.count), style: .reference)
  }

  /// One view per choice that has something to show, as many as a page can afford.
  func views(_ choices: [Choice], atLeast least: Int = 1, _ make: (Choice) -> [ReportChart.Series]) -> [ReportChart.View] {
    let affordable = max(least, Self.mostRows / max(1, places.count))
    var views: [ReportChart.View] = []
    for choice in choices where views.count < affordable {
      let series = make(choice)
      if !series.isEmpty { views.append(ReportChart.View(choice.name, series)) }
    }
    return views
  }

  func terms(_ metrics: Metric...) -> [ReportTerm] { metrics.map { ReportTerm(metric: $0) } }

  /// What the shaded bands are.
  var bandNote: String {
    context.result.replications > 1 ? "Bands: \(context.confidence) interval of the mean." : "One replication: no bands."
  }
}
