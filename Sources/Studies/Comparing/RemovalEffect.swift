package import Experiments
import SampleStatistics
import ServiceMetrics
import SimulationCore
import SupportModel

/// What an option that removes recurring issues at their root saves against the first option, whose customers are the same but for those who
/// do not come. All differences are per play: option less the first; a week is that part of the counted horizon in which somebody does not come.
package struct RemovalEffect: Sendable {
  /// Money, once; nil: the scenario says nothing of it.
  package var costs: Double?
  /// Weeks of the counted horizon from the first removal on.
  package var weeks: Double
  /// Contacts that come, retries and other repeats of theirs with them.
  package var contacts: PairedEstimate
  /// Hours of work on contacts.
  package var workHours: PairedEstimate
  /// Staffing cost and penalties as played, with the people of each option; nil where neither is said.
  package var cost: PairedEstimate?
  /// What a paid hour costs in the first option; nil where people cost nothing.
  package var perPaidHour: Double?
  /// Paid hours for each hour with a contact or free for one, in the first option; nil where nobody works.
  package var paidPerHour: Double?

  /// nil where the option removes nothing that the first one does not.
  init?(_ pair: PairedExperiment, option: Int, confidence: Double) throws(GSLError) {
    let (first, scenario) = (pair.options[0].scenario, pair.options[option].scenario)
    let own = scenario.removals.filter { !first.removals.contains($0) }
    guard option > 0, !own.isEmpty, pair.replications(common: [0, option]) > 0 else { return nil }
    let known = own.compactMap(\.costs)
    costs = known.isEmpty ? nil : known.reduce(0, +)
    let from = own.map(\.from).min() ?? .zero
    let intervals = scenario.horizon.intervals
    weeks = intervals.reduce(0) { $0 + max(0, ($1.end - max($1.start, from)).seconds) } / 604_800
    let hours = intervals.reduce(0) { $0 + ($1.end - $1.start).seconds } / 3_600
    func difference(_ metric: Metric) throws(GSLError) -> PairedEstimate {
      try pair.difference(MetricQuestion(metric), from: 0, to: option, confidence: confidence)
    }
    contacts = try difference(.offered)
    workHours = try difference(.busyMean).scaled(by: hours)
    let isCharged = !first.penalties.isEmpty && !scenario.penalties.isEmpty
    let isPriced = !Metric.staffingCost.scopes(in: first).isEmpty && !Metric.staffingCost.scopes(in: scenario).isEmpty
    cost = isCharged ? try difference(.totalCost) : isPriced ? try difference(.staffingCost) : nil
    func mean(_ metric: Metric) throws(GSLError) -> Double? {
      try pair.folds[0].estimate(metric, Scope(), confidence: confidence)?.estimate
    }
    let paid = try mean(.paidHours)
    if let paid, paid > 0, let price = try mean(.staffingCost), price > 0 { perPaidHour = price / paid }
    if let share = try mean(.utilisation), share > 0 { paidPerHour = 1 / share }
  }
}

extension PairedEstimate {
  /// In another unit: so many times as large.
  package func scaled(by factor: Double) -> PairedEstimate {
    var copy = self
    copy.first = first.map { $0 * factor }
    copy.second = second.map { $0 * factor }
    copy.difference = difference.map { $0 * factor }
    copy.low = (factor < 0 ? high : low).map { $0 * factor }
    copy.high = (factor < 0 ? low : high).map { $0 * factor }
    copy.standardError = standardError.map { $0 * abs(factor) }
    copy.independentVariance = independentVariance.map { $0 * factor * factor }
    copy.pairedVariance = pairedVariance.map { $0 * factor * factor }
    return copy
  }
}

/// When money that is spent once has come back, at so much a week.
package struct Payback: Sendable, Equatable {
  /// Longer is said to be never.
  package static let mostWeeks = 156.0

  /// Weeks; nil: not within `mostWeeks`.
  package var weeks: Double?
  /// Ends of the interval; nil: beyond `mostWeeks`, or at no time.
  package var earliest: Double?
  package var latest: Double?

  /// `saved`: money a week, with its interval where there is one.
  package init(_ costs: Double, saved: Double?, low: Double? = nil, high: Double? = nil) {
    func weeks(_ saved: Double?) -> Double? {
      guard let saved, saved > 0, costs / saved <= Payback.mostWeeks else { return nil }
      return costs / saved
    }
    self.weeks = weeks(saved)
    earliest = weeks(high)
    latest = weeks(low)
  }
}
