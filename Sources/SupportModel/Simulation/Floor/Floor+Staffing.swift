import SimulationCore

/// Groups with `staffing` counts: interchangeable people. When the count falls idle people leave first, surplus busy ones finish and take
/// no other; whoever of the busy finishes first is the one who leaves.
extension Floor {
  /// The count in force at the start of the horizon; the next step is the first after it.
  mutating func beginStaffing(_ group: Int) -> Int32 {
    let range = rules[group].steps.indices
    var count: Int32 = 0
    var next = range.lowerBound
    while next < range.upperBound && steps[next].from <= 0 {
      count = steps[next].count
      next += 1
    }
    groups[group].nextStep = Int32(next)
    return count
  }

  /// The instant of the next step, µs; `Int64.max`: none.
  mutating func nextStep(_ group: Int) -> Int64 {
    let next = Int(groups[group].nextStep)
    return next < rules[group].steps.indices.upperBound ? steps[next].from : .max
  }

  /// People counted as staying: there and not past the count.
  mutating func staying(_ group: Int) -> Int32 { groups[group].present - groups[group].past }

  /// One of those past the count stays after all, the one marked last. Returns who; nil: there is none.
  mutating func stay(_ group: Int, at now: Int64) -> Int32? {
    guard let stayer = leaving[group].popLast() else { return nil }
    groups[group].past -= 1
    setDuty(stayer, .on, at: now)
    return stayer
  }

  /// Somebody busy is past the count from now on: finishes and leaves.
  mutating func mark(_ agent: Int32, at now: Int64) {
    setDuty(agent, .off, at: now)
    let group = Int(agents[Int(agent)].group)
    leaving[group].append(agent)
    groups[group].past += 1
  }

  /// One of a group with surplus people is done and leaves; when it was not one of those marked as past the count, it takes the place of
  /// one who was. Returns who that is; nil: nobody.
  @inline(never)
  mutating func leaveInTurn(_ agent: Int32, at now: Int64) -> Int32? {
    let group = Int(agents[Int(agent)].group)
    var stayer: Int32? = nil
    if let own = leaving[group].firstIndex(of: agent) {
      leaving[group].remove(at: own)
      groups[group].past -= 1
    } else {
      stayer = stay(group, at: now)
    }
    sendOff(agent, at: now)
    return stayer
  }

  /// Somebody of a `staffing` group leaves.
  mutating func sendOff(_ agent: Int32, at now: Int64) {
    let group = Int(agents[Int(agent)].group)
    groups[group].present -= 1
    leave(agent, at: now)
    if agents[Int(agent)].duty.isOn { groups[group].onDuty -= 1 }
    agents[Int(agent)].duty = .off
  }
}
