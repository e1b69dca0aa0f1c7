import SimulationCore
import SupportModel

/// Reads the clock of a target: what is promised to whom, which hours count, when it stands still.
struct ClockReader {
  let decoding: Decoding
  /// The priorities that have no time of their own.
  static let otherPriorities = "default"

  /// Everything about the clock but the promised times.
  func terms(_ section: Section, _ measure: Target.Measure) -> ClockTerms {
    var terms = ClockTerms()
    if let field = section["clock"] {
      terms.calendar = decoding.calendar(field)
      if let name = field.node.word, decoding.calendars[name]?.opens == false {
        decoding.report(
          "the clock never runs: `\(shortened(name))` is closed from the start of the horizon on", expected: "a calendar with open hours",
          at: field)
      }
    }
    var phases: [ClockPhase] = []
    if let field = section["pauses"] {
      let words = decoding.all(field, .oneOrMany(.word([])), orOne: true) {
        decoding.word($0, among: ClockPhase.pausing.map(\.name))
      }
      phases = (words ?? []).compactMap { word in ClockPhase.pausing.first { $0.name == word } }
    }
    if section.flag("pauses-when-pending") == true { phases.append(.pending) }
    terms.pauses = ClockPhases(phases)
    if let change = section.section("on-change", .onChange) {
      terms.elapsedOnChange = change.word("elapsed", ClockTerms.Elapsed.self) ?? .keep
      terms.pausesOnChange = change.word("pauses", ClockTerms.Pauses.self) ?? .keep
    }
    if let counts = section.flag("counts-solved") {
      terms.countsSolved = counts
      if counts, measure != .resolution, let field = section["counts-solved"] {
        decoding.report(
          "`counts-solved` is about `resolution`, and the target times `\(measure.rawValue)`", expected: "to leave it out", at: field)
      }
    }
    return terms
  }

  /// What is promised; nil after a problem.
  func durations(_ field: Field, hasClock: Bool) -> ClockDurations? {
    guard field.node.map != nil else { return duration(field, hasClock: hasClock).map { ClockDurations($0) } }
    guard let section = Section(field, .byPriority, decoding), let list = section["by-priority"] else {
      if field.node["by-priority"] == nil {
        decoding.report(
          "`\(field.key)` has no time", expected: ValueKind.clockDuration.expectation + ", or {by-priority: {urgent: 1h, default: 2bd}}",
          at: field)
      }
      return nil
    }
    var durations = ClockDurations(nil)
    var isWrong = false
    for entry in decoding.entries(list, .named(.clockDuration)) ?? [] {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      let duration = duration(entry.field, hasClock: hasClock)
      if entry.name == Self.otherPriorities {
        durations.otherwise = duration
      } else if let priority = decoding.priority(at), let duration {
        durations.byPriority.append((priority, duration))
      } else {
        isWrong = true
      }
    }
    if durations.otherwise == nil, durations.byPriority.isEmpty, !isWrong {
      decoding.report("`by-priority` promises nothing", expected: "at least one time", at: list)
      isWrong = true
    }
    return isWrong ? nil : durations
  }

  /// Days and weeks of a business clock mean two things, so they must be said.
  func duration(_ field: Field, hasClock: Bool, _ what: String = "the target") -> ClockDuration? {
    let text = field.node.word ?? ""
    if let days = Self.businessDays(text) {
      guard hasClock else {
        decoding.report(
          "\(shortened(text)) are business days, and \(what) has no `clock`", expected: "a `clock`, or a duration such as 20s or 2d",
          at: field)
        return nil
      }
      guard days >= 1, days <= 1000, days.rounded() == days else {
        decoding.report("\(shortened(text)) are no business days", expected: "a whole number of them from 1bd to 1000bd", at: field)
        return nil
      }
      return .businessDays(Int(saturating: days))
    }
    guard let duration = decoding.durationText(field) else { return nil }
    if hasClock, text.contains("d") || text.contains("w") {
      let days = max(1, Int(saturating: (duration.span.seconds / 86_400).rounded()))
      decoding.report(
        "\(shortened(text)) would be \(plain(duration.span.seconds / 3600)) open hours",
        expected: "\(days)bd for business days, or open hours such as \(8 * days)h", at: field)
      return nil
    }
    return .time(duration.span)
  }

  /// `2bd`
  private static func businessDays(_ text: String) -> Double? {
    text.hasSuffix("bd") ? decimalNumber(String(text.dropLast(2)).trimmingSpaces) : nil
  }
}
