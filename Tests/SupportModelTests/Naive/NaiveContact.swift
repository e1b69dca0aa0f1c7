import SimulationCore

@testable import SupportModel

/// What stays the same over all attempts of one need.
struct NaiveNeed {
  /// The random numbers it draws from: `billing-call`, `billing-call/backlog` …
  let stream: String
  let entity: UInt64
  let firstArrivedAt: Int64
  /// The attempt whose work and patience this one has; itself when drawn anew.
  var workOfAttempt = 0
  var patienceOfAttempt = 0
  var lastAgent: Int32 = -1
}

/// A contact, from its arrival on.
final class NaiveContact {
  let number: Int64
  let type: Int
  let attempt: Int
  /// Counted interval of its arrival; nil in the warm-up and after the horizon.
  let interval: Int?
  let arrivedAt: Int64
  var need: NaiveNeed

  /// Its waits that are over, and the one that is not.
  var waits: [(from: Int64, to: Int64)] = []
  var waitingSince: Int64?
  var hadToWait = false
  var patience: Int64?
  /// Work left before the group's factor, once it is drawn.
  var talkLeft: Int64?
  /// Its talks with agents that are over, and the one that is not.
  var talks: [(from: Int64, to: Int64)] = []
  var talkSince: Int64?
  var wrapUp: Int64 = 0
  var agent: NaiveAgent?
  var answeredAt: Int64?
  var talkEndedAt: Int64?
  var endedAt: Int64?
  var outcome = ContactRow.Outcome.open
  var abandonment: Int?
  var overflow: Int?

  init(number: Int64, type: Int, attempt: Int, interval: Int?, arrivedAt: Int64, need: NaiveNeed) {
    self.number = number
    self.type = type
    self.attempt = attempt
    self.interval = interval
    self.arrivedAt = arrivedAt
    self.need = need
  }

  var isWaiting: Bool { waitingSince != nil }
  /// All time in the queue so far, up to the end of the last wait.
  var waited: Int64 { waits.reduce(0) { $0 + $1.to - $1.from } }
  /// The same inside the horizon: what wears patience down.
  var waitedInHorizon: Int64 { waits.reduce(0) { $0 + max(0, $1.to - max($1.from, 0)) } }

  var row: ContactRow {
    var row = ContactRow(contact: number, contactType: Int32(type), attempt: Int32(attempt), arrivedAt: arrivedAt)
    row.queuedAt = hadToWait ? arrivedAt : -1
    row.answeredAt = answeredAt ?? -1
    row.talkEndedAt = talkEndedAt ?? -1
    row.endedAt = endedAt ?? -1
    row.outcome = outcome
    row.agent = agent?.id ?? -1
    row.isCounted = interval != nil
    return row
  }
}

/// A person, or one of a number of interchangeable people.
final class NaiveAgent {
  enum Activity { case off, available, handling, wrapUp, onBreak, offline }

  let id: Int32
  let group: Int
  let name: String
  let shifts: [AgentGroup.Shift]

  var activity = Activity.off
  /// Past the end of the shift, or past the staffing count.
  var isOvertime = false
  var since: Int64 = 0
  /// Everything done so far.
  var history: [(from: Int64, to: Int64, activity: Activity, isOvertime: Bool)] = []
  var contact: NaiveContact?
  var workEnd: Int?
  /// When talks ended.
  var handled: [(at: Int64, contact: NaiveContact)] = []

  /// Index of the present or next shift.
  var shift = 0
  var isAbsent = false
  var isOnShift = false
  /// Breaks and activities of the shift still to come, in order.
  var plan: [(start: Int64, length: Int64, isBreak: Bool)] = []
  /// The first of them should have begun.
  var isDue = false
  var activityEvent: Int?

  init(id: Int32, group: Int, name: String, shifts: [AgentGroup.Shift]) {
    self.id = id
    self.group = group
    self.name = name
    self.shifts = shifts
  }

  var isBusy: Bool { activity == .handling || activity == .wrapUp }

  func become(_ activity: Activity, isOvertime: Bool, now: Int64) {
    history.append((since, now, self.activity, self.isOvertime))
    self.activity = activity
    self.isOvertime = isOvertime
    since = now
  }

  /// Time spent so far in what passes a test.
  func time(until now: Int64, in test: (Activity) -> Bool) -> Int64 {
    let past = history.filter { test($0.activity) }.reduce(0) { $0 + $1.to - $1.from }
    return past + (test(activity) ? now - since : 0)
  }
}
