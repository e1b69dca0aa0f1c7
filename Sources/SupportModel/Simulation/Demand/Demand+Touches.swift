import SimulationCore

/// What is drawn after a touch, beside talk and wrap-up of the next: each purpose a stream of its own.
enum TouchDraw: Int, CaseIterable {
  case more, repliesIn, neverReplies, reopens, reopensAfter, holds, holdTakes, resumeCost, inBacklog, moves, moveDelay
  case approvals, approvalTakes, approvalFinish, reads, warmFor, acknowledges, solvesTogether

  /// Of the stream of a source: `more/billing-email`.
  var name: String {
    switch self {
    case .more: "more"
    case .repliesIn: "customer-replies-in"
    case .neverReplies: "never-replies"
    case .reopens: "reopens"
    case .reopensAfter: "reopens-after"
    case .holds: "holds"
    case .holdTakes: "hold-takes"
    case .resumeCost: "resume-cost"
    case .inBacklog: "in-backlog"
    case .moves: "moves"
    case .moveDelay: "move-delay"
    case .approvals: "approvals"
    case .approvalTakes: "approval-takes"
    case .approvalFinish: "approval-finish"
    case .reads: "reads"
    case .warmFor: "warm-for"
    case .acknowledges: "acknowledges"
    case .solvesTogether: "solves-together"
    }
  }
}

/// Numbers of a contact's touches: each a function of the contact, the touch and the purpose.
extension Demand {
  /// The stream of a purpose and a touch; those of the first are the streams of scenarios without touches.
  private mutating func stream(_ draw: TouchDraw, _ need: Int32, touch: Int32) -> RandomStream {
    touchStreams[Int(needs[need].source) * TouchDraw.allCases.count + draw.rawValue].part(UInt32(touch - 1))
  }

  private mutating func run(_ need: Int32) -> UInt16 { UInt16(truncatingIfNeeded: needs[need].attempt) }

  /// A uniform number to hold against a share.
  mutating func uniform(_ draw: TouchDraw, _ need: Int32, touch: Int32) -> Double {
    stream(draw, need, touch: touch).uniform(entity: needs[need].entity, run: run(need))
  }

  /// A length of time in µs.
  mutating func time(_ draw: TouchDraw, _ need: Int32, touch: Int32, by law: Int) -> Int64 {
    TimeSpan.microseconds(
      fromSeconds: samplers.sample(law, from: stream(draw, need, touch: touch), entity: needs[need].entity, run: run(need)))
  }

  /// A draw of a law that arrivals have, seconds, for the first touch.
  mutating func arrivalLaw(_ law: Int32, _ draw: TouchDraw, _ need: Int32) -> Double {
    arrivalSamplers.sample(Int(law), from: stream(draw, need, touch: 1), entity: needs[need].entity, run: run(need))
  }

  /// When the incident ends that a need is about, µs; `Int64.min`: it is about none.
  mutating func incidentEnd(of need: Int32) -> Int64 {
    let incident = origins[Int(needs[need].source)].incident
    if incident < 0 || courses.isUsed && (courses[need].underOtherKeys > 0 || courses[need].parent >= 0) { return .min }
    return incidentEnds[Int(incident)][Int(needs[need].entity >> 40)]
  }

  /// What an interruption adds to the work of a touch, µs; `ordinal`: interruptions of the touch before it.
  mutating func resumeCost(_ need: Int32, touch: Int32, ordinal: Int32, by law: Int) -> Int64 {
    return time(.resumeCost, need, touch: touch, ordinal: ordinal, by: law)
  }

  /// A length of time of which there may be several in a touch, µs; `ordinal`: those before it.
  mutating func time(_ draw: TouchDraw, _ need: Int32, touch: Int32, ordinal: Int32, by law: Int) -> Int64 {
    let stream = stream(draw, need, touch: touch).part(UInt32(ordinal))
    return TimeSpan.microseconds(fromSeconds: samplers.sample(law, from: stream, entity: needs[need].entity, run: run(need)))
  }

  /// Talk of a touch in µs before the group's factor; `timed`: the law of this touch.
  mutating func talk(_ need: Int32, _ timed: CompiledTypes.Timed, touch: Int32, arrivedAt: Int64) -> Int64 {
    let stream = streams[Int(needs[need].source)].talk.part(UInt32(touch - 1))
    return TimeSpan.microseconds(fromSeconds: draw(timed, from: stream, need, run: needs[need].workRun, arrivedAt: arrivedAt))
  }

  /// Wrap-up of a touch in µs by somebody with this factor.
  mutating func wrapUp(_ need: Int32, _ timed: CompiledTypes.Timed, touch: Int32, arrivedAt: Int64, factor: Double) -> Int64 {
    if timed.isNone { return 0 }
    let stream = streams[Int(needs[need].source)].wrapUp.part(UInt32(touch - 1))
    return TimeSpan.microseconds(fromSeconds: draw(timed, from: stream, need, run: needs[need].workRun, arrivedAt: arrivedAt) * factor)
  }

  /// Patience for a touch in µs.
  mutating func patience(_ need: Int32, type: Int32, touch: Int32, arrivedAt: Int64) -> Int64 {
    let stream = streams[Int(needs[need].source)].patience.part(UInt32(touch - 1))
    return TimeSpan.microseconds(
      fromSeconds: draw(customers[Int(type)].patience, from: stream, need, run: needs[need].patienceRun, arrivedAt: arrivedAt))
  }

  /// How long a customer stays with an agent in a touch, µs.
  mutating func stay(_ need: Int32, type: Int32, touch: Int32, arrivedAt: Int64) -> Int64 {
    let stream = streams[Int(needs[need].source)].stay.part(UInt32(touch - 1))
    return TimeSpan.microseconds(
      fromSeconds: draw(customers[Int(type)].stay, from: stream, need, run: needs[need].patienceRun, arrivedAt: arrivedAt))
  }

  /// A new contact of a need is to come: its work and its patience are its own.
  mutating func beginAnew(_ need: Int32) {
    needs[need].attempt += 1
    needs[need].workRun = UInt16(truncatingIfNeeded: needs[need].attempt)
    needs[need].patienceRun = needs[need].workRun
  }
}
