import SimulationCore

/// A person's present stretch of work without a pause, µs.
struct StretchState: BitwiseCopyable {
  var from: Int64 = .min / 2
  /// When something was in hand last.
  var until: Int64 = .min / 2
}

/// How long people work without a pause: from taking a contact on, with never so long nothing in hand. Kept where the scenario asks for it.
extension Floor {
  /// Somebody takes a contact with nothing in hand, or has nothing in hand any more.
  @inline(never)
  mutating func noteStretch(_ agent: Int32, isBusy: Bool, at now: Int64) {
    if isBusy {
      if now - stretches[Int(agent)].until >= pause { stretches[Int(agent)].from = now }
    } else {
      stretches[Int(agent)].until = now
      longestStretches[Int(agents[Int(agent)].group)].take(now - stretches[Int(agent)].from)
    }
  }

  /// The longest stretches by group that ended since the last look, or go on now; the next look begins anew.
  mutating func takeStretches(at now: Int64) -> [LongestTime] {
    for agent in stretches.indices where agents[agent].activity.isBusy {
      longestStretches[Int(agents[agent].group)].take(now - stretches[agent].from)
    }
    let taken = longestStretches.array
    longestStretches.fill(LongestTime())
    return taken
  }
}
