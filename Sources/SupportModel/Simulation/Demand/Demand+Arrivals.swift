import SimulationCore

/// When the next contacts of a source come.
extension Demand {
  @inline(__always)
  mutating func start(source index: Int, occurrence: Int, offset: Int64, scale: Double) -> Int32 {
    let source = origins[index]
    return sources.insert(
      SourceState(
        source: Int32(index), entityBase: UInt64(occurrence) << 40, offset: offset, scale: scale, position: source.range.indices.lowerBound,
        gaps: streams[index].arrivals.generator(entity: UInt64(occurrence)))
    ).index
  }

  /// The next instant at which a source brings contacts, µs; `Int64.max` when it is dry. `now` is the instant of the one before.
  mutating func nextArrival(_ index: Int32, after now: Int64) -> Int64 {
    let source = origins[Int(sources[index].source)]
    switch source.kind {
    case .poisson: return nextPoisson(index, until: source.range.indices.upperBound, busyness: source.busyness)
    case .renewal: return nextRenewal(index, source, after: now)
    case .instants: return nextInstant(index, source)
    }
  }

  /// The inverse of the cumulative rate at the next point of a unit-rate Poisson process: a unit-exponential amount of expected arrivals
  /// is spent walking along the segments. Scaling the volume therefore moves the same customers in time.
  private mutating func nextPoisson(_ index: Int32, until end: Int, busyness factor: Int32) -> Int64 {
    var amount = nextAmount(index)
    var position = sources[index].position
    var used = sources[index].used
    let scale = sources[index].scale
    let offset = sources[index].offset
    while position < end {
      let segment = segments[position]
      var mass = segment.expected * scale
      if factor >= 0 { mass *= busyness[Int(factor) * dayCount + Int(segment.day)] }
      let left = mass * (1 - used)
      if amount < left {
        used += amount / mass
        let time = offset + segment.start + Int64(used * Double(segment.end - segment.start))
        if time >= 0 {
          sources[index].position = position
          sources[index].used = used
          return time
        }
        // An event that began before the horizon: what came then is not played.
        amount = nextAmount(index)
        continue
      }
      amount -= left
      position += 1
      used = 0
    }
    sources[index].position = end
    return Int64.max
  }

  @inline(__always)
  private mutating func nextAmount(_ index: Int32) -> Double {
    if sources[index].amountsTaken == 8 {
      sources[index].amounts.drawExponentials(from: &sources[index].gaps)
      sources[index].amountsTaken = 0
    }
    sources[index].amountsTaken += 1
    return sources[index].amounts[sources[index].amountsTaken - 1]
  }

  private mutating func nextRenewal(_ index: Int32, _ source: CompiledArrivals.Source, after now: Int64) -> Int64 {
    let gap = arrivalSamplers.sample(Int(source.gap), using: &sources[index].gaps)
    var factor = 1.0
    if source.busyness >= 0 { factor = busyness[Int(source.busyness) * dayCount + day(at: now)] }
    sources[index].lastRenewal += gap / factor
    return max(now, TimeSpan.microseconds(fromSeconds: sources[index].lastRenewal))
  }

  /// The next fixed instant. A busy day's factor f repeats each instant ⌊f⌋ times, and once more with probability f − ⌊f⌋.
  private mutating func nextInstant(_ index: Int32, _ source: CompiledArrivals.Source) -> Int64 {
    while sources[index].position < source.range.indices.upperBound {
      let time = instants[sources[index].position]
      sources[index].position += 1
      if time < 0 { continue }
      if source.busyness < 0 {
        sources[index].epochs = 1
        return time
      }
      let factor = busyness[Int(source.busyness) * dayCount + day(at: time)]
      let whole = factor.rounded(.down)
      let extra = sources[index].gaps.nextUniform() < factor - whole
      sources[index].epochs = UInt64(whole) + (extra ? 1 : 0)
      if sources[index].epochs > 0 { return time }
    }
    return Int64.max
  }

  /// The local day of an instant: that of the last interval that has begun, of the first one in the warm-up.
  private mutating func day(at instant: Int64) -> Int {
    var low = 0
    var high = intervalStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if intervalStarts[middle] <= instant { low = middle } else { high = middle }
    }
    return Int(intervalDays[low])
  }

  /// How many arrivals there are at the present instant of a source: more than one where a busy day repeats a fixed instant.
  @inline(__always)
  mutating func epochs(_ index: Int32) -> UInt64 {
    origins[Int(sources[index].source)].kind == .instants ? sources[index].epochs : 1
  }

  /// How many contacts one arrival brings.
  @inline(__always)
  mutating func batchSize(_ index: Int32) -> Int {
    let origin = Int(sources[index].source)
    let batch = origins[origin].batch
    if batch < 0 { return 1 }
    var draws = streams[origin].batch.generator(entity: sources[index].batches)
    sources[index].batches += 1
    let drawn = arrivalSamplers.sample(Int(batch), using: &draws)
    return Int(max(0, min(drawn.rounded(), 1e9)))
  }

  /// The next customer of a source.
  @inline(__always)
  mutating func nextCustomer(_ index: Int32, at now: Int64) -> Attempt {
    let origin = sources[index].source
    let entity = sources[index].entityBase + sources[index].made
    let type = type(origin, entity)
    sources[index].made += 1
    let talk = talkAhead(index, type, entity)
    return Attempt(need: open(source: origin, entity: entity, type: type, at: now), since: now, talk: talk)
  }

  /// Talk in µs of the next customer of a source; -1 where it has to be drawn by itself, when it is answered.
  @inline(__always)
  private mutating func talkAhead(_ index: Int32, _ type: Int32, _ entity: UInt64) -> Int64 {
    let talk = customers[Int(type)].talk
    if !talk.isDrawnAhead { return -1 }
    if entity & ~7 != sources[index].talkFrom {
      sources[index].talkFrom = entity & ~7
      samplers.drawAhead(
        Int(pieces[Int(talk.first)].sampler), from: streams[Int(sources[index].source)].talk, entities: entity & ~7,
        into: &sources[index].talk)
    }
    return TimeSpan.microseconds(fromSeconds: sources[index].talk[Int(truncatingIfNeeded: entity)])
  }
}
