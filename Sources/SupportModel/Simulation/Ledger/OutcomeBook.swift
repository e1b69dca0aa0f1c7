import SimulationCore

/// What is drawn when a contact is over: each purpose a stream of its own.
enum OutcomeDraw: Int, CaseIterable {
  case satisfied, answers, loyalty, saysLoyalty

  /// Of the stream of a source: `satisfied/billing-email`.
  var name: String {
    switch self {
    case .satisfied: "satisfied"
    case .answers: "answers-survey"
    case .loyalty: "recommends"
    case .saysLoyalty: "answers-nps"
    }
  }
}

/// How customers found the contacts that are over; nothing where the scenario says nothing of it. No part of the play looks at it.
struct OutcomeBook: ~Copyable {
  /// nil: nothing is said of satisfaction.
  let rules: Satisfaction?
  let isUsed: Bool
  /// By contact type.
  let segments: Slab<Int32>
  /// By type and interval, by group and interval: as in the record.
  let cells: Slab<OutcomeCell>
  let groupCells: Slab<OutcomeCell>
  /// How many of the customers leave to whom this happened, in millionths: `[type * 8 + harm]`; empty where nobody is worth anything.
  let leaving: Slab<Int64>
  private var named: [RandomStream] = []
  /// `[source * purposes + purpose]`
  private let streams: Slab<RandomStream>

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    let isUsed = scenario.hasOutcomes
    let intervals = isUsed ? compiled.intervals.ends.count : 0
    segments = Slab(isUsed ? scenario.contactTypes.map { Int32($0.segment ?? -1) } : [])
    leaving = Slab(
      scenario.hasValue
        ? scenario.contactTypes.flatMap { type in
          (0..<UInt8(8)).map { scenario.value(of: type)?.leaving(CustomerValue.Harm(rawValue: $0)) ?? 0 }
        } : [])
    cells = Slab(repeating: OutcomeCell(), count: intervals * scenario.contactTypes.count)
    groupCells = Slab(repeating: OutcomeCell(), count: intervals * scenario.groups.count)
    streams = Slab(
      repeating: RandomStream(seed: 0, replication: 0, name: ""),
      count: scenario.satisfaction == nil ? 0 : compiled.arrivals.streamNames.count * OutcomeDraw.allCases.count)
    rules = scenario.satisfaction
    self.isUsed = isUsed
  }

  /// Forgets the play before. Streams are named once per seed.
  mutating func begin(_ compiled: CompiledScenario, seed: UInt64, replication: Int, isSameSeed: Bool) {
    if !isUsed { return }
    cells.fill(OutcomeCell())
    groupCells.fill(OutcomeCell())
    if rules != nil && (named.isEmpty || !isSameSeed) {
      named = compiled.arrivals.streamNames.flatMap { source in
        OutcomeDraw.allCases.map { RandomStream(seed: seed, replication: 0, name: "\($0.name)/\(source)") }
      }
    }
    for stream in streams.indices { streams[stream] = named[stream].inReplication(replication) }
  }

  /// The number that belongs to the present contact of a need: the same whatever others do.
  mutating func uniform(_ draw: OutcomeDraw, _ need: NeedState) -> Double {
    streams[Int(need.source) * OutcomeDraw.allCases.count + draw.rawValue]
      .uniform(entity: need.entity, run: UInt16(truncatingIfNeeded: need.attempt))
  }
}
