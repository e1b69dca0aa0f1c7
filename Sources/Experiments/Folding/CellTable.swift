import ServiceMetrics
import SimulationCore
import SupportModel

/// The cells of one record, summed per scope: contact types into channels, segments and the total, groups into all people,
/// intervals into the whole horizon. Refilled for every record, in place.
///
/// Rows are scopes in declared order; a row has the whole horizon first, then the intervals: `[row * stride + interval + 1]`.
/// The whole horizon has no end-of-interval snapshot of its own: it has that of the last interval.
struct CellTable {
  let intervals: Int
  /// Cells per row.
  let stride: Int
  private(set) var contacts: [ContactAggregate]
  private(set) var targets: [TargetCell]
  /// Promises that fall due: `[target * stride + column]`; empty where records have none.
  private(set) var due: [Int64] = []
  /// `[target * days + day]`
  private(set) var targetDays: [TargetCell]
  private(set) var people: [PeopleAggregate]
  private(set) var charges: ChargeTable
  /// By `TimedSpan`, then as `contacts`; empty where records have none.
  private(set) var spans: [[SpanCell]] = []

  let days: Int
  private let dayOfInterval: [Int]
  private let lengths: [Int64]
  private let costs: [AgentGroup.Cost?]
  /// What a customer of each contact type is worth.
  private let worth: [Double]
  private let contactRows: Int
  /// Of all contacts.
  private let totalRow: Int
  /// Rows that a contact type adds to, the total among them.
  private let rowsOfType: [[Int]]

  init(_ scenario: Scenario) {
    let horizon = scenario.horizon.intervals
    intervals = horizon.count
    stride = intervals + 1
    let lengths = [horizon.reduce(0) { $0 + ($1.end - $1.start).microseconds }] + horizon.map { ($0.end - $0.start).microseconds }
    let firstDay = horizon.first?.day ?? 0
    dayOfInterval = horizon.map { $0.day - firstDay }
    days = (dayOfInterval.max() ?? -1) + 1
    costs = scenario.groups.map(\.cost)
    worth = scenario.contactTypes.map { scenario.value(of: $0)?.perCustomer ?? 0 }
    charges = ChargeTable(scenario, stride: stride)

    let scopes = Metric.contactScopes(in: scenario)
    contactRows = scopes.count
    totalRow = scopes.firstIndex(of: Scope()) ?? -1
    rowsOfType = scenario.contactTypes.indices.map { type in
      scopes.indices.filter { scopes[$0].holds(scenario.contactTypes[type], index: type) }
    }
    contacts = scopes.flatMap { _ in lengths.map { ContactAggregate(length: $0) } }
    people = (0...scenario.groups.count).flatMap { _ in lengths.map { PeopleAggregate(length: $0) } }
    let capacity = Int64(CompiledSharing(scenario).capacity)
    for index in people.indices { people[index].capacity = capacity }
    targets = Array(repeating: TargetCell(), count: scenario.targets.count * stride)
    targetDays = Array(repeating: TargetCell(), count: scenario.targets.count * days)
    self.lengths = lengths
  }

  mutating func fill(from record: ReplicationRecord) {
    fillContacts(record)
    fillSpans(record)
    fillTargets(record)
    fillDue(record)
    fillPeople(record)
    charges.fill(from: record, people: people[..<stride], contacts: contacts[(totalRow * stride)..<((totalRow + 1) * stride)])
  }

