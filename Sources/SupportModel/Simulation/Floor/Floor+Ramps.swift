import SimulationCore

/// People who are still learning take longer.
extension Floor {
  /// Tenure of an agent at an instant, µs.
  mutating func tenure(_ agent: Int32, at instant: Int64) -> Int64 { tenures[Int(agent)] + (tenureAdvances ? instant : 0) }

  /// Multiplier on handle time of work that an agent began, or went on with, at an instant.
  @inline(never)
  mutating func rampFactor(_ agent: Int32, at instant: Int64) -> Double {
    let ramp = ramps[Int(agents[Int(agent)].group)]
    let tenure = tenure(agent, at: instant)
    if tenure >= ramp.length { return 1 }
    return ramp.startsAt - (ramp.startsAt - 1) * (Double(max(0, tenure)) / Double(ramp.length))
  }

  /// An agent ends a talk that it began, or went on with, at an instant.
  @inline(__always)
  mutating func countTalk(_ agent: Int32, began: Int64) {
    talksEnded[Int(agent)] += 1
    if learning.count > 0 { countLearning(agent, began: began) }
  }

  @inline(never)
  private mutating func countLearning(_ agent: Int32, began: Int64) {
    if tenures[Int(agent)] == CompiledRamps.trained { return }
    learning[Int(agent)].handled += 1
    learning[Int(agent)].excess += Int64(((rampFactor(agent, at: began) - 1) * 1e6).rounded())
    learning[Int(agent)].tenure += tenure(agent, at: began) / 1_000_000
  }
}

/// What people who were new at the start have handled from the start of play.
struct LearningState: BitwiseCopyable {
  var handled: Int64 = 0
  /// What their factors were above 1, added up, millionths.
  var excess: Int64 = 0
  /// Their tenures then, added up, s.
  var tenure: Int64 = 0
}
