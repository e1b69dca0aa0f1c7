package import SimulationCore

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

  package struct Entry: Sendable, BitwiseCopyable {
    var talk: Timed
    var wrapUp: Timed
    var patience: Timed
    var balk: Double
    var queueLimit: Int32
    var priority: Int32
    /// Answer time of its tightest target, µs; `Int64.max` without one.
    var dueAfter: Int64
    /// Mean of talk and wrap-up in seconds, before any group's factor.
    var expectedHandle: Double
    /// Ranges into `targetsOfType` and `limitsOfType`.
    var targets: IndexRange
    var limits: IndexRange
    var retriesAfterAbandon: Bool
    var retriesAfterBlocked: Bool
    /// Outside its opening hours a contact is refused.
    var refusesOutside: Bool
  }

  package struct TargetEntry: Sendable, BitwiseCopyable {
    var target: Int32
    var within: Int64
    var shortAbandon: Int64
  }

  package let entries: [Entry]
  package let samplers: SamplerTable
  let pieces: [Piece]
  let targetsOfType: [TargetEntry]
  let limitsOfType: [Int32]

  init(_ scenario: Scenario) {
    var samplers = SamplerTable()
    var pieces: [Piece] = []
    var targetsOfType: [TargetEntry] = []
    var limitsOfType: [Int32] = []

    func compile(_ timed: TimedDistribution?) -> Timed {
      guard let timed else { return Timed(first: 0, count: 0) }
      let first = Int32(pieces.count)
      for piece in timed.pieces {
        pieces.append(Piece(from: piece.from.microseconds, sampler: samplers.add(piece.distribution)))
      }
      let isDrawnAhead = timed.pieces.count == 1 && samplers.drawsAhead(Int(pieces[Int(first)].sampler))
      return Timed(first: first, count: Int32(timed.pieces.count), isDrawnAhead: isDrawnAhead)
    }

    entries = scenario.contactTypes.enumerated().map { index, type in
      let firstTarget = targetsOfType.count
      for (target, promise) in scenario.targets.enumerated() where promise.contactTypes.contains(index) {
        targetsOfType.append(
          TargetEntry(
            target: Int32(target), within: promise.within.microseconds, shortAbandon: promise.shortAbandon?.microseconds ?? -1))
      }
      let firstLimit = limitsOfType.count
      for (limit, room) in scenario.sharedLimits.enumerated() where room.contactTypes.contains(index) { limitsOfType.append(Int32(limit)) }
      let due = targetsOfType[firstTarget...].map { $0.within }.min() ?? Int64.max
      return Entry(
        talk: compile(type.talk), wrapUp: compile(type.wrapUp), patience: compile(type.patience), balk: type.balk,
        queueLimit: type.queueLimit.map { Int32(clamping: $0) } ?? Int32.max, priority: Int32(type.priority), dueAfter: due,
        expectedHandle: type.expectedHandle, targets: IndexRange(firstTarget, targetsOfType.count),
        limits: IndexRange(firstLimit, limitsOfType.count), retriesAfterAbandon: type.afterAbandon != nil,
        retriesAfterBlocked: type.afterBlocked != nil,
        refusesOutside: type.opens?.outside == .refuse)
    }
    self.samplers = samplers
    self.pieces = pieces
    self.targetsOfType = targetsOfType
    self.limitsOfType = limitsOfType
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
