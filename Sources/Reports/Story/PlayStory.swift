import Experiments
package import ReportKit

/// One play of the horizon looked at closely, drawn from its journal alone: queues and people over time, and what happened when.
package struct PlayStory: Sendable, Equatable {
  /// Why a play is told.
  package enum Role: String, Sendable {
    case typical, worst
  }

  /// Contacts in one play beyond which it is not told: the journal of a million contacts takes some 300 MB.
  package static let mostContacts: Int64 = 500_000

  /// The typical play comes before the worst.
  package var role: Role
  /// From 0, as `--journal` counts them.
  package var replication: Int
  /// Why this one: `service level of Business 80/30: 71.2 %, rank 101 of 200`.
  package var choice: String
  /// Beginnings of the slots of time that the series below are cut into.
  package var labels: [String]
  /// The reporting interval of each slot.
  package var intervals: [Int]
  /// By channel, in declared order: most contacts waiting at once in each slot.
  package var waiting: [[Int]]
  /// At the end of each slot.
  package var onDuty: [Int]
  /// Of them: on break or doing planned work away from contacts.
  package var away: [Int]
  /// Of them: with a contact or in wrap-up.
  package var working: [Int]
  /// Contacts waiting at the end of each interval by how long they have waited by then: a name and a number per interval.
  package var ages: [(name: String, waiting: [Int])]
  /// In order of time.
  package var moments: [ReportTimeline.Moment]
  /// Of the typical play: lives of contacts that were worked on more than once.
  package var tickets: [TicketStory] = []

  /// Ages are pairs, for which there is no equality to derive.
  package static func == (a: Self, b: Self) -> Bool {
    a.role == b.role && a.replication == b.replication && a.choice == b.choice && a.labels == b.labels && a.intervals == b.intervals
      && a.waiting == b.waiting && a.onDuty == b.onDuty && a.away == b.away && a.working == b.working && a.moments == b.moments
      && a.tickets == b.tickets && a.ages.elementsEqual(b.ages) { $0 == $1 }
  }
}
