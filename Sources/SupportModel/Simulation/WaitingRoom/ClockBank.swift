import SimulationCore

/// The clocks of the contacts in the system: one for each promise that is more than an answer within plain time. Where a scenario has none,
/// there is nothing here.
struct ClockBank {
  /// A contact's clock with the verdict that fell last.
  private struct Entry: BitwiseCopyable {
    var clock: ContactClock
    /// Interval in which the customer wrote what is still to be answered, or -1.
    var interval: Int32 = -1
    var isStopped = false
    var isInTime = false
    /// When it was used up, or would have been: as it stood when the clock began to run last, µs; `.max`: it never ran.
    var due = Int64.max
    /// When it is due as the journal has it.
    var noted = Noted.nothing
  }

  /// What the journal says of a clock.
  private enum Noted: BitwiseCopyable, Equatable {
    /// It does not run, as far as the journal knows.
    case nothing
    /// It will be used up then, µs.
    case due(Int64)
    /// It is used up.
    case breached
  }

  /// What the journal does not say yet.
  enum News {
    /// A clock will be used up then, µs.
    case due(Int64)
    /// It was used up then, and ran on.
    case breached(Int64)
  }

  /// How a clock stands when its contact is through.
  struct Verdict {
    /// The clock stopped; otherwise the contact left, or is still open.
    var isStopped: Bool
    /// It stopped, or stands now, within the promised time.
    var isInTime: Bool
    /// When the time was used up, or would have been, µs; `.max`: at no time.
    var due: Int64
  }

  /// A message that was answered, or waits for it: whether in time, and in which interval it came (-1: in none).
  struct Message {
    var target: Int32
    var interval: Int32
    var isInTime: Bool
    /// When its time was used up, or would have been, µs; `.max`: at no time.
    var due: Int64
  }

  private let plan: ClockPlan
  /// Messages that were answered and are not counted yet.
  var measured: [Message] = []
  /// `[contact * plan.width + position]`
  private var entries: [Entry] = []
  /// By contact: the type in which it came, whose promises hold in all its legs.
  private var types: [Int32] = []

  init(_ compiled: CompiledScenario) { plan = ClockPlan(compiled) }

  /// No promise of the scenario has a clock of its own.
  @inline(__always)
  var isEmpty: Bool { plan.width == 0 }

  /// A contact of this queue may be due before one that stands before it: clocks that stand still in a phase, or stop before it is
  /// through, do not end in the order in which they began.
  @inline(__always)
  func mayOvertake(_ queue: Int32) -> Bool { plan.overtakes[Int(queue)] }

  var targets: [CompiledTypes.ClockedTarget] { plan.targets }

  /// Positions in `targets` of a type.
  @inline(__always)
  func clocks(of type: Int32) -> Range<Int> { plan.ranges[Int(type)].indices }

  /// The same of a contact.
  @inline(__always)
  func clocks(ofContact contact: Int32) -> Range<Int> { plan.ranges[Int(types[Int(contact)])].indices }

  private mutating func begin(_ contact: Int32, _ type: Int32) {
    while types.count <= Int(contact) { types.append(type) }
    types[Int(contact)] = type
  }

  /// A clock at a position in `targets` begins when a contact of a type comes, and something is promised then.
  func isMeasuring(_ position: Int, _ type: Int32) -> Bool {
    plan.rule(position).measure != .nextResponse && plan.rule(position).durations.duration(plan.priorities[Int(type)]) != nil
  }

  /// A contact is let in; its clocks run since it came, those of an answer since it was at the door.
  mutating func open(_ contact: Int32, type: Int32, since: Int64, cameAt: Int64) {
    begin(contact, type)
    let first = Int(contact) * plan.width
    for (place, position) in clocks(of: type).enumerated() {
      let rule = plan.rule(position)
      let entry = Entry(clock: ContactClock(rule, priority: plan.priorities[Int(type)]))
      while entries.count <= first + place { entries.append(entry) }
      entries[first + place] = entry
    }
    if cameAt == since { return take(.created, contact, at: since) }
    for (place, position) in clocks(of: type).enumerated() {
      take(.created, entry: first + place, position, at: plan.rule(position).measure == .answer ? since : cameAt)
    }
  }

