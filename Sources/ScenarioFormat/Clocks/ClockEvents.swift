package import SimulationCore
package import SupportModel

/// What happened to a contact, from a file with one event a line: an instant, then what happened, parted by a comma, a semicolon, a tab or blanks.
///
/// ```
/// 2026-01-14T11:00, replied
/// 2026-01-14T11:00, pending
/// 2026-01-14T13:00, customer
/// 2026-01-14T13:05, priority=urgent
/// ```
package enum ClockEvents {
  /// What may happen, apart from `priority=NAME`.
  package static let words = [
    "answered", "replied", "customer", "pending", "open", "on-hold", "awaiting-approval", "solved", "reopened", "closed",
  ]

  /// Nobody writes down more of one contact, and each is a row of what is shown.
  package static let most = 10_000

  /// An empty line, a line that begins with `#` and a first line of column names are left out. Every problem of the file at once.
  package static func read(
    _ bytes: [UInt8], file: String, _ book: ClockBook, priorities: [String]
  ) throws(ScenarioProblems) -> [(at: SimInstant, event: ContactClock.Event)] {
    var problems: [Problem] = []
    var events: [(at: SimInstant, event: ContactClock.Event)] = []
    let text = String(decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = String(line).trimmingSpaces
      if line.isEmpty || line.hasPrefix("#") { continue }
      func place(_ column: Int) -> SourcePlace { SourcePlace(file: file, line: index + 1, column: column) }
      let (when, what) = parts(line)
      if events.isEmpty, problems.isEmpty, isHeading(when, what) { continue }
      func note(_ complaint: ScalarComplaint, _ column: Int) {
        problems.append(Problem(complaint.wrong, expected: complaint.expected, nearest: complaint.nearest, at: place(column)))
      }
      let at = book.read(when)
      let event = event(what, priorities)
      if case .failure(let complaint) = at { note(complaint, 1) }
      if case .failure(let complaint) = event { note(complaint, line.count - what.count + 1) }
      guard case .success(let at) = at, case .success(let event) = event else { continue }
      if let last = events.last?.at, at < last {
        note(ScalarComplaint("the instant is before that of the line above", expected: "events in order of time"), 1)
      }
      events.append((at, event))
      if events.count > most {
        note(ScalarComplaint("there are more than \(most) events", expected: "those of one contact"), 1)
        break
      }
    }
    if !problems.isEmpty { throw ScenarioProblems(problems) }
    return events
  }

  /// The instant may hold one blank itself: `2026-01-14 11:00 replied`.
  private static func parts(_ line: String) -> (when: String, what: String) {
    for separator in [",", ";", "\t"] as [Character] {
      if let at = line.firstIndex(of: separator) {
        return (String(line[..<at]).trimmingSpaces, String(line[line.index(after: at)...]).trimmingSpaces)
      }
    }
    guard let at = line.lastIndex(where: { $0.isWhitespace }) else { return (line, "") }
    return (String(line[..<at]).trimmingSpaces, String(line[line.index(after: at)...]))
  }

  private static func isHeading(_ when: String, _ what: String) -> Bool {
    !when.contains(where: \.isNumber) && ["event", "what", "action", "status", "state", "do"].contains(what.lowercased())
  }

  private static func event(_ word: String, _ priorities: [String]) -> Result<ContactClock.Event, ScalarComplaint> {
    switch word {
    case "answered": return .success(.answered)
    case "replied": return .success(.replied)
    case "customer": return .success(.customer)
    case "open", "reopened": return .success(.phase(.waiting))
    case "pending": return .success(.phase(.pending))
    case "on-hold": return .success(.phase(.onHold))
    case "awaiting-approval": return .success(.phase(.awaitingApproval))
    case "solved": return .success(.phase(.solved))
    case "closed": return .success(.phase(.closed))
    default: break
    }
    if word.hasPrefix("priority=") {
      let name = String(word.dropFirst("priority=".count)).trimmingSpaces
      return priority(name, priorities).map { .priority($0) }
    }
    let known = words + ["priority="]
    return .failure(
      ScalarComplaint(
        word.isEmpty ? "the line says when, and not what happened" : "\(shortened(word)) is nothing that a clock knows",
        expected: andList(words) + " or priority=NAME", nearest: nearest(to: word, among: known)))
  }

  /// A name of the scenario's priorities, or a number where they have none.
  private static func priority(_ name: String, _ priorities: [String]) -> Result<Int, ScalarComplaint> {
    if priorities.isEmpty { return NumberText.integer(name) }
    guard let index = priorities.firstIndex(of: name) else {
      return .failure(
        ScalarComplaint(
          "there is no priority `\(shortened(name))`", expected: quotedList(priorities, limit: 20),
          nearest: nearest(to: name, among: priorities)))
    }
    return .success(priorities.count - 1 - index)
  }

  /// The same for an argument.
  package static func priority(named name: String, in scenario: Scenario) throws(ArgumentText.Wrong) -> Int {
    switch priority(name, scenario.priorities) {
    case .success(let number): return number
    case .failure(let complaint): throw ArgumentText.Wrong(description: complaint.sentence)
    }
  }
}
