import SimulationCore
import SupportModel

/// The horizon without backlog: what the clock needs, then the intervals.
struct HorizonReader {
  let section: Section
  private(set) var isWrong = false
  private(set) var warmUp = TimeSpan.zero
  private(set) var cooldown = TimeSpan.zero
  private(set) var atEnd = Horizon.AtEnd.drain
  private(set) var firstContactWindow = TimeSpan.days(7)
  private(set) var startDate: String?

  /// Intervals that a horizon has where it does not say how long they are, and up to how many: 28 days of half-hours, a quarter of hours.
  static let usualIntervals: [(length: TimeSpan, atMost: Int64)] = [
    (.minutes(30), 1_344), (.hours(1), 2_232), (.days(1), 1_344), (.days(7), 1_344), (.days(28), 1_344), (.days(364), 1_344),
  ]
  static let mostIntervals = 100_000

  init(_ section: Section) { self.section = section }

  /// Reads start, zone and length and sets the clock.
  mutating func readClock() {
    let decoding = section.decoding
    var zone = WallZone.utc
    if let field = section["timezone"] {
      if let named = decoding.zone(field) { zone = named } else { isWrong = true }
    }
    var start: InstantText?
    if let field = section["start"] {
      start = decoding.read(field, .instant, InstantText.read)
      if start == nil { isWrong = true }
      if let text = start, text.microseconds % 1_000_000 != 0 {
        decoding.report("\(field.node.described) is not a whole second", expected: InstantText.expectation, at: field)
        isWrong = true
      }
    }
    var startUTC = 0
    if let start {
      let seconds = Int(start.microseconds / 1_000_000)
      startUTC =
        start.offset.map { start.date.dayNumber * 86_400 + seconds - $0 } ?? zone.instant(day: start.date.dayNumber, seconds: seconds)
    }
    var length = TimeSpan.days(1)
    if let field = section["length"], let text = decoding.durationText(field) {
      length = text.span
      if start != nil, text.days > 0 {
        // Calendar days: the same wall time so many dates later, then the elapsed rest.
        let local = zone.local(startUTC)
        let end = zone.instant(day: local.day + text.days, seconds: local.seconds)
        length = TimeSpan(microseconds: Int64(end - startUTC) * 1_000_000) + text.rest
      }
      if length <= .zero {
        decoding.report("the horizon has no length", expected: "a duration longer than 0s", at: field)
        isWrong = true
        length = .days(1)
      }
    } else {
      isWrong = true
    }
    decoding.clock = HorizonClock(
      hasDates: start != nil || (isWrong && section["start"] != nil), zone: start == nil && section["start"] == nil ? .utc : zone,
      start: startUTC, length: length)
    if let field = section["interval"], case .success(let text)? = field.node.scalar.map({ DurationText.read($0.trimmingSpaces) }),
      text.span > .zero
    {
      decoding.interval = text.span
    }
    if start != nil { startDate = CivilDate(dayNumber: zone.local(startUTC).day).text }
    readRest()
  }

  private mutating func readRest() {
    let decoding = section.decoding
    atEnd = section.word("at-end", Horizon.AtEnd.self) ?? .drain
    if let window = section.positiveDuration("fcr-window") { firstContactWindow = window }
    if let field = section["warmup"], let span = decoding.duration(field) {
      warmUp = span
      if span >= decoding.clock.length, !isWrong {
        decoding.report(
          "the warm-up of \(field.node.described) is not shorter than the horizon (\(section["length"]?.node.described ?? ""))",
          expected: "a warm-up shorter than the length it is part of", at: field)
        warmUp = .zero
      }
    }
    if let field = section["cooldown"], let span = decoding.duration(field) {
      cooldown = span
      if warmUp + span >= decoding.clock.length, !isWrong {
        let what = warmUp > .zero ? "warm-up and cool-down leave nothing" : "the cool-down of \(field.node.described) leaves nothing"
        decoding.report(
          "\(what) of the horizon (\(section["length"]?.node.described ?? "")) to count",
          expected: "a cool-down shorter than the rest of the length it is part of", at: field)
        cooldown = .zero
      }
    }
    decoding.warmUp = warmUp
  }

  /// Reporting intervals from the end of the warm-up to the end, aligned to the local clock: what is counted, then the cool-down.
  func intervals() -> (counted: [Horizon.Interval], uncounted: [Horizon.Interval])? {
    let decoding = section.decoding
    let clock = decoding.clock
    let counted = clock.length - warmUp
    var step: TimeSpan
    if let field = section["interval"] {
      guard let given = decoding.positiveDuration(field) else { return nil }
      if counted.microseconds / given.microseconds > Int64(Self.mostIntervals) {
        decoding.report(
          "an interval of \(field.node.described) cuts the horizon into more than \(Self.mostIntervals) pieces",
          expected: "a longer interval", at: field)
        return nil
      }
      step = given
    } else {
      step =
        Self.usualIntervals.first { (counted.microseconds + $0.length.microseconds - 1) / $0.length.microseconds <= $0.atMost }?.length
        ?? .days(364)
    }
    let all = edges(every: step, on: clock).map { interval($0, every: step, on: clock) }
    let end = clock.end - cooldown
    return (all.filter { $0.end <= end }, all.filter { $0.start >= end })
  }

  private func edges(every step: TimeSpan, on clock: HorizonClock) -> [Range<SimInstant>] {
    var edges: [SimInstant] = []
    let day: Int64 = 86_400_000_000
    let days = clock.days(in: clock.zone)
    if step.microseconds % day == 0 {
      for number in stride(from: days.lowerBound, through: days.upperBound, by: Int(step.microseconds / day)) {
        edges.append(clock.edge(day: number, seconds: 0, in: clock.zone))
      }
    } else if step.microseconds > day {
      var at = SimInstant.zero
      while at < clock.end {
        edges.append(at)
        at = at + step
      }
    } else {
      // Every local day begins anew, so that a day of 23 or 25 hours does not shift the days after it.
      for number in days {
        let next = clock.edge(day: number + 1, seconds: 0, in: clock.zone)
        var at = clock.edge(day: number, seconds: 0, in: clock.zone)
        while at < next {
          edges.append(at)
          at = at + step
        }
      }
    }
    let first = SimInstant.zero + warmUp
    let last = clock.end - cooldown
    let between = edges.filter { $0 > first && $0 < clock.end && $0 != last } + (cooldown > .zero ? [last] : [])
    let inside = [first] + between.sorted() + [clock.end]
    return zip(inside, inside.dropFirst()).map { $0..<$1 }
  }

  private func interval(_ range: Range<SimInstant>, every step: TimeSpan, on clock: HorizonClock) -> Horizon.Interval {
    let start = range.lowerBound
    let local = clock.local(start, in: clock.zone)
    let day = local.day - clock.firstDay
    guard clock.hasDates else {
      let label = clock.shown(start)
      return Horizon.Interval(start: start, end: range.upperBound, label: label, shortLabel: label, day: day)
    }
    let isWholeDays = step >= .days(1) && local.seconds == 0
    return Horizon.Interval(
      start: start, end: range.upperBound, label: clock.isoText(start),
      shortLabel: isWholeDays ? CivilDate(dayNumber: local.day).shortText : clock.shown(start), day: day)
  }
}
