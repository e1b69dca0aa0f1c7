import SimulationCore
import SupportModel

/// The state of one decoding: what is wrong so far, and the names that later parts refer to.
///
/// Every reader notes its problem and returns nil, and its caller goes on, so that all problems come out at once.
final class Decoding {
  private(set) var problems: [Problem] = []
  var documents: DocumentLoader
  var names = Names()
  /// Set once the horizon is read; before that nothing asks for it.
  var clock = HorizonClock(hasDates: false, zone: .utc, start: 0, length: .days(1))
  /// By name; `Scenario.calendars` has them in declared order.
  var calendars: [String: WrittenCalendar] = [:]
  /// By name; `Scenario.shiftPatterns` has them in declared order.
  var shiftPatterns: [String: ShiftPattern] = [:]
  /// Skills of every contact type, by its name.
  var contactSkills: [(contact: String, skills: [String])] = []
  var sharedFactors: [String: (mean: Double, variance: Double)] = [:]

  /// Criteria of the routing policy as they were read, for remarks and pictures.
  var criteria: [CriterionUse] = []

  /// What was read of each table, in order.
  var accounts: [FileAccount] = []
  /// Mean handle times in seconds from each instant on, by contact type, where a table has them.
  var handleTimes: [String: [(from: SimInstant, seconds: Double)]] = [:]
  /// Some channel is held several at a time.
  var hasSharedAgents = false
  /// How the customers of contact types differ, by name.
  var mixes: [String: MixReader.Parts] = [:]
  /// Of each declared contact type, it and the combinations of its mix; empty: there are no mixes.
  var families: [[Int]] = []
  /// Escalations as written; they are read when the targets are known.
  var escalations: Field?
  /// Groups whose people are a number from hour to hour; known when the routing policy is read.
  var staffedByCount: [AgentGroup] = []
  /// Factors on expected contacts, by contact type or `all`.
  var scales: [(name: String, factor: Double)] = []
  /// The warm-up, and the reporting interval as far as the scenario says it.
  var warmUp = TimeSpan.zero
  var interval: TimeSpan?

  init(documents: DocumentLoader) { self.documents = documents }

  func note(_ problem: Problem) { problems.append(problem) }

  func report(_ wrong: String, expected: String? = nil, nearest: String? = nil, at field: Field) {
    note(Problem(wrong, expected: expected, nearest: nearest, at: field.place, path: field.path))
  }

  // MARK: Scalars

  /// The text of a scalar read by `parse`; anything else is a problem naming what was expected.
  func read<Value>(_ field: Field, _ kind: ValueKind, _ parse: (String) -> Result<Value, ScalarComplaint>) -> Value? {
    guard let text = field.node.scalar else {
      report("`\(field.key)` is \(field.node.described)", expected: kind.expectation, at: field)
      return nil
    }
    switch parse(text.trimmingSpaces) {
    case .success(let value): return value
    case .failure(let complaint):
      report(complaint.wrong, expected: complaint.expected, nearest: complaint.nearest, at: field)
      return nil
    }
  }

  func text(_ field: Field) -> String? { read(field, .text) { .success($0) } }
  func durationText(_ field: Field) -> DurationText? { read(field, .duration, DurationText.read) }
  func duration(_ field: Field) -> TimeSpan? { durationText(field)?.span }
  func share(_ field: Field) -> Double? { read(field, .share, NumberText.share) }
  func ratio(_ field: Field) -> Double? { read(field, .ratio, NumberText.ratio) }
  func number(_ field: Field) -> Double? { read(field, .number, NumberText.number) }
  func count(_ field: Field) -> Int? { read(field, .count, NumberText.count) }
  func rate(_ field: Field) -> RateText? { read(field, .rate, RateText.read) }

  /// A duration longer than zero.
  func positiveDuration(_ field: Field) -> TimeSpan? {
    guard let span = duration(field) else { return nil }
    if span > .zero { return span }
    report("\(field.node.described) is no time at all", expected: "a duration longer than 0s", at: field)
    return nil
  }

  /// A number of 0 or more.
  func amount(_ field: Field) -> Double? {
    guard let value = number(field) else { return nil }
    if value >= 0, value <= 1e12 { return value }
    report("\(field.node.described) is \(value < 0 ? "negative" : "too large")", expected: "a number of 0 or more", at: field)
    return nil
  }

  func word(_ field: Field, among words: [String]) -> String? {
    read(field, .word(words)) { text in
      words.contains(text)
        ? .success(text)
        : .failure(
          ScalarComplaint("`\(field.key)` is \(shortened(text))", expected: orList(words), nearest: nearest(to: text, among: words)))
    }
  }

  // MARK: Lists and maps

