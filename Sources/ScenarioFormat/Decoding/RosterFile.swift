import SimulationCore
import SupportModel
import Tables

/// A table of persons and their shifts: a line for each shift, with or without its date, or a line for each person with the days across.
///
/// A shift is named (`early`), or told by its times (`08:00-16:30`, or columns of starts and ends); times that are those of a declared shift
/// mean that shift, breaks and all. `OFF`, leave and empty days are days without one. Persons with the same shifts share a roster line.
struct RosterFile {
  let decoding: Decoding
  let group: String
  let zone: WallZone
  let closed: Set<Int>

  /// One shift of a person as the table says it.
  struct Entry: Equatable {
    var what: RosterShift
    /// Only on this local day, or on this day of the week; nil for all days of the shift.
    var day: Int?
    var weekday: Int?
  }

  func read(_ field: Field) -> [AgentGroup.RosterLine]? {
    var keys: Section?
    var path = field
    if field.node.map != nil {
      guard let section = Section(field, .rosterFile, decoding), let csv = section["csv"] else { return nil }
      keys = section
      path = csv
    }
    let roles = [
      TableRoles.agent, TableRoles.agentNumber, TableRoles.shift, TableRoles.date, TableRoles.start, TableRoles.end, TableRoles.team,
      TableRoles.breaks, TableRoles.weekday,
    ]
    guard let file = TableFile(path, keys: keys, roles: roles, purpose: "people of \(group)", decoding) else { return nil }
    var reader = RosterLines(file: file, group: group, keys: keys, decoding: decoding)
    guard let people = reader.read(), !file.isWrong else { return nil }
    file.account.unit = "shifts in the horizon, of \(people.count == 1 ? "one person" : "\(people.count) people")"
    let lines = self.lines(people, file)
    if file.isWrong { return nil }
    file.close()
    return lines
  }

  private func lines(_ people: [RosterLines.Person], _ file: TableFile) -> [AgentGroup.RosterLine] {
    var lines: [AgentGroup.RosterLine] = []
    var sets: [[Entry]] = []
    var worked = 0
    for person in people {
      let shifts = person.entries.flatMap { self.shifts($0.entry) }.sorted { $0.start < $1.start }
      worked += shifts.count { $0.start < decoding.clock.end && $0.end > .zero }
      if zip(shifts, shifts.dropFirst()).contains(where: { $1.start < $0.end }) {
        let names = person.entries.map(\.entry.what.name).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        let last = person.entries[person.entries.count - 1]
        file.note(
          file.table.problem(
            "\(names.count == 1 ? "the shift" : "the shifts") \(andList(names.map { "`\($0)`" })) of \(person.name) overlap",
            expected: "shifts of one agent that do not overlap", row: last.row, column: last.column))
        continue
      }
      let entries = person.entries.map(\.entry)
      if let index = sets.firstIndex(of: entries) {
        lines[index].agents.append(person.name)
        continue
      }
      sets.append(entries)
      var names: [String] = []
      var patterns: [Int] = []
      for entry in entries where !names.contains(entry.what.name) {
        names.append(entry.what.name)
        if let index = decoding.names.shifts.firstIndex(of: entry.what.name) { patterns.append(index) }
      }
      lines.append(.init(agents: [person.name], shift: names.joined(separator: " + "), patterns: patterns, shifts: shifts))
    }
    file.account.sum = Double(worked)
    if worked == 0, !file.isWrong {
      file.report(
        "nobody of \(file.path) works inside the horizon, \(decoding.clock.text(.zero)) to \(decoding.clock.text(decoding.clock.end))\(days(people))",
        expected: "some shifts")
    }
    return lines
  }

  /// From when to when the file has shifts, where they have dates.
  private func days(_ people: [RosterLines.Person]) -> String {
    let days = people.flatMap(\.entries).compactMap(\.entry.day)
    guard let first = days.min(), let last = days.max() else { return "" }
    return "; its days are \(CivilDate(dayNumber: first).text) to \(CivilDate(dayNumber: last).text)"
  }

  /// The shifts of an entry, from two days before the horizon to four weeks beyond it.
  private func shifts(_ entry: Entry) -> [AgentGroup.Shift] {
    let clock = decoding.clock
    let pattern = entry.what.pattern
    guard entry.day != nil || entry.weekday != nil else { return pattern.shifts(on: clock, in: zone, holidays: closed) }
    // The table says which day, whatever days the pattern has.
    let daily = ShiftPattern(name: pattern.name, start: pattern.start, length: pattern.length, breaks: pattern.breaks)
    return daily.shifts(on: clock, in: zone, holidays: closed).filter { shift in
      let day = clock.local(shift.start, in: zone).day
      return entry.day.map { $0 == day } ?? (clock.weekday(day) == entry.weekday)
    }
  }
}

/// A shift of a roster: one that the scenario declares, or one made of its times.
struct RosterShift: Equatable {
  var name: String
  var pattern: ShiftPattern

}
