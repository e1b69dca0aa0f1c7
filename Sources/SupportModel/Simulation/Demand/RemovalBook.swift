import SimulationCore

/// Who does not come because their issue is removed at its root. One number for each customer is held against the share in force, so that those
/// who still come are the same whatever the share, and a larger share takes all that a smaller one takes.
struct RemovalBook: ~Copyable {
  /// From which instant on, µs, which share of a type does not come; ascending, by type.
  struct Step: BitwiseCopyable {
    var from: Int64
    var share: Double
  }

  let steps: Slab<Step>
  private let rangeOfType: Slab<IndexRange>
  private var named: [RandomStream] = []
  private let streams: Slab<RandomStream>

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    let isUsed = !scenario.removals.isEmpty
    var steps: [Step] = []
    var ranges: [IndexRange] = []
    for type in scenario.contactTypes.indices where isUsed {
      let first = steps.count
      let instants = scenario.removals.filter { $0.contactTypes.contains(type) }.map { $0.from.microseconds }.sorted()
      for (position, instant) in instants.enumerated() where position == 0 || instants[position - 1] < instant {
        steps.append(Step(from: instant, share: scenario.shareRemoved(type, at: SimInstant(microseconds: instant))))
      }
      ranges.append(IndexRange(first, steps.count))
    }
    self.steps = Slab(steps)
    rangeOfType = Slab(ranges)
    streams = Slab(
      repeating: RandomStream(seed: 0, replication: 0, name: ""), count: isUsed ? compiled.arrivals.streamNames.count : 0)
  }

  /// Forgets the play before. Streams are named once per seed.
  mutating func begin(_ compiled: CompiledScenario, seed: UInt64, replication: Int, isSameSeed: Bool) {
    if streams.count == 0 { return }
    if named.isEmpty || !isSameSeed {
      named = compiled.arrivals.streamNames.map { RandomStream(seed: seed, replication: 0, name: "removed/\($0)") }
    }
    for stream in streams.indices { streams[stream] = named[stream].inReplication(replication) }
  }

  mutating func takes(_ need: NeedState, at now: Int64) -> Bool {
    var share = 0.0
    for position in rangeOfType[Int(need.type)].indices where steps[position].from <= now { share = steps[position].share }
    return share > 0 && streams[Int(need.source)].uniform(entity: need.entity, run: 0) < share
  }
}
