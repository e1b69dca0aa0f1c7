import SupportModel

/// What broken promises cost in one record: in all, and by target. Refilled for every record, in place.
///
/// Rows are the total, then the targets: `[row * stride + column]`, column 0 the whole horizon, then the intervals, then the periods. Empty where broken promises
/// cost nothing and no customer is worth anything.
struct ChargeTable {
  private(set) var cells: [ChargeAggregate]
  private let stride: Int
  private let penalties: [Penalty]
  /// By penalty: how its target treats abandons.
  private let abandons: [Target.Abandons]

  /// By interval: the columns of the periods that it belongs to.
  private let columns: [[Int]]

  init(_ scenario: Scenario) {
    let horizon = scenario.horizon
    stride = horizon.intervals.count + 1 + horizon.periods.count
    var columns: [[Int]] = Array(repeating: [], count: horizon.intervals.count)
    for (period, column) in zip(horizon.periods, (horizon.intervals.count + 1)...) {
      for interval in period.intervals { columns[interval].append(column) }
    }
    self.columns = columns
    penalties = scenario.penalties
    abandons = penalties.map { scenario.targets[$0.target].abandons }
    let isUsed = !penalties.isEmpty || scenario.hasValue
    cells = Array(repeating: ChargeAggregate(), count: isUsed ? (scenario.targets.count + 1) * stride : 0)
  }

  /// `people` and `contacts`: the rows of all people and of all contacts.
  mutating func fill(from record: ReplicationRecord, people: ArraySlice<PeopleAggregate>, contacts: ArraySlice<ContactAggregate>) {
    if cells.isEmpty { return }
    for index in cells.indices { cells[index] = ChargeAggregate() }
    for penalty in penalties.indices where !record.penalties.isEmpty { charge(penalty, record) }
    for column in 0..<stride {
      cells[column].cost = people[people.startIndex + column].cost
      cells[column].atRisk = contacts[contacts.startIndex + column].atRisk
    }
  }

  private mutating func charge(_ penalty: Int, _ record: ReplicationRecord) {
    func level(_ interval: Int) -> TargetCell { record.penalties[interval * penalties.count + penalty] }
    switch penalties[penalty].charge {
    case .perBreach(let amount):
      for interval in 0..<record.intervalCount {
        let level = level(interval).serviceLevel(abandons[penalty])
        add(level.of - level.met, at: amount, of: penalties[penalty].target, interval)
      }
    case .below(let share, _, let costs):
      for period in penalties[penalty].periods {
        var cell = TargetCell()
        for interval in period { cell += level(interval) }
        let level = cell.serviceLevel(abandons[penalty])
        // 7 of 10 are not below 70 %, though 0.7 × 10 is a little more than 7 in binary.
        let isBelow = level.of > 0 && Double(level.met) < share * Double(level.of) * (1 - 1e-12)
        if isBelow { addPeriod(costing: costs, of: penalties[penalty].target, period.upperBound - 1) }
      }
    }
  }

  private mutating func add(_ breaches: Int64, at amount: Double, of target: Int, _ interval: Int) {
    for index in places(of: target, interval) {
      cells[index].breaches += breaches
      cells[index].breachPenalty += amount * Double(breaches)
    }
  }

  private mutating func addPeriod(costing costs: Double, of target: Int, _ interval: Int) {
    for index in places(of: target, interval) {
      cells[index].periodsBelow += 1
      cells[index].periodPenalty += costs
    }
  }

  /// In all and of the target, over the whole horizon, in an interval and in the periods that it belongs to.
  private func places(of target: Int, _ interval: Int) -> [Int] {
    [0, (target + 1) * stride].flatMap { row in ([0, interval + 1] + columns[interval]).map { row + $0 } }
  }
}
