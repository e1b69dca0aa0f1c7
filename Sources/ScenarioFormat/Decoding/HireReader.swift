import SimulationCore
import SupportModel

/// Reads who joins an agent group within the horizon, and how its people leave for good.
struct HireReader {
  let decoding: Decoding
  let group: String
  let presence: AgentGroup.Presence
  let zone: WallZone

  // MARK: Joining

  func hires(_ field: Field) -> [AgentGroup.Hire] {
    guard isOfPersons(field) else { return [] }
    var hires: [AgentGroup.Hire] = []
    // By line of the roster, how many have been hired for it so far.
    var dealt = Array(repeating: 0, count: lines.count)
    var named = 0
    for item in decoding.items(field, .list(.section(.hire)), orOne: false) ?? [] {
      guard let section = Section(item, .hire, decoding) else { continue }
      let date = section["on"].flatMap(day)
      let count = section["count"].flatMap(count)
      let training = section["trains-for"].map { decoding.durationText($0) } ?? DurationText(days: 0, rest: .zero)
      let line = section["shift"].map(line)
      guard let date, let count, let training, line != .some(nil) else { continue }
      let from = max(.zero, decoding.clock.instant(day: date, seconds: 0, in: zone))
      let floorFrom = decoding.clock.instant(day: date + training.days, seconds: 0, in: zone) + training.rest
      let people = (0..<count).map { _ in
        named += 1
        let line = (line ?? nil) ?? next(&dealt)
        return AgentGroup.Hire.Person(name: "\(group) hired \(named)", line: line)
      }
      hires.append(AgentGroup.Hire(from: from, floorFrom: max(from, floorFrom), people: people))
    }
    return hires
  }

  private var lines: [AgentGroup.RosterLine] {
    if case .roster(let lines) = presence { lines } else { [] }
  }

  /// Only persons join and leave: of people who are a number from hour to hour nobody knows who they are.
  private func isOfPersons(_ field: Field) -> Bool {
    guard case .staffing = presence else { return true }
    decoding.report(
      "`\(field.key)` needs people one by one, and this group is a number of people from hour to hour",
      expected: "`roster`, `roster-csv`, or `count` without `holidays`", at: field)
    return false
  }

  /// A local day of the horizon.
  private func day(_ field: Field) -> Int? {
    guard let date = decoding.read(field, .date, DateText.read) else { return nil }
    guard decoding.clock.hasDates else {
      decoding.reportUndated("`hires`", at: field)
      return nil
    }
    let days = decoding.clock.days(in: zone)
    if days.contains(date.dayNumber) { return date.dayNumber }
    let (first, last) = (CivilDate(dayNumber: days.lowerBound), CivilDate(dayNumber: days.upperBound))
    let isEarly = date.dayNumber < days.lowerBound
    decoding.report(
      isEarly
        ? "\(date.text) is before the horizon, which starts on \(first.text): whoever is there from the start is no hire"
        : "\(date.text) is after the horizon, which ends on \(last.text)",
      expected: "a date from \(first.text) to \(last.text)\(isEarly ? ", or to count them in the group" : "")", at: field)
    return nil
  }

  private func count(_ field: Field) -> Int? {
    guard let count = decoding.count(field) else { return nil }
    if count >= 1, count <= 100_000 { return count }
    decoding.report(
      count < 1 ? "nobody joins with a `count` of 0" : "\(count) people are too many to join on one day",
      expected: "a count from 1 to 100000",
      at: field)
    return nil
  }

  private func line(_ field: Field) -> Int? {
    if lines.isEmpty {
      decoding.report("`shift` needs a roster, and this group has none", expected: "to leave it out", at: field)
      return nil
    }
    guard let name = decoding.text(field) else { return nil }
    return decoding.find(name, in: lines.map(\.shift), "shift of this group", at: field)
  }

  /// The line with the fewest hired for each of its people: hires are spread as the roster is, and one more moves nobody.
  private func next(_ dealt: inout [Int]) -> Int {
    func isLess(_ a: Int, _ b: Int) -> Bool { (dealt[a] + 1) * lines[b].agents.count < (dealt[b] + 1) * lines[a].agents.count }
    guard let line = lines.indices.reduce(nil, { best, index in best.map { isLess(index, $0) ? index : $0 } ?? index }) else { return 0 }
    dealt[line] += 1
    return line
  }

  // MARK: Leaving

  /// nil: nobody leaves.
  func attrition(_ field: Field) -> AgentGroup.Attrition? {
    guard let section = Section(field, .attrition, decoding), let share = section.share("per-year"), isOfPersons(field) else { return nil }
    guard decoding.clock.hasDates else {
      decoding.reportUndated("`attrition`, which is drawn at the ends of calendar weeks,", at: field)
      return nil
    }
    if share == 0 { return nil }
    let days = decoding.clock.days(in: zone)
    let mondays = (days.lowerBound...(days.upperBound + 1)).filter { decoding.clock.weekday($0) == 0 }
    let ends = mondays.map { decoding.clock.edge(day: $0, seconds: 0, in: zone) }
    return AgentGroup.Attrition(perYear: share, weekEnds: ends.filter { $0 > .zero && $0 < decoding.clock.end })
  }
}