  /// A contact was there before the horizon, and an agent had answered it: what has been measured of it by then is nobody's any more.
  mutating func openAnswered(_ contact: Int32, type: Int32, since: Int64, at now: Int64) {
    begin(contact, type)
    let first = Int(contact) * plan.width
    for (place, position) in clocks(of: type).enumerated() {
      let rule = plan.rule(position)
      var entry = Entry(clock: ContactClock(rule, priority: plan.priorities[Int(type)]))
      let start = SimInstant(microseconds: since)
      // Where touches say nothing, the first response is still to come.
      if rule.measure == .resolution || rule.measure == .firstResponse && !plan.replies[Int(type)] {
        _ = entry.clock.take(.created, rule, at: start)
        entry.due = ClockBank.running(entry.clock, rule, at: since)?.due ?? .max
      }
      entry.isStopped = entry.clock.take(plan.replies[Int(type)] ? .replied : .answered, rule, at: SimInstant(microseconds: now)) != nil
      entry.isInTime = entry.isStopped
      while entries.count <= first + place { entries.append(entry) }
      entries[first + place] = entry
    }
  }

  /// An agent takes it: on a live channel that is the first response. `type`: of the leg at hand.
  mutating func answer(_ contact: Int32, type: Int32, isFirst: Bool, at now: Int64) {
    take(.phase(.inHand), contact, at: now)
    take(plan.isLive[Int(type)] && isFirst && plan.replies[Int(type)] ? .replied : .answered, contact, at: now)
  }

  mutating func handBack(_ contact: Int32, at now: Int64) { take(.phase(.waiting), contact, at: now) }

  /// An agent has said something to the customer: the end of a talk.
  mutating func reply(_ contact: Int32, at now: Int64) { take(.replied, contact, at: now) }

  mutating func enter(_ phase: ClockPhase, _ contact: Int32, at now: Int64) { take(.phase(phase), contact, at: now) }

  /// Its priority is another one.
  mutating func change(_ priority: Int, _ contact: Int32, at now: Int64) { take(.priority(priority), contact, at: now) }

  /// The customer has said something; `interval`: the one that is open.
  mutating func hear(_ contact: Int32, interval: Int32, at now: Int64) {
    let first = Int(contact) * plan.width
    for (place, position) in clocks(ofContact: contact).enumerated() {
      switch plan.rule(position).measure {
      case .nextResponse: if entries[first + place].clock.clock.state == .off { entries[first + place].interval = interval }
      // It goes on where it was solved.
      case .resolution: entries[first + place].isStopped = false
      case .answer, .firstResponse: break
      }
    }
    take(.customer, contact, at: now)
  }

  /// The talk of its last touch is over.
  mutating func solve(_ contact: Int32, at now: Int64) {
    take(.replied, contact, at: now)
    take(.phase(.solved), contact, at: now)
  }

  private mutating func take(_ event: ContactClock.Event, _ contact: Int32, at now: Int64) {
    let first = Int(contact) * plan.width
    for (place, position) in clocks(ofContact: contact).enumerated() { take(event, entry: first + place, position, at: now) }
  }

  private mutating func take(_ event: ContactClock.Event, entry index: Int, _ position: Int, at now: Int64) {
    let rule = plan.rule(position)
    let wasRunning = entries[index].clock.clock.state == .running
    let measured = entries[index].clock.take(event, rule, at: SimInstant(microseconds: now))
    if let measured {
      if rule.measure == .nextResponse {
        if let isInTime = measured.isInTime {
          let entry = entries[index]
          self.measured.append(
            Message(target: plan.targets[position].target, interval: entry.interval, isInTime: isInTime, due: entry.due))
        }
        return
      }
      entries[index].isStopped = true
      entries[index].isInTime = measured.isInTime ?? true
    } else if event.isPriority {
      // A shorter promise may be used up at once, and none is due at no time.
      entries[index].due = ClockBank.running(entries[index].clock, rule, at: now)?.due.map { max($0, now) } ?? .max
    } else if !wasRunning, let due = ClockBank.running(entries[index].clock, rule, at: now)?.due, due >= now {
      entries[index].due = due
    }
  }

