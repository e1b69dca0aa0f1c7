import SimulationCore

/// The plan of a person's day: shifts, breaks, offline activities, and the draws that belong to it.
extension Floor {
  /// The present or next shift.
  mutating func shift(of agent: Int32) -> CompiledAgents.Shift { shifts[Int(persons[Int(agent)].shift)] }

  mutating func rules(of agent: Int32) -> CompiledAgents.Group { rules[Int(agents[Int(agent)].group)] }

  /// The person has another shift.
  mutating func hasShift(_ agent: Int32) -> Bool {
    Int(persons[Int(agent)].shift) < shiftsOfAgent[Int(agent)].indices.upperBound
  }

  /// On duty, or planned to be by an instant.
  mutating func canBeExpected(_ agent: Int32, until: Int64) -> Bool {
    switch agents[Int(agent)].duty {
    case .on, .due, .late: true
    case .off, .absent, .training: nextShiftStart(agent) <= until
    }
  }

  /// When a person's next shift starts that has not begun, µs; `Int64.max`: never, as of people without shifts.
  mutating func nextShiftStart(_ agent: Int32) -> Int64 {
    let next = Int(persons[Int(agent)].shift) + (agents[Int(agent)].duty == .off ? 0 : 1)
    return next < shiftsOfAgent[Int(agent)].indices.upperBound ? shifts[next].start : .max
  }

  /// Before the first shift that is not over at the start of the horizon.
  mutating func beginRoster(_ agent: Int32) {
    let range = shiftsOfAgent[Int(agent)].indices
    var next = range.lowerBound
    while next < range.upperBound && shifts[next].end <= 0 { next += 1 }
    persons[Int(agent)].shift = Int32(next)
  }

  // MARK: - Draws

  /// Draws that belong to one person's day: the name and the day of the shift's start, so that other people and days change nothing.
  private mutating func draws(_ stream: RandomStream, _ agent: Int32) -> RandomGenerator {
    let start = shift(of: agent).start
    let day = (start >= 0 ? start : start - 86_399_999_999) / 86_400_000_000
    return stream.inReplication(replication).generator(
      entity: keys[Int(agent)] &+ UInt64(bitPattern: day) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// Whether a person misses the present shift.
  mutating func isAbsent(_ agent: Int32) -> Bool {
    let absence = rules(of: agent).absence
    if absence == 0 { return false }
    var presence = draws(presenceStreams[Int(agents[Int(agent)].group)], agent)
    return presence.nextUniform() < absence
  }

  /// When a person comes to the present shift, µs; at the latest at its end.
  mutating func arrival(_ agent: Int32, at now: Int64) -> Int64 {
    let lateBy = rules(of: agent).lateBy
    if lateBy < 0 { return now }
    let shift = shift(of: agent)
    var lateness = draws(latenessStreams[Int(agents[Int(agent)].group)], agent)
    let late = TimeSpan.microseconds(fromSeconds: samplers.sample(Int(lateBy), using: &lateness))
    return max(now, min(shift.start + max(0, late), shift.end))
  }

  // MARK: - Breaks and offline activities

  /// A planned stretch away from contacts, µs.
  struct Activity {
    var start: Int64
    var length: Int64
    /// Index into `offline` within the group, or -1: a break.
    var offline: Int32

    var isBreak: Bool { offline < 0 }
  }

  /// A person comes to the present shift: activities that are over by now are not held.
  mutating func beginDay(_ agent: Int32, at now: Int64) {
    let range = shift(of: agent).breaks.indices
    var next = range.lowerBound
    while next < range.upperBound && breaks[next].to <= now { next += 1 }
    persons[Int(agent)].nextBreak = Int32(next)
    persons[Int(agent)].cameAt = now
    persons[Int(agent)].heldStart = .min
    persons[Int(agent)].held = -1
  }

  /// The next planned activity of the present shift; nil when none is left. Of those planned for one instant a break comes first, then
  /// offline activities in the order of the group.
  mutating func nextActivity(_ agent: Int32) -> Activity? {
    let person = persons[Int(agent)]
    var best: Activity? = nil
    if Int(person.nextBreak) < shift(of: agent).breaks.indices.upperBound {
      let stretch = breaks[Int(person.nextBreak)]
      best = Activity(start: stretch.from, length: stretch.to - stretch.from, offline: -1)
    }
    let range = rules(of: agent).offline.indices
    for position in range {
      let index = Int32(position - range.lowerBound)
      let start = offlineStart(agent, position)
      // Not held in this shift, over when the person came, or held already.
      if start == .min || start + offline[position].length <= person.cameAt { continue }
      if (start, index) <= (person.heldStart, person.held) { continue }
      if start < best?.start ?? .max { best = Activity(start: start, length: offline[position].length, offline: index) }
    }
    return best
  }

  /// An activity begins: it is not planned any more.
  mutating func hold(_ activity: Activity, by agent: Int32) {
    if activity.isBreak {
      persons[Int(agent)].nextBreak += 1
    } else {
      persons[Int(agent)].heldStart = activity.start
      persons[Int(agent)].held = activity.offline
    }
  }

  /// When the agent's present shift holds an offline activity, µs: uniform over the places where it fits between the breaks; `Int64.min` when
  /// it is not held in this shift, or fits nowhere.
  mutating func offlineStart(_ agent: Int32, _ position: Int) -> Int64 {
    var random = draws(offlineStreams[position], agent)
    if random.nextUniform() >= offline[position].share { return .min }
    let room = room(in: agent, lasting: offline[position].length, at: .max).total
    if room == 0 { return .min }
    return self.room(in: agent, lasting: offline[position].length, at: Int64(random.nextUniform() * Double(room))).start
  }

  /// Walks over the gaps between breaks: the room for starts of an activity of this length, µs, and the start at an offset into that room.
  private mutating func room(in agent: Int32, lasting length: Int64, at offset: Int64) -> (total: Int64, start: Int64) {
    let shift = shift(of: agent)
    var left = offset
    var total: Int64 = 0
    var from = shift.start
    for gap in shift.breaks.indices.lowerBound...shift.breaks.indices.upperBound {
      let isLast = gap == shift.breaks.indices.upperBound
      let here = max(0, (isLast ? shift.end : breaks[gap].from) - from - length)
      if left < here { return (total, from + left) }
      left -= here
      total += here
      if !isLast { from = breaks[gap].to }
    }
    return (total, .min)
  }
}
