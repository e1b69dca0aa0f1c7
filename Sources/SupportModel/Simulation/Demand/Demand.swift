import SimulationCore

/// Where contacts come from: the sources with their next arrivals, the customers (`needs`) who are not through, and all random numbers that
/// belong to customers.
///
/// Invariants (`checkInvariants`): a need is kept exactly as long as a contact of it is open or a return is planned.
struct Demand: ~Copyable {
  /// Customers who have a contact in the system or will come back.
  var needs = SlotTable<NeedState>()
  var sources = SlotTable<SourceState>()
  /// The random numbers of each source, as named by the seed and in the replication at hand.
  private var namedStreams: [SourceStreams] = []
  let streams: Slab<SourceStreams>
  /// Those of touches, where contacts may have several: `[source * purposes + purpose]`.
  private var namedTouchStreams: [RandomStream] = []
  let touchStreams: Slab<RandomStream>
  /// Those of mixes, where there are any: priority, segment and skill of each source.
  private var namedMixStreams: [RandomStream] = []
  let mixStreams: Slab<RandomStream>
  /// Those of what contacts cause, where they do: `[source * purposes + purpose]`; and what is known of each need then.
  private var namedReturnStreams: [RandomStream] = []
  let returnStreams: Slab<RandomStream>
  var courses: NeedBook
  var removals: RemovalBook
  let mixes: Slab<CompiledArrivals.Mix>
  let mixOfType: Slab<Int32>
  let mixShares: Slab<Double>
  /// Factors of the day: `busyness[name * dayCount + day]`.
  let busyness: Slab<Double>

  let customers: Slab<CompiledTypes.Customer>
  let retries: Slab<CompiledTypes.Retry>
  let pieces: Slab<CompiledTypes.Piece>
  let samplers: SamplerTable
  let origins: Slab<CompiledArrivals.Source>
  let segments: Slab<CompiledArrivals.Segment>
  let instants: Slab<Int64>
  let arrivalSamplers: SamplerTable
  /// Of each incident, when its occurrences end, µs.
  var incidentEnds: [[Int64]]
  let dayCount: Int
  let intervalStarts: Slab<Int64>
  let intervalDays: Slab<Int32>
  /// End of the horizon, µs: nobody comes from then on.
  let end: Int64

  init(_ compiled: CompiledScenario) {
    let arrivals = compiled.arrivals
    streams = Slab(arrivals.streamNames.map { SourceStreams(seed: 0, name: $0) })
    let touchStreamCount = compiled.types.tickets.isUsed ? arrivals.streamNames.count * TouchDraw.allCases.count : 0
    touchStreams = Slab(repeating: RandomStream(seed: 0, replication: 0, name: ""), count: touchStreamCount)
    mixStreams = Slab(
      repeating: RandomStream(seed: 0, replication: 0, name: ""), count: arrivals.mixes.isEmpty ? 0 : 3 * arrivals.streamNames.count)
    courses = NeedBook(compiled)
    returnStreams = Slab(
      repeating: RandomStream(seed: 0, replication: 0, name: ""),
      count: compiled.types.returns.isUsed ? arrivals.streamNames.count * ReturnDraw.allCases.count : 0)
    removals = RemovalBook(compiled)
    mixes = Slab(arrivals.mixes)
    mixOfType = Slab(arrivals.mixOfType)
    mixShares = Slab(arrivals.mixShares)
    busyness = Slab(repeating: 1, count: arrivals.busynessNames.count * arrivals.dayCount)
    customers = Slab(compiled.types.customers)
    retries = Slab(compiled.types.retries)
    pieces = Slab(compiled.types.pieces)
    samplers = compiled.types.samplers
    origins = Slab(arrivals.sources)
    segments = Slab(arrivals.segments)
    instants = Slab(arrivals.instants)
    arrivalSamplers = arrivals.samplers
    incidentEnds = arrivals.incidents.map { _ in [] }
    dayCount = arrivals.dayCount
    intervalStarts = Slab(compiled.intervals.starts)
    intervalDays = Slab(compiled.intervals.days)
    end = compiled.end
  }

