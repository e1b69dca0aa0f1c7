package import Experiments
package import SupportModel

/// Why a target is missed.
package struct Explanation: Sendable {
  package enum State: Sendable, Equatable {
    /// Below its goal: `division` says because of what.
    case missed
    /// At or above its goal: there is nothing to explain.
    case held
    /// No contact decides it.
    case undecided
  }

  /// How well a target does somewhere.
  package struct Level: Sendable {
    /// Index into `Scenario.targets`.
    package var target: Int
    /// Index into `Horizon.intervals`; nil: the whole horizon.
    package var interval: Int?
    package var estimate: Estimate
    /// Share from 0 to 1.
    package var goal: Double

    /// Above 0 where the goal is kept, in shares.
    package var margin: Double { (estimate.estimate ?? goal) - goal }
  }

  package var plan: ExplanationPlan
  /// As it stands.
  package var scenario: Scenario
  /// Played of it.
  package var replications: Int
  package var state: State
  /// Of what was asked about.
  package var level: Level?
  /// Intervals of the target, the one with the least margin first, at most three; of a question about an interval, the others.
  package var closest: [Level]
  /// Other targets that are missed, in declared order.
  package var alsoMissed: [Level]
  /// nil where nothing is missed, or a signal came before.
  package var division: BreachDivision?
  /// Those of the catalogue that the scenario does not have: nothing is because of them.
  package var absent: [BreachCause]
  /// A signal ended it.
  package var isPartial: Bool
}

/// The misses of a target among their causes.
package struct BreachDivision: Sendable {
  /// A number with its interval, all of one kind holding together.
  package struct Value: Sendable, Equatable {
    package var estimate: Double
    /// nil with one play.
    package var low: Double?
    package var high: Double?

    package init(_ estimate: Double, low: Double? = nil, high: Double? = nil) {
      self.estimate = estimate
      self.low = low
      self.high = high
    }
  }

  /// What is because of one cause.
  package struct Part: Sendable {
    package var cause: BreachCause
    /// Misses of all plays × `denominator`: of all parts they add up to `explained` × `denominator`, exactly.
    package var numerator: Int64
    /// Misses a play.
    package var misses: Value
    /// Of what the causes explain, from 0 to 1, below 0 where it helps; nil: they explain nothing.
    package var share: Value?
    /// `share` in tenths of a percent: they add up to 1000.
    package var tenths: Int64?
    /// Of all misses.
    package var ofAll: Value
    /// `ofAll` in tenths of a percent: with those that stay they add up to 1000.
    package var tenthsOfAll: Int64
    /// Of 100 misses: with those that stay they add up to 100.
    package var ofHundred: Int64
    /// Standard error of `misses` because only some orders were tried; 0 with every order.
    package var orderError: Double
  }

  /// The largest first.
  package var parts: [Part]
  /// Of the numerators.
  package var denominator: Int64
  /// Misses of all plays, as the scenario stands.
  package var total: Int64
  /// Misses of all plays with every cause taken away.
  package var rest: Int64
  /// Misses a play with every cause taken away.
  package var restMisses: Value
  /// Of all misses.
  package var restOfAll: Value
  package var restTenths: Int64
  package var restOfHundred: Int64
  /// Plays with each set of causes taken away.
  package var replications: Int
  /// Sets of causes that were taken away, none and all among them.
  package var sets: Int
  /// Orders that were tried; nil: every order.
  package var orders: Int?

  /// Misses of all plays that the causes have together.
  package var explained: Int64 { total - rest }
}
