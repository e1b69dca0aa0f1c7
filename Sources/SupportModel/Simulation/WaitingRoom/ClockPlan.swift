import SimulationCore

/// Which clocks contacts have and what moves them, as flat tables: the same in every play.
struct ClockPlan: ~Copyable {
  /// One promise to contacts of one type.
  struct Position: BitwiseCopyable {
    /// Index into the targets of the scenario.
    var target: Int32
    /// Whose promise it is: a contact type.
    var type: Int32
    var shortAbandon: Int64
    /// Not only measured: routing by due times sees it.
    var isPromised: Bool
    var course: ClockCourse
    /// What is promised to contacts of the type, by its priority; nil: nothing.
    var duration: ClockDuration?
    /// Index into `calendars`.
    var calendar: Int32
  }

  let positions: Slab<Position>
  /// What each goes by, for what is seldom asked.
  let rules: [ClockRule]
  /// Positions by contact type.
  let ranges: Slab<IndexRange>
  /// Each once, however many go by it.
  let calendars: [SharedHours]
  /// By contact type: one of the promises is about an answer.
  let timesAnswers: Slab<Bool>
  let isLive: Slab<Bool>
  /// By contact type: touches say something to the customer.
  let replies: Slab<Bool>
  /// By queue: one may be due before another that stands before it.
  let overtakes: Slab<Bool>
  /// Most clocks that a contact can have.
  let width: Int

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    let ranges = compiled.types.rangeOfClocked
    let typeOfPosition = ranges.enumerated().flatMap { type, range in range.indices.map { _ in type } }
    var indices: [Int?] = []
    positions = Slab(
      zip(compiled.types.clockedTargets, typeOfPosition).map { clocked, type in
        let target = scenario.targets[Int(clocked.target)]
        let calendar = target.terms.calendar
        if !indices.contains(calendar) { indices.append(calendar) }
        return Position(
          target: clocked.target, type: Int32(type), shortAbandon: clocked.shortAbandon, isPromised: clocked.isPromised,
          course: ClockCourse(measure: target.measure, terms: target.terms),
          duration: target.durations.duration(scenario.contactTypes[type].priority),
          calendar: Int32(indices.firstIndex(of: calendar) ?? 0))
      })
    let ruleOfTarget = scenario.targets.map { scenario.clockRule(of: $0) }
    rules = compiled.types.clockedTargets.map { ruleOfTarget[Int($0.target)] }
    calendars = indices.map { SharedHours(scenario.clockHours($0)) }
    self.ranges = Slab(ranges)
    timesAnswers = Slab(
      ranges.map { range in
        range.indices.contains { scenario.targets[Int(compiled.types.clockedTargets[$0].target)].measure == .answer }
      })
    isLive = Slab(scenario.contactTypes.map { scenario.isLive($0) })
    replies = Slab(scenario.contactTypes.map { $0.replies })
    overtakes = Slab(ClockPlan.overtakes(compiled))
    width = ranges.map { $0.indices.count }.max() ?? 0
  }

  private static func overtakes(_ compiled: CompiledScenario) -> [Bool] {
    let scenario = compiled.scenario
    // A resolution in plain open time ends in the order in which it began; what stands still, or stops before the contact is through, need not.
    let unordered = compiled.types.clockedTargets.map { clocked in
      let target = scenario.targets[Int(clocked.target)]
      return clocked.isPromised && (!target.terms.pauses.isEmpty || target.measure != .resolution)
    }
    // Where contacts come back for another touch, queues are in the order of that.
    let targetsByType = scenario.targetsByType
    let touchedAgain = scenario.typesTouchedAgain
    let overtakesOfType = compiled.types.rangeOfClocked.enumerated().map { type, range in
      range.indices.contains { position in
        // Who was in self-service before came earlier than its place in the queue says.
        unordered[position]
          || scenario.contactTypes[type].selfService != nil && compiled.types.clockedTargets[position].isPromised
            && scenario.targets[Int(compiled.types.clockedTargets[position].target)].measure != .answer
      }
        || (touchedAgain[type] || scenario.isMovedTo(type)) && targetsByType[type].contains { !scenario.targets[$0].isOnlyMeasured }
        || mixesClocks(scenario, type) && scenario.targets.contains { !$0.isOnlyMeasured }
    }
    return compiled.queues.entries.map { overtakesOfType[Int($0.type)] }
  }

  /// Contacts wait in the queue of a type whose clocks are those of other types, were stopped before the horizon, or by an acknowledgement.
  private static func mixesClocks(_ scenario: Scenario, _ type: Int) -> Bool {
    scenario.isMovedTo(type) || scenario.horizon.backlog.contains { $0.contactType == type && $0.answered > 0 }
      || scenario.demandEvents.contains { event in
        event.incident != nil && event.extra.contains { $0.contactType == type || scenario.family(of: $0.contactType).contains(type) }
      }
  }
}
