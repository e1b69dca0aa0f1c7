import SimulationCore

/// The clocks of the contacts in the system: one for each promise that is more than an answer within plain time. Where a scenario has none,
/// there is nothing here.
struct ClockBank: ~Copyable {
  /// A contact's clock with the verdict that fell last.
  struct Entry: BitwiseCopyable {
    var clock: ContactClock
    /// Interval in which the customer wrote what is still to be answered, or -1.
    var interval: Int32 = -1
    var isStopped = false
    var isInTime = false
    /// A message that it timed was answered too late.
    var hasMissed = false
    /// When it is used up if the clock runs on, µs; `.max`: at no time. Of a clock that runs and has time left.
    var runsOut = Int64.max
    /// When it was used up, or would have been: as it stood when the clock began to run last, µs; `.max`: it never ran.
    var due = Int64.max
    /// When it is due as the journal has it.
    var noted = Noted.nothing
  }

  /// What the journal says of a clock.
  enum Noted: BitwiseCopyable, Equatable {
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
    /// Contact type in which its contact came.
    var type: Int32
    var interval: Int32
    var isInTime: Bool
    /// When its time was used up, or would have been, µs; `.max`: at no time.
    var due: Int64
  }

  let plan: ClockPlan
  /// Messages that were answered and are not counted yet.
  var measured: [Message] = []
  /// `[contact * plan.width + place]`
  var entries: SlotColumn<Entry>
  /// By contact: the type in which it came, whose promises hold in all its legs.
  private var types = SlotColumn<Int32>(filledWith: 0)
  /// What each of the plan's calendars said at the last look: events move several clocks at one instant.
  private let readings: Slab<OpenReading>

  init(_ compiled: CompiledScenario) {
    plan = ClockPlan(compiled)
    entries = SlotColumn(filledWith: Entry(clock: ContactClock(nil)))
    readings = Slab(plan.calendars.map { $0.hours.open.reading(at: .zero) })
  }

  /// No promise of the scenario has a clock of its own.
  @inline(__always)
  var isEmpty: Bool { plan.width == 0 }

  /// A contact of this queue may be due before one that stands before it: clocks that stand still in a phase, or stop before it is
  /// through, do not end in the order in which they began.
  @inline(__always)
  mutating func mayOvertake(_ queue: Int32) -> Bool { plan.overtakes[Int(queue)] }

  /// Positions of the clocks of a type.
  @inline(__always)
  mutating func clocks(of type: Int32) -> Range<Int> { plan.ranges[Int(type)].indices }

  /// The same of a contact.
  @inline(__always)
  mutating func clocks(ofContact contact: Int32) -> Range<Int> { clocks(of: types[Int(contact)]) }

  mutating func target(_ position: Int) -> (index: Int, type: Int32, shortAbandon: Int64) {
    (Int(plan.positions[position].target), plan.positions[position].type, plan.positions[position].shortAbandon)
  }

  /// A clock at a position begins when its contact comes, and something is promised then.
  mutating func isMeasuring(_ position: Int) -> Bool { !timesMessages(position) && plan.positions[position].duration != nil }

  mutating func timesMessages(_ position: Int) -> Bool { plan.positions[position].course.measure == .nextResponse }

  @inline(__always)
  mutating func reading(_ position: Int, at now: Int64) -> OpenReading {
    let calendar = Int(plan.positions[position].calendar)
    if readings[calendar].at.microseconds != now { look(calendar, at: now) }
    return readings[calendar]
  }

  @inline(never)
  private mutating func look(_ calendar: Int, at now: Int64) {
    readings[calendar] = plan.calendars[calendar].hours.open.reading(at: SimInstant(microseconds: now))
  }

  mutating func calendar(_ position: Int) -> SharedHours { plan.calendars[Int(plan.positions[position].calendar)] }

  /// Index of a contact's clock at a position.
  @inline(__always)
  mutating func entry(_ contact: Int32, _ position: Int) -> Int {
    Int(contact) * plan.width + position - clocks(ofContact: contact).lowerBound
  }

