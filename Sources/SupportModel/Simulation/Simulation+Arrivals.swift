import SimulationCore

extension Simulation {
  mutating func beginArrivals() {
    let arrivals = compiled.arrivals
    drawBusyness()
    sources.removeAll()
    for index in 0..<arrivals.processCount {
      start(source: index, occurrence: 0, offset: 0, scale: 1)
    }
    for backlog in arrivals.backlogs { arriveBacklog(backlog) }
    for event in arrivals.events { beginEvent(event) }
  }

  /// One factor per busyness name and local day of the horizon: `busyness[name * dayCount + day]`.
  private mutating func drawBusyness() {
    let arrivals = compiled.arrivals
    busyness.removeAll(keepingCapacity: true)
    for (index, name) in arrivals.busynessNames.enumerated() {
      let stream = RandomStream(seed: seed, replication: replication, name: "busyness/\(name)")
      for day in 0..<arrivals.dayCount {
        var draws = stream.generator(entity: arrivals.busynessIsOfWholePlay[index] ? 0 : UInt64(day))
        busyness.append(arrivals.samplers.sample(Int(arrivals.busynessSamplers[index]), using: &draws))
      }
    }
  }

  /// Starts a demand event at each of its occurrences. Size and delay are drawn once per occurrence, for all its contact types.
  private mutating func beginEvent(_ event: CompiledArrivals.Event) {
    var starts: [Int64] = []
    switch event.occurrence {
    case .once(let at): starts = [at.microseconds]
    case .random(let perSecond):
      var draws = RandomStream(seed: seed, replication: replication, name: "happens/\(event.name)").generator(entity: 0)
      var seconds = 0.0
      while true {
        seconds += Sampler.exponential(mean: 1 / perSecond).sample(using: &draws)
        let at = TimeSpan.microseconds(fromSeconds: seconds)
        if at >= end { break }
        starts.append(at)
      }
    }
    let sizes = RandomStream(seed: seed, replication: replication, name: "size/\(event.name)")
    let delays = RandomStream(seed: seed, replication: replication, name: "starts-late/\(event.name)")
    for (occurrence, at) in starts.enumerated() {
      var scale = 1.0
      if event.size >= 0 {
        var draws = sizes.generator(entity: UInt64(occurrence))
        scale = compiled.arrivals.samplers.sample(Int(event.size), using: &draws)
      }
      var offset = at
      if event.late >= 0 {
        var draws = delays.generator(entity: UInt64(occurrence))
        offset += TimeSpan.microseconds(fromSeconds: compiled.arrivals.samplers.sample(Int(event.late), using: &draws))
      }
      for part in event.parts { start(source: part, occurrence: occurrence, offset: offset, scale: scale) }
    }
  }

  private mutating func start(source index: Int, occurrence: Int, offset: Int64, scale: Double) {
    let source = compiled.arrivals.sources[index]
    let slot = sources.insert(
      SourceState(
        source: Int32(index), entityBase: UInt64(occurrence) << 40, offset: offset, scale: scale, position: source.range.indices.lowerBound,
        gaps: streams[index].arrivals.generator(entity: UInt64(occurrence))))
    planNextArrival(slot.index)
  }

  /// Contacts that were open before the horizon: their wait began before time 0.
  private mutating func arriveBacklog(_ backlog: CompiledArrivals.Backlog) {
    let source = compiled.arrivals.sources[backlog.source]
    let stream = streams[backlog.source].age
    var ages: [(age: Int64, entity: UInt64)] = (0..<UInt64(backlog.count)).map { entity in
      guard backlog.age >= 0 else { return (0, entity) }
      var draws = stream.generator(entity: entity)
      return (TimeSpan.microseconds(fromSeconds: compiled.arrivals.samplers.sample(Int(backlog.age), using: &draws)), entity)
    }
    ages.sort { $0.age != $1.age ? $0.age > $1.age : $0.entity < $1.entity }
    for (age, entity) in ages {
      admit(source: Int32(backlog.source), type: source.type, entity: entity, attempt: 0, openSince: -age)
    }
  }

