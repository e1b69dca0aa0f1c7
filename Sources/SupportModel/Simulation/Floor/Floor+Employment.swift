import SimulationCore

/// Whether somebody has begun to work here, and does still.
enum EmploymentState: UInt8, BitwiseCopyable {
  case toCome, inTraining, trained, gone
}

/// People who join, learn the trade, and leave for good. Nothing of it is kept, or asked, where nobody joins or leaves.
extension Floor {
  @inline(__always) var hasEmployment: Bool { employment.count > 0 }

  mutating func beginEmployment() {
    for agent in employment.indices { employment[agent] = terms[agent].from == CompiledEmployment.start ? .trained : .toCome }
    for group in groups.indices where hasEmployment && rules[group].presence != .staffing {
      groups[group].employed = rules[group].starting
      groups[group].trained = rules[group].starting
    }
  }

  /// Has left for good.
  @inline(__always)
  mutating func isGone(_ agent: Int32) -> Bool { hasEmployment && employment[Int(agent)] == .gone }

  /// The present shift is one of training, from its start to its end.
  @inline(__always)
  mutating func isTrainingShift(_ agent: Int32) -> Bool { hasEmployment && shift(of: agent).start < terms[Int(agent)].floorFrom }

  /// The instant of a group's next end of a week, µs; `Int64.max`: none.
  mutating func nextWeekEnd(_ group: Int) -> Int64 {
    let next = departures[group].weekEnds.indices.lowerBound + Int(groups[group].nextWeek)
    return next < departures[group].weekEnds.indices.upperBound ? weekEnds[next] : .max
  }

  /// Whether somebody leaves at the end of the present week of the group. Drawn of each person and week by itself, so that what happens to
  /// others changes nothing; who has joined in this very instant has not been there in the week.
  mutating func leavesForGood(_ agent: Int32, at now: Int64) -> Bool {
    if employment[Int(agent)] != .inTraining && employment[Int(agent)] != .trained { return false }
    if terms[Int(agent)].from >= now { return false }
    let group = Int(agents[Int(agent)].group)
    let week = UInt64(UInt32(bitPattern: groups[group].nextWeek))
    var draw = attritionStreams[group].inReplication(replication).generator(
      entity: employmentKeys[Int(agent)] &+ week &* 0x9E37_79B9_7F4A_7C15)
    return draw.nextUniform() < departures[group].chance
  }

  /// They have no shift any more.
  mutating func endPlan(_ agent: Int32) { persons[Int(agent)].shift = Int32(shiftsOfAgent[Int(agent)].indices.upperBound) }

  /// Heads in training or trained change from one state of employment to another.
  mutating func setEmployment(_ agent: Int32, _ state: EmploymentState) {
    let group = Int(agents[Int(agent)].group)
    let before = employment[Int(agent)]
    func isEmployed(_ state: EmploymentState) -> Int32 { state == .inTraining || state == .trained ? 1 : 0 }
    groups[group].employed += isEmployed(state) - isEmployed(before)
    groups[group].trained += (state == .trained ? 1 : 0) - (before == .trained ? 1 : 0)
    employment[Int(agent)] = state
  }
}
