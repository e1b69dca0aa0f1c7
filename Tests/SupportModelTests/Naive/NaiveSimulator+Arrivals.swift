import SimulationCore

@testable import SupportModel

/// Where contacts come from: all instants worked out beforehand.
final class NaiveSource {
  let stream: String
  let type: Int
  let batch: AnyDistribution?
  /// Number of the first customer.
  let base: UInt64
  /// Instants and how often each is repeated.
  var instants: [(at: Int64, times: Int)] = []
  var made: UInt64 = 0
  var batches: UInt64 = 0
  var incident: (rule: DemandEvent.Incident, end: Int64)?

  init(stream: String, type: Int, batch: AnyDistribution? = nil, occurrence: Int = 0) {
    self.stream = stream
    self.type = type
    self.batch = batch
    base = UInt64(occurrence) << 40
  }
}

extension NaiveSimulator {
  func beginArrivals() {
    drawBusyness()
    for (type, contactType) in scenario.contactTypes.enumerated() {
      for (position, process) in contactType.arrivals.enumerated() {
        let name = position == 0 ? contactType.name : "\(contactType.name)/\(position + 1)"
        let source = NaiveSource(stream: name, type: type, batch: process.batch)
        source.instants = instants(of: process, stream: name)
        planNext(source)
      }
    }
    for backlog in scenario.horizon.backlog { admit(backlog) }
    for event in scenario.demandEvents { begin(event) }
  }

  /// One factor for each name and day.
  private func drawBusyness() {
    let days = (scenario.horizon.uncounted.last ?? scenario.horizon.intervals.last!).day + 1
    for process in scenario.contactTypes.flatMap(\.arrivals) {
      guard let factor = process.busyness, busyness[factor.name] == nil else { continue }
      busyness[factor.name] = (0..<days).map { day in
        var draws = stream("busyness/\(factor.name)").generator(entity: factor.isOfWholePlay ? 0 : UInt64(day))
        return seconds(factor.factor, &draws)
      }
    }
  }

  private func factor(_ process: ArrivalProcess, at instant: Int64) -> Double {
    guard let busyness = process.busyness else { return 1 }
    let intervals = scenario.horizon.intervals + scenario.horizon.uncounted
    let day = (intervals.last { $0.start.microseconds <= instant } ?? intervals[0]).day
    return self.busyness[busyness.name]![day]
  }

  private func instants(of process: ArrivalProcess, stream name: String) -> [(at: Int64, times: Int)] {
    var gaps = stream("arrivals/\(name)").generator(entity: 0)
    switch process.pattern {
    case .poisson(let segments):
      let steps = segments.map { segment in
        (segment.start.microseconds, segment.end.microseconds, segment.expected * factor(process, at: segment.start.microseconds))
      }
      return poisson(steps, &gaps).map { ($0, 1) }
    case .renewal(let gap):
      var result: [(at: Int64, times: Int)] = []
      var last = 0.0
      var at: Int64 = 0
      while true {
        last += seconds(gap, &gaps) / factor(process, at: at)
        at = max(at, TimeSpan.microseconds(fromSeconds: last))
        if at >= end { return result }
        result.append((at, 1))
      }
    case .instants(let instants):
      var result: [(at: Int64, times: Int)] = []
      for at in instants.map(\.microseconds) where at >= 0 {
        let factor = factor(process, at: at)
        let times = process.busyness == nil ? 1 : Int(factor.rounded(.down)) + (gaps.nextUniform() < factor - factor.rounded(.down) ? 1 : 0)
        if times > 0 && at < end { result.append((at, times)) }
      }
      return result
    }
  }

  /// Points of a Poisson process with these expected numbers: each takes a unit-exponential amount of what is expected.
  private func poisson(_ steps: [(start: Int64, end: Int64, expected: Double)], _ gaps: inout RandomGenerator) -> [Int64] {
    var result: [Int64] = []
    var left = Sampler.exponential(mean: 1).sample(using: &gaps)
    for step in steps where step.expected > 0 {
      var used = 0.0
      while left < step.expected * (1 - used) {
        used += left / step.expected
        let at = step.start + Int64(used * Double(step.end - step.start))
        if at >= 0 && at < end { result.append(at) }
        left = Sampler.exponential(mean: 1).sample(using: &gaps)
      }
      left -= step.expected * (1 - used)
    }
    return result
  }