  /// How the clock at a position in `targets` stands; nil: it measures nothing, for nothing was promised or it never began.
  func verdict(_ contact: Int32, position: Int, at now: Int64) -> Verdict? {
    let rule = plan.rule(position)
    let entry = entries[Int(contact) * plan.width + position - clocks(ofContact: contact).lowerBound]
    // One that nothing was promised when it stopped.
    if entry.isStopped && entry.clock.clock.duration == nil { return nil }
    if entry.isStopped { return Verdict(isStopped: true, isInTime: entry.isInTime, due: entry.due) }
    guard rule.measure != .nextResponse, let allowed = entry.clock.clock.allowed(rule.hours) else { return nil }
    return Verdict(
      isStopped: false, isInTime: entry.clock.clock.elapsed(at: SimInstant(microseconds: now), rule.hours) <= allowed, due: entry.due)
  }

  /// A message that nobody has answered, where the clock at a position in `targets` times it.
  func unanswered(_ contact: Int32, position: Int, at now: Int64) -> Message? {
    let rule = plan.rule(position)
    let entry = entries[Int(contact) * plan.width + position - clocks(ofContact: contact).lowerBound]
    guard rule.measure == .nextResponse, entry.clock.clock.state != .off, let allowed = entry.clock.clock.allowed(rule.hours) else {
      return nil
    }
    let elapsed = entry.clock.clock.elapsed(at: SimInstant(microseconds: now), rule.hours)
    return Message(target: plan.targets[position].target, interval: entry.interval, isInTime: elapsed <= allowed, due: entry.due)
  }

  /// When the first of a contact's promised clocks is used up, µs (`Int64.max`: none of them runs), and how much is left of the one with the
  /// least (`ContactView.timeLeft`).
  func standing(_ contact: Int32, at now: Int64) -> (due: Int64, timeLeft: Double) {
    let first = Int(contact) * plan.width
    var (due, timeLeft) = (Int64.max, Double.infinity)
    for (place, position) in clocks(ofContact: contact).enumerated() where plan.targets[position].isPromised {
      let rule = plan.rule(position)
      guard let running = ClockBank.running(entries[first + place].clock, rule, at: now) else { continue }
      if let own = running.due { due = min(due, own) }
      timeLeft = min(timeLeft, ContactView.timeLeft(running.left.microseconds, of: running.allowed.microseconds))
    }
    return (due, timeLeft)
  }

  /// What there is to be written down about a contact's clocks after something happened to it, target by target.
  mutating func news(of contact: Int32, at now: Int64) -> [(target: Int32, news: News)] {
    var result: [(target: Int32, news: News)] = []
    let first = Int(contact) * plan.width
    for (place, position) in clocks(ofContact: contact).enumerated() {
      let rule = plan.rule(position)
      let index = first + place
      if case .due(let due) = entries[index].noted, ClockBank.hasRunOn(since: due, rule, until: now) {
        result.append((plan.targets[position].target, .breached(due)))
        entries[index].noted = .breached
      }
      let due = entries[index].due
      guard due < .max, entries[index].clock.isOpen(rule), entries[index].clock.clock.state == .running else {
        if entries[index].noted != .breached { entries[index].noted = .nothing }
        continue
      }
      if ClockBank.hasRunOn(since: due, rule, until: now) {
        // Used up before anybody looked: work from before the horizon.
        if entries[index].noted != .breached { result.append((plan.targets[position].target, .breached(due))) }
        entries[index].noted = .breached
      } else if entries[index].noted != .due(due) {
        result.append((plan.targets[position].target, .due(due)))
        entries[index].noted = .due(due)
      }
    }
    return result
  }

  /// Late is only what still runs in open hours after the instant.
  private static func hasRunOn(since due: Int64, _ rule: ClockRule, until now: Int64) -> Bool {
    due < now && rule.hours.open.elapsed(from: SimInstant(microseconds: due), to: SimInstant(microseconds: now)) > .zero
  }

  /// Of a clock that runs: what is promised and left, and when it is used up, µs; what is overdrawn, as long ago as it is overdrawn, so that the
  /// worst goes first.
  private static func running(_ clock: ContactClock, _ rule: ClockRule, at now: Int64) -> (allowed: TimeSpan, left: TimeSpan, due: Int64?)?
  {
    guard clock.isOpen(rule), clock.clock.state == .running, let allowed = clock.clock.allowed(rule.hours) else { return nil }
    let instant = SimInstant(microseconds: now)
    let left = allowed - clock.clock.elapsed(at: instant, rule.hours)
    return (allowed, left, (left >= .zero ? clock.clock.due(at: instant, rule.hours) : instant + left)?.microseconds)
  }
}
