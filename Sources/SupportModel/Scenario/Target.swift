package import SimulationCore

/// A promise: for so large a share of these contacts this takes no longer than so long.
package struct Target: Sendable, Equatable {
  /// What is timed: when the clock of a contact starts and when it stops. The name is the key of the scenario that promises it.
  package enum Measure: String, Sendable, BitwiseCopyable, CaseIterable {
    /// From queue entry until an agent takes the contact.
    case answer
    /// From arrival until the first touch that replies ends its talk; on live channels until an agent answers.
    case firstResponse = "first-response"
    /// From the oldest message of the customer that nobody has answered until the talk of the next touch that replies ends.
    case nextResponse = "next-response"
    /// From arrival until the contact is solved: the end of the last talk. A reopen continues it.
    case resolution
  }

  /// How contacts that abandon enter the service level.
  package enum Abandons: String, Sendable, CaseIterable {
    /// They missed: answered in time ÷ offered.
    case missed
    /// Those who left within the time are left out: answered in time ÷ (offered − abandoned in time).
    case ignoredWithin = "ignored-within"
    /// Those who left within the time count as met: (answered in time + abandoned in time) ÷ offered.
    case metWithin = "met-within"
    /// All are left out: answered in time ÷ answered.
    case ignored
    /// Only those who left within `shortAbandon` count as met: (answered in time + abandoned at once) ÷ offered.
    case metShort = "met-short"
  }

  /// What results call it; unique among targets.
  package var name: String
  /// Indices into `Scenario.contactTypes`.
  package var contactTypes: [Int]
  /// From what to what is timed.
  package var measure: Measure
  /// Time between start and stop of the clock; exactly this long is in time.
  package var durations: ClockDurations
  /// Which hours count, and when the clock stands still.
  package var terms = ClockTerms()
  /// Share from 0 to 1 that is to be in time.
  package var goal: Double
  /// One of five treatments, for they give different shares.
  package var abandons: Abandons
  /// Who leaves within this long is counted nowhere in this service level, or as met (`Abandons.metShort`).
  package var shortAbandon: TimeSpan?
  /// Counted and not promised: routing by due times does not see it.
  package var isOnlyMeasured = false

  package init(
    name: String, contactTypes: [Int], measure: Measure, within: TimeSpan, goal: Double, abandons: Abandons = .missed,
    shortAbandon: TimeSpan? = nil
  ) {
    self.name = name
    self.contactTypes = contactTypes
    self.measure = measure
    durations = ClockDurations(.time(within))
    self.goal = goal
    self.abandons = abandons
    self.shortAbandon = shortAbandon
  }

  package init(
    name: String, contactTypes: [Int], measure: Measure, durations: ClockDurations, terms: ClockTerms = ClockTerms(), goal: Double,
    abandons: Abandons = .missed, shortAbandon: TimeSpan? = nil
  ) {
    self.init(
      name: name, contactTypes: contactTypes, measure: measure, within: .zero, goal: goal, abandons: abandons, shortAbandon: shortAbandon)
    self.durations = durations
    self.terms = terms
  }

  /// The promise of most call centres: so large a share answered within so long.
  package init(
    name: String, contactTypes: [Int], answerWithin: TimeSpan, goal: Double, abandons: Abandons = .missed, shortAbandon: TimeSpan? = nil
  ) {
    self.init(
      name: name, contactTypes: contactTypes, measure: .answer, within: answerWithin, goal: goal, abandons: abandons,
      shortAbandon: shortAbandon)
  }

  /// What is promised to a contact of this priority; nil: nothing.
  package func duration(priority: Int) -> ClockDuration? { durations.duration(priority) }

  /// The promise as plain time, where one number has to do: of all that have no other; else the longest. A business day is one of 24 hours here.
  /// Setting it promises so much to everybody.
  package var within: TimeSpan {
    get {
      let all = (durations.otherwise.map { [$0] } ?? durations.byPriority.map { $0.duration }).map { duration in
        switch duration {
        case .time(let span): span
        case .businessDays(let days): TimeSpan.days(Double(days))
        }
      }
      return all.max() ?? .zero
    }
    set { durations = ClockDurations(.time(newValue)) }
  }

  /// Its contacts have clocks: more than an answer, or not every hour counts.
  package var hasClock: Bool { measure != .answer || !terms.isPlain }

  /// Every hour counts, to everybody alike, from queue entry to the first answer: what formulas are about.
  package var isPlainAnswer: Bool { measure == .answer && terms.isPlain && durations.byPriority.isEmpty }
}
