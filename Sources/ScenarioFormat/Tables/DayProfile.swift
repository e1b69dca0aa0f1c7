import SimulationCore
import SupportModel
import Tables

/// How the contacts of a local day spread over it, one way for each weekday.
struct DayProfile {
  struct Slot: Equatable {
    /// Microseconds after local midnight, and of length.
    var time: Int64
    var length: Int64
    /// Relative to the other slots of the day.
    var weight: Double
  }

  let clock: HorizonClock
  /// By weekday, Monday first; without dates only the first counts.
  var slots: [[Slot]]

  func slots(of day: Int) -> [Slot] { slots[clock.hasDates ? clock.weekday(day) : 0] }

  /// Segments that tile the horizon: every local day has its total, whatever the clock does to its slots.
  func spread(_ total: (_ day: Int) -> Double) -> [ArrivalProcess.RateSegment] {
    var stretches: [ArrivalProcess.RateSegment] = []
    for day in clock.days(in: clock.zone) {
      let pieces = slots(of: day).flatMap { slot in
        clock.stretches(WallSlot(day: day, time: slot.time, length: slot.length)).map { (piece: $0, weight: slot.weight * $0.share) }
      }
      let whole = pieces.reduce(0) { $0 + $1.weight }
      guard whole > 0 else { continue }
      let expected = total(day)
      for (piece, weight) in pieces.sorted(by: { $0.piece.start < $1.piece.start }) {
        stretches.append(.init(start: piece.start, end: piece.end, expected: expected * (weight / whole)))
      }
    }
    return DayPattern.tiled(stretches.sorted { $0.start < $1.start }, clock: clock)
  }
}

/// Reads a profile from a table: times and weights; a column of weekdays, or the weekdays across, where days differ.
struct ProfileFile {
  let decoding: Decoding
  let contact: String

  private func weightColumn(_ file: TableFile, _ weight: ColumnRole) -> Int? {
    file.required(weight, "no column says how much comes when") { "`weight:` with one of \(file.table.columnList)" }
  }

  func read(_ field: Field) -> DayProfile? {
    guard let keys = Section(field, .profileFile, decoding), let path = keys["csv"] else { return nil }
    let weight = ColumnRole("weight", TableRoles.weight.words + TableRoles.count.words)
    let roles = [TableRoles.start, TableRoles.date, TableRoles.end, weight, TableRoles.weekday, TableRoles.scopes]
    guard let file = TableFile(path, keys: keys, roles: roles, purpose: "profile of \(contact)", decoding) else { return nil }
    guard var table = IntervalTable(file) else {
      if !file.table.names.isEmpty, file.isTold(weight) || file.table.across() == nil, let column = weightColumn(file, weight) {
        file.noteNumbers(column)
      }
      return nil
    }
    guard table.kind == .daily || table.kind == .weekly else {
      file.report("the profile has dates", expected: "times of day, or of weekdays; for past days with dates, `history: {csv: …}`")
      return nil
    }
    var column: Int?
    if !table.lines.contains(where: { $0.across != nil }) {
      column = file.table.names.isEmpty ? 1 : weightColumn(file, weight)
      if column == nil { return nil }
    }
    let columns = column.map { [$0] } ?? Array(Set(table.lines.compactMap(\.across))).sorted()
    let mark = file.table.decimalMark(of: columns)
    var read: [Int: NumberColumn] = [:]
    for index in columns { read[index] = file.table.numbers(index, mark: mark) }
    for index in columns { file.note(read[index]!.problems) }
    guard !file.isWrong, table.measure(keys["every"].flatMap(decoding.positiveDuration)) else { return nil }
    let positions = Dictionary(uniqueKeysWithValues: file.table.rows.enumerated().map { ($1, $0) })
    var slots = Array(repeating: [DayProfile.Slot](), count: 7)
    var sum = 0.0
    for line in table.lines {
      let weight = read[line.across ?? column!]?.values[positions[line.row]!] ?? 0
      sum += weight
      let slot = DayProfile.Slot(time: line.moment.time ?? 0, length: line.length, weight: weight)
      for day in line.moment.weekday.map({ [$0] }) ?? Array(0..<7) { slots[day].append(slot) }
    }
    guard sum > 0 else {
      file.report("the weights are all zero", expected: "at least one above 0")
      return nil
    }
    table.noteGaps("0")
    file.account.sum = sum
    file.account.unit = "in weights"
    file.close()
    return DayProfile(clock: decoding.clock, slots: slots)
  }
}

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
