import SimulationCore
import SupportModel

/// Who is there, and who has what in hand, while a journal is read: the one place that says what an entry means for the people.
struct PeopleReader {
  /// A contact in somebody's hands.
  struct Work: Equatable {
    /// Its number.
    var contact: Int64
    /// When it was taken, µs.
    var since: Int64
  }

  /// People on duty now, absent ones left out.
  private(set) var onDuty: Int
  /// People on break or at offline work now.
  private(set) var away = 0
  /// People with a contact in hand now.
  private(set) var working = 0

  private let groups: [AgentGroup]
  /// Planned people of each group whose staffing is a plan.
  private var staffing: [Int]
  /// By dense agent id: contacts in hand, in the order in which they were taken.
  private var hands: [[Work]] = []
  /// By dense agent id: not off, absent, on break or at offline work.
  private var isThere: [Bool] = []

  init(_ scenario: Scenario) {
    groups = scenario.groups
    staffing = Array(repeating: 0, count: scenario.groups.count)
    onDuty = scenario.groups.reduce(0) { if case .always(let count) = $1.presence { $0 + count } else { $0 } }
  }

  /// What somebody has in hand, the latest last.
  func inHand(_ agent: Int32) -> [Work] { hands.indices.contains(Int(agent)) ? hands[Int(agent)] : [] }

  /// Somebody is in a shift and at the desk, as far as the entries say.
  func isThere(_ agent: Int32) -> Bool { isThere.indices.contains(Int(agent)) ? isThere[Int(agent)] : true }

  mutating func read(_ entry: JournalEntry) {
    switch entry.kind {
    case .assigned: take(entry)
    case .workEnded, .handedBack, .dropped, .interrupted: letGo(entry)
    case .shiftStarted:
      if isRoster(entry.group) { onDuty += 1 }
      set(entry.agent, isThere: true)
    case .shiftEnded:
      if isRoster(entry.group) { onDuty -= 1 }
      // Who goes home from a break or out of training does not come back from it.
      if !isThere(entry.agent) { away -= 1 }
      set(entry.agent, isThere: false)
    case .staffingChanged:
      onDuty += Int(entry.value) - staffing[Int(entry.group)]
      staffing[Int(entry.group)] = Int(entry.value)
    // People with shifts come and go with these.
    case .joined: if !isRoster(entry.group) { onDuty += 1 }
    case .leftForGood: if !isRoster(entry.group) { onDuty -= 1 }
    case .absent: set(entry.agent, isThere: false)
    case .breakStarted, .offlineStarted:
      away += 1
      set(entry.agent, isThere: false)
    case .breakEnded, .offlineEnded:
      away -= 1
      set(entry.agent, isThere: true)
    // Says nothing about people.
    default: break
    }
  }

  private mutating func take(_ entry: JournalEntry) {
    guard entry.agent >= 0 else { return }
    grow(to: entry.agent)
    if hands[Int(entry.agent)].isEmpty { working += 1 }
    hands[Int(entry.agent)].append(Work(contact: entry.contact, since: entry.time))
  }

  private mutating func letGo(_ entry: JournalEntry) {
    guard entry.agent >= 0, Int(entry.agent) < hands.count else { return }
    hands[Int(entry.agent)].removeAll { $0.contact == entry.contact }
    if hands[Int(entry.agent)].isEmpty { working -= 1 }
  }

  private mutating func set(_ agent: Int32, isThere: Bool) {
    guard agent >= 0 else { return }
    grow(to: agent)
    self.isThere[Int(agent)] = isThere
  }

  private mutating func grow(to agent: Int32) {
    let missing = Int(agent) + 1 - hands.count
    guard missing > 0 else { return }
    hands.append(contentsOf: repeatElement([], count: missing))
    isThere.append(contentsOf: repeatElement(true, count: missing))
  }

  private func isRoster(_ group: Int32) -> Bool {
    guard group >= 0, case .roster = groups[Int(group)].presence else { return false }
    return true
  }
}
