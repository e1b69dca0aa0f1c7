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
  /// Of all: those that have reached each of `BacklogAge.limits`.
  private var hour: Int64 = 0
  private var fourHours: Int64 = 0
  private var day: Int64 = 0
  private var threeDays: Int64 = 0
  /// Likewise of those that wait.
  private var waitingHour: Int64 = 0
  private var waitingFourHours: Int64 = 0
  private var waitingDay: Int64 = 0
  private var waitingThreeDays: Int64 = 0

  package init() {}

  /// All together.
  package var all: Int64 { waiting + inHand + pending + onHold }

  /// Notes the age in µs of one of the contacts counted above. Those under an hour need not be noted.
  @inline(__always)
  package mutating func note(age: Int64, isWaiting: Bool) {
    let one: Int64 = isWaiting ? 1 : 0
    if age < BacklogAge.limits[0] { return }
    hour += 1
    waitingHour += one
    if age < BacklogAge.limits[1] { return }
    fourHours += 1
    waitingFourHours += one
    if age < BacklogAge.limits[2] { return }
    day += 1
    waitingDay += one
    if age < BacklogAge.limits[3] { return }
    threeDays += 1
    waitingThreeDays += one
  }

  /// Contacts of one class of age.
  package func count(_ age: BacklogAge) -> Int64 {
    switch age {
    case .underHour: all - hour
    case .hours: hour - fourHours
    case .halfDays: fourHours - day
    case .days: day - threeDays
    case .older: threeDays
    }
  }

  /// Of those that wait: contacts of one class of age.
  package func waiting(_ age: BacklogAge) -> Int64 {
    switch age {
    case .underHour: waiting - waitingHour
    case .hours: waitingHour - waitingFourHours
    case .halfDays: waitingFourHours - waitingDay
    case .days: waitingDay - waitingThreeDays
    case .older: waitingThreeDays
    }
  }

  /// Puts the picture of other contact types beside this one. Both must be of the same instant of the same play.
  package mutating func join(_ others: OpenContacts) {
    waiting += others.waiting
    inHand += others.inHand
    pending += others.pending
    onHold += others.onHold
    hour += others.hour
    fourHours += others.fourHours
    day += others.day
    threeDays += others.threeDays
    waitingHour += others.waitingHour
    waitingFourHours += others.waitingFourHours
    waitingDay += others.waitingDay
    waitingThreeDays += others.waitingThreeDays
  }
}

/// Ages of open contacts in five classes, from less than an hour to more than three days: the same for every scenario, so that backlogs compare.
package enum BacklogAge: Int, CaseIterable, Sendable {
  case underHour, hours, halfDays, days, older

  /// Ages at which the next class begins, µs: 1 h, 4 h, 1 d, 3 d. A contact of exactly that age is in the older class.
  package static let limits: [Int64] = [3_600_000_000, 14_400_000_000, 86_400_000_000, 259_200_000_000]
}
