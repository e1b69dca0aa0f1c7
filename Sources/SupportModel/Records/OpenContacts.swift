/// The open contacts of one type (or of several) at one instant, the end of an interval, just before anything else happens then.
///
/// A picture, not a sum: pictures of different instants mean nothing when added, so there is no `+`. Those of several types at the same
/// instant are put side by side (`join`), and a mean over plays is taken of a figure read off each.
package struct OpenContacts: Sendable, Equatable, BitwiseCopyable {
  package var waiting: Int64 = 0
  /// In the hands of agents.
  package var inHand: Int64 = 0
  /// Waiting for the customer, and with other parties.
  package var pending: Int64 = 0
  package var onHold: Int64 = 0
  /// Of all, and of those that wait.
  private var ages = AgeCounts()
  private var waitingAges = AgeCounts()

  package init() {}

  /// All together.
  package var all: Int64 { waiting + inHand + pending + onHold }

  /// Notes the age in µs of one of the contacts counted above. Those under an hour need not be noted.
  @inline(__always)
  package mutating func note(age: Int64, isWaiting: Bool) {
    ages.note(age)
    if isWaiting { waitingAges.note(age) }
  }

  /// Contacts of one class of age.
  package func count(_ age: BacklogAge) -> Int64 { ages.count(age, of: all) }

  /// Of those that wait: contacts of one class of age.
  package func waiting(_ age: BacklogAge) -> Int64 { waitingAges.count(age, of: waiting) }

  /// Puts the picture of other contact types beside this one. Both must be of the same instant of the same play.
  package mutating func join(_ others: OpenContacts) {
    waiting += others.waiting
    inHand += others.inHand
    pending += others.pending
    onHold += others.onHold
    ages.add(others.ages)
    waitingAges.add(others.waitingAges)
  }
}

/// How many contacts have reached each of `BacklogAge.limits`.
private struct AgeCounts: Sendable, Equatable, BitwiseCopyable {
  var hour: Int64 = 0
  var fourHours: Int64 = 0
  var day: Int64 = 0
  var threeDays: Int64 = 0

  @inline(__always)
  mutating func note(_ age: Int64) {
    if age < BacklogAge.limits[0] { return }
    hour += 1
    if age < BacklogAge.limits[1] { return }
    fourHours += 1
    if age < BacklogAge.limits[2] { return }
    day += 1
    if age < BacklogAge.limits[3] { return }
    threeDays += 1
  }

  /// Those of one class of age, of so many in all.
  func count(_ age: BacklogAge, of all: Int64) -> Int64 {
    switch age {
    case .underHour: all - hour
    case .hours: hour - fourHours
    case .halfDays: fourHours - day
    case .days: day - threeDays
    case .older: threeDays
    }
  }

  mutating func add(_ others: AgeCounts) {
    hour += others.hour
    fourHours += others.fourHours
    day += others.day
    threeDays += others.threeDays
  }
}

/// Ages of open contacts in five classes, from less than an hour to more than three days: the same for every scenario, so that backlogs compare.
package enum BacklogAge: Int, CaseIterable, Sendable {
  case underHour, hours, halfDays, days, older

  /// Ages at which the next class begins, µs: 1 h, 4 h, 1 d, 3 d. A contact of exactly that age is in the older class.
  package static let limits: [Int64] = [3_600_000_000, 14_400_000_000, 86_400_000_000, 259_200_000_000]
}
