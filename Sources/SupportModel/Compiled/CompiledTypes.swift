import SimulationCore

/// What the event loop looks up by contact type.
package struct CompiledTypes: Sendable {
  /// The distribution in force from an instant on, as an index into `samplers`.
  package struct Piece: Sendable, BitwiseCopyable {
    var from: Int64
    var sampler: Int32
  }

  /// Pieces of a distribution that may change with the instant of arrival: a range of `pieces`; empty: none given.
  package struct Timed: Sendable, BitwiseCopyable {
    var first: Int32
    var count: Int32
    /// One distribution at all times, of a kind that can be drawn for several contacts together.
    var isDrawnAhead = false
    var isNone: Bool { count == 0 }
  }

  /// What a customer of this type brings and does: read by `Demand`.
  package struct Customer: Sendable, BitwiseCopyable {
    var talk: Timed
    var wrapUp: Timed
    var patience: Timed
    /// From the answer on, how long the customer stays with an agent.
    var stay: Timed
    /// Probability of leaving at once when it must wait.
    var balk: Double
    /// Indices into `retries`, or -1: nobody tries again.
    var afterAbandon: Int32
    var afterBlocked: Int32
  }

  /// Whether and when a customer tries again.
  package struct Retry: Sendable, BitwiseCopyable {
    var probability: Double
    /// Index into `samplers` of the delay.
    var delay: Int32
    /// Attempts after the first.
    var atMost: Int32
    var sameWork: Bool
    var samePatience: Bool
  }

  /// How contacts of this type get in and wait: read by `WaitingRoom`.
  package struct Door: Sendable, BitwiseCopyable {
    /// Waiting contacts beyond which the next one that must wait is blocked.
    var queueLimit: Int32
    /// Range into `roomsOfType`.
    var rooms: IndexRange
    /// Range into `windows`: the open stretches, in order.
    var windows: IndexRange
    /// Outside its opening hours a contact is refused.
    var refusesOutside: Bool
    /// At closing time those who wait are disconnected.
    var disconnectsAtClose: Bool
    /// While nobody who could take it is there a contact is refused.
    var refusesUnattended: Bool
    /// When the last one who could take them goes those who wait are disconnected.
    var disconnectsUnattended: Bool
  }

  /// Room shared by several types, `Int32.max` where there is no limit.
  package struct Room: Sendable, BitwiseCopyable {
    var inSystem: Int32
    var waiting: Int32
  }

  /// A stretch of time, µs: `[from, to)`.
  package struct Stretch: Sendable, BitwiseCopyable {
    var from: Int64
    var to: Int64
  }

  /// How contacts of this type are chosen: read by `Router`.
  package struct Claim: Sendable, BitwiseCopyable {
    var priority: Int32
    /// Answer time of its tightest target, µs; `Int64.max` without one.
    var dueAfter: Int64
    /// Mean of talk and wrap-up in seconds, before any group's factor.
    var expectedHandle: Double
  }

  package struct TargetEntry: Sendable, BitwiseCopyable {
    var target: Int32
    var within: Int64
    var shortAbandon: Int64
  }

  /// A promise that has clocks of its own: not an answer within plain time.
  package struct ClockedTarget: Sendable, BitwiseCopyable {
    var target: Int32
    var shortAbandon: Int64
    /// Not only measured: routing by due times sees it.
    var isPromised: Bool
  }

  let customers: [Customer]
  let retries: [Retry]
  let samplers: SamplerTable
  let pieces: [Piece]
  let doors: [Door]
  let rooms: [Room]
  let roomsOfType: [Int32]
  let windows: [Stretch]
  let claims: [Claim]
  let targetsOfType: [TargetEntry]
  /// Range into `targetsOfType` of each type.
  let rangeOfTargets: [IndexRange]
  let clockedTargets: [ClockedTarget]
  /// Range into `clockedTargets` of each type.
  let rangeOfClocked: [IndexRange]

  /// What becomes of contacts after a touch.
  let tickets: CompiledTickets
  /// What contacts cause others for.
  let returns: CompiledReturns
  /// Which work may be put aside for which contacts.
  let interruptions: CompiledInterruptions

  init(_ scenario: Scenario, _ queues: CompiledQueues) {
    var compiler = CustomerCompiler()
    customers = scenario.contactTypes.map { compiler.customer($0) }
    tickets = CompiledTickets(scenario, queues, &compiler)
    interruptions = CompiledInterruptions(scenario, queues, &compiler)
    returns = CompiledReturns(scenario, &compiler)
    retries = compiler.retries
    samplers = compiler.samplers
    pieces = compiler.pieces

    var windows: [Stretch] = []
    var roomsOfType: [Int32] = []
    var promises = PromiseCompiler(scenario)
    doors = scenario.contactTypes.indices.map { CompiledTypes.door($0, scenario, &windows, &roomsOfType) }
    rooms = scenario.sharedLimits.map { limit in
      Room(
        inSystem: limit.inSystem.map { Int32(clamping: $0) } ?? .max, waiting: limit.waiting.map { Int32(clamping: $0) } ?? .max)
    }
    claims = zip(scenario.contactTypes, scenario.targetsByType).map { type, targets in
      Claim(
        priority: Int32(type.priority), dueAfter: promises.add(targets, of: type), expectedHandle: type.expectedHandle)
    }
    self.windows = windows
    self.roomsOfType = roomsOfType
    targetsOfType = promises.targetsOfType
    rangeOfTargets = promises.rangeOfTargets
    clockedTargets = promises.clockedTargets
    rangeOfClocked = promises.rangeOfClocked
  }

  /// How a contact type gets in; its opening hours and shared rooms join those of the others.
  private static func door(_ index: Int, _ scenario: Scenario, _ windows: inout [Stretch], _ roomsOfType: inout [Int32]) -> Door {
    let type = scenario.contactTypes[index]
    let firstWindow = windows.count
    windows += (scenario.openingHours(of: index)?.stretches.ranges ?? []).map {
      Stretch(from: $0.lowerBound.microseconds, to: $0.upperBound.microseconds)
    }
    let firstRoom = roomsOfType.count
    for (room, limit) in scenario.sharedLimits.enumerated() where limit.contactTypes.contains(index) { roomsOfType.append(Int32(room)) }
    return Door(
      queueLimit: type.queueLimit.map { Int32(clamping: $0) } ?? .max, rooms: IndexRange(firstRoom, roomsOfType.count),
      windows: IndexRange(firstWindow, windows.count), refusesOutside: type.opens?.outside == .refuse,
      disconnectsAtClose: type.opens?.atClose == .disconnect, refusesUnattended: type.nobodyThere?.arriving == .refuse,
      disconnectsUnattended: type.nobodyThere?.waiting == .disconnect)
  }
}

