/// When the clock of a promise runs, when it stands still, and what a new priority does to it.
package struct ClockTerms: Sendable, BitwiseCopyable, Equatable {
  /// What becomes of time that was counted, or not counted, when the priority changes. The names are the words in the scenario.
  package enum Elapsed: String, Sendable, BitwiseCopyable, CaseIterable { case keep, restart }
  package enum Pauses: String, Sendable, BitwiseCopyable, CaseIterable { case keep, drop }

  /// Index into `Scenario.calendars`; nil: every hour counts.
  package var calendar: Int?
  /// Phases in which it stands still.
  package var pauses = ClockPhases()
  package var elapsedOnChange = Elapsed.keep
  package var pausesOnChange = Pauses.keep
  /// Whether the time between a solve and a reopen counts; of `resolution` only.
  package var countsSolved = false

  package init() {}

  /// Every hour counts, whatever becomes of the contact.
  package var isPlain: Bool { calendar == nil && pauses.isEmpty }
}
