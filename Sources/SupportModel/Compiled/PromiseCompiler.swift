import SimulationCore

/// Sorts the targets of contact types: answers within plain time, and promises with clocks of their own.
struct PromiseCompiler {
  private let scenario: Scenario
  private let plainAnswers: [Bool]
  private let hasRaises: Bool
  private(set) var targetsOfType: [CompiledTypes.TargetEntry] = []
  private(set) var rangeOfTargets: [IndexRange] = []
  private(set) var clockedTargets: [CompiledTypes.ClockedTarget] = []
  private(set) var rangeOfClocked: [IndexRange] = []

  init(_ scenario: Scenario) {
    self.scenario = scenario
    plainAnswers = scenario.plainAnswers
    hasRaises = scenario.hasRaises
  }

  /// The targets of the next contact type. Returns the tightest of its promised plain answers, µs; `Int64.max`: there is none.
  mutating func add(_ targets: [Int], of type: ContactType) -> Int64 {
    let first = targetsOfType.count
    let firstClocked = clockedTargets.count
    for target in targets {
      let promise = scenario.targets[target]
      let shortAbandon = promise.shortAbandon?.microseconds ?? -1
      let clocked = CompiledTypes.ClockedTarget(
        target: Int32(target), shortAbandon: shortAbandon, isPromised: !promise.isOnlyMeasured)
      switch promise.duration(priority: type.priority) {
      // Nothing, unless it rises.
      case nil: if hasRaises && !promise.durations.byPriority.isEmpty { clockedTargets.append(clocked) }
      case .time(let span)? where plainAnswers[target]:
        targetsOfType.append(
          CompiledTypes.TargetEntry(target: Int32(target), within: span.microseconds, shortAbandon: shortAbandon))
      case .time?, .businessDays?: clockedTargets.append(clocked)
      }
    }
    rangeOfClocked.append(IndexRange(firstClocked, clockedTargets.count))
    rangeOfTargets.append(IndexRange(first, targetsOfType.count))
    return targetsOfType[first...].filter { !scenario.targets[Int($0.target)].isOnlyMeasured }.map { $0.within }.min() ?? .max
  }
}