  /// A contact is let in; its clocks run since it came, those of an answer since it was at the door.
  mutating func open(_ contact: Int32, type: Int32, since: Int64, cameAt: Int64) {
    reset(contact, type: type)
    for position in clocks(of: type) {
      let isAnswer = plan.positions[position].course.measure == .answer
      take(.created, entry(contact, position), position, at: isAnswer ? since : cameAt)
    }
  }

  @inline(__always)
  private mutating func reset(_ contact: Int32, type: Int32) {
    types.reach(Int(contact))
    types[Int(contact)] = type
    if !clocks(of: type).isEmpty { setClocks(contact, type: type) }
  }

  private mutating func setClocks(_ contact: Int32, type: Int32) {
    entries.reach((Int(contact) + 1) * plan.width)
    for position in clocks(of: type) {
      entries[entry(contact, position)] = Entry(clock: ContactClock(plan.positions[position].duration))
    }
  }

  /// A contact was there before the horizon, and an agent had answered it: what has been measured of it by then is nobody's any more.
  mutating func openAnswered(_ contact: Int32, type: Int32, since: Int64, at now: Int64) {
    reset(contact, type: type)
    let replies = plan.replies[Int(type)]
    for position in clocks(of: type) {
      let index = entry(contact, position)
      let course = plan.positions[position].course
      // Where touches say nothing, the first response is still to come.
      if course.measure == .resolution || course.measure == .firstResponse && !replies {
        _ = entries[index].clock.take(
          .created, course, at: reading(position, at: since), allowing: allowed(index, position, from: since))
        run(index, position, at: since)
        entries[index].due = entries[index].runsOut
      }
      let measured = entries[index].clock.take(replies ? .replied : .answered, course, at: reading(position, at: now), allowing: nil)
      entries[index].isStopped = measured != nil
      entries[index].isInTime = measured != nil
    }
  }

  /// An agent takes it: on a live channel that is the first response. `type`: the one in which it came, or that of a leg in which it is first
  /// spoken to.
  mutating func answer(_ contact: Int32, type: Int32, isFirst: Bool, at now: Int64) {
    take(.phase(.inHand), contact, at: now)
    if plan.isLive[Int(type)] && isFirst && plan.replies[Int(type)] {
      take(.replied, contact, at: now)
    } else if plan.timesAnswers[Int(types[Int(contact)])] {
      take(.answered, contact, at: now)
    }
  }

  mutating func handBack(_ contact: Int32, at now: Int64) { take(.phase(.waiting), contact, at: now) }

  /// An agent has said something to the customer: the end of a talk.
  mutating func reply(_ contact: Int32, at now: Int64) { take(.replied, contact, at: now) }

  mutating func enter(_ phase: ClockPhase, _ contact: Int32, at now: Int64) { take(.phase(phase), contact, at: now) }

  /// Its priority is another one. A shorter promise may be used up at once, and none is due at no time.
  mutating func change(_ priority: Int, _ contact: Int32, at now: Int64) {
    for position in clocks(ofContact: contact) {
      let index = entry(contact, position)
      let rule = plan.rules[position]
      entries[index].clock.change(rule.durations.duration(priority), rule, at: SimInstant(microseconds: now))
      entries[index].due = .max
      if entries[index].clock.clock.state != .running { continue }
      run(index, position, at: now)
      if entries[index].runsOut < .max { entries[index].due = max(entries[index].runsOut, now) }
    }
  }

