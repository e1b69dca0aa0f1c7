import Foundation
import ReportKit
import SimulationCore
package import SupportModel

/// Writes instants of the simulation as people read clocks: local time where the scenario has dates, elapsed time where it has none.
package struct ScenarioClock: Sendable {
  /// Unix time in µs of the start of the horizon, and the zone its clocks show; nil without dates.
  private let anchor: (epoch: Int64, zone: TimeZone)?
  private let severalDays: Bool

  package init(_ horizon: Horizon) {
    severalDays = horizon.length.microseconds > 25 * 3_600_000_000
    guard horizon.startDate != nil, let name = horizon.timeZone, let zone = TimeZone(identifier: name),
      let first = horizon.intervals.first, let epoch = Self.epochSeconds(first.label)
    else {
      anchor = nil
      return
    }
    anchor = (epoch * 1_000_000 - first.start.microseconds, zone)
  }

  /// `2026-09-14T09:00:12.345-04:00`; empty without dates and for -1 (it never came to that).
  package func iso(_ microseconds: Int64) -> String {
    guard let anchor, microseconds != -1 else { return "" }
    let (second, milli, offset) = local(microseconds, anchor)
    let date = CivilDate(daysSinceEpoch: Self.floorDivide(second, 86_400))
    let sign = offset < 0 ? "-" : "+"
    let minutes = abs(offset) / 60
    return "\(date.iso)T\(Self.clock(second - Self.floorDivide(second, 86_400) * 86_400, milli))"
      + "\(sign)\(Words.twoDigits(minutes / 60)):\(Words.twoDigits(minutes % 60))"
  }

  /// For lines that are read one after the other: `09:00:12.345`, with the date in front where the horizon has several days.
  package func journal(_ microseconds: Int64) -> String {
    guard let anchor else {
      let milli = Self.floorDivide(microseconds, 1000)
      let second = Self.floorDivide(milli, 1000)
      return (second < 0 ? "-" : "") + Self.clock(abs(second), milli - second * 1000)
    }
    let (second, milli, _) = local(microseconds, anchor)
    let day = Self.floorDivide(second, 86_400)
    let time = Self.clock(second - day * 86_400, milli)
    return severalDays ? "\(CivilDate(daysSinceEpoch: day).iso) \(time)" : time
  }

  /// To the minute, as people say when something was: `11:58`, in horizons of several days `Sat 7 Nov 11:58` like the labels of intervals.
  /// What comes after a single day says so: `00:19 next day`.
  package func minute(_ microseconds: Int64) -> String {
    guard let anchor else { return String(journal(microseconds).dropLast(7)) }
    let (second, milli, _) = local(microseconds, anchor)
    let day = Self.floorDivide(second, 86_400)
    let time = String(Self.clock(second - day * 86_400, milli).dropLast(7))
    if severalDays { return "\(CivilDate(daysSinceEpoch: day).spoken) \(time)" }
    let late = day - Self.floorDivide(local(0, anchor).second, 86_400)
    return late < 1 ? time : "\(time) \(late == 1 ? "next day" : "\(late) days later")"
  }

  // MARK: Parts

  private func local(_ microseconds: Int64, _ anchor: (epoch: Int64, zone: TimeZone)) -> (second: Int64, milli: Int64, offset: Int64) {
    let milli = Self.floorDivide(anchor.epoch + microseconds, 1000)
    let second = Self.floorDivide(milli, 1000)
    let offset = Int64(anchor.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second))))
    return (second + offset, milli - second * 1000, offset)
  }

  private static func clock(_ second: Int64, _ milli: Int64) -> String {
    let fraction = String(milli)
    return "\(Words.twoDigits(second / 3600)):\(Words.twoDigits(second / 60 % 60)):\(Words.twoDigits(second % 60))"
      + ".\(String(repeating: "0", count: 3 - fraction.count))\(fraction)"
  }

  private static func floorDivide(_ a: Int64, _ b: Int64) -> Int64 { a >= 0 ? a / b : -((-a + b - 1) / b) }

  /// Reads `2026-09-14T09:00:00-04:00`, the label of an interval.
  private static func epochSeconds(_ label: String) -> Int64? {
    let formatter = ISO8601DateFormatter()
    return formatter.date(from: label).map { Int64($0.timeIntervalSince1970.rounded()) }
  }

  /// A date of the Gregorian calendar from its day number (Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
  private struct CivilDate {
    var iso: String
    /// `Sat 7 Nov`
    var spoken: String

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

    init(daysSinceEpoch days: Int64) {
      let z = days + 719_468
      let era = ScenarioClock.floorDivide(z, 146_097)
      let dayOfEra = z - era * 146_097
      let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
      let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
      let shifted = (5 * dayOfYear + 2) / 153
      let day = dayOfYear - (153 * shifted + 2) / 5 + 1
      let month = shifted < 10 ? shifted + 3 : shifted - 9
      let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
      // 1 January 1970 was a Thursday.
      let weekday = Int(((days + 3) % 7 + 7) % 7)
      spoken = "\(Self.weekdays[weekday]) \(day) \(Self.months[Int(month) - 1])"
      iso = "\(year)-\(Words.twoDigits(month))-\(Words.twoDigits(day))"
    }
  }
}
