import SimulationCore

/// Times to the first reply and to the solution, and when they fall due, where a scenario promises either.
extension Ledger {
  /// A contact that was let in is through, or open when play ends.
  mutating func measureSpans(of contact: ContactState, _ outcome: ContactRow.Outcome, at now: Int64) {
    let type = Int(contact.type)
    if contact.interval < 0 || !measuresSpans[type] { return }
    let isOpen = outcome == .open
    let solvedAt = outcome == .handled ? now : -1
    let repliedAt = isLive[type] ? contact.answeredAt : solvedAt
    note(.firstResponse, of: contact, until: repliedAt, isOpen: isOpen)
    note(.resolution, of: contact, until: solvedAt, isOpen: isOpen)
  }

  /// `end` -1: it never came to that.
  private mutating func note(_ span: TimedSpan, of contact: ContactState, until end: Int64, isOpen: Bool) {
    if end < 0 && !isOpen { return }
    record.spans[span.rawValue].note(
      end < 0 ? nil : end - contact.arrivedAt, cell: cell(contact.interval, contact.type), type: Int(contact.type))
  }

  /// A promise falls due in the interval that holds the instant; what is due outside the counted time is in none.
  mutating func countDue(_ due: Int64, target: Int) {
    guard intervalCount > 0, due >= intervalStarts[0], due < intervalEnds[intervalCount - 1] else { return }
    var low = 0
    var high = intervalCount - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if intervalStarts[middle] <= due { low = middle } else { high = middle - 1 }
    }
    record.due[low * targetCount + target] += 1
  }
}
