import SimulationCore

/// What the schedule of a person asks for at each instant, and for how long they do it.
extension Floor {
  /// Time since the last look that a person spent in the scheduled state of the present shift, µs: at a break while a break is planned, at
  /// offline work while that is planned, working (available, talk, wrap-up) at all other times of the shift.
  mutating func timeAsScheduled(_ agent: Int32, until now: Int64) -> Int64 {
    let from = persons[Int(agent)].countedTo
    persons[Int(agent)].countedTo = now
    let state = agents[Int(agent)]
    if from == now || !(state.duty.isOn || state.duty == .training) || state.activity == .off { return 0 }
    let shift = shift(of: agent)
    let stretch = CompiledTypes.Stretch(from: max(from, shift.start), to: min(now, shift.end))
    if stretch.to <= stretch.from { return 0 }
    // A shift of training has no breaks, and nothing else is planned in it.
    if state.duty == .training { return stretch.to - stretch.from }
    switch state.activity {
    case .onBreak: return plannedBreaks(agent, within: stretch)
    case .offline: return plannedOffline(agent, within: stretch)
    case .available, .handling, .wrapUp:
      return stretch.to - stretch.from - plannedBreaks(agent, within: stretch) - plannedOffline(agent, within: stretch)
    case .off: return 0
    }
  }

  private mutating func plannedBreaks(_ agent: Int32, within stretch: CompiledTypes.Stretch) -> Int64 {
    var time: Int64 = 0
    for position in shift(of: agent).breaks.indices {
      time += max(0, min(breaks[position].to, stretch.to) - max(breaks[position].from, stretch.from))
    }
    return time
  }

  /// Offline activities lie clear of breaks, but may overlap each other.
  private mutating func plannedOffline(_ agent: Int32, within stretch: CompiledTypes.Stretch) -> Int64 {
    var planned: [CompiledTypes.Stretch] = []
    for position in rules(of: agent).offline.indices {
      let start = offlineStart(agent, position)
      if start == .min { continue }
      let here = CompiledTypes.Stretch(from: max(start, stretch.from), to: min(start + offline[position].length, stretch.to))
      if here.from < here.to { planned.append(here) }
    }
    planned.sort { $0.from < $1.from }
    var time: Int64 = 0
    var counted = stretch.from
    for here in planned {
      time += max(0, here.to - max(here.from, counted))
      counted = max(counted, here.to)
    }
    return time
  }
}
