import SimulationCore

/// What a customer brings: each number a function of the need, its attempt and the purpose, not of what happened to others.
extension Demand {
  /// The sampler in force for a contact that arrived at an instant.
  @inline(__always)
  private mutating func sampler(_ timed: CompiledTypes.Timed, at instant: Int64) -> Int {
    if timed.count == 1 { return Int(pieces[Int(timed.first)].sampler) }
    var low = Int(timed.first)
    var high = low + Int(timed.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].from <= instant { low = middle } else { high = middle }
    }
    return Int(pieces[low].sampler)
  }

  /// One draw in seconds. A customer who comes back with the same work (run 0) brings what was drawn for the first arrival.
  @inline(__always)
  mutating func draw(_ timed: CompiledTypes.Timed, from stream: RandomStream, _ need: Int32, run: UInt16, arrivedAt: Int64)
    -> Double
  {
    let instant = run == 0 ? needs[need].firstArrivedAt : arrivedAt
    return samplers.sample(sampler(timed, at: instant), from: stream, entity: needs[need].entity, run: run)
  }

  /// Talk in µs before the group's factor.
  mutating func talk(_ need: Int32, type: Int32, arrivedAt: Int64) -> Int64 {
    let stream = streams[Int(needs[need].source)].talk
    return TimeSpan.microseconds(
      fromSeconds: draw(customers[Int(type)].talk, from: stream, need, run: needs[need].workRun, arrivedAt: arrivedAt))
  }

  /// Wrap-up in µs by somebody with this factor.
  @inline(__always)
  mutating func wrapUp(_ need: Int32, type: Int32, arrivedAt: Int64, factor: Double) -> Int64 {
    let timed = customers[Int(type)].wrapUp
    if timed.isNone { return 0 }
    let stream = streams[Int(needs[need].source)].wrapUp
    return TimeSpan.microseconds(fromSeconds: draw(timed, from: stream, need, run: needs[need].workRun, arrivedAt: arrivedAt) * factor)
  }

  /// Patience in µs.
  @inline(__always)
  mutating func patience(_ need: Int32, type: Int32, arrivedAt: Int64) -> Int64 {
    let stream = streams[Int(needs[need].source)].patience
    return TimeSpan.microseconds(
      fromSeconds: draw(customers[Int(type)].patience, from: stream, need, run: needs[need].patienceRun, arrivedAt: arrivedAt))
  }

  /// Whether a customer who must wait leaves at once.
  @inline(__always)
  mutating func balks(_ need: Int32, type: Int32) -> Bool {
    let probability = customers[Int(type)].balk
    if probability == 0 { return false }
    var draws = streams[Int(needs[need].source)].balk.generator(
      entity: needs[need].entity, run: UInt16(truncatingIfNeeded: needs[need].attempt))
    return draws.nextUniform() < probability
  }

  /// When the customer tries again by a rule, µs; -1: never. What the next attempt brings is settled with it.
  /// Attempts that would come after the end of the horizon are not made.
  mutating func returns(_ need: Int32, by rule: Int32, after now: Int64) -> Int64 {
    let retry = retries[Int(rule)]
    let attempt = needs[need].attempt
    if attempt >= retry.atMost { return -1 }
    var draws = streams[Int(needs[need].source)].retry.generator(entity: needs[need].entity, run: UInt16(truncatingIfNeeded: attempt))
    if draws.nextUniform() >= retry.probability { return -1 }
    let at = now + TimeSpan.microseconds(fromSeconds: samplers.sample(Int(retry.delay), using: &draws))
    if at >= end { return -1 }
    needs[need].attempt = attempt + 1
    needs[need].workRun = retry.sameWork ? 0 : UInt16(truncatingIfNeeded: attempt + 1)
    needs[need].patienceRun = retry.samePatience ? 0 : UInt16(truncatingIfNeeded: attempt + 1)
    return at
  }
}
