import SimulationCore
package import SupportModel

/// Sums over replications that remarks look at.
package struct RemarkEvidence: Sendable {
  /// The one that was played.
  package let scenario: Scenario
  /// Summed so far.
  package private(set) var replications = 0
  /// `[interval * types + type]`
  package private(set) var contacts: [ContactCell]
  /// Contacts waiting at the end of each interval, summed over plays: for their mean. `[interval * types + type]`
  package private(set) var waitingAtEnd: [Int64]
  /// `[interval * groups + group]`
  package private(set) var groups: [GroupCell]
  /// `[group * types + type]`
  package private(set) var handledBy: [Int64]
  /// From type to type.
  package private(set) var flows: FlowCounts
  /// Ages of contacts still open when play ended, by type.
  private var openAges: [LogHistogram]
  /// The same by where they were: `[type * 4 + phase]`, waiting, in hand, pending, on hold; 0 where contacts have one touch.
  private var openPhases: [Int64]
  /// Over all replications, counted or not.
  package private(set) var contactsPlayed: Int64 = 0
  /// Over all replications.
  package private(set) var eventsPlayed: Int64 = 0

  package init(_ scenario: Scenario) {
    self.scenario = scenario
    let intervals = scenario.horizon.intervals.count
    contacts = Array(repeating: ContactCell(), count: intervals * scenario.contactTypes.count)
    waitingAtEnd = Array(repeating: 0, count: intervals * scenario.contactTypes.count)
    groups = Array(repeating: GroupCell(), count: intervals * scenario.groups.count)
    handledBy = Array(repeating: 0, count: scenario.groups.count * scenario.contactTypes.count)
    flows = FlowCounts(scenario)
    openAges = Array(repeating: LogHistogram(), count: scenario.contactTypes.count)
    openPhases = Array(repeating: 0, count: 4 * scenario.contactTypes.count)
  }

  mutating func add(_ record: ReplicationRecord) {
    replications += 1
    for index in contacts.indices { contacts[index] += record.contacts[index] }
    for index in waitingAtEnd.indices { waitingAtEnd[index] += record.openAtEnd[index].waiting }
    for index in groups.indices { groups[index] += record.groups[index] }
    for index in handledBy.indices { handledBy[index] += record.handledBy[index] }
    if let more = record.flows { flows += more }
    for index in openAges.indices { openAges[index] += record.openAges[index] }
    for (index, cell) in record.tickets.enumerated() {
      let first = index % scenario.contactTypes.count * 4
      openPhases[first] += cell.openWaiting
      openPhases[first + 1] += cell.openInHand
      openPhases[first + 2] += cell.openPending
      openPhases[first + 3] += cell.openOnHold
    }
    contactsPlayed += record.contactsPlayed
    eventsPlayed += record.eventsPlayed
  }

  /// All intervals of a type.
  package func total(ofType type: Int) -> ContactCell {
    var total = ContactCell()
    for index in stride(from: type, to: contacts.count, by: scenario.contactTypes.count) { total += contacts[index] }
    return total
  }

  /// Contacts of a type waiting at the end of the horizon, summed over plays.
  package func leftWaiting(ofType type: Int) -> Int64 {
    waitingAtEnd.isEmpty ? 0 : waitingAtEnd[waitingAtEnd.count - scenario.contactTypes.count + type]
  }

  /// All intervals of a group.
  package func total(ofGroup group: Int) -> GroupCell {
    var total = GroupCell()
    for index in stride(from: group, to: groups.count, by: scenario.groups.count) { total += groups[index] }
    return total
  }

  /// Mean per play.
  package func mean(_ sum: Int64) -> Double { replications == 0 ? 0 : Double(sum) / Double(replications) }

  /// Median age in seconds of the contacts of a type that were still open.
  package func medianOpenAge(ofType type: Int) -> Double? { openAges[type].quantile(0.5).map { $0 * 1e-6 } }

  /// Where the contacts of a type were that were still open, mean per play; nil where contacts have one touch.
  package func openPhases(ofType type: Int) -> Remark.OpenPhases? {
    guard scenario.hasTickets else { return nil }
    let means = openPhases[(4 * type)..<(4 * type + 4)].map(mean)
    return Remark.OpenPhases(waiting: means[0], inHand: means[1], pending: means[2], onHold: means[3])
  }
}

extension RemarkEvidence {
  /// Replications that follow these.
  mutating func merge(_ next: RemarkEvidence) {
    replications += next.replications
    for index in contacts.indices { contacts[index] += next.contacts[index] }
    for index in waitingAtEnd.indices { waitingAtEnd[index] += next.waitingAtEnd[index] }
    for index in groups.indices { groups[index] += next.groups[index] }
    for index in handledBy.indices { handledBy[index] += next.handledBy[index] }
    flows += next.flows
    for index in openAges.indices { openAges[index] += next.openAges[index] }
    for index in openPhases.indices { openPhases[index] += next.openPhases[index] }
    contactsPlayed += next.contactsPlayed
    eventsPlayed += next.eventsPlayed
  }

  func write(to writer: inout FoldWriter) {
    writer.put(replications)
    writer.put(cells: contacts)
    writer.put(cells: waitingAtEnd)
    writer.put(cells: groups)
    writer.put(cells: handledBy)
    writer.put(cells: flows.counts)
    for ages in openAges { ages.write(to: &writer) }
    writer.put(cells: openPhases)
    writer.put(cells: [contactsPlayed, eventsPlayed])
  }

  /// Adds replications that follow these, as they were written.
  mutating func merge(from reader: inout FoldReader) throws(FoldProblem) {
    replications += try reader.integer()
    let contacts = try reader.cells(ContactCell(), count: contacts.count)
    for index in contacts.indices { self.contacts[index] += contacts[index] }
    try RemarkEvidence.add(to: &waitingAtEnd, from: &reader)
    let groups = try reader.cells(GroupCell(), count: groups.count)
    for index in groups.indices { self.groups[index] += groups[index] }
    try RemarkEvidence.add(to: &handledBy, from: &reader)
    flows += flows.with(try reader.cells(Int64(0), count: flows.counts.count))
    for index in openAges.indices { try openAges[index].add(from: &reader) }
    try RemarkEvidence.add(to: &openPhases, from: &reader)
    let played = try reader.cells(Int64(0), count: 2)
    contactsPlayed += played[0]
    eventsPlayed += played[1]
  }

  private static func add(to sums: inout [Int64], from reader: inout FoldReader) throws(FoldProblem) {
    let more = try reader.cells(Int64(0), count: sums.count)
    for index in more.indices { sums[index] += more[index] }
  }
}