  /// A demand event at each of its occurrences; size and delay are drawn once for all its contact types.
  private func begin(_ event: DemandEvent) {
    var starts: [Int64] = []
    switch event.occurrence {
    case .once(let at): starts = [at.microseconds]
    case .random(let perSecond):
      var draws = stream("happens/\(event.name)").generator(entity: 0)
      var at = 0.0
      while true {
        at += Sampler.exponential(mean: 1 / perSecond).sample(using: &draws)
        if TimeSpan.microseconds(fromSeconds: at) >= end { break }
        starts.append(TimeSpan.microseconds(fromSeconds: at))
      }
    }
    for (occurrence, start) in starts.enumerated() {
      var size = 1.0
      if let factor = event.sizeFactor {
        var draws = stream("size/\(event.name)").generator(entity: UInt64(occurrence))
        size = seconds(factor, &draws)
      }
      var begin = start
      if let late = event.startsLate {
        var draws = stream("starts-late/\(event.name)").generator(entity: UInt64(occurrence))
        begin += microseconds(late, &draws)
      }
      var incident: (rule: DemandEvent.Incident, end: Int64)?
      if let rule = event.incident {
        var draws = stream("lasts/\(event.name)").generator(entity: UInt64(occurrence))
        incident = (rule, begin + microseconds(rule.lasts, &draws))
      }
      for extra in event.extra where extra.expected > 0 {
        let name = "\(scenario.contactTypes[extra.contactType].name)/\(event.name)"
        let source = NaiveSource(stream: name, type: extra.contactType, occurrence: occurrence)
        source.incident = incident
        let steps = CompiledArrivals.segments(of: event.shape).map {
          (begin + $0.start, begin + $0.end, $0.expected * extra.expected * size)
        }
        var gaps = stream("arrivals/\(name)").generator(entity: UInt64(occurrence))
        source.instants = poisson(steps, &gaps).map { ($0, 1) }
        planNext(source)
      }
    }
  }

  /// Contacts that were open before the horizon, oldest first.
  private func admit(_ backlog: Horizon.Backlog) {
    let name = "\(scenario.contactTypes[backlog.contactType].name)/backlog"
    let ages: [(age: Int64, entity: UInt64)] = (0..<UInt64(backlog.count)).map { entity in
      guard let age = backlog.age else { return (0, entity) }
      var draws = stream("age/\(name)").generator(entity: entity)
      return (microseconds(age, &draws), entity)
    }
    for (age, entity) in ages.sorted(by: { ($1.age, $0.entity) < ($0.age, $1.entity) }) {
      let type = variant(backlog.contactType, name, entity)
      let need = NaiveNeed(stream: name, entity: entity, type: type, firstArrivedAt: -age)
      if let phase = phase(need, backlog) { bringIn(need, in: phase) } else { admit(need, openSince: -age) }
    }
  }

  /// Which of the combinations of a mix a customer is: as many draws as there are parts.
  func variant(_ type: Int, _ source: String, _ entity: UInt64) -> Int {
    guard let mix = scenario.contactTypes[type].mix else { return type }
    func drawn(_ part: String, _ shares: [Double]) -> Int {
      var numbers = stream("mix-\(part)/\(source)").generator(entity: entity)
      let uniform = numbers.nextUniform()
      return shares.indices.first { uniform < shares[...$0].reduce(0, +) } ?? max(0, shares.count - 1)
    }
    let priority = drawn("priority", mix.priorities)
    let segment = priority * max(1, mix.segments.count) + drawn("segment", mix.segments)
    return mix.firstVariant + segment * max(1, mix.skills.count) + drawn("skill", mix.skills)
  }

  /// Where a contact that was open before the horizon is; nil: it waits, untouched.
  private func phase(_ need: NaiveNeed, _ backlog: Horizon.Backlog) -> ClockPhase? {
    var draws = stream("in-backlog/\(need.stream)").part(0).generator(entity: need.entity, run: 0)
    let uniform = draws.nextUniform()
    if uniform < backlog.pending { return .pending }
    if uniform < backlog.pending + backlog.onHold { return .onHold }
    return uniform < backlog.answered ? .waiting : nil
  }

  func comeAgain(_ need: NaiveNeed) { admit(need) }

  private func planNext(_ source: NaiveSource) {
    if let next = source.instants.first { plan(.arrival(source), at: next.at) }
  }

  func arrive(_ source: NaiveSource) {
    for _ in 0..<source.instants.removeFirst().times {
      var size = 1
      if let batch = source.batch {
        var draws = stream("batch/\(source.stream)").generator(entity: source.batches)
        source.batches += 1
        size = max(0, Int(seconds(batch, &draws).rounded()))
      }
      for _ in 0..<size {
        let entity = source.base + source.made
        source.made += 1
        let need = NaiveNeed(
          stream: source.stream, entity: entity, type: variant(source.type, source.stream, entity), firstArrivedAt: now)
        need.incident = source.incident
        if !isRemoved(need) { come(need) }
      }
    }
    planNext(source)
  }
}
