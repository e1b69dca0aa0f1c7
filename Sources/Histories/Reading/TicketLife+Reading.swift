import SimulationCore
package import SupportModel

extension TicketLife {
  /// The life in the middle, by length, of the contacts that were worked on more than once, and the longest: of those that came in the counted
  /// time and are solved when the journal ends. None where nobody is worked on twice.
  package static func told(_ scenario: Scenario, journal: [JournalEntry]) -> [TicketLife] {
    guard scenario.hasTickets, let first = scenario.horizon.intervals.first?.start.microseconds,
      let end = scenario.horizon.intervals.last?.end.microseconds
    else { return [] }
    // What was open at the start is noted as arriving then, though it came before.
    let earliest = scenario.horizon.backlog.isEmpty ? first : max(first, 1)
    var found = outlines(journal) { $0 >= earliest && $0 < end }.filter { $0.touches > 1 && $0.solvedAt >= 0 }
    found.sort { ($0.solvedAt - $0.arrivedAt, $0.contact) < ($1.solvedAt - $1.arrivedAt, $1.contact) }
    guard let longest = found.last else { return [] }
    let middle = found[(found.count - 1) / 2]
    let chosen = middle.contact == longest.contact ? [(Role.typical, middle)] : [(.typical, middle), (.longest, longest)]
    return chosen.map { role, outline in
      let entries = journal.filter { $0.contact == outline.contact && $0.time <= outline.solvedAt }
      return TicketLife(
        role: role, contact: outline.contact, contactType: outline.type, arrivedAt: outline.arrivedAt, solvedAt: outline.solvedAt,
        touches: outline.touches, stretches: stretches(entries, until: outline.solvedAt), entries: entries)
    }
  }

  private struct Outline {
    var contact: Int64
    var type: Int32
    var arrivedAt: Int64
    var touches = 0
    var solvedAt: Int64 = -1
    /// Another party has it: touches are not its own.
    var isOnHold = false
  }

  /// Every contact that arrived when it counts, in order of arrival.
  private static func outlines(_ journal: [JournalEntry], counts: (Int64) -> Bool) -> [Outline] {
    var found: [Outline] = []
    var places: [Int64: Int] = [:]
    for entry in journal where entry.contact >= 0 {
      if entry.kind == .arrived || entry.kind == .handedOver, counts(entry.time) {
        places[entry.contact] = found.count
        found.append(Outline(contact: entry.contact, type: entry.contactType, arrivedAt: entry.time))
      }
      guard let place = places[entry.contact] else { continue }
      switch entry.kind {
      case .talkEnded: found[place].touches += found[place].isOnHold ? 0 : 1
      case .onHold, .approvalAsked: found[place].isOnHold = true
      case .holdEnded, .approved: found[place].isOnHold = false
      case .solved, .autoClosed, .solvedTogether: found[place].solvedAt = entry.time
      case .reopened: found[place].solvedAt = -1
      default: break
      }
    }
    return found
  }

  /// What ends a stay with another party.
  private static let endsAway: [JournalEntry.Kind] = [.holdEnded, .legStarted, .approved]

  private static func stretches(_ entries: [JournalEntry], until end: Int64) -> [Stretch] {
    var stretches: [Stretch] = []
    for entry in entries {
      guard let phase = phase(after: entry.kind), phase != stretches.last?.phase else { continue }
      // Who has it on hold may take it in hand, and put it down again.
      if let away = stretches.last?.phase, away == .onHold || away == .awaitingApproval, !endsAway.contains(entry.kind) { continue }
      if let last = stretches.indices.last {
        stretches[last].to = entry.time
        // Nothing is seen of what lasted no time.
        if stretches[last].from == entry.time { stretches.removeLast() }
      }
      if stretches.last?.phase != phase { stretches.append(Stretch(phase: phase, from: entry.time, to: end)) }
    }
    return stretches.filter { $0.from < $0.to }
  }

  /// Where a contact is after something; nil: where it was.
  private static func phase(after kind: JournalEntry.Kind) -> ClockPhase? {
    switch kind {
    case .arrived, .handedOver, .customerReplied, .holdEnded, .reopened, .interrupted, .handedBack, .moved, .escalated, .legStarted,
      .approved:
      .waiting
    case .assigned: .inHand
    case .pending: .pending
    case .onHold, .acknowledged, .underWay: .onHold
    case .approvalAsked: .awaitingApproval
    case .solved, .solvedTogether: .solved
    case .autoClosed: .closed
    default: nil
    }
  }
}
