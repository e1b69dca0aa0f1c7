import SimulationCore

@testable import SupportModel

/// A person, or one of a number of interchangeable people.
final class NaiveAgent {
  enum Activity { case off, available, handling, wrapUp, onBreak, offline }

  let id: Int32
  let group: Int
  let name: String
  let shifts: [AgentGroup.Shift]

  var activity = Activity.off
  /// Busy past the end of the shift, or past the staffing count; and the how-manieth to be marked so.
  var isOvertime = false
  var marked = 0
  var since: Int64 = 0
  /// Everything done so far.
  var history: [(from: Int64, to: Int64, activity: Activity, isOvertime: Bool)] = []
  /// What is in hand.
  var work: [NaiveAssignment] = []
  /// When talks began, or went on last, and ended.
  var talks: [(began: Int64, ended: Int64)] = []
  /// When it said something to a customer, solved a contact, and put one aside.
  var replied: [Int64] = []
  var solved: [Int64] = []
  var putAside: [Int64] = []

  /// Index of the present or next shift.
  var shift = 0
  /// How somebody came who was not there from the start, when their training was over, and when they left for good.
  var hire: AgentGroup.Hire?
  var leftAt: Int64?
  /// Paid to learn, in a shift or where nobody has shifts.
  var isTraining = false
  var isAbsent = false
  var isOnShift = false
  /// The shift runs, and the person has not come yet.
  var isLate = false
  /// Breaks and activities of the shift still to come, in order.
  var plan: [NaiveActivity] = []
  /// The first of them should have begun.
  var isDue = false
  /// What has been scheduled for shifts the person came to.
  var days: [(shift: AgentGroup.Shift, plan: [NaiveActivity])] = []
  var activityEvent: Int?

  init(id: Int32, group: Int, name: String, shifts: [AgentGroup.Shift]) {
    self.id = id
    self.group = group
    self.name = name
    self.shifts = shifts
  }

  var isBusy: Bool { !work.isEmpty }

  func become(_ activity: Activity, isOvertime: Bool, now: Int64) {
    history.append((since, now, self.activity, self.isOvertime))
    self.activity = activity
    self.isOvertime = isOvertime
    since = now
  }

  /// Everything ever held, and until when it took room.
  var held: [(work: NaiveAssignment, until: Int64?)] = []

  /// Does what the work in hand asks for: talk goes before wrap-up.
  func turnToWork(now: Int64) { become(work.contains { $0.talkEnded == nil } ? .handling : .wrapUp, isOvertime: isOvertime, now: now) }

  /// Time spent so far in what passes a test.
  func time(until now: Int64, in test: (Activity) -> Bool) -> Int64 {
    let past = history.filter { test($0.activity) }.reduce(0) { $0 + $1.to - $1.from }
    return past + (test(activity) ? now - since : 0)
  }
}

/// A planned stretch away from contacts.
struct NaiveActivity {
  let start: Int64
  let length: Int64
  let isBreak: Bool
  var end: Int64 { start + length }
}
