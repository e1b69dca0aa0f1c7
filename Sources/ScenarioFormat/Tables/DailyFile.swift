import SimulationCore
import SupportModel
import Tables

/// Days with their volumes, spread by a profile.
struct DailyFile {
  let decoding: Decoding
  let contact: String

  func read(_ field: Field, _ profileField: Field, _ section: Section, _ counts: CountsFile) -> [ArrivalProcess.RateSegment]? {
    guard let counted = counts.lines(field, section) else { return nil }
    let file = counted.table.file
    guard counted.table.kind == .days else {
      decoding.report(
        "`profile` spreads whole days, and \(file.path) has times", expected: "no `profile`, or a table of dates and volumes",
        at: profileField)
      return nil
    }
    guard let profile = profile(profileField) else { return nil }
    var totals: [Int: Double] = [:]
    for (line, count) in zip(counted.table.lines, counted.counts) { totals[line.moment.day!, default: 0] += count }
    let segments = profile.spread { totals[$0] ?? 0 }
    let clock = decoding.clock
    let days = clock.days(in: clock.zone)
    for day in days where (totals[day] ?? 0) > 0 && profile.slots(of: day).allSatisfy({ $0.weight == 0 }) {
      decoding.report(
        "the profile has nothing for \(CivilDate(dayNumber: day).shortText), which has \(plain(totals[day]!)) contacts",
        expected: "weights for every weekday with contacts", at: profileField)
      return nil
    }
    file.account.sum = counted.counts.reduce(0, +)
    file.account.inside = segments.reduce(0) { $0 + $1.expected }
    file.account.outside = counted.table.lines.count { !days.contains($0.moment.day!) }
    let missing = days.filter { totals[$0] == nil }
    if !missing.isEmpty {
      file.account.gaps.append(
        "\(missing.count) day\(missing.count == 1 ? "" : "s") of the horizon without a line, from \(CivilDate(dayNumber: missing[0]).shortText): taken as 0"
      )
    }
    guard file.account.inside! > 0 else {
      file.report(
        "the file gives no contact inside the horizon, \(clock.text(.zero)) to \(clock.text(clock.end)); its days are from \(file.account.first ?? "?") to \(file.account.last ?? "?")",
        expected: "some contacts")
      return nil
    }
    file.close()
    return segments
  }

  private func profile(_ field: Field) -> DayProfile? {
    if field.node["csv"] != nil { return ProfileFile(decoding: decoding, contact: contact).read(field) }
    guard let section = Section(field, .profile, decoding) else { return nil }
    let every = section["every"].flatMap(decoding.positiveDuration)
    let weights = section["weights"].flatMap { decoding.all($0, .list(.number), decoding.amount) }
    guard let every, let weights, ArrivalReader(decoding: decoding, contact: contact).fillsDay(every, weights, section["weights"]!) else {
      return nil
    }
    let slots = weights.enumerated().map {
      DayProfile.Slot(time: Int64($0.offset) * every.microseconds, length: every.microseconds, weight: $0.element)
    }
    return DayProfile(clock: decoding.clock, slots: Array(repeating: slots, count: 7))
  }
}