  /// The items of a list; a single value counts as a list of one where `orOne`.
  func items(_ field: Field, _ kind: ValueKind, orOne: Bool = false) -> [Field]? {
    if let items = field.node.list {
      return items.enumerated().map { Field(node: $1, path: "\(field.path)[\($0)]") }
    }
    if orOne, field.node.scalar != nil { return [field] }
    report("`\(field.key)` is \(field.node.described)", expected: kind.expectation, at: field)
    return nil
  }

  /// Every item read by `read`; nil when any of them is wrong.
  func all<Value>(_ field: Field, _ kind: ValueKind, orOne: Bool = false, _ read: (Field) -> Value?) -> [Value]? {
    guard let items = items(field, kind, orOne: orOne) else { return nil }
    let values = items.map(read)
    return values.contains { $0 == nil } ? nil : values.map { $0! }
  }

  /// The entries of a map with free names.
  func entries(_ field: Field, _ kind: ValueKind) -> [(name: String, field: Field, keyPlace: SourcePlace)]? {
    guard let entries = field.node.map else {
      report("`\(field.key)` is \(field.node.described)", expected: kind.expectation, at: field)
      return nil
    }
    if entries.count > Self.mostNames {
      report("`\(field.key)` holds \(entries.count) names", expected: "at most \(Self.mostNames)", at: field)
      return nil
    }
    return entries.compactMap { entry in
      let inner = field.child(entry.key, entry.value)
      if entry.key.isEmpty || entry.key.trimmingSpaces != entry.key {
        let trimmed = entry.key.trimmingSpaces
        note(
          Problem(
            entry.key.isEmpty ? "a name is empty" : "the name \"\(shortened(entry.key))\" begins or ends with a blank",
            expected: "a name without blanks around it", nearest: trimmed.isEmpty ? nil : "`\(shortened(trimmed))`", at: entry.keyPlace,
            path: inner.path))
        return nil
      }
      if case .nothing = entry.value.content {
        note(Problem("`\(entry.key)` has no value", expected: expectation(inside: kind), at: entry.keyPlace, path: inner.path))
        return nil
      }
      return (entry.key, inner, entry.keyPlace)
    }
  }

  private func expectation(inside kind: ValueKind) -> String? {
    if case .named(let element) = kind { return element.expectation }
    return nil
  }

  // MARK: Names

  /// Contact types, groups, shifts … a scenario may have of each.
  static let mostNames = 5000

  /// The position of a declared name.
  func find(_ name: String, in known: [String], _ what: String, at field: Field) -> Int? {
    if let index = known.firstIndex(of: name) { return index }
    report(
      "there is no \(what) `\(shortened(name))`",
      expected: expectation(of: name, among: known) ?? (known.isEmpty ? "none, or to declare one first" : nil),
      nearest: nearest(to: name, among: known).map { "`\($0)`" }, at: field)
    return nil
  }

  /// The known names, unless the nearest one is the only one or there are too many to read.
  func expectation(of name: String, among known: [String]) -> String? {
    known.isEmpty || ((known.count == 1 || known.count > 6) && nearest(to: name, among: known) != nil) ? nil : quotedList(known, limit: 20)
  }

  /// Whether so many pieces are few enough to work out; a problem otherwise.
  func affordable(_ pieces: Int, days: Int, at field: Field) -> Bool {
    let (product, overflow) = pieces.multipliedReportingOverflow(by: days)
    if !overflow, product <= 2_000_000 { return true }
    report(
      "\(pieces) steps a day over \(days) days are too many", expected: "at most 2000000 over the whole horizon; take longer steps",
      at: field)
    return false
  }

  /// A contact type with the combinations of its mix.
  func family(of type: Int) -> [Int] { families.indices.contains(type) ? families[type] : [type] }

  func reference(_ field: Field, in known: [String], _ what: String) -> Int? {
    guard let name = text(field) else { return nil }
    return find(name, in: known, what, at: field)
  }

  func zone(_ field: Field) -> WallZone? {
    guard let name = text(field) else { return nil }
    if let zone = WallZone(named: name) { return zone }
    let known = WallZone.knownNames
    let last = name.split(separator: "/").last.map { String($0).replacing(" ", with: "_") } ?? name
    let near =
      nearest(to: name, among: known)
      ?? known.first { $0.lowercased().hasSuffix("/\(last.lowercased())") }
    report(
      "there is no time zone \(shortened(name))", expected: "an IANA name such as America/New_York", nearest: near, at: field)
    return nil
  }

  /// Something that needs weekdays or dates in a scenario without them.
  func reportUndated(_ what: String, at field: Field) {
    report("\(what) needs dates, and the scenario has none", expected: "horizon.start, for example 2026-09-14T00:00", at: field)
  }
}
