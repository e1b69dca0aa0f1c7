import SimulationCore

/// The clocks of the contacts in the system: one for each promise that is more than an answer within plain time. Where a scenario has none,
/// there is nothing here.
struct ClockBank {
  /// A contact's clock with the verdict that fell last.
  private struct Entry: BitwiseCopyable {
    var clock: ContactClock
    var isStopped = false
    var isInTime = false
  }

  /// How a clock stands when its contact is through.
  struct Verdict {
    /// The clock stopped; otherwise the contact left, or is still open.
    var isStopped: Bool
    /// It stopped, or stands now, within the promised time.
    var isInTime: Bool
  }

  let targets: [CompiledTypes.ClockedTarget]
  private let ranges: [IndexRange]
  private let rules: [ClockRule]
  private let priorities: [Int]
  private let isLive: [Bool]
  private let overtakes: [Bool]
  /// Most clocks that a contact can have.
  private let width: Int
  /// `[contact * width + position]`
  private var entries: [Entry] = []

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    targets = compiled.types.clockedTargets
    ranges = compiled.types.rangeOfClocked
    rules = targets.isEmpty ? [] : scenario.targets.map(scenario.clockRule)
    priorities = scenario.contactTypes.map { $0.priority }
    isLive = scenario.contactTypes.map { type in !scenario.channels.indices.contains(type.channel) || scenario.channels[type.channel].isLive
    }
    // A resolution in plain open time ends in the order in which it began; what stands still, or stops before the contact is through, need not.
    let unordered = compiled.types.clockedTargets.map { clocked in
      let target = scenario.targets[Int(clocked.target)]
      return clocked.isPromised && (!target.terms.pauses.isEmpty || target.measure != .resolution)
    }
    overtakes = ranges.map { $0.indices.contains { unordered[$0] } }
    width = ranges.map { $0.indices.count }.max() ?? 0
  }

  /// No promise of the scenario has a clock of its own.
  @inline(__always)
  var isEmpty: Bool { width == 0 }

  /// A contact of this type may be due before one of the type that came before it: clocks that stand still in a phase, or stop before it is
  /// through, do not end in the order in which they began.
  @inline(__always)
  func mayOvertake(_ type: Int32) -> Bool { width > 0 && overtakes[Int(type)] }

  /// Positions in `targets` of a type.
  func clocks(of type: Int32) -> Range<Int> { ranges[Int(type)].indices }

  /// A clock at a position in `targets` begins when its contact comes.
  func isMeasuring(_ position: Int) -> Bool { rules[Int(targets[position].target)].measure != .nextResponse }

  /// A contact is let in; its clocks run since it came.
  mutating func open(_ contact: Int32, type: Int32, since: Int64) {
    let first = Int(contact) * width
    for (place, position) in clocks(of: type).enumerated() {
      let rule = rules[Int(targets[position].target)]
      let entry = Entry(clock: ContactClock(rule, priority: priorities[Int(type)]))
      while entries.count <= first + place { entries.append(entry) }
      entries[first + place] = entry
    }
    take(.created, contact, type, at: since)
  }

  /// An agent takes it: on a live channel that is the first response.
  mutating func answer(_ contact: Int32, type: Int32, at now: Int64) {
    take(.phase(.inHand), contact, type, at: now)
    take(isLive[Int(type)] ? .replied : .answered, contact, type, at: now)
  }

  mutating func handBack(_ contact: Int32, type: Int32, at now: Int64) { take(.phase(.waiting), contact, type, at: now) }

  /// The talk of its last touch is over.
  mutating func solve(_ contact: Int32, type: Int32, at now: Int64) {
    take(.replied, contact, type, at: now)
    take(.phase(.solved), contact, type, at: now)
  }

  private mutating func take(_ event: ContactClock.Event, _ contact: Int32, _ type: Int32, at now: Int64) {
    let first = Int(contact) * width
    for (place, position) in clocks(of: type).enumerated() {
      let rule = rules[Int(targets[position].target)]
      if let measured = entries[first + place].clock.take(event, rule, at: SimInstant(microseconds: now)) {
        entries[first + place].isStopped = true
        entries[first + place].isInTime = measured.isInTime ?? true
      }
    }
  }

  /// How the clock at a position in `targets` stands; nil: it measures nothing, for nothing was promised or it never began.
  func verdict(_ contact: Int32, type: Int32, position: Int, at now: Int64) -> Verdict? {
    let rule = rules[Int(targets[position].target)]
    let entry = entries[Int(contact) * width + position - clocks(of: type).lowerBound]
    if entry.isStopped { return Verdict(isStopped: true, isInTime: entry.isInTime) }
    guard rule.measure != .nextResponse, let allowed = entry.clock.clock.allowed(rule.hours) else { return nil }
    return Verdict(
      isStopped: false, isInTime: entry.clock.clock.elapsed(at: SimInstant(microseconds: now), rule.hours) <= allowed)
  }

  /// When the first of a contact's promised clocks is used up, µs; `Int64.max`: none of them runs.
  func due(_ contact: Int32, type: Int32, at now: Int64) -> Int64 {
    let first = Int(contact) * width
    var due = Int64.max
    for (place, position) in clocks(of: type).enumerated() where targets[position].isPromised {
      let rule = rules[Int(targets[position].target)]
      let clock = entries[first + place].clock
      guard clock.isOpen(rule), clock.clock.state == .running, let allowed = clock.clock.allowed(rule.hours) else { continue }
      let instant = SimInstant(microseconds: now)
      let left = allowed - clock.clock.elapsed(at: instant, rule.hours)
      // What is overdrawn is due as long ago as it is overdrawn, so that the worst goes first.
      let own = left > .zero ? clock.clock.due(at: instant, rule.hours) : instant + left
      if let own { due = min(due, own.microseconds) }
    }
    return due
  }
}
