import SupportModel

/// Waits as the Bilingual program counts them: a caller who redials is the same contact object there, and its queue time adds up over all
/// its attempts. (Counting each attempt by itself, as Muster's service level does, gives five more contacts in target a week.)
struct RedialledWaits {
  private struct Failure: Hashable {
    var contactType: Int32
    var attempt: Int32
    var at: Int64
  }

  /// Queue time of all attempts so far, µs, by abandoned attempt.
  private var waited: [Failure: Int64] = [:]
  private let delay: Int64

  /// - Parameter delay: the constant time between giving up and the next attempt, µs, by which an attempt is matched with the one before.
  init(_ rows: [ContactRow], delay: Int64) {
    self.delay = delay
    for row in rows where row.outcome == .abandoned {
      waited[Failure(contactType: row.contactType, attempt: row.attempt, at: row.endedAt)] = before(row) + row.endedAt - row.arrivedAt
    }
  }

  /// Queue time in µs of a handled contact, former attempts included.
  func total(_ row: ContactRow) -> Int64 { before(row) + row.answeredAt - row.arrivedAt }

  private func before(_ row: ContactRow) -> Int64 {
    if row.attempt == 0 { return 0 }
    return waited[Failure(contactType: row.contactType, attempt: row.attempt - 1, at: row.arrivedAt - delay)] ?? 0
  }
}
