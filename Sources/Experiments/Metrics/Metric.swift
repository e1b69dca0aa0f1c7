package import SupportModel

/// One number that a record can be asked for: its stable name, its meaning in words, and the function that computes it.
///
/// Every metric but a percentile is a ratio of sums over replications, `Σ numerator ÷ Σ denominator`, never a mean of daily percentages;
/// where Σ denominator is 0 the metric is undefined. A count is a ratio with denominator 1 per replication: its mean per play.
/// Adding a metric is one file like `Shares/Occupancy.swift` and one line in `MetricCatalog.all`.
package struct Metric: Sendable {
  /// What its numbers count; the raw value is what `results.json` says.
  package enum Unit: String, Sendable, CaseIterable {
    case count
    /// From 0 to 1.
    case share
    case seconds = "s"
    case hours = "h"
    case agents
    case contacts
    /// In `Scenario.currency`.
    case money
    case perHour = "per-hour"
  }

  /// Which way a gate or a comparison calls better.
  package enum Direction: String, Sendable, CaseIterable {
    case higherIsBetter = "higher is better"
    case lowerIsBetter = "lower is better"
    case neutral
  }

  /// The family it is listed under.
  package enum Kind: String, Sendable, CaseIterable {
    case counts, shares, waiting, backlog, people, needs, money
  }

  /// Which scopes it exists for.
  package enum Side: Sendable {
    /// Total, contact types, channels, segments.
    case contacts
    /// Targets (and treatments of abandons).
    case targets
    /// Total, agent groups.
    case people
  }

  /// How it is computed from one replication.
  package enum Computation: Sendable {
    /// From what happened to contacts; whole horizon and by interval.
    case contacts(@Sendable (ContactAggregate) -> Ratio)
    /// From the course of a play: given the intervals of a scope, the whole horizon's number first and then one for each of them.
    case course(@Sendable (_ intervals: ArraySlice<ContactAggregate>) -> [Ratio])
    /// From one target's cell; whole horizon and by interval. Only targets that the condition admits.
    case target(where: @Sendable (Target) -> Bool, @Sendable (TargetCell) -> Ratio)
    /// From one target's cell in each treatment of abandons; whole horizon and by interval.
    case treatedTarget(@Sendable (TargetCell, Target.Abandons) -> Ratio)
    /// A verdict about each interval, 0 or 1 of 0 or 1; the whole horizon is the sum over its intervals.
    case targetIntervals(@Sendable (TargetCell, Target) -> Ratio)
    /// A verdict about each local day, 0 or 1 of 0 or 1; the whole horizon is the sum over its days. Not by interval.
    case targetDays(@Sendable (TargetCell, Target) -> Ratio)
    /// From what people did; whole horizon and by interval.
    case people(@Sendable (PeopleAggregate) -> Ratio)
    /// As `people`; only groups with a cost, and the total if there is one.
    case money(@Sendable (PeopleAggregate) -> Ratio)
    /// From single agents, whole horizon only.
    case agents(@Sendable (_ all: [AgentTotals], _ members: [Int]) -> Ratio)
    /// The queue time in seconds that this share of accepted contacts did not exceed.
    case waitPercentile(Double)
  }

  /// Kebab-case; an interface for CI, spreadsheets and notebooks.
  package let name: String
  /// Heading in the catalogue.
  package let kind: Kind
  /// Of its numbers, everywhere: results hold seconds and shares from 0 to 1.
  package let unit: Unit
  /// Neutral ones have no better side and are made small when chosen by.
  package let direction: Direction
  /// One sentence for a planner.
  package let definition: String
  /// From which part of a record.
  package let computation: Computation

  package init(
    _ name: String, _ kind: Kind, _ unit: Unit, _ direction: Direction, _ definition: String, _ computation: Computation
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.direction = direction
    self.definition = definition
    self.computation = computation
  }

  /// Follows from the computation.
  package var side: Side {
    switch computation {
    case .contacts, .course, .waitPercentile: .contacts
    case .target, .treatedTarget, .targetIntervals, .targetDays: .targets
    case .people, .money, .agents: .people
    }
  }

  /// The share of a percentile of queue time; nil for other metrics.
  package var percentile: Double? {
    if case .waitPercentile(let share) = computation { return share }
    return nil
  }

  /// Whether intervals have a value of their own.
  package var isByInterval: Bool {
    switch computation {
    case .targetDays, .agents: false
    default: true
    }
  }

  /// Values are never outside; intervals are cut to it.
  package var range: ClosedRange<Double> { unit == .share ? 0...1 : 0...Double.infinity }
}
