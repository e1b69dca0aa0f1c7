package import SimulationCore

/// Plain numbers, one record per replication: all that a metric may look at.
///
/// Cells are stored interval by interval (`interval * count + index`), contacts that arrived before the end of the warm-up are in none.
package struct ReplicationRecord: Sendable {
  package let intervalCount: Int
  package let typeCount: Int
  package let targetCount: Int
  package let groupCount: Int

  /// `[interval * typeCount + type]`
  package var contacts: [ContactCell]
  /// What became of contacts over several touches: likewise; empty where there are none.
  package var tickets: [TicketCell] = []
  /// What became of needs, by type and interval of their first contacts: likewise; empty where no contact causes another.
  package var needs: [NeedCell] = []
  /// How customers found contacts, by type and interval of arrival: likewise; empty where the scenario says nothing of it.
  package var outcomes: [OutcomeCell] = []
  /// The same of the contacts that each group ended, in the interval of their arrival: `[interval * groupCount + group]`.
  package var outcomesByGroup: [OutcomeCell] = []
  /// How the contacts of each penalty stood by its target: `[interval * penalties + penalty]`; empty where broken promises cost nothing.
  package var penalties: [TargetCell] = []
  /// Customers who would have come, and do not because their issue was removed: as `contacts`; empty where none was.
  package var removed: [Int64] = []
  /// Longest queue time of any accepted contact, in the interval of its arrival: likewise.
  package var longestWaits: [LongestTime]
  /// What is open at the end of each interval: likewise.
  package var openAtEnd: [OpenContacts]
  /// `[interval * targetCount + target]`
  package var targets: [TargetCell]
  /// `[interval * groupCount + group]`
  package var groups: [GroupCell]
  /// Who is there at the end of each interval: likewise.
  package var thereAtEnd: [PeopleThere]
  /// Longest stretch of work of any of the group's people without a pause (`Wellbeing`) that ended in the interval, or went on at its end:
  /// likewise; empty where nobody asks for it.
  package var longestStretches: [LongestTime] = []
  /// Contacts of each type handled by each group over the counted horizon: `[group * typeCount + type]`.
  package var handledBy: [Int64]
  /// Over the counted horizon, by dense agent id.
  package var agents: [AgentTotals]
  /// Queue times of all accepted contacts: by type over the counted horizon.
  package var waits: [LogHistogram]
  /// The same by `[interval * typeCount + type]`; empty where that would be too many (see `CompiledScenario.keepsIntervalWaits`).
  package var intervalWaits: [LogHistogram]
  /// Ages in µs of contacts still open when play ended, by type (at-end: cut, or nobody left to serve them).
  package var openAges: [LogHistogram]
  /// What was measured of each `TimedSpan`, by its number; empty where no contact type is promised more than an answer.
  package var spans: [SpanRecord] = []

  /// Counted contacts whose clock for a target was used up, or would have been, in an interval: `[interval * targetCount + target]`; empty where
  /// no target has a clock of its own.
  package var due: [Int64] = []

  /// Times in µs by contact type, of a span or of queueing (`timeCount` of them); empty where the span is not measured.
  package func times(of span: TimedSpan?) -> [LogHistogram] {
    guard let span else { return legs.map { waits + $0.waits } ?? waits }
    return spans.isEmpty ? [] : spans[span.rawValue].times
  }

  /// The same by `[interval * timeCount + type]`; empty where records do not keep these.
  package func intervalTimes(of span: TimedSpan?) -> [LogHistogram] {
    if let span { return spans.isEmpty ? [] : spans[span.rawValue].intervalTimes }
    guard let legs, !intervalWaits.isEmpty else { return intervalWaits }
    return (0..<intervalCount).flatMap { interval in
      let range = interval * typeCount..<(interval + 1) * typeCount
      return intervalWaits[range] + legs.intervalWaits[range]
    }
  }

  /// Distributions of a span at each time: one for each contact type, and of queueing, where contacts go on in other types, another for the first
  /// waits of later legs in each, which are of the type and of no total.
  package func timeCount(of span: TimedSpan?) -> Int { span == nil && legs != nil ? 2 * typeCount : typeCount }

  /// What makes the figures of types those of their legs; nil where contacts do not go on in other types.
  package var legs: LegRecord?

  /// From type to type; nil where nothing is counted.
  package var flows: FlowCounts?

  /// Contacts played, warm-up included.
  package var contactsPlayed: Int64 = 0
  /// Events taken from the queue.
  package var eventsPlayed: Int64 = 0
  /// Most contacts in the system at once.
  package var peakInSystem: Int64 = 0
  /// When the last event was played; after the horizon when draining.
  package var endOfPlay: SimInstant = .zero

  package init(intervalCount: Int, typeCount: Int, targetCount: Int, groupCount: Int, agentCount: Int, keepsIntervalWaits: Bool) {
    self.intervalCount = intervalCount
    self.typeCount = typeCount
    self.targetCount = targetCount
    self.groupCount = groupCount
    contacts = Array(repeating: ContactCell(), count: intervalCount * typeCount)
    longestWaits = Array(repeating: LongestTime(), count: intervalCount * typeCount)
    openAtEnd = Array(repeating: OpenContacts(), count: intervalCount * typeCount)
    targets = Array(repeating: TargetCell(), count: intervalCount * targetCount)
    groups = Array(repeating: GroupCell(), count: intervalCount * groupCount)
    thereAtEnd = Array(repeating: PeopleThere(), count: intervalCount * groupCount)
    handledBy = Array(repeating: 0, count: groupCount * typeCount)
    agents = Array(repeating: AgentTotals(), count: agentCount)
    waits = Array(repeating: LogHistogram(), count: typeCount)
    intervalWaits = keepsIntervalWaits ? Array(repeating: LogHistogram(), count: intervalCount * typeCount) : []
    openAges = Array(repeating: LogHistogram(), count: typeCount)
  }
}
