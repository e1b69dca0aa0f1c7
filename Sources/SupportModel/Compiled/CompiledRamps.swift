import SimulationCore

/// Who takes longer because they are new, by dense agent id.
package struct CompiledRamps: Sendable {
  struct Ramp: BitwiseCopyable {
    /// Multiplier on handle time on the first day.
    var startsAt = 1.0
    /// µs of tenure until it is 1.
    var length: Int64 = 1
  }

  /// Tenure of those who know their work, µs.
  static var trained: Int64 { .max / 2 }

  /// By group.
  let ramps: [Ramp]
  /// Tenure of each agent at the start of the horizon, µs; empty where nobody is slower.
  let tenures: [Int64]
  /// Tenure grows with time.
  let advances: Bool
  var isUsed: Bool { !tenures.isEmpty }

  init(_ scenario: Scenario, _ groups: [CompiledAgents.Group]) {
    advances = scenario.tenureAdvances
    var ramps = Array(repeating: Ramp(), count: groups.count)
    var tenures = Array(repeating: Self.trained, count: Int(groups.last?.agents.indices.upperBound ?? 0))
    for (index, group) in scenario.groups.enumerated() {
      guard let new = group.newHires, !new.ramp.isFlat, new.tenure < new.ramp.length else { continue }
      let people = groups[index].agents.indices
      if new.count(of: people.count) == 0 { continue }
      ramps[index] = Ramp(startsAt: new.ramp.startsAt, length: new.ramp.length.microseconds)
      for place in 0..<people.count where new.includes(place, of: people.count) {
        tenures[people.lowerBound + place] = new.tenure.microseconds
      }
    }
    self.ramps = ramps
    self.tenures = ramps.contains { $0.startsAt != 1 } ? tenures : []
  }
}