  private mutating func fillContacts(_ record: ReplicationRecord) {
    for index in contacts.indices { contacts[index] = ContactAggregate(length: contacts[index].length) }
    for interval in 0..<intervals {
      for type in rowsOfType.indices {
        let position = interval * record.typeCount + type
        for row in rowsOfType[type] {
          let index = row * stride + interval + 1
          contacts[index].cell += record.contacts[position]
          if !record.tickets.isEmpty { contacts[index].tickets += record.tickets[position] }
          if !record.needs.isEmpty { contacts[index].needs = (contacts[index].needs ?? NeedCell()) + record.needs[position] }
          if !record.outcomes.isEmpty {
            contacts[index].outcomes += record.outcomes[position]
            contacts[index].atRisk += Double(record.outcomes[position].leaving) * 1e-6 * worth[type]
          }
          if !record.removed.isEmpty { contacts[index].removed += record.removed[position] }
          contacts[index].longestWait.join(record.longestWaits[position])
          contacts[index].openAtEnd.join(record.openAtEnd[position])
          // In the total a contact counts once, whatever its legs.
          if let legs = record.legs, row != totalRow { contacts[index].count(legs, position) }
        }
      }
    }
    for row in 0..<contactRows {
      let whole = row * stride
      for interval in 0..<intervals {
        contacts[whole].cell += contacts[whole + interval + 1].cell
        if !record.tickets.isEmpty { contacts[whole].tickets += contacts[whole + interval + 1].tickets }
        if !record.outcomes.isEmpty { contacts[whole].outcomes += contacts[whole + interval + 1].outcomes }
        contacts[whole].atRisk += contacts[whole + interval + 1].atRisk
        contacts[whole].removed += contacts[whole + interval + 1].removed
        contacts[whole].movedIn += contacts[whole + interval + 1].movedIn
        contacts[whole].movedOut += contacts[whole + interval + 1].movedOut
        contacts[whole].passedOn += contacts[whole + interval + 1].passedOn
        if let needs = contacts[whole + interval + 1].needs { contacts[whole].needs = (contacts[whole].needs ?? NeedCell()) + needs }
        contacts[whole].longestWait.join(contacts[whole + interval + 1].longestWait)
      }
      contacts[whole].openAtEnd = contacts[whole + intervals].openAtEnd
    }
  }

  private mutating func fillSpans(_ record: ReplicationRecord) {
    if record.spans.isEmpty { return }
    spans = record.spans.map { span in
      var cells = Array(repeating: SpanCell(), count: contactRows * stride)
      for interval in 0..<intervals {
        for type in rowsOfType.indices {
          let cell = span.cells[interval * record.typeCount + type]
          for row in rowsOfType[type] {
            cells[row * stride + interval + 1] += cell
            cells[row * stride] += cell
          }
        }
      }
      return cells
    }
  }

  private mutating func fillTargets(_ record: ReplicationRecord) {
    for index in targetDays.indices { targetDays[index] = TargetCell() }
    for target in 0..<record.targetCount {
      let whole = target * stride
      targets[whole] = TargetCell()
      for interval in 0..<intervals {
        let cell = record.targets[interval * record.targetCount + target]
        targets[whole + interval + 1] = cell
        targets[whole] += cell
        targetDays[target * days + dayOfInterval[interval]] += cell
      }
    }
  }

  private mutating func fillDue(_ record: ReplicationRecord) {
    if record.due.isEmpty { return }
    due = Array(repeating: 0, count: record.targetCount * stride)
    for target in 0..<record.targetCount {
      for interval in 0..<intervals {
        let count = record.due[interval * record.targetCount + target]
        due[target * stride + interval + 1] = count
        due[target * stride] += count
      }
    }
  }

  private mutating func fillOutcomes(of group: Int, _ record: ReplicationRecord) {
    if record.outcomesByGroup.isEmpty { return }
    let whole = (group + 1) * stride
    people[whole].outcomes = OutcomeCell()
    for interval in 0..<intervals {
      people[whole + interval + 1].outcomes = record.outcomesByGroup[interval * record.groupCount + group]
      people[whole].outcomes += people[whole + interval + 1].outcomes
    }
  }

  private mutating func fillPeople(_ record: ReplicationRecord) {
    for column in 0..<stride {
      people[column].cell = GroupCell()
      people[column].cost = 0
    }
    for group in costs.indices {
      let whole = (group + 1) * stride
      people[whole].cell = GroupCell()
      fillOutcomes(of: group, record)
      for interval in 0..<intervals {
        people[whole + interval + 1].cell = record.groups[interval * record.groupCount + group]
        people[whole].cell += people[whole + interval + 1].cell
      }
      for column in 0..<stride {
        let cost = costs[group]?.amount(people[whole + column].cell) ?? 0
        people[whole + column].cost = cost
        people[column].cost += cost
        people[column].cell += people[whole + column].cell
      }
    }
  }
}
