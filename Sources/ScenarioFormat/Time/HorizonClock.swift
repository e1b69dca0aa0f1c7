import SimulationCore
import SupportModel

/// The bridge between calendars and instants of one scenario.
///
/// A scenario without `horizon.start` has no dates: its days are numbered from 0, have 24 hours and no weekday, in one zone only.
struct HorizonClock: Sendable {
  let hasDates: Bool
  /// The zone of the horizon.
  let zone: WallZone
  /// The start, seconds since 1970 (0 without dates).
  let start: Int
  /// End of the horizon.
  let length: TimeSpan
  /// Days beyond the horizon that calendars are worked out for.
  var daysAfter = HorizonClock.daysAfter
  /// Days before it.
  var daysBefore = HorizonClock.daysBefore

  /// How far before the start shifts and calendars are worked out: a night shift may already run.
  static let daysBefore = 2
  /// How far beyond the end, so that open work can be finished.
  static let daysAfter = 28

  /// The instant of a wall time; a time that does not exist is moved forward, one that exists twice means the first.
  func instant(day: Int, seconds: Int, in zone: WallZone) -> SimInstant { sim(zone.instant(day: day, seconds: seconds)) }

  /// The edge between two stretches of a local day; see `WallZone.edge`.
  func edge(day: Int, seconds: Int, in zone: WallZone) -> SimInstant { sim(zone.edge(day: day, seconds: seconds)) }

  /// The edges of `count` steps of a local day, in order.
  func edges(day: Int, step: Int, count: Int, in zone: WallZone) -> [SimInstant] {
    zone.edges(day: day, step: step, count: count).map(sim)
  }

  /// The instants of a local day whose reading on the wall lies in these seconds after midnight; see `WallZone.stretches`.
  func stretches(day: Int, from: Int, to: Int, in zone: WallZone) -> [Range<SimInstant>] {
    zone.stretches(day: day, from: from, to: to).map { sim($0.lowerBound)..<sim($0.upperBound) }
  }

  /// The offsets of a zone over the days that calendars are worked out for: the wall shows days since 1970.
  func wall(in zone: WallZone) -> LocalTime {
    let days = wideDays(in: zone)
    let (first, last) = (zone.instant(day: days.lowerBound - 1, seconds: 0), zone.instant(day: days.upperBound + 2, seconds: 0))
    return LocalTime(
      zone.offsets(from: first, to: last).map {
        .init(from: sim($0.from), amount: TimeSpan(microseconds: Int64(start + $0.offset) * 1_000_000))
      })
  }

  func instant(_ text: InstantText) -> SimInstant {
    let seconds = Int(text.microseconds / 1_000_000)
    let fraction = TimeSpan(microseconds: text.microseconds % 1_000_000)
    if let offset = text.offset { return sim(text.date.dayNumber * 86_400 + seconds - offset) + fraction }
    return instant(day: text.date.dayNumber, seconds: seconds, in: zone) + fraction
  }

  private func sim(_ utc: Int) -> SimInstant { SimInstant(microseconds: Int64(utc - start) * 1_000_000) }

  /// Seconds since 1970 of an instant, rounded down.
  func utc(_ instant: SimInstant) -> Int {
    let whole = instant.microseconds / 1_000_000
    return start + Int(instant.microseconds % 1_000_000 < 0 ? whole - 1 : whole)
  }

  func local(_ instant: SimInstant, in zone: WallZone) -> (day: Int, seconds: Int) { zone.local(utc(instant)) }

  var end: SimInstant { .zero + length }
  var firstDay: Int { zone.local(start).day }

  /// Local days that meet the horizon, in the horizon's zone or another one.
  func days(in zone: WallZone) -> ClosedRange<Int> {
    let first = zone.local(start).day
    let last = zone.local(utc(end) - (length > .zero ? 1 : 0)).day
    return first...max(first, last)
  }

  /// The same with room for shifts that began before and work that is finished after.
  func wideDays(in zone: WallZone) -> ClosedRange<Int> {
    let days = days(in: zone)
    return (days.lowerBound - daysBefore)...(days.upperBound + daysAfter)
  }

  /// 0 is Monday. Only meaningful with dates.
  func weekday(_ day: Int) -> Int { CivilDate(dayNumber: day).weekday }

  /// `Mon 14 Sep 09:00`, `09:00` when the horizon is one day, the elapsed time without dates.
  func shown(_ instant: SimInstant) -> String {
    let (day, seconds) = local(instant, in: zone)
    let time = TimeOfDay(seconds: seconds).text
    guard hasDates else {
      let minutes = Int(instant.microseconds / 60_000_000)
      return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    }
    let horizon = days(in: zone)
    return horizon.count == 1 && day == horizon.lowerBound ? time : "\(CivilDate(dayNumber: day).shortText) \(time)"
  }

  /// `Mon 14 Sep 09:00`, whatever the horizon; `day 2 09:00` without dates.
  func longText(_ instant: SimInstant) -> String {
    let (day, seconds) = local(instant, in: zone)
    let time = TimeOfDay(seconds: seconds).text
    return hasDates ? "\(CivilDate(dayNumber: day).shortText) \(time)" : day == 0 ? time : "day \(day + 1) \(time)"
  }

  /// `2026-09-14T09:00:00-04:00`.
  func isoText(_ instant: SimInstant) -> String {
    let utc = utc(instant)
    let (day, seconds) = zone.local(utc)
    let offset = zone.offset(at: utc)
    let sign = offset < 0 ? "-" : "+"
    let time = "\(twoDigits(seconds / 3600)):\(twoDigits(seconds / 60 % 60)):\(twoDigits(seconds % 60))"
    return "\(CivilDate(dayNumber: day).text)T\(time)\(sign)\(twoDigits(abs(offset) / 3600)):\(twoDigits(abs(offset) / 60 % 60))"
  }
}
