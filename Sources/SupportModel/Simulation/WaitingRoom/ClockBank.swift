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
  /// Most clocks that a contact can have.
  private let width: Int
  /// `[contact * width + position]`
  private var entries: [Entry] = []

  init(_ compiled: CompiledScenario) {
    let scenario = compiled.scenario
    targets = compiled.types.clockedTargets
    ranges = compiled.types.rangeOfClocked
    rules = targets.isEmpty ? [] : scenario.targets.map(scenario.clockRule)
    priorities = scenario.contactTypes.map(\.priority)
    isLive = scenario.contactTypes.map { type in !scenario.channels.indices.contains(type.channel) || scenario.channels[type.channel].isLive
    }
    width = ranges.map(\.indices.count).max() ?? 0
  }

  /// No promise of the scenario has a clock of its own.
  @inline(__always)
  var isEmpty: Bool { width == 0 }

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
      guard clock.isOpen(rule), let instant = clock.clock.due(at: SimInstant(microseconds: now), rule.hours) else { continue }
      due = min(due, instant.microseconds)
    }
    return due
  }
}
