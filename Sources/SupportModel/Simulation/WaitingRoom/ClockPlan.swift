import SimulationCore

/// Which clocks contacts have and what moves them: the same in every play. An object, so that a question about one contact's clocks copies none
/// of its arrays.
final class ClockPlan: Sendable {
  let targets: [CompiledTypes.ClockedTarget]
  /// Positions in `targets`, by contact type.
  let ranges: [IndexRange]
  /// By target of the scenario.
  let rules: [ClockRule]
  let priorities: [Int]
  let isLive: [Bool]
  /// By queue: one may be due before another that stands before it.
  let overtakes: [Bool]
  /// By contact type: touches say something to the customer.
  let replies: [Bool]
  /// Most clocks that a contact can have.
  let width: Int

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    targets = compiled.types.clockedTargets
    ranges = compiled.types.rangeOfClocked
    rules = targets.isEmpty ? [] : scenario.targets.map(scenario.clockRule)
    priorities = scenario.contactTypes.map { $0.priority }
    isLive = scenario.contactTypes.map { scenario.isLive($0) }
    // A resolution in plain open time ends in the order in which it began; what stands still, or stops before the contact is through, need not.
    let unordered = compiled.types.clockedTargets.map { clocked in
      let target = scenario.targets[Int(clocked.target)]
      return clocked.isPromised && (!target.terms.pauses.isEmpty || target.measure != .resolution)
    }
    // Where contacts come back for another touch, queues are in the order of that.
    let targetsByType = scenario.targetsByType
    let overtakesOfType = compiled.types.rangeOfClocked.enumerated().map { type, range in
      range.indices.contains { position in
        // Who was in self-service before came earlier than its place in the queue says.
        unordered[position]
          || scenario.contactTypes[type].selfService != nil && compiled.types.clockedTargets[position].isPromised
            && scenario.targets[Int(compiled.types.clockedTargets[position].target)].measure != .answer
      }
        || scenario.contactTypes[type].hasTouches && targetsByType[type].contains { !scenario.targets[$0].isOnlyMeasured }
    }
    overtakes = compiled.queues.entries.map { overtakesOfType[Int($0.type)] }
    replies = scenario.contactTypes.map { $0.replies }
    width = ranges.map { $0.indices.count }.max() ?? 0
  }

  /// What the clock at a position in `targets` goes by.
  @inline(__always)
  func rule(_ position: Int) -> ClockRule { rules[Int(targets[position].target)] }
}
