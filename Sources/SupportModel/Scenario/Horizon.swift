package import SimulationCore

/// The played stretch of time, cut into reporting intervals.
package struct Horizon: Sendable {
  /// What happens to open work when the horizon ends.
  package enum AtEnd: String, Sendable, CaseIterable {
    /// Play on without new arrivals until every counted contact is finished; staffing goes on.
    case drain
    /// Stop; open contacts are reported as backlog with their ages.
    case cut
  }

  /// A reporting bucket: `[start, end)`.
  package struct Interval: Sendable, Equatable {
    /// The first instant of the bucket.
    package var start: SimInstant
    /// The first instant after it.
    package var end: SimInstant
    /// ISO 8601 with offset, for example `2026-09-14T09:00:00-04:00`; in a scenario without dates, the elapsed time `00:30`.
    package var label: String
    /// What a person reads in a table: `09:00`, or `Mon 14 Sep 09:00` in horizons of several days.
    package var shortLabel: String
    /// Index of the local calendar day, from 0. A scenario without dates counts days of 24 hours.
    package var day: Int

    package init(start: SimInstant, end: SimInstant, label: String, shortLabel: String, day: Int) {
      self.start = start
      self.end = end
      self.label = label
      self.shortLabel = shortLabel
      self.day = day
    }
  }

  /// Open contacts at the start.
  package struct Backlog: Sendable {
    /// Index into `Scenario.contactTypes`.
    package var contactType: Int
    /// Contacts open at the start, each with an age of its own.
    package var count: Int
    /// How long each has been open already; nil: all just arrived.
    package var age: AnyDistribution?
    /// Shares that wait for their customers, and are with other parties; the others wait for an agent.
    package var pending = 0.0
    package var onHold = 0.0
    /// Share that an agent has answered before the start: all of those two, and some who wait for another touch.
    package var answered = 0.0

    package init(contactType: Int, count: Int, age: AnyDistribution?) {
      self.contactType = contactType
      self.count = count
      self.age = age
    }
  }

  /// From the start of the warm-up until nobody comes any more.
  package var length: TimeSpan
  /// Contacts that arrive before this are played and not counted; intervals start here. Always less than `length`.
  package var warmUp: TimeSpan
  /// The end of the horizon in which demand goes on and what comes is not counted, so that what came before has time to be finished: intervals
  /// end where it begins. Warm-up and cool-down together are less than `length`.
  package var cooldown: TimeSpan
  /// Whether open work is finished or left.
  package var atEnd: AtEnd
  /// At most one entry for a contact type.
  package var backlog: [Backlog]
  /// They tile `[warmUp, length - cooldown)`, in order.
  package var intervals: [Interval]
  /// They tile the cool-down, in order; nothing is reported by them, and demand knows its days from them.
  package var uncounted: [Interval]
  /// Weeks, days and hours of the week, in this order, as far as there are several: what results are summed over beside intervals.
  package var periods: [Period] = []
  /// Local date of the first day, ISO 8601 (`2026-09-14`); nil in a scenario without dates.
  package var startDate: String?
  /// Name of the time zone, for example `America/New_York`; nil in a scenario without dates.
  package var timeZone: String?
  /// A need is solved by its first contact when no other one follows within so long; where contacts cause others.
  package var firstContactWindow = TimeSpan.days(7)

  package init(
    length: TimeSpan, warmUp: TimeSpan = .zero, cooldown: TimeSpan = .zero, atEnd: AtEnd = .drain, backlog: [Backlog] = [],
    intervals: [Interval], uncounted: [Interval] = [], startDate: String? = nil, timeZone: String? = nil
  ) {
    self.length = length
    self.warmUp = warmUp
    self.cooldown = cooldown
    self.uncounted = uncounted
    self.atEnd = atEnd
    self.backlog = backlog
    self.intervals = intervals
    self.startDate = startDate
    self.timeZone = timeZone
  }

  /// A horizon without dates, cut into intervals of one length (the last may be shorter).
  package static func elapsed(length: TimeSpan, warmUp: TimeSpan = .zero, interval: TimeSpan, atEnd: AtEnd = .drain) -> Horizon {
    var intervals: [Interval] = []
    var start = warmUp
    while start < length {
      let end = min(start + interval, length)
      let minutes = start.microseconds / 60_000_000
      let label = "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
      intervals.append(
        Interval(
          start: .zero + start, end: .zero + end, label: label, shortLabel: label,
          day: Int(start.microseconds / 86_400_000_000)))
      start = end
    }
    var horizon = Horizon(length: length, warmUp: warmUp, atEnd: atEnd, intervals: intervals)
    horizon.periods = Period.all(intervals, seconds: intervals.map { Int($0.start.microseconds / 1_000_000 % 86_400) }, .elapsed)
    return horizon
  }

  /// Indices into `periods` of one kind, in order.
  package func periods(_ kind: Period.Kind) -> [Int] { periods.indices.filter { periods[$0].kind == kind } }

  private static func twoDigits(_ value: Int64) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
