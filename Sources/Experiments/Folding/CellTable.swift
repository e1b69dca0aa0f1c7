import ServiceMetrics
import SimulationCore
import SupportModel

/// The cells of one record, summed per scope: contact types into channels, segments and the total, groups into all people,
/// intervals into periods and the whole horizon. Refilled for every record, in place.
///
/// Rows are scopes in declared order; a row has the whole horizon first, then the intervals, then the periods: `[row * stride + interval + 1]`.
/// The whole horizon has no end-of-interval snapshot of its own: it has that of the last interval; periods have none (`ExperimentFold.settle`).
struct CellTable {
  let intervals: Int
  /// Cells per row.
  let stride: Int
  /// Of the horizon.
  let periods: [Period]
  let periodSums: PeriodSums
  /// Column of the first period.
  let firstPeriod: Int
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
    periods = scenario.horizon.periods
    periodSums = PeriodSums(scenario.horizon)
    firstPeriod = intervals + 1
    stride = firstPeriod + periods.count
    let each = horizon.map { ($0.end - $0.start).microseconds }
    let lengths = [each.reduce(0, +)] + each + periods.map { $0.intervals.reduce(0) { $0 + each[$1] } }
    let firstDay = horizon.first?.day ?? 0
    dayOfInterval = horizon.map { $0.day - firstDay }
    days = (dayOfInterval.max() ?? -1) + 1
    costs = scenario.groups.map(\.cost)
    worth = scenario.contactTypes.map { scenario.value(of: $0)?.perCustomer ?? 0 }
    charges = ChargeTable(scenario)

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
    let steps = periodSums.steps
    for row in 0..<contactRows {
      let whole = row * stride
      for interval in 0..<intervals { contacts[whole].add(contacts[whole + interval + 1]) }
      contacts[whole].openAtEnd = contacts[whole + intervals].openAtEnd
      contacts.withUnsafeMutableBufferPointer { contacts in
        for step in steps { contacts[whole + Int(step.into)].add(contacts[whole + Int(step.from)]) }
      }
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
      for row in 0..<contactRows { periodSums.fill(&cells, row: row * stride, empty: SpanCell()) { $0 += $1 } }
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
      periodSums.fill(&targets, row: whole, empty: TargetCell()) { $0 += $1 }
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
      periodSums.fill(&due, row: target * stride, empty: 0) { $0 += $1 }
    }
  }

  /// What groups have beside their time, by interval, and put together over the whole horizon and over periods.
  private mutating func fill<Value>(
    _ part: WritableKeyPath<PeopleAggregate, Value>, of group: Int, _ values: [Value], _ record: ReplicationRecord, empty: Value,
    join: (inout Value, Value) -> Void
  ) {
    if values.isEmpty { return }
    let whole = (group + 1) * stride
    people[whole][keyPath: part] = empty
    for interval in 0..<intervals {
      let value = values[interval * record.groupCount + group]
      people[whole + interval + 1][keyPath: part] = value
      join(&people[whole][keyPath: part], value)
    }
    for column in periodSums.columns { people[whole + column][keyPath: part] = empty }
    for step in periodSums.steps { join(&people[whole + Int(step.into)][keyPath: part], people[whole + Int(step.from)][keyPath: part]) }
  }

  private mutating func fillPeople(_ record: ReplicationRecord) {
    for column in 0..<stride {
      people[column].cell = GroupCell()
      people[column].cost = 0
      people[column].longestStretch = LongestTime()
    }
    for group in costs.indices {
      let whole = (group + 1) * stride
      people[whole].cell = GroupCell()
      fill(\.outcomes, of: group, record.outcomesByGroup, record, empty: OutcomeCell()) { $0 += $1 }
      fill(\.longestStretch, of: group, record.longestStretches, record, empty: LongestTime()) { $0.join($1) }
      for interval in 0..<intervals {
        people[whole + interval + 1].cell = record.groups[interval * record.groupCount + group]
        people[whole].cell += people[whole + interval + 1].cell
      }
      for column in periodSums.columns { people[whole + column].cell = GroupCell() }
      for step in periodSums.steps { people[whole + Int(step.into)].cell += people[whole + Int(step.from)].cell }
      for column in 0..<stride {
        let cost = costs[group]?.amount(people[whole + column].cell) ?? 0
        people[whole + column].cost = cost
        people[column].cost += cost
        people[column].cell += people[whole + column].cell
        people[column].longestStretch.join(people[whole + column].longestStretch)
      }
    }
  }
}
