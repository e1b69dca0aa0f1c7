import SimulationCore

/// How contacts stand by their clocks: for verdicts, for those who choose by them, and for the journal.
extension ClockBank {
  /// How the clock at a position stands; nil: it measures nothing, for nothing was promised or it never began.
  mutating func verdict(_ contact: Int32, position: Int, at now: Int64) -> Verdict? {
    let index = entry(contact, position)
    let due = entries[index].due
    // One that nothing was promised when it stopped.
    if entries[index].isStopped && entries[index].clock.clock.duration == nil { return nil }
    if entries[index].isStopped { return Verdict(isStopped: true, isInTime: entries[index].isInTime, due: due) }
    guard !timesMessages(position), let left = left(index, position, at: now) else { return nil }
    return Verdict(isStopped: false, isInTime: left >= .zero, due: due)
  }

  /// A message that nobody has answered, where the clock at a position times it.
  mutating func unanswered(_ contact: Int32, position: Int, at now: Int64) -> Message? {
    if !timesMessages(position) { return nil }
    let index = entry(contact, position)
    guard entries[index].clock.clock.state != .off, let left = left(index, position, at: now) else { return nil }
    return Message(
      target: plan.positions[position].target, type: plan.positions[position].type, interval: entries[index].interval,
      isInTime: left >= .zero, due: entries[index].due)
  }

  /// What is promised at a position is broken: the clock stopped, or stands, beyond it, or timed a message that was answered too late.
  mutating func isBroken(_ contact: Int32, position: Int, at now: Int64) -> Bool {
    if !plan.positions[position].isPromised { return false }
    if entries[entry(contact, position)].hasMissed { return true }
    if let message = unanswered(contact, position: position, at: now) { return !message.isInTime }
    return verdict(contact, position: position, at: now).map { !$0.isInTime } ?? false
  }

  /// When the first of a contact's promised clocks is used up, µs (`Int64.max`: none of them runs), and how much is left of the one with the
  /// least (`ContactView.timeLeft`). What is overdrawn is due as long ago as it is overdrawn, so that the worst goes first.
  mutating func standing(_ contact: Int32, at now: Int64) -> (due: Int64, timeLeft: Double) {
    var (due, timeLeft) = (Int64.max, Double.infinity)
    for position in clocks(ofContact: contact) where plan.positions[position].isPromised {
      let index = entry(contact, position)
      guard entries[index].clock.clock.state == .running, entries[index].clock.isOpen(plan.positions[position].course),
        let allowed = entries[index].clock.clock.allowed, let left = left(index, position, at: now)
      else { continue }
      // Exactly used up it is due now, or where days are promised at the next opening.
      if left == .zero { run(index, position, at: now) }
      due = min(due, left < .zero ? now + left.microseconds : entries[index].runsOut)
      timeLeft = min(timeLeft, ContactView.timeLeft(left.microseconds, of: allowed.microseconds))
    }
    return (due, timeLeft)
  }

  /// The first of the two alone. A clock is looked at only where its time may be used up.
  mutating func due(_ contact: Int32, at now: Int64) -> Int64 {
    var due = Int64.max
    let range = clocks(ofContact: contact)
    let first = Int(contact) * plan.width - range.lowerBound
    for position in range where plan.positions[position].isPromised {
      let index = first + position
      guard entries[index].clock.clock.state == .running, entries[index].clock.isOpen(plan.positions[position].course) else { continue }
      if entries[index].runsOut > now && entries[index].runsOut < .max {
        due = min(due, entries[index].runsOut)
      } else if let left = left(index, position, at: now) {
        if left == .zero { run(index, position, at: now) }
        due = min(due, left < .zero ? now + left.microseconds : entries[index].runsOut)
      }
    }
    return due
  }

  // MARK: - The journal

  /// What there is to be written down about a contact's clocks after something happened to it, target by target.
  mutating func news(of contact: Int32, at now: Int64) -> [(target: Int32, news: News)] {
    var result: [(target: Int32, news: News)] = []
    for position in clocks(ofContact: contact) {
      let index = entry(contact, position)
      let target = plan.positions[position].target
      if case .due(let due) = entries[index].noted, hasRunOn(since: due, position, until: now) {
        result.append((target, .breached(due)))
        entries[index].noted = .breached
      }
      let due = entries[index].due
      guard due < .max, entries[index].clock.isOpen(plan.positions[position].course), entries[index].clock.clock.state == .running else {
        if entries[index].noted != .breached { entries[index].noted = .nothing }
        continue
      }
      if hasRunOn(since: due, position, until: now) {
        // Used up before anybody looked: work from before the horizon.
        if entries[index].noted != .breached { result.append((target, .breached(due))) }
        entries[index].noted = .breached
      } else if entries[index].noted != .due(due) {
        result.append((target, .due(due)))
        entries[index].noted = .due(due)
      }
    }
    return result
  }

  /// Late is only what still runs in open hours after the instant.
  private mutating func hasRunOn(since due: Int64, _ position: Int, until now: Int64) -> Bool {
    due < now && calendar(position).hours.open.elapsed(from: SimInstant(microseconds: due), to: SimInstant(microseconds: now)) > .zero
  }
}
