package import SupportModel

/// One number that a record can be asked for: its stable name, its meaning in words, what it may be about. How it is computed is said where
/// it is computed (`Experiments/Metrics`); adding one is a line in its family here and a line of the same family there.
///
/// Every metric but a percentile is a ratio of sums over replications, `Σ numerator ÷ Σ denominator`, never a mean of daily percentages;
/// where Σ denominator is 0 the metric is undefined. A count is a ratio with denominator 1 per replication: its mean per play.
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
    /// From −100 to 100.
    case points
  }

  package enum Direction: String, Sendable, CaseIterable {
    case higherIsBetter = "higher is better"
    case lowerIsBetter = "lower is better"
    case neutral
  }

  /// The family it is listed under.
  package enum Kind: String, Sendable, CaseIterable {
    case counts, shares, waiting, responses, backlog, people, needs, money, tickets, outcomes
  }

  /// The kinds of scopes it exists for.
  package enum Side: Sendable {
    /// Total, contact types, channels, segments, named priorities.
    case contacts
    /// Targets (and treatments of abandons).
    case targets
    /// Total, agent groups.
    case people
  }

  /// Which scopes of a scenario it has a value for.
  package enum Coverage: Sendable, Equatable {
    /// Total, contact types, channels, segments, named priorities.
    case contacts
    /// As `contacts`, in scenarios whose agents may hold several contacts at once: what may be held so.
    case sharedContacts
    /// As `contacts`, of the contact types for which the span is measured (`Scenario.measures`).
    case measuredContacts(TimedSpan)
    /// As `contacts`, in scenarios whose contacts may be worked on more than once.
    case tickets
    /// As `tickets`, where contacts go on in other contact types.
    case moves
    /// As `contacts`, in scenarios with tickets or self-service.
    case arrivals
    /// As `contacts`, in scenarios whose contacts cause others; in those with self-service; in those with callbacks; in those with chasers;
    /// in those with duplicates; in those with either.
    case needs, selfService, callback, chasers, duplicates, merged
    /// As `contacts`, and agent groups, in scenarios that say how customers find their contacts; contacts alone; the first where there is a survey.
    case outcomes, outcomesOfContacts, surveyed
    /// As `outcomes`, where scenarios say whether customers would recommend the company; where they are asked.
    case loyalty, loyaltySurveyed
    /// As `contacts`, in scenarios that say what customers are worth; the total alone.
    case valued, valuedTotal
    /// As `contacts`, where recurring issues are removed.
    case removals
    /// The total and the targets that are charged for; those charged for single contacts; those charged by period.
    case penalties, breachPenalties, periodPenalties
    /// The total, where broken promises cost something.
    case charged
    /// As `tickets`, and agent groups: what agents do with such contacts.
    case ticketsAndGroups
    /// Total, agent groups.
    case people
    /// As `people`, in scenarios whose agents may hold several contacts at once.
    case sharedPeople
    /// Groups with people who are new, and all groups together.
    case learningPeople
    /// As `people`, in scenarios that ask for the strain on people.
    case strainedPeople
    /// In scenarios in which people join or leave for good: groups of persons, and all groups together.
    case changingPeople
    /// Groups that have contacts on hold, and all of them together.
    case holdingPeople
    /// As `tickets`, of the contact types whose touches are approved, and the groups that do it.
    case approvals
    /// Groups that approve touches, and all of them together.
    case approvingPeople
    /// Groups with a cost, and the total if there is one.
    case pricedPeople
    /// Targets, in their own treatment of abandons.
    case targets
    /// Targets, in every treatment of abandons.
    case targetsInEachTreatment
    /// Targets with a short-abandon time.
    case targetsWithShortAbandon
    /// Targets whose contacts have clocks, in their own treatment of abandons: all but an answer within plain time.
    case clockedTargets
  }

  /// Kebab-case; an interface for CI, spreadsheets and notebooks.
  package let name: String
  package let kind: Kind
  package let unit: Unit
  package let direction: Direction
  package let coverage: Coverage
  /// What was measured: nil for the queue time of accepted contacts, and for metrics of no time.
  package let span: TimedSpan?
  /// The time (`span`) that this share of contacts did not exceed; nil for other metrics.
  package let percentile: Double?
  /// Whether intervals have a value of their own.
  package let isByInterval: Bool
  /// One sentence for a planner.
  package let definition: String
  /// So much in a stretch of time (contacts, hours, money): numbers of its parts add up. Others are ratios, means or pictures of an instant.
  package let isTotal: Bool

  package init(
    _ name: String, _ kind: Kind, _ unit: Unit, _ direction: Direction, of coverage: Coverage, span: TimedSpan? = nil,
    percentile: Double? = nil,
    isByInterval: Bool = true, isTotal: Bool? = nil, _ definition: String
  ) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.direction = direction
    self.coverage = coverage
    self.span = span
    self.percentile = percentile
    self.isByInterval = isByInterval
    self.definition = definition
    self.isTotal = isTotal ?? ([.count, .hours, .money].contains(unit) && percentile == nil)
  }

  /// Contact metrics that groups have too.
  package var isOfGroupsToo: Bool { [.ticketsAndGroups, .outcomes, .surveyed, .loyalty, .loyaltySurveyed].contains(coverage) }

  package var side: Side {
    switch coverage {
    case .contacts, .sharedContacts, .measuredContacts, .tickets, .moves, .approvals, .arrivals, .needs, .selfService, .callback, .chasers,
      .duplicates, .merged, .ticketsAndGroups, .outcomes, .outcomesOfContacts, .surveyed,
      .loyalty, .loyaltySurveyed, .valued, .removals:
      .contacts
    case .people, .sharedPeople, .learningPeople, .strainedPeople, .changingPeople, .holdingPeople, .approvingPeople, .pricedPeople,
      .charged, .valuedTotal:
      .people
    case .targets, .targetsInEachTreatment, .targetsWithShortAbandon, .clockedTargets, .penalties, .breachPenalties, .periodPenalties:
      .targets
    }
  }

  /// Beside its values by target it has one of them all.
  package var hasTotal: Bool { side != .targets || [.penalties, .breachPenalties, .periodPenalties].contains(coverage) }

  /// +1 where more is worse, −1 where less is.
  package var worseSign: Double { direction == .lowerIsBetter ? 1 : -1 }

  /// Values are never outside; intervals are cut to it.
  package var range: ClosedRange<Double> { unit == .share ? 0...1 : unit == .points ? -100...100 : 0...Double.infinity }
}

extension Metric: Hashable {
  /// Names are unique (`MetricCatalog`).
  package static func == (a: Metric, b: Metric) -> Bool { a.name == b.name }
  package func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
