import SimulationCore

/// What becomes of contacts after a touch, as the event loop reads it (`CompiledTickets`).
struct TicketRules: ~Copyable {
  let rules: Slab<CompiledTickets.Rule>
  let holds: Slab<CompiledTickets.Hold>
  let moves: Slab<CompiledTickets.Move>
  let approvals: Slab<CompiledTickets.Approval>
  let hasReads: Bool
  /// By contact type: its mix, or -1.
  let mixOfType: Slab<Int32>
  let shares: Slab<Double>
  let laws: Slab<Int32>
  let timed: Slab<CompiledTypes.Timed>
  private let holdHours: [BusinessTime]
  private let autoCloses: [(after: ClockDuration, hours: SharedHours)]

  init(_ tickets: CompiledTickets) {
    rules = Slab(tickets.rules)
    holds = Slab(tickets.holds)
    moves = Slab(tickets.moves)
    approvals = Slab(tickets.approvals)
    hasReads = tickets.hasReads
    mixOfType = Slab(tickets.mixOfType)
    shares = Slab(tickets.shares)
    laws = Slab(tickets.laws)
    timed = Slab(tickets.timed)
    holdHours = tickets.holdHours
    autoCloses = tickets.autoCloses.map { ($0.after, SharedHours($0.hours)) }
  }

  /// The share after a touch.
  @inline(__always)
  mutating func share(_ values: CompiledTickets.ByTouch, after touch: Int32) -> Double { shares[values.position(touch)] }

  /// The sampler after a touch.
  @inline(__always)
  mutating func law(_ values: CompiledTickets.ByTouch, after touch: Int32) -> Int { Int(laws[values.position(touch)]) }

  /// The move that a uniform number stands for after a touch by somebody of a group, an index into `moves`; or -1.
  mutating func move(_ rule: CompiledTickets.Rule, by group: Int32, _ uniform: Double) -> Int {
    var left = uniform
    for position in rule.moves.indices {
      let first = moves[position].shares.indices.lowerBound
      left -= shares[first + (moves[position].isByGroup ? Int(group) : 0)]
      if left < 0 { return position }
    }
    return -1
  }

  /// When a hold ends that takes so long from now on, both in µs; `Int64.max`: never.
  mutating func end(of hold: Int, taking time: Int64, from now: Int64) -> Int64 {
    let hours = Int(holds[hold].hours)
    if hours < 0 {
      let end = now.addingReportingOverflow(time)
      return end.overflow ? .max : end.partialValue
    }
    return holdHours[hours].due(after: TimeSpan(microseconds: time), from: SimInstant(microseconds: now))?.microseconds ?? .max
  }

  /// When a contact of a type that is pending from now on closes by itself, µs; `Int64.max`: never.
  mutating func closing(_ type: Int32, from now: Int64) -> Int64 {
    let rule = Int(rules[Int(type)].autoClose)
    if rule < 0 { return .max }
    return autoCloses[rule].hours.due(autoCloses[rule].after, from: SimInstant(microseconds: now))?.microseconds ?? .max
  }
}