  /// Forgets the play before. Streams are named once per seed; replications only change the counter.
  mutating func begin(_ compiled: CompiledScenario, seed: UInt64, replication: Int, isSameSeed: Bool) {
    if namedStreams.isEmpty || !isSameSeed {
      namedStreams = compiled.arrivals.streamNames.map { SourceStreams(seed: seed, name: $0) }
      if compiled.types.tickets.isUsed {
        namedTouchStreams = compiled.arrivals.streamNames.flatMap { source in
          TouchDraw.allCases.map { RandomStream(seed: seed, replication: 0, name: "\($0.name)/\(source)") }
        }
      }
      if compiled.types.returns.isUsed {
        namedReturnStreams = compiled.arrivals.streamNames.flatMap { source in
          ReturnDraw.allCases.map { RandomStream(seed: seed, replication: 0, name: "\($0.name)/\(source)") }
        }
      }
    }
    nameMixes(compiled, seed: seed, replication: replication, isSameSeed: isSameSeed)
    for stream in touchStreams.indices { touchStreams[stream] = namedTouchStreams[stream].inReplication(replication) }
    for stream in returnStreams.indices { returnStreams[stream] = namedReturnStreams[stream].inReplication(replication) }
    if courses.isUsed { courses.begin() }
    removals.begin(compiled, seed: seed, replication: replication, isSameSeed: isSameSeed)
    for source in streams.indices { streams[source] = namedStreams[source].inReplication(replication) }
    for incident in incidentEnds.indices { incidentEnds[incident].removeAll(keepingCapacity: true) }
    needs.removeAll()
    sources.removeAll()
    drawBusyness(compiled, seed: seed, replication: replication)
  }

  private mutating func nameMixes(_ compiled: CompiledScenario, seed: UInt64, replication: Int, isSameSeed: Bool) {
    if mixStreams.count == 0 { return }
    if namedMixStreams.isEmpty || !isSameSeed {
      namedMixStreams = compiled.arrivals.streamNames.flatMap { source in
        ["priority", "segment", "skill"].map { RandomStream(seed: seed, replication: 0, name: "mix-\($0)/\(source)") }
      }
    }
    for stream in mixStreams.indices { mixStreams[stream] = namedMixStreams[stream].inReplication(replication) }
  }

  /// One factor per busyness name and local day of the horizon.
  private mutating func drawBusyness(_ compiled: CompiledScenario, seed: UInt64, replication: Int) {
    let arrivals = compiled.arrivals
    for (index, name) in arrivals.busynessNames.enumerated() {
      let stream = RandomStream(seed: seed, replication: replication, name: "busyness/\(name)")
      for day in 0..<dayCount {
        var draws = stream.generator(entity: arrivals.busynessIsOfWholePlay[index] ? 0 : UInt64(day))
        busyness[index * dayCount + day] = arrivalSamplers.sample(Int(arrivals.busynessSamplers[index]), using: &draws)
      }
    }
  }

  // MARK: - Needs

  /// A customer who would come for the first time does not.
  mutating func isRemoved(_ need: NeedState, at now: Int64) -> Bool { removals.takes(need, at: now) }

  /// A customer comes for the first time.
  @inline(__always)
  mutating func open(source: Int32, entity: UInt64, type: Int32, at instant: Int64) -> Int32 {
    let need = needs.allocate()
    needs[need].begin(source: source, entity: entity, type: type, at: instant)
    if courses.isUsed { courses.open(need, needs[need]) }
    return need
  }

  /// One of the things that kept a need alive is over; forgets the need when it was the last.
  @inline(__always)
  mutating func release(_ need: Int32) {
    needs[need].open -= 1
    if needs[need].open == 0 { needs.remove(at: need) }
  }
}