  /// The next arrival of a source, if it still has one inside the horizon.
  @inline(__always)
  mutating func planNextArrival(_ index: Int32) {
    let time = nextArrivalTime(index)
    if time < end { _ = plan(.arrival, at: time, subject: index) }
  }

  private mutating func nextArrivalTime(_ index: Int32) -> Int64 {
    let source = tables.origins[Int(sources[index].source)]
    switch source.kind {
    case .poisson: return nextPoisson(index, until: source.range.indices.upperBound, busyness: source.busyness)
    case .renewal: return nextRenewal(index, source)
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
      let segment = tables.segments[position]
      var mass = segment.expected * scale
      if factor >= 0 { mass *= busyness[Int(factor) * tables.dayCount + Int(segment.day)] }
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

  private mutating func nextRenewal(_ index: Int32, _ source: CompiledArrivals.Source) -> Int64 {
    let gap = compiled.arrivals.samplers.sample(Int(source.gap), using: &sources[index].gaps)
    var factor = 1.0
    if source.busyness >= 0 { factor = busyness[Int(source.busyness) * tables.dayCount + dayIndex(at: now)] }
    sources[index].lastRenewal += gap / factor
    return max(now, TimeSpan.microseconds(fromSeconds: sources[index].lastRenewal))
  }

  /// The next fixed instant. A busy day's factor f repeats each instant ⌊f⌋ times, and once more with probability f − ⌊f⌋.
  private mutating func nextInstant(_ index: Int32, _ source: CompiledArrivals.Source) -> Int64 {
    while sources[index].position < source.range.indices.upperBound {
      let time = compiled.arrivals.instants[sources[index].position]
      sources[index].position += 1
      if time < 0 { continue }
      if source.busyness < 0 {
        sources[index].epochs = 1
        return time
      }
      let factor = busyness[Int(source.busyness) * tables.dayCount + dayIndex(at: time)]
      let whole = factor.rounded(.down)
      let extra = sources[index].gaps.nextUniform() < factor - whole
      sources[index].epochs = UInt64(whole) + (extra ? 1 : 0)
      if sources[index].epochs > 0 { return time }
    }
    return Int64.max
  }

  private mutating func dayIndex(at instant: Int64) -> Int {
    let intervals = compiled.scenario.horizon.intervals
    let found = intervals.last { $0.start.microseconds <= instant } ?? intervals[0]
    return found.day
  }

  /// An arrival event: the contacts of this instant, then the next instant.
  mutating func arrive(source index: Int32) {
    let origin = sources[index].source
    let source = tables.origins[Int(origin)]
    let epochs = source.kind == .instants ? sources[index].epochs : 1
    for _ in 0..<epochs {
      var size = 1
      if source.batch >= 0 {
        var draws = streams[Int(origin)].batch.generator(entity: sources[index].batches)
        sources[index].batches += 1
        let drawn = compiled.arrivals.samplers.sample(Int(source.batch), using: &draws)
        size = Int(max(0, min(drawn.rounded(), 1e9)))
      }
      for _ in 0..<size {
        let entity = sources[index].entityBase + sources[index].made
        sources[index].made += 1
        admit(source: origin, type: source.type, entity: entity, attempt: 0, talk: talkAhead(index, source.type, entity))
      }
    }
    planNextArrival(index)
  }

  /// Talk in µs of the next customer of a source; -1 where it has to be drawn by itself, when it is answered.
  @inline(__always)
  private mutating func talkAhead(_ index: Int32, _ type: Int32, _ entity: UInt64) -> Int64 {
    let talk = tables.types[Int(type)].talk
    if !talk.isDrawnAhead { return -1 }
    if entity & ~7 != sources[index].talkFrom {
      sources[index].talkFrom = entity & ~7
      tables.samplers.drawAhead(
        Int(tables.pieces[Int(talk.first)].sampler), from: streams[Int(sources[index].source)].talk, entities: entity & ~7,
        into: &sources[index].talk)
    }
    return TimeSpan.microseconds(fromSeconds: sources[index].talk[Int(truncatingIfNeeded: entity)])
  }
}
