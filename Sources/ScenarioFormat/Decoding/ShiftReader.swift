import SimulationCore
import SupportModel

/// Reads one shift.
struct ShiftReader {
  let decoding: Decoding

  func read(_ field: Field, name: String) -> ShiftPattern? {
    guard let section = Section(field, .shift, decoding, name: name) else { return nil }
    let days = section["days"].map(self.days) ?? .everyDay
    let start = section.timeOfDay("start")
    let length = section.positiveDuration("length")
    if let length, length > ShiftPattern.longest {
      decoding.report("a shift of \(spelled(length)) is longer than a week", expected: "a working day", at: section["length"]!)
    }
    let breaks = section["breaks"].map { self.breaks($0, length: length) } ?? []
    guard decoding.affordable(1 + (breaks?.count ?? 0), days: decoding.clock.wideDays(in: decoding.clock.zone).count, at: field) else {
      return nil
    }
    guard let days, let start, let length, length <= ShiftPattern.longest, let breaks else { return nil }
    return ShiftPattern(name: name, days: days, start: .seconds(Double(start.seconds)), length: length, breaks: breaks)
  }

  private func days(_ field: Field) -> DaySet? {
    let calendars = CalendarReader(decoding: decoding)
    guard field.node.list != nil else { return calendars.days(field) }
    guard let sets = decoding.all(field, .list(.days), calendars.days) else { return nil }
    return DaySet(bits: sets.reduce(0) { $0 | $1.bits })
  }

  /// In order; nil after a problem that leaves no valid pattern.
  private func breaks(_ field: Field, length: TimeSpan?) -> [ShiftPattern.Break]? {
    var breaks: [(pause: ShiftPattern.Break, field: Field)] = []
    for item in decoding.items(field, .list(.section(.pause))) ?? [] {
      guard let section = Section(item, .pause, decoding) else { continue }
      let at = section.duration("at")
      guard let span = section.positiveDuration("for"), let at else { continue }
      let pause = ShiftPattern.Break(at: at, length: span)
      if let length, pause.end > length {
        decoding.report(
          "the break at \(spelled(at)) for \(spelled(span)) reaches beyond the shift of \(spelled(length))",
          expected: "breaks inside the shift", at: item)
        continue
      }
      breaks.append((pause, item))
    }
    breaks.sort { $0.pause.at < $1.pause.at }
    var overlap = false
    for (before, after) in zip(breaks, breaks.dropFirst()) where after.pause.at < before.pause.end {
      overlap = true
      decoding.report(
        "the break at \(spelled(after.pause.at)) begins before the one at \(spelled(before.pause.at)) for \(spelled(before.pause.length)) is over",
        expected: "breaks that do not overlap", at: after.field)
    }
    return overlap ? nil : breaks.map(\.pause)
  }
}
