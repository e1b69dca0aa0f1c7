package import SimulationCore

/// Where contacts come from, as flat tables: one source for each arrival process, each backlog and each part of a demand event.
package struct CompiledArrivals: Sendable {
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case poisson, renewal, instants
  }

  /// A stretch of constant rate; times in µs relative to the start of the source.
  package struct Segment: Sendable, BitwiseCopyable {
    var start: Int64
    var end: Int64
    /// Expected arrivals in the stretch.
    var expected: Double
    /// Local day, for busyness.
    var day: Int32
  }

  /// An arrival process, or one contact type's part of a demand event (a template played at each occurrence).
  package struct Source: Sendable, BitwiseCopyable {
    var kind: Kind
    var type: Int32
    /// Range into `segments` (poisson) or `instants`.
    var range: IndexRange
    /// Index into `samplers` of the gaps (renewal), or -1.
    var gap: Int32
    /// Index into `samplers` of the batch size, or -1.
    var batch: Int32
    /// Index into `busynessNames`, or -1.
    var busyness: Int32
    /// Index into `mixes`, or -1: its contacts are of its type.
    var mix: Int32 = -1
    /// Index into `incidents`, or -1.
    var incident: Int32 = -1
  }

  /// Laws are indices into `samplers`.
  package struct Incident: Sendable, BitwiseCopyable {
    var lasts: Int32
    var acknowledge: Int32
    var solvesTogether: Double
  }

  /// How the contact type of a need is drawn: three ranges of `mixShares`, of cumulative shares; empty: one for all.
  package struct Mix: Sendable, BitwiseCopyable {
    var firstVariant: Int32
    var priorities: IndexRange
    var segments: IndexRange
    var skills: IndexRange
  }

  package struct Event: Sendable {
    /// Range into `sources`.
    var parts: Range<Int>
    var occurrence: DemandEvent.Occurrence
    /// Indices into `samplers`, or -1.
    var size: Int32
    var late: Int32
    var name: String
    /// Index into `incidents`, or -1.
    var incident: Int32
  }

  package struct Backlog: Sendable {
    /// Index into `sources`.
    var source: Int
    var count: Int
    /// Index into `samplers`, or -1: just arrived.
    var age: Int32
    /// Where a uniform number ends of those that are pending, of those that are on hold, and of those that wait for another touch.
    var pending: Double
    var onHold: Double
    var answered: Double
  }

  package private(set) var segments: [Segment] = []
  package private(set) var instants: [Int64] = []
  package private(set) var samplers = SamplerTable()
  /// Ordinary processes first (`0..<processCount`), then backlogs, then parts of demand events.
  package private(set) var sources: [Source] = []
  /// Names of their random numbers: `billing-call`, `billing-call/v5 launch`, `billing-email/backlog`.
  package private(set) var streamNames: [String] = []
  package private(set) var processCount = 0
  package private(set) var mixes: [Mix] = []
  /// Index into `mixes` of each contact type, or -1.
  package private(set) var mixOfType: [Int32] = []
  package private(set) var mixShares: [Double] = []
  package private(set) var backlogs: [Backlog] = []
  package private(set) var events: [Event] = []
  package private(set) var incidents: [Incident] = []
  package private(set) var busynessNames: [String] = []
  /// Index into `samplers` of each busyness factor.
  package private(set) var busynessSamplers: [Int32] = []
  /// One draw of the factor holds for all days.
  package private(set) var busynessIsOfWholePlay: [Bool] = []
  /// Local days the horizon touches.
  package let dayCount: Int

  /// Steps of constant rate into which a demand shape is cut between its corners.
  static let shapeSteps = 1_000

  init(_ scenario: Scenario) {
    dayCount = ((scenario.horizon.uncounted.last ?? scenario.horizon.intervals.last)?.day ?? 0) + 1
    for (index, type) in scenario.contactTypes.enumerated() {
      for (position, process) in type.arrivals.enumerated() {
        add(process, of: index, named: position == 0 ? type.name : "\(type.name)/\(position + 1)", scenario.horizon)
      }
    }
    processCount = sources.count
    for backlog in scenario.horizon.backlog { add(backlog, of: scenario.contactTypes[backlog.contactType]) }
    for event in scenario.demandEvents { add(event, scenario.contactTypes) }
    mixOfType = Array(repeating: -1, count: scenario.contactTypes.count)
    for (index, type) in scenario.contactTypes.enumerated() {
      if let mix = type.mix { add(mix, of: index) }
    }
  }

  private mutating func add(_ mix: SupportModel.Mix, of type: Int) {
    let position = Int32(mixes.count)
    mixes.append(
      Mix(
        firstVariant: Int32(mix.firstVariant), priorities: add(mix.priorities), segments: add(mix.segments), skills: add(mix.skills)))
    mixOfType[type] = position
    for source in sources.indices where Int(sources[source].type) == type { sources[source].mix = position }
  }

  private mutating func add(_ shares: [Double]) -> IndexRange {
    let first = mixShares.count
    var sum = 0.0
    for share in shares {
      sum += share
      mixShares.append(sum)
    }
    return IndexRange(first, mixShares.count)
  }

  private mutating func add(_ source: Source, named name: String) {
    sources.append(source)
    streamNames.append(name)
  }

  private mutating func add(_ process: ArrivalProcess, of type: Int, named name: String, _ horizon: Horizon) {
    let busyness = process.busyness.map { index(of: $0) } ?? -1
    let batch = samplers.add(process.batch)
    var source = Source(kind: .poisson, type: Int32(type), range: IndexRange(0, 0), gap: -1, batch: batch, busyness: busyness)
    switch process.pattern {
    case .poisson(let pieces):
      let first = segments.count
      let days = horizon.intervals + horizon.uncounted
      for piece in pieces where piece.expected > 0 {
        let start = piece.start.microseconds
        segments.append(
          Segment(
            start: start, end: piece.end.microseconds, expected: piece.expected, day: CompiledArrivals.day(at: start, days)))
      }
      source.range = IndexRange(first, segments.count)
    case .renewal(let gap):
      source.kind = .renewal
      source.gap = samplers.add(gap)
    case .instants(let times):
      source.kind = .instants
      let first = instants.count
      instants.append(contentsOf: times.map { $0.microseconds })
      source.range = IndexRange(first, instants.count)
    }
    add(source, named: name)
  }

  /// Factors of one name are one: drawn once for all the processes that share it.
  private mutating func index(of factor: ArrivalProcess.Busyness) -> Int32 {
    if let known = busynessNames.firstIndex(of: factor.name) { return Int32(known) }
    busynessNames.append(factor.name)
    busynessSamplers.append(samplers.add(factor.factor))
    busynessIsOfWholePlay.append(factor.isOfWholePlay)
    return Int32(busynessNames.count - 1)
  }

  private mutating func add(_ backlog: Horizon.Backlog, of type: ContactType) {
    add(
      Source(kind: .instants, type: Int32(backlog.contactType), range: IndexRange(0, 0), gap: -1, batch: -1, busyness: -1),
      named: "\(type.name)/backlog")
    let onHold = backlog.pending + backlog.onHold
    backlogs.append(
      Backlog(
        source: sources.count - 1, count: backlog.count, age: samplers.add(backlog.age), pending: backlog.pending, onHold: onHold,
        answered: max(backlog.answered, onHold)))
  }

  private mutating func add(_ event: DemandEvent, _ types: [ContactType]) {
    let shape = CompiledArrivals.segments(of: event.shape)
    let firstPart = sources.count
    var incident: Int32 = -1
    if let rule = event.incident {
      incident = Int32(incidents.count)
      incidents.append(
        Incident(lasts: samplers.add(rule.lasts), acknowledge: samplers.add(rule.acknowledge), solvesTogether: rule.solvesTogether))
    }
    for extra in event.extra where extra.expected > 0 {
      let first = segments.count
      segments.append(contentsOf: shape.map { Segment(start: $0.start, end: $0.end, expected: $0.expected * extra.expected, day: 0) })
      add(
        Source(
          kind: .poisson, type: Int32(extra.contactType), range: IndexRange(first, segments.count), gap: -1, batch: -1, busyness: -1),
        named: "\(types[extra.contactType].name)/\(event.name)")
      sources[sources.count - 1].incident = incident
    }
    events.append(
      Event(
        parts: firstPart..<sources.count, occurrence: event.occurrence, size: samplers.add(event.sizeFactor),
        late: samplers.add(event.startsLate), name: event.name, incident: incident))
  }

  /// The local day of an instant; warm-up before the first interval: whole days of 24 hours back.
  private static func day(at instant: Int64, _ intervals: [Horizon.Interval]) -> Int32 {
    guard !intervals.isEmpty else { return 0 }
    var low = 0
    var high = intervals.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if intervals[middle].start.microseconds <= instant { low = middle } else { high = middle }
    }
    let found = intervals[low]
    if instant < found.start.microseconds {
      let back = (found.start.microseconds - instant) / 86_400_000_000
      return Int32(max(0, found.day - Int(back)))
    }
    return Int32(found.day)
  }

  /// A shape as steps of constant rate whose masses add up to exactly its shares: every corner is a step's edge.
  static func segments(of shape: AnyDemandShape) -> [Segment] {
    let support = shape.support.microseconds
    guard support > 0 else { return [] }
    var edges = Set((0...shapeSteps).map { support / Int64(shapeSteps) * Int64($0) })
    edges.insert(support)
    for corner in shape.corners where corner.microseconds > 0 && corner.microseconds < support { edges.insert(corner.microseconds) }
    let ordered = edges.sorted()
    var result: [Segment] = []
    var before = 0.0
    for (start, end) in zip(ordered, ordered.dropFirst()) {
      let after = end == support ? 1 : shape.share(within: TimeSpan(microseconds: end))
      if after > before { result.append(Segment(start: start, end: end, expected: after - before, day: 0)) }
      before = after
    }
    return result
  }
}