/// Flattens the distributions of contact types.
struct CustomerCompiler {
  var samplers = SamplerTable()
  var pieces: [CompiledTypes.Piece] = []
  var retries: [CompiledTypes.Retry] = []

  mutating func customer(_ type: ContactType) -> CompiledTypes.Customer {
    CompiledTypes.Customer(
      talk: timed(type.talk), wrapUp: timed(type.wrapUp), patience: timed(type.patience), stay: timed(type.abandonsInService),
      balk: type.balk,
      afterAbandon: retry(type.afterAbandon), afterBlocked: retry(type.afterBlocked))
  }

  mutating func timed(_ timed: TimedDistribution?) -> CompiledTypes.Timed {
    guard let timed else { return CompiledTypes.Timed(first: 0, count: 0) }
    let first = Int32(pieces.count)
    for piece in timed.pieces {
      pieces.append(CompiledTypes.Piece(from: piece.from.microseconds, sampler: samplers.add(piece.distribution)))
    }
    let isDrawnAhead = timed.pieces.count == 1 && samplers.drawsAhead(Int(pieces[Int(first)].sampler))
    return CompiledTypes.Timed(first: first, count: Int32(timed.pieces.count), isDrawnAhead: isDrawnAhead)
  }

  private mutating func retry(_ retry: ContactType.Retry?) -> Int32 {
    guard let retry else { return -1 }
    retries.append(
      CompiledTypes.Retry(
        probability: retry.probability, delay: samplers.add(retry.delay), atMost: Int32(clamping: retry.atMost), sameWork: retry.sameWork,
        samePatience: retry.samePatience))
    return Int32(retries.count - 1)
  }
}

extension ContactType {
  /// Mean handle time (talk and wrap-up) in seconds before any group's factor, by the distributions in force first; 0 where a mean does not exist.
  package var expectedHandle: Double {
    let talkMean = talk.pieces[0].distribution.mean
    let wrapUpMean = wrapUp?.pieces[0].distribution.mean ?? 0
    let sum = talkMean + wrapUpMean
    return sum.isFinite ? sum : 0
  }
}
