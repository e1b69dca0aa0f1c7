import SimulationCore
import SupportModel

/// Reads one calendar.
struct CalendarReader {
  let decoding: Decoding

  func read(_ field: Field, name: String) -> WrittenCalendar? {
    guard let section = Section(field, .calendar, decoding, name: name) else { return nil }
    var zone = decoding.clock.zone
    if let zoneField = section["timezone"] {
      if !decoding.clock.hasDates {
        decoding.reportUndated("`timezone`", at: zoneField)
      } else if let named = decoding.zone(zoneField) {
        zone = named
      }
    }
    var holidays: Set<Int> = []
    if let list = section["holidays"] {
      for item in decoding.items(list, .list(.date)) ?? [] {
        guard let date = decoding.read(item, .date, DateText.read) else { continue }
        if decoding.clock.hasDates { holidays.insert(date.dayNumber) } else { decoding.reportUndated("`holidays`", at: item) }
      }
    }
    let rule = section.word("holidays-rule", WrittenCalendar.HolidaysRule.self) ?? .civilDay
    let special = section["special"].map(special) ?? [:]
    let hours = section["open"].map(open)
    let isAffordable = decoding.affordable(
      hours?.reduce(0) { $0 + $1.hours.count } ?? 1, days: decoding.clock.wideDays(in: zone).count, at: section["open"] ?? field)
    var calendar = WrittenCalendar(zone: zone, hours: hours, holidays: holidays, holidaysRule: rule, special: special)
    if isAffordable { calendar.opens = calendar.businessTime(on: decoding.clock).nextOpen(from: .zero) != nil }
    return calendar
  }

  /// Hours of single dates, by local day number.
  private func special(_ field: Field) -> [Int: [HoursText]] {
    var result: [Int: [HoursText]] = [:]
    for entry in decoding.entries(field, .named(.either([.oneOrMany(.hours), .word(["closed"])]))) ?? [] {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      guard let date = decoding.read(at, .date, DateText.read) else { continue }
      guard decoding.clock.hasDates else {
        decoding.reportUndated("`special`", at: at)
        continue
      }
      result[date.dayNumber] = entry.field.node.word == "closed" ? [] : hours(entry.field)
    }
    return result
  }

  private func open(_ field: Field) -> [(days: DaySet, hours: [HoursText])] {
    guard field.node.map != nil else { return [(.everyDay, hours(field))] }
    var result: [(days: DaySet, hours: [HoursText])] = []
    var seen: UInt8 = 0
    for entry in decoding.entries(field, .named(.hours)) ?? [] {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      guard let days = days(at) else { continue }
      if seen & days.bits != 0 {
        let twice = DaySet.names.enumerated().filter { seen & days.bits & (1 << $0.offset) != 0 }.map(\.element)
        decoding.report("\(andList(twice)) \(twice.count == 1 ? "has" : "have") hours twice", expected: "each day in one entry", at: at)
      }
      seen |= days.bits
      result.append((days, hours(entry.field)))
    }
    return result
  }

  /// A set of days; anything but every day needs dates.
  func days(_ field: Field) -> DaySet? {
    guard let days = decoding.read(field, .days, DaySet.read) else { return nil }
    if !days.isEveryDay, !decoding.clock.hasDates {
      decoding.reportUndated("the day of the week \(field.node.described)", at: field)
      return nil
    }
    return days
  }

  private func hours(_ field: Field) -> [HoursText] {
    decoding.all(field, .oneOrMany(.hours), orOne: true) { decoding.read($0, .hours, HoursText.read) } ?? []
  }
}
