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
  /// Tenure of each agent at the start of the horizon, µs, negative of who comes later; empty where nobody is slower.
  let tenures: [Int64]
  /// Tenure grows with time.
  let advances: Bool
  var isUsed: Bool { !tenures.isEmpty }

  init(_ scenario: Scenario, _ groups: [CompiledAgents.Group]) {
    advances = scenario.tenureAdvances
    var ramps = Array(repeating: Ramp(), count: groups.count)
    var tenures = Array(repeating: Self.trained, count: Int(groups.last?.agents.indices.upperBound ?? 0))
    for (index, group) in scenario.groups.enumerated() {
      guard let ramp = group.ramp, !ramp.isFlat else { continue }
      let first = groups[index].agents.indices.lowerBound
      let starting = Int(groups[index].starting)
      if let new = group.newHires, new.tenure < ramp.length {
        for place in 0..<starting where new.includes(place, of: starting) { tenures[first + place] = new.tenure.microseconds }
      }
      let hired = group.hires.flatMap { hire in hire.people.map { hire.firstDay(of: $0, in: group) } }
      for (place, firstDay) in hired.enumerated() { tenures[first + starting + place] = .zero - firstDay.microseconds }
      if !tenures[groups[index].agents.indices].allSatisfy({ $0 == Self.trained }) {
        ramps[index] = Ramp(startsAt: ramp.startsAt, length: ramp.length.microseconds)
      }
    }
    self.ramps = ramps
    self.tenures = ramps.contains { $0.startsAt != 1 } ? tenures : []
  }
}
