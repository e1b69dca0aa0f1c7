import SimulationCore
package import SupportModel

/// Reads a journal once, from first to last entry, and keeps what a story needs. Every number in it is counted from the entries.
package struct StoryTeller {
  /// How far one channel's queue has been followed.
  package struct Queue {
    /// Contacts in the queue now.
    package var waiting = 0
    /// The most that waited at once: contacts, when (µs), and people on duty, away from contacts and at work then.
    package var peak = (waiting: 0, at: Int64(0), onDuty: 0, away: 0, working: 0)
    /// Since when somebody has been waiting without a gap.
    package var busySince: Int64?
    /// The longest stretch without a moment in which nobody waited, µs.
    package var longestBusy = (from: Int64(0), to: Int64(0))
    /// The longest stay in the queue, answered or not; `waited` and `at` in µs, −1 before the first.
    package var longestWait = (waited: Int64(-1), at: Int64(0), contact: Int64(0), type: Int32(0), wasAnswered: false)
  }

  /// Whose names and intervals the entries point to.
  package let scenario: Scenario
  let first: Int64
  /// End of the horizon, µs; entries beyond it belong to the drain.
  package let end: Int64
  /// Slots of equal length into which each reporting interval is cut, so that short peaks are seen.
  package let slotsPerInterval: Int
  /// µs, ascending.
  package let slotStarts: [Int64]

  /// One for each channel, in declared order.
  package private(set) var queues: [Queue]
  private var people: PeopleReader
  /// Dense ids of agents who missed a shift, in order of missing it.
  package private(set) var absent: [Int32] = []
  /// People on duty at once, absent ones left out; −1 before the first entry.
  package private(set) var mostOnDuty = (people: -1, at: Int64(0))
  /// People on break or at offline work at once, and people on duty then.
  package private(set) var mostAway = (people: 0, at: Int64(0), onDuty: 0)
  /// Contacts that came, retries counted each time.
  package private(set) var arrived = 0
  /// Contacts whose talk ended, wrap-up or not.
  package private(set) var handled = 0
  /// Contacts that left the queue unserved.
  package private(set) var abandoned = 0
  /// Contacts that left at once instead of waiting.
  package private(set) var balked = 0
  /// Contacts that found no room or closed doors.
  package private(set) var blocked = 0
  /// Contacts cut off: at closing while they waited, or when a shift ended in the middle.
  package private(set) var disconnected = 0
  /// Left after an answer: while waiting again, or while an agent was at it.
  package private(set) var leftLate = 0
  /// By reporting interval.
  package private(set) var arrivedBy: [Int]
  /// By reporting interval of giving up, balking included.
  package private(set) var gaveUpBy: [Int]
  /// When a contact type closed with so many waiting; µs.
  package private(set) var closings: [(at: Int64, type: Int32, waiting: Int64)] = []
  /// Time of the last entry read, µs.
  package private(set) var lastEntry: Int64 = 0

  /// `[channel][slot]`, the most that waited in the slot.
  package var waiting: [[Int]]
  /// People on duty at the end of the slot.
  package private(set) var onDutyBySlot: [Int] = []
  /// People away from contacts at the end of the slot.
  package var awayBySlot: [Int] = []
  /// People at a contact at the end of the slot.
  package var workingBySlot: [Int] = []

  /// Contacts waiting at the end of each interval by how long they have waited: `[band][interval]`, bands as in `ageLimits`.
  package private(set) var ages: [[Int]]
  /// Upper ends of the bands of age in seconds; the last band has none.
  static let ageLimits: [Double] = [300, 1800, 14_400, 86_400]

  /// Since when each contact has been waiting, or -1; by its number.
  private var since: [Int64] = []
  /// Contacts that wait in no queue of their own, but may in one of a group that has them on hold.
  private var onHold: Set<Int64> = []
  private var slot = 0
  /// The end of a talk is not the end of the contact.
  private let hasTickets: Bool

  package init(_ scenario: Scenario, journal: [JournalEntry]) {
    self.scenario = scenario
    hasTickets = scenario.hasTickets
    let intervals = scenario.horizon.intervals
    first = intervals.first?.start.microseconds ?? 0
    end = intervals.last?.end.microseconds ?? 0
    slotsPerInterval = max(1, min(6, 320 / max(1, intervals.count)))
    let parts = Int64(slotsPerInterval)
    slotStarts = intervals.flatMap { interval in
      let length = interval.end.microseconds - interval.start.microseconds
      return (0..<parts).map { interval.start.microseconds + length * $0 / parts }
    }
    queues = Array(repeating: Queue(), count: scenario.channels.count)
    people = PeopleReader(scenario)
    arrivedBy = Array(repeating: 0, count: intervals.count)
    gaveUpBy = Array(repeating: 0, count: intervals.count)
    waiting = Array(repeating: Array(repeating: 0, count: slotStarts.count), count: scenario.channels.count)
    ages = Array(repeating: Array(repeating: 0, count: intervals.count), count: Self.ageLimits.count + 1)
    for entry in journal { read(entry) }
    fillSlots(upTo: Int64.max)
    for channel in queues.indices { closeBusy(channel, at: end) }
    // Who is still waiting: nothing tells how old the work was that was there at the start, so it counts from then.
    for entered in since where entered >= 0 { note(stayFrom: entered, until: Int64.max, born: entered) }
  }

  private mutating func read(_ entry: JournalEntry) {
    fillSlots(upTo: entry.time)
    lastEntry = entry.time
    people.read(entry)
    let counts = entry.time >= first && entry.time < end
    switch entry.kind {
    case .arrived, .handedOver:
      if counts { count(&arrived, &arrivedBy, entry.time) }
    case .onHold, .approvalAsked: onHold.insert(entry.contact)
    case .holdEnded, .approved: onHold.remove(entry.contact)
    case .queued: if !onHold.contains(entry.contact) { enter(entry) }
    case .assigned: leave(entry, answered: true)
    case .calledInVain, .merged: leave(entry, answered: false)
    case .abandoned:
      leave(entry, answered: false)
      if counts { count(&abandoned, &gaveUpBy, entry.time) }
    case .balked:
      if counts { count(&balked, &gaveUpBy, entry.time) }
    case .blockedFull, .blockedClosed, .blockedUnattended:
      if counts { blocked += 1 }
    case .disconnected, .disconnectedUnattended:
      leave(entry, answered: false)
      if counts { disconnected += 1 }
    case .talkEnded:
      if counts, !hasTickets { handled += 1 }
    case .solved, .autoClosed, .solvedTogether:
      if counts { handled += 1 }
    case .reopened:
      if counts, handled > 0 { handled -= 1 }
    case .disconnectedLate:
      leave(entry, answered: false)
      if counts { leftLate += 1 }
    case .leftInService:
      if counts { leftLate += 1 }
    case .dropped:
      if counts { disconnected += 1 }
    case .absent:
      if counts { absent.append(entry.agent) }
    case .closed:
      if counts { closings.append((entry.time, entry.contactType, entry.value)) }
    // Is about people only, or moves no contact.
    default: break
    }
    // People who come or take a contact in the very instant of a peak were there.
    for channel in queues.indices where queues[channel].peak.waiting > 0 && queues[channel].peak.at == entry.time {
      queues[channel].peak = (queues[channel].peak.waiting, entry.time, people.onDuty, people.away, people.working)
    }
    guard counts else { return }
    if people.onDuty > mostOnDuty.people { mostOnDuty = (people.onDuty, entry.time) }
    if people.away > mostAway.people { mostAway = (people.away, entry.time, people.onDuty) }
  }

  // MARK: Queues

  private mutating func enter(_ entry: JournalEntry) {
    let number = Int(entry.contact)
    if number >= since.count { since.append(contentsOf: repeatElement(-1, count: number + 1 - since.count)) }
    since[number] = entry.time
    let channel = scenario.contactTypes[Int(entry.contactType)].channel
    queues[channel].waiting += 1
    if queues[channel].busySince == nil { queues[channel].busySince = max(first, entry.time) }
    if entry.time < end, slot < slotStarts.count, entry.time >= first {
      waiting[channel][slot] = max(waiting[channel][slot], queues[channel].waiting)
      if queues[channel].waiting > queues[channel].peak.waiting {
        queues[channel].peak = (queues[channel].waiting, entry.time, people.onDuty, people.away, people.working)
      }
    }
  }

  private mutating func leave(_ entry: JournalEntry, answered: Bool) {
    let number = Int(entry.contact)
    guard number < since.count, since[number] >= 0 else { return }
    note(stayFrom: since[number], until: entry.time, born: entry.time - entry.value)
    since[number] = -1
    let channel = scenario.contactTypes[Int(entry.contactType)].channel
    queues[channel].waiting -= 1
    if queues[channel].waiting == 0 { closeBusy(channel, at: min(end, entry.time)) }
    if entry.time >= first, entry.value > queues[channel].longestWait.waited {
      queues[channel].longestWait = (entry.value, entry.time, entry.contact, entry.contactType, answered)
    }
  }

  /// A stay in a queue is seen at the end of every interval that it reaches beyond.
  private mutating func note(stayFrom entered: Int64, until left: Int64, born: Int64) {
    let intervals = scenario.horizon.intervals
    guard var index = interval(of: max(first, entered)) else { return }
    while index < intervals.count, intervals[index].end.microseconds < left {
      let age = Double(intervals[index].end.microseconds - born) / 1e6
      ages[Self.ageLimits.firstIndex { age < $0 } ?? Self.ageLimits.count][index] += 1
      index += 1
    }
  }

  private mutating func closeBusy(_ channel: Int, at time: Int64) {
    guard let from = queues[channel].busySince else { return }
    queues[channel].busySince = nil
    if time - from > queues[channel].longestBusy.to - queues[channel].longestBusy.from { queues[channel].longestBusy = (from, time) }
  }

  // MARK: Slots

  /// Closes every slot that ends at or before `time`.
  private mutating func fillSlots(upTo time: Int64) {
    while slot < slotStarts.count, (slot + 1 < slotStarts.count ? slotStarts[slot + 1] : end) <= time {
      onDutyBySlot.append(people.onDuty)
      awayBySlot.append(people.away)
      workingBySlot.append(people.working)
      slot += 1
      if slot < slotStarts.count {
        for channel in queues.indices { waiting[channel][slot] = queues[channel].waiting }
      }
    }
    // Before the first slot the queues may already be filled.
    if slot == 0, !slotStarts.isEmpty, time <= first {
      for channel in queues.indices { waiting[channel][0] = queues[channel].waiting }
    }
  }

  /// nil: before the first interval, in the warm-up, or after the last.
  package func interval(of time: Int64) -> Int? {
    let intervals = scenario.horizon.intervals
    guard let first = intervals.first, time >= first.start.microseconds, time < end else { return nil }
    // Intervals have one length, but for the last and where clocks change; so look near by.
    var low = 0
    var high = intervals.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if intervals[middle].start.microseconds <= time { low = middle } else { high = middle - 1 }
    }
    return low
  }

  private func count(_ total: inout Int, _ byInterval: inout [Int], _ time: Int64) {
    total += 1
    if let interval = interval(of: time) { byInterval[interval] += 1 }
  }
}
