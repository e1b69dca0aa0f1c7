import SimulationCore

@testable import SupportModel

/// Where two plays part.
enum Comparison {
  /// The first place where two lists differ, with what comes before; nil where they are the same.
  static func firstDifference<T: Equatable>(_ fast: [T], _ slow: [T]) -> String? {
    if fast == slow { return nil }
    let index = zip(fast, slow).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(fast.count, slow.count)
    func line(_ list: [T], _ at: Int) -> String { at < list.count ? "\(list[at])" : "nothing" }
    let before = (max(0, index - 8)..<index).map { "    \(line(fast, $0))" }
    return ([("\(index):")] + before + ["  fast \(line(fast, index))", "  slow \(line(slow, index))"]).joined(separator: "\n")
  }

  /// Figures of two records that differ, a line each.
  static func differences(_ fast: ReplicationRecord, _ slow: ReplicationRecord) -> [String] {
    var result: [String] = []
    func compare<T: Equatable>(_ name: String, _ fast: [T], _ slow: [T]) {
      for index in slow.indices where fast[index] != slow[index] {
        result.append("\(name) \(index):\n  fast \(fast[index])\n  slow \(slow[index])")
      }
    }
    compare("contacts", fast.contacts, slow.contacts)
    compare("tickets", fast.tickets, slow.tickets)
    compare("needs", fast.needs, slow.needs)
    compare("outcomes", fast.outcomes, slow.outcomes)
    compare("penalties", fast.penalties, slow.penalties)
    compare("removed", fast.removed, slow.removed)
    compare("outcomesByGroup", fast.outcomesByGroup, slow.outcomesByGroup)
    compare("longestWaits", fast.longestWaits, slow.longestWaits)
    compare("longestStretches", fast.longestStretches, slow.longestStretches)
    compare("openAtEnd", fast.openAtEnd, slow.openAtEnd)
    compare("targets", fast.targets, slow.targets)
    compare("groups", fast.groups, slow.groups)
    compare("thereAtEnd", fast.thereAtEnd, slow.thereAtEnd)
    compare("handledBy", fast.handledBy, slow.handledBy)
    compare("agents", fast.agents, slow.agents)
    compare("waits", fast.waits, slow.waits)
    compare("intervalWaits", fast.intervalWaits, slow.intervalWaits)
    compare("openAges", fast.openAges, slow.openAges)
    if let (fastLegs, slowLegs) = fast.legs.flatMap({ legs in slow.legs.map { (legs, $0) } }) {
      compare("legs", fastLegs.cells, slowLegs.cells)
      compare("longestLegWaits", fastLegs.longestWaits, slowLegs.longestWaits)
      compare("legWaits", fastLegs.waits, slowLegs.waits)
      compare("intervalLegWaits", fastLegs.intervalWaits, slowLegs.intervalWaits)
    }
    compare("legRecords", [fast.legs != nil], [slow.legs != nil])
    compare("spans", fast.spans.map { $0.cells }, slow.spans.map { $0.cells })
    compare("times", fast.spans.map { $0.times }, slow.spans.map { $0.times })
    compare("intervalTimes", fast.spans.map { $0.intervalTimes }, slow.spans.map { $0.intervalTimes })
    compare(
      "totals", [fast.contactsPlayed, fast.eventsPlayed, fast.peakInSystem], [slow.contactsPlayed, slow.eventsPlayed, slow.peakInSystem])
    compare("endOfPlay", [fast.endOfPlay], [slow.endOfPlay])
    return result
  }
}
