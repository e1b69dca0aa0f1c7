package import SupportModel

/// What became of one contact with several touches, from its arrival until it was solved for the last time, read from a journal.
package struct TicketLife: Sendable, Equatable {
  /// Why it is told: of the contacts of its kind it is the one in the middle, or the one that took longest.
  package enum Role: Sendable, Equatable { case typical, longest }

  /// A time in one phase; µs.
  package struct Stretch: Sendable, Equatable {
    package var phase: ClockPhase
    package var from: Int64
    package var to: Int64
  }

  package var role: Role
  /// Number in order of arrival, from 0; and index into `Scenario.contactTypes`.
  package var contact: Int64
  package var contactType: Int32
  /// µs
  package var arrivedAt: Int64
  package var solvedAt: Int64
  /// Talks that ended.
  package var touches: Int
  /// One after the other, without a gap, from arrival to solution.
  package var stretches: [Stretch]
  /// All that the journal says of it until then.
  package var entries: [JournalEntry]

  /// How long all of it took, µs.
  package var length: Int64 { solvedAt - arrivedAt }
}
