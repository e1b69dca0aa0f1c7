import SimulationCore

/// People, by dense id.
package struct CompiledAgents: Sendable {
  package enum PresenceKind: UInt8, Sendable, BitwiseCopyable { case always, staffing, roster }

  package struct Group: Sendable, BitwiseCopyable {
    var presence: PresenceKind
    var endOfShift: AgentGroup.EndOfShift
    /// Dense ids of its agents.
    var agents: IndexRange
    /// So many of them, the last ones, join within the horizon.
    var hired: Int32 = 0
    /// The others are there from the start.
    var starting: Int32 { Int32(agents.indices.count) - hired }
    var absence: Double
    /// Index into `samplers`, or -1.
    var lateBy: Int32
    /// Range into `offline`.
    var offline: IndexRange
    /// Range into `steps`: of a `staffing` group.
    var steps: IndexRange
  }

  package struct Step: Sendable, BitwiseCopyable {
    /// µs.
    var from: Int64
    var count: Int32
  }

  /// A planned activity away from contacts, other than a break.
  package struct Offline: Sendable, BitwiseCopyable {
    /// µs.
    var length: Int64
    /// Share of shifts that hold one.
    var share: Double
  }

  /// One working day, µs.
  package struct Shift: Sendable, BitwiseCopyable {
    var start: Int64
    var end: Int64
    /// Range into `breaks`, in order.
    var breaks: IndexRange
  }

  package let groups: [Group]
  package let names: [String]
  /// Hash of each name: whose random numbers these are.
  let keys: [UInt64]
  package let groupOfAgent: [Int32]
  /// Range into `shifts` of each agent; empty for people without shifts.
  let shiftsOfAgent: [IndexRange]
  let shifts: [Shift]
  let breaks: [CompiledTypes.Stretch]
  let offline: [Offline]
  /// Name of the random numbers of each offline activity. Activities of one group that share a name are told apart by their place among
  /// those of that name: `offline/tier1/coaching`, `offline/tier1/coaching/2`.
  let offlineStreams: [String]
  let steps: [Step]
  let samplers: SamplerTable
  let ramps: CompiledRamps
  let employment: CompiledEmployment

  init(_ scenario: Scenario) {
    var compiler = PeopleCompiler()
    groups = scenario.groups.enumerated().map { compiler.group($1, index: $0) }
    names = compiler.names
    keys = compiler.names.map(RandomStream.hash)
    groupOfAgent = compiler.groupOfAgent
    shiftsOfAgent = compiler.shiftsOfAgent
    shifts = compiler.shifts
    breaks = compiler.breaks
    offline = compiler.offline
    offlineStreams = compiler.offlineStreams
    steps = compiler.steps
    samplers = compiler.samplers
    ramps = CompiledRamps(scenario, groups)
    employment = CompiledEmployment(scenario, groups, names: names)
  }
}

/// Flattens groups, rosters and their plans.
private struct PeopleCompiler {
  var names: [String] = []
  var groupOfAgent: [Int32] = []
  var shiftsOfAgent: [IndexRange] = []
  var shifts: [CompiledAgents.Shift] = []
  var breaks: [CompiledTypes.Stretch] = []
  var offline: [CompiledAgents.Offline] = []
  var offlineStreams: [String] = []
  var steps: [CompiledAgents.Step] = []
  var samplers = SamplerTable()

  mutating func group(_ group: AgentGroup, index: Int) -> CompiledAgents.Group {
    let first = names.count
    let firstStep = steps.count
    let presence: CompiledAgents.PresenceKind
    switch group.presence {
    case .always(let count):
      presence = .always
      addNumbered(count, group, index)
    case .staffing(let given):
      presence = .staffing
      steps += given.map { CompiledAgents.Step(from: $0.from.microseconds, count: Int32($0.count)) }
      addNumbered(given.map { $0.count }.max() ?? 0, group, index)
    case .roster(let lines):
      presence = .roster
      let lineShifts = lines.map { addLine($0, index) }
      for hire in group.hires { for person in hire.people { addHired(person, hire, index, lineShifts[person.line]) } }
    }
    if presence == .always { for person in group.hires.flatMap({ $0.people }) { add(person.name, index, IndexRange(0, 0)) } }
    let hired = group.hires.reduce(0) { $0 + $1.people.count }
    return CompiledAgents.Group(
      presence: presence, endOfShift: group.endOfShift, agents: IndexRange(first, names.count), hired: Int32(hired), absence: group.absence,
      lateBy: samplers.add(group.lateBy), offline: addOffline(group), steps: IndexRange(firstStep, steps.count))
  }

  private mutating func addNumbered(_ count: Int, _ group: AgentGroup, _ index: Int) {
    let width = String(max(count, 1)).count
    for number in 1...max(count, 1) where number <= count {
      let digits = String(number)
      add("\(group.name)-\(String(repeating: "0", count: width - digits.count))\(digits)", index, IndexRange(0, 0))
    }
  }

  private mutating func add(_ name: String, _ group: Int, _ shifts: IndexRange) {
    names.append(name)
    groupOfAgent.append(Int32(group))
    shiftsOfAgent.append(shifts)
  }

  /// Somebody who joins works the shifts of the line that begin from then on.
  private mutating func addHired(_ person: AgentGroup.Hire.Person, _ hire: AgentGroup.Hire, _ group: Int, _ line: IndexRange) {
    var first = line.indices.lowerBound
    while first < line.indices.upperBound && shifts[first].start < hire.from.microseconds { first += 1 }
    add(person.name, group, IndexRange(first, line.indices.upperBound))
  }

  /// Returns the range of the line's shifts.
  private mutating func addLine(_ line: AgentGroup.RosterLine, _ index: Int) -> IndexRange {
    let first = shifts.count
    for shift in line.shifts {
      let firstBreak = breaks.count
      breaks += shift.breaks.map { CompiledTypes.Stretch(from: $0.lowerBound.microseconds, to: $0.upperBound.microseconds) }
      shifts.append(
        CompiledAgents.Shift(
          start: shift.start.microseconds, end: shift.end.microseconds, breaks: IndexRange(firstBreak, breaks.count)))
    }
    for agent in line.agents { add(agent, index, IndexRange(first, shifts.count)) }
    return IndexRange(first, shifts.count)
  }

  private mutating func addOffline(_ group: AgentGroup) -> IndexRange {
    let first = offline.count
    for (index, activity) in group.offline.enumerated() {
      offline.append(CompiledAgents.Offline(length: activity.length.microseconds, share: activity.share))
      let before = group.offline[..<index].count { $0.name == activity.name }
      let name = "offline/\(group.name)/\(activity.name)"
      offlineStreams.append(before == 0 ? name : "\(name)/\(before + 1)")
    }
    return IndexRange(first, offline.count)
  }
}
