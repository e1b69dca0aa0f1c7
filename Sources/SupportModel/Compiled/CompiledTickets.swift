import SimulationCore

/// What becomes of contacts after a touch, as flat tables by contact type.
struct CompiledTickets: Sendable {
  /// Values by touch: a range of a table, of which the last holds for all later ones.
  struct ByTouch: Sendable, BitwiseCopyable {
    var range: IndexRange
    @inline(__always) var isNone: Bool { range.isEmpty }
    /// Position of the value after a touch, from 1 on.
    @inline(__always) func position(_ touch: Int32) -> Int { min(range.indices.lowerBound + Int(touch) - 1, range.indices.upperBound - 1) }
  }

  /// A contact that waits for the customer for so long closes by itself.
  struct AutoClose: Sendable {
    var after: ClockDuration
    var hours: ClockHours
  }

  struct Rule: Sendable, BitwiseCopyable {
    /// Into `shares`.
    var more: ByTouch
    var neverReplies: ByTouch
    /// Into `laws`: indices of samplers.
    var repliesIn: ByTouch
    /// Into `timed`, of touches 2, 3, …
    var talk: ByTouch
    var wrapUp: ByTouch
    /// Into `autoCloses`, or -1.
    var autoClose: Int32
    var lateRepliesReopen: Bool
    var joinsAtTail: Bool
    var reopenShare: Double
    /// Index into the samplers, or -1.
    var reopensAfter: Int32
    /// µs; `Int64.max`: at any time.
    var reopensWithin: Int64
    var comesAnew: Bool
    /// Range into `holds`.
    var holds: IndexRange
    var replies: Bool
    /// Indices into the samplers of what another agent reads, of the same group and of another, or -1.
    var readsSame: Int32
    var readsOther: Int32
    /// Into `approvals`, or -1.
    var approval: Int32
    /// Range into `moves`.
    var moves: IndexRange
    /// No touch leads to anything else: the contact is solved with it.
    var isSingle: Bool
    /// Higher is served first.
    var priority: Int32
    /// µs for which it waits for the agent of the last touch; 0: not at all.
    var prefersLastAgent: Int64
  }

  struct Hold: Sendable, BitwiseCopyable {
    /// Where the contact waits for the group that has it; -1: it is outside, and comes back after a time.
    var queue: Int32
    /// What the group does says something to the customer.
    var replies: Bool
    /// Into `shares` and `laws`.
    var shares: ByTouch
    var takes: ByTouch
    /// Into `holdHours`; -1: every hour counts.
    var hours: Int32
  }

  let isUsed: Bool
  /// Contacts may wait for one agent.
  let keepsContacts: Bool
  let hasMoves: Bool
  let hasReads: Bool
  /// By contact type: its mix among `CompiledArrivals.mixes`, or -1.
  let mixOfType: [Int32]
  private(set) var moves: [Move] = []
  var approvals: [Approval] = []
  private(set) var rules: [Rule] = []
  private(set) var holds: [Hold] = []
  private(set) var holdHours: [BusinessTime] = []
  private(set) var autoCloses: [AutoClose] = []
  private(set) var shares: [Double] = []
  private(set) var laws: [Int32] = []
  private(set) var timed: [CompiledTypes.Timed] = []

  init(_ scenario: Scenario, _ queues: CompiledQueues, _ compiler: inout CustomerCompiler) {
    isUsed = scenario.hasTickets
    keepsContacts =
      isUsed
      && (scenario.hasTrays || !scenario.routing.affinity.isEmpty
        || scenario.channels.contains { $0.interruption?.resumesWithSame == true })
    hasMoves = scenario.hasMoves
    let mixed = scenario.contactTypes.indices.filter { scenario.contactTypes[$0].mix != nil }
    mixOfType = scenario.contactTypes.indices.map { type in Int32(mixed.firstIndex(of: type) ?? -1) }
    hasReads = scenario.contactTypes.contains { $0.reads != nil }
    if isUsed { for type in scenario.contactTypes.indices { add(type, scenario, queues, &compiler) } }
  }

  private mutating func add(_ index: Int, _ scenario: Scenario, _ queues: CompiledQueues, _ compiler: inout CustomerCompiler) {
    let type = scenario.contactTypes[index]
    let touches = type.touches
    let reopening = type.reopening ?? .ofLateReplies
    let affinity = scenario.routing.affinity.last { $0.contactTypes.contains(index) }
    let firstHold = holds.count
    for hold in type.holds {
      var queue: Int32?
      if case .group(let group) = hold.party { queue = queues.queue(ofType: index, heldBy: group) }
      if let calendar = hold.calendar { holdHours.append(scenario.calendars[calendar].hours) }
      holds.append(
        Hold(
          queue: queue ?? -1, replies: hold.replies, shares: add(hold.shares), takes: add(hold.takes, &compiler),
          hours: hold.calendar == nil ? -1 : Int32(holdHours.count - 1)))
    }
    let approval = type.approval.map { add($0, of: index, queues, &compiler) } ?? -1
    let firstMove = moves.count
    for move in type.moves { moves.append(add(move, scenario, &compiler)) }
    rules.append(
      Rule(
        more: add(touches?.more ?? [0]), neverReplies: add(touches?.neverReplies ?? [0]),
        repliesIn: add(touches?.repliesIn ?? [], &compiler),
        talk: add(touches?.talk ?? [], &compiler), wrapUp: add(touches?.wrapUp ?? [], &compiler),
        autoClose: add(touches?.autoClose, scenario),
        lateRepliesReopen: touches?.lateReplies != .lost, joinsAtTail: touches?.returns != .place, reopenShare: reopening.share,
        reopensAfter: compiler.samplers.add(reopening.after), reopensWithin: reopening.within?.microseconds ?? .max,
        comesAnew: reopening.afterWindow == .new, holds: IndexRange(firstHold, holds.count), replies: type.replies,
        readsSame: compiler.samplers.add(type.reads?.sameGroup), readsOther: compiler.samplers.add(type.reads?.otherGroup),
        approval: approval, moves: IndexRange(firstMove, moves.count),
        isSingle: type.approval == nil && type.holds.isEmpty && type.moves.isEmpty && (touches?.more ?? []).allSatisfy { $0 <= 0 },
        priority: Int32(clamping: type.priority),
        prefersLastAgent: affinity?.preferLastAgentFor.microseconds ?? 0))
  }

  private mutating func add(_ autoClose: Touches.AutoClose?, _ scenario: Scenario) -> Int32 {
    guard let autoClose else { return -1 }
    autoCloses.append(AutoClose(after: autoClose.after, hours: scenario.clockHours(autoClose.calendar)))
    return Int32(autoCloses.count - 1)
  }

  mutating func add(_ values: [Double]) -> ByTouch {
    let first = shares.count
    shares += values
    return ByTouch(range: IndexRange(first, shares.count))
  }

  private mutating func add(_ distributions: [AnyDistribution], _ compiler: inout CustomerCompiler) -> ByTouch {
    let first = laws.count
    for law in distributions { laws.append(compiler.samplers.add(law)) }
    return ByTouch(range: IndexRange(first, laws.count))
  }

  private mutating func add(_ distributions: [TimedDistribution], _ compiler: inout CustomerCompiler) -> ByTouch {
    let first = timed.count
    for law in distributions { timed.append(compiler.timed(law)) }
    return ByTouch(range: IndexRange(first, timed.count))
  }
}
