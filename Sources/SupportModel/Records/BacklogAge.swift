/// Ages of open contacts in five classes, from less than an hour to more than three days: the same for every scenario, so that backlogs compare.
package enum BacklogAge: Int, CaseIterable, Sendable {
  case underHour, hours, halfDays, days, older

  /// Ages at which the next class begins, µs: 1 h, 4 h, 1 d, 3 d. A contact of exactly that age is in the older class.
  package static let limits: [Int64] = [3_600_000_000, 14_400_000_000, 86_400_000_000, 259_200_000_000]

  /// Contacts that have reached each of the limits.
  package struct Counts: Sendable, Equatable, BitwiseCopyable {
    package var hour: Int32 = 0
    package var fourHours: Int32 = 0
    package var day: Int32 = 0
    package var threeDays: Int32 = 0

    package init() {}

    /// Counts one contact of this age in µs.
    @inline(__always)
    package mutating func count(age: Int64) {
      if age >= 3_600_000_000 { hour += 1 }
      if age >= 14_400_000_000 { fourHours += 1 }
      if age >= 86_400_000_000 { day += 1 }
      if age >= 259_200_000_000 { threeDays += 1 }
    }

    package static func += (a: inout Self, b: Self) {
      a.hour += b.hour
      a.fourHours += b.fourHours
      a.day += b.day
      a.threeDays += b.threeDays
    }
  }
}

extension ContactCell {
  /// Open contacts of one class of age at the end of the interval: waiting and in hand.
  package func open(_ age: BacklogAge) -> Int64 {
    switch age {
    case .underHour: waitingAtEnd + handlingAtEnd - Int64(olderAtEnd.hour)
    case .hours: Int64(olderAtEnd.hour - olderAtEnd.fourHours)
    case .halfDays: Int64(olderAtEnd.fourHours - olderAtEnd.day)
    case .days: Int64(olderAtEnd.day - olderAtEnd.threeDays)
    case .older: Int64(olderAtEnd.threeDays)
    }
  }
}
