import SimulationCore
import SupportModel
import Tables

/// Past contacts by interval and date, averaged: the mean of each time of day over the days of the same weekday, and how much whole days
/// differ around it.
///
/// The spread of a day's total has two parts: that of a Poisson number, which a play has anyway, and the rest, which becomes the factor
/// `busyness`. With days of weekday w having totals T and mean m_w, pooled over weekdays: cv² = Σ((T − m_w)² − m_w·(n_w − 1)÷n_w) ÷
/// Σ(m_w²·(n_w − 1)÷n_w), sums over days, at least 0 (method of moments for a mixed Poisson distribution). Days without a line are left out; a time without
/// a line on a day that has others counts as 0.
struct HistoryFile {
  let decoding: Decoding
  let contact: String

  struct Past {
    var segments: [ArrivalProcess.RateSegment]
    var busyness: ArrivalProcess.Busyness?
  }

  func read(_ field: Field) -> Past? {
    guard let keys = Section(field, .history, decoding), let path = keys["csv"] else { return nil }
    let isByWeekday = keys["use"]?.node.scalar != "all-days"
    if let use = keys["use"] { _ = decoding.word(use, among: ["same-weekdays", "all-days"]) }
    guard let counted = CountsFile(decoding: decoding, contact: contact).lines(path, keys) else { return nil }
    let file = counted.table.file
    guard counted.table.kind == .dated else {
      file.report("a history has dates and times", expected: "a line for each interval of each past day")
      return nil
    }
    let clock = decoding.clock
    var totals: [(day: Int, total: Double)] = []
    var slots: [[Int64: (length: Int64, sum: Double)]] = Array(repeating: [:], count: 7)
    for (line, count) in zip(counted.table.lines, counted.counts) {
      guard let (day, time) = local(line) else { continue }
      if totals.last?.day == day { totals[totals.count - 1].total += count } else { totals.append((day, count)) }
      for weekday in isByWeekday ? [clock.weekday(day)] : Array(0..<7) {
        let old = slots[weekday][time] ?? (line.length, 0)
        slots[weekday][time] = (max(old.length, line.length), old.sum + count)
      }
    }
    let days = (0..<7).map { weekday in totals.count { !isByWeekday || clock.weekday($0.day) == weekday } }
    guard checkDays(days, file) else { return nil }
    let means = (0..<7).map { days[$0] > 0 ? slots[$0].values.reduce(0) { $0 + $1.sum } / Double(days[$0]) : 0 }
    let profile = DayProfile(
      clock: clock,
      slots: slots.map {
        $0.sorted { $0.key < $1.key }.map { DayProfile.Slot(time: $0.key, length: $0.value.length, weight: $0.value.sum) }
      })
    let segments = profile.spread { means[clock.weekday($0)] }
    let cv = Self.spread(totals.map { ($0.total, isByWeekday ? clock.weekday($0.day) : 0) })
    file.account.sum = counted.counts.reduce(0, +)
    file.account.repaired.append(
      "\(totals.count) past days, \(isByWeekday ? "by weekday" : "all alike"): \(plain((segments.reduce(0) { $0 + $1.expected } * 10).rounded() / 10)) contacts expected; days differ by a factor with cv \(plain((cv * 1000).rounded() / 10))%"
    )
    guard segments.contains(where: { $0.expected > 0 }) else {
      file.report("the history has no contacts", expected: "some")
      return nil
    }
    file.close()
    return Past(segments: segments, busyness: busyness(cv, keys))
  }

  /// Local day and time of a line; one with an offset is seen from the horizon's zone.
  private func local(_ line: IntervalTable.Line) -> (day: Int, time: Int64)? {
    guard let day = line.moment.day, let time = line.moment.time else { return nil }
    guard let offset = line.moment.offset else { return (day, time) }
    let utc = day * 86_400 + Int(time / 1_000_000) - offset
    let there = decoding.clock.zone.local(utc)
    return (there.day, Int64(there.seconds) * 1_000_000)
  }

  /// Every day of the horizon has past days to stand for it.
  private func checkDays(_ days: [Int], _ file: TableFile) -> Bool {
    let clock = decoding.clock
    for day in clock.days(in: clock.zone) where days[clock.weekday(day)] == 0 {
      let name = CivilDate(dayNumber: day).shortText.prefix(3)
      file.report(
        "the history has no \(name), and the horizon has one", expected: "past days of every weekday of the horizon, or `use: all-days`")
      return false
    }
    return true
  }

  /// The coefficient of variation of a day's level beyond Poisson; see above.
  static func spread(_ days: [(total: Double, weekday: Int)]) -> Double {
    var excess = 0.0
    var scale = 0.0
    for weekday in 0..<7 {
      let totals = days.filter { $0.weekday == weekday }.map(\.total)
      guard totals.count > 1 else { continue }
      let n = Double(totals.count)
      let mean = totals.reduce(0, +) / n
      excess += totals.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } - mean * (n - 1)
      scale += mean * mean * (n - 1)
    }
    return scale > 0 && excess > 0 ? (excess / scale).squareRoot() : 0
  }

  private func busyness(_ cv: Double, _ keys: Section) -> ArrivalProcess.Busyness? {
    guard cv > 0.001, let factor = DistributionReader(decoding, plainNumbers: true).gamma(mean: 1, cv: cv, at: keys.field) else {
      return nil
    }
    return .init(factor: factor, name: contact)
  }
}