  /// The customer has said something; `interval`: the one that is open.
  mutating func hear(_ contact: Int32, interval: Int32, at now: Int64) {
    for position in clocks(ofContact: contact) {
      let index = entry(contact, position)
      switch plan.positions[position].course.measure {
      case .nextResponse: if entries[index].clock.clock.state == .off { entries[index].interval = interval }
      // It goes on where it was solved.
      case .resolution: entries[index].isStopped = false
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

  @inline(__always)
  private mutating func take(_ event: ContactClock.Event, _ contact: Int32, at now: Int64) {
    // Calls beside tickets have no clocks of this kind.
    if !clocks(ofContact: contact).isEmpty { move(contact, by: event, at: now) }
  }

  @inline(never)
  private mutating func move(_ contact: Int32, by event: ContactClock.Event, at now: Int64) {
    let range = clocks(ofContact: contact)
    let first = Int(contact) * plan.width - range.lowerBound
    for position in range where plan.positions[position].course.listens(to: event) {
      let index = first + position
      if case .phase(let phase) = event, entries[index].clock.goesOn(in: phase, plan.positions[position].course) { continue }
      take(event, index, position, at: now)
    }
  }

  private mutating func take(_ event: ContactClock.Event, _ index: Int, _ position: Int, at now: Int64) {
    let wasRunning = entries[index].clock.clock.state == .running
    let allowed = event.begins ? allowed(index, position, from: now) : nil
    let measured = entries[index].clock.take(
      event, plan.positions[position].course, at: reading(position, at: now), allowing: allowed)
    if let measured {
      stop(index, position, measured)
    } else if !wasRunning, entries[index].clock.clock.state == .running {
      run(index, position, at: now)
      if entries[index].runsOut < .max, entries[index].runsOut >= now { entries[index].due = entries[index].runsOut }
    }
  }

  /// What is promised from an instant on comes to so much open time.
  @inline(__always)
  private mutating func allowed(_ index: Int, _ position: Int, from start: Int64) -> TimeSpan? {
    if case .time(let span) = entries[index].clock.clock.duration { return span }
    return calendar(position).hours.time(entries[index].clock.clock.duration, from: SimInstant(microseconds: start))
  }

  /// A clock stopped with a verdict.
  private mutating func stop(_ index: Int, _ position: Int, _ measured: ContactClock.Measurement) {
    if !timesMessages(position) {
      entries[index].isStopped = true
      entries[index].isInTime = measured.isInTime ?? true
    } else if let isInTime = measured.isInTime {
      if !isInTime { entries[index].hasMissed = true }
      self.measured.append(
        Message(
          target: plan.positions[position].target, type: plan.positions[position].type, interval: entries[index].interval,
          isInTime: isInTime, due: entries[index].due))
    }
  }

  /// A clock began to run: when it is used up if nothing else happens.
  mutating func run(_ index: Int, _ position: Int, at now: Int64) {
    guard entries[index].clock.isOpen(plan.positions[position].course), let left = left(index, position, at: now) else {
      entries[index].runsOut = .max
      return
    }
    let reading = reading(position, at: now)
    let isInDays = if case .businessDays = entries[index].clock.clock.duration { true } else { false }
    let due = left < .zero ? reading.at + left : calendar(position).due(after: left, from: reading, isInDays: isInDays)
    entries[index].runsOut = due?.microseconds ?? .max
  }

  /// Of a clock: what is left of what is promised; nil: nothing is.
  @inline(__always)
  mutating func left(_ index: Int, _ position: Int, at now: Int64) -> TimeSpan? {
    guard let allowed = entries[index].clock.clock.allowed else { return nil }
    return allowed - entries[index].clock.clock.elapsed(at: reading(position, at: now))
  }

  /// When a share of what a target promises to a contact is used up, µs, if nothing else happens: now, where it is already; nil: its clock does not
  /// run.
  mutating func reaches(_ share: Double, of target: Int32, _ contact: Int32, at now: Int64) -> Int64? {
    for position in clocks(ofContact: contact) where plan.positions[position].target == target {
      let index = entry(contact, position)
      guard entries[index].clock.isOpen(plan.positions[position].course), entries[index].clock.clock.state == .running,
        let allowed = entries[index].clock.clock.allowed
      else { return nil }
      let reading = reading(position, at: now)
      let used = TimeSpan(microseconds: Int64((Double(allowed.microseconds) * share).rounded(.up)))
      let left = used - entries[index].clock.clock.elapsed(at: reading)
      return left <= .zero ? now : calendar(position).hours.open.due(after: left, from: reading)?.microseconds
    }
    return nil
  }
}
