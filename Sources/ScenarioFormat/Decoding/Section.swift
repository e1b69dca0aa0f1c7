import SimulationCore

/// A map read against its key table: unknown keys, keys of later releases and missing keys are noted when it is opened.
struct Section {
  let decoding: Decoding
  let table: KeyTable
  let field: Field
  private let fields: [String: Field]
  private let keyPlaces: [String: SourcePlace]

  init?(_ field: Field, _ table: KeyTable, _ decoding: Decoding, name: String? = nil) {
    guard let entries = field.node.map else {
      decoding.report(
        "`\(field.key)` is \(field.node.described)", expected: ValueKind.section(table).expectation, at: field)
      return nil
    }
    self.decoding = decoding
    self.table = table
    self.field = field
    var fields: [String: Field] = [:]
    var keyPlaces: [String: SourcePlace] = [:]
    let mentioned = Set(entries.map(\.key))
    for entry in entries {
      let inner = field.child(entry.key, entry.value)
      guard let key = table[entry.key] else {
        let known = table.keys.filter { $0.notYet == nil }.map(\.name)
        let near = nearest(to: entry.key, among: known.filter { !mentioned.contains($0) }) ?? nearest(to: entry.key, among: known)
        decoding.note(
          Problem(
            "unknown key `\(shortened(entry.key))` in \(table.article)", expected: near == nil ? quotedList(known, limit: 20) : nil,
            nearest: near.map { "`\($0)`" }, at: entry.keyPlace, path: inner.path))
        continue
      }
      if let harmless = key.notYet {
        if entry.value.scalar.map(harmless.contains) != true {
          decoding.note(
            Problem(
              "`\(key.name)` is not supported yet; leave it out for now: without it \(key.withoutIt)", at: entry.keyPlace, path: inner.path)
          )
        }
        continue
      }
      if case .nothing = entry.value.content {
        decoding.note(
          Problem("`\(key.name)` has no value", expected: key.kind.expectation, at: entry.keyPlace, path: inner.path))
        continue
      }
      fields[key.name] = inner
      keyPlaces[key.name] = entry.keyPlace
    }
    for key in table.keys where key.isRequired && !mentioned.contains(key.name) {
      decoding.report("\(name.map { "`\($0)`" } ?? table.article) has no `\(key.name)`", expected: key.kind.expectation, at: field)
    }
    self.fields = fields
    self.keyPlaces = keyPlaces
  }

  /// The value behind a key, which must be in the table.
  subscript(key: String) -> Field? {
    precondition(table[key] != nil, "\(key) is not in the key table \(table.name)")
    return fields[key]
  }

  func keyPlace(_ key: String) -> SourcePlace { keyPlaces[key] ?? field.place }

  /// Keys of `candidates` that are there, in that order.
  func given(_ candidates: [String]) -> [String] { candidates.filter { self[$0] != nil } }

  /// Exactly one of several keys; otherwise a problem.
  func exactlyOne(_ candidates: [String], _ subject: String) -> String? {
    let given = given(candidates)
    if given.count == 1 { return given[0] }
    if given.isEmpty {
      // A key without a value, or of a later release, has been reported already.
      if candidates.contains(where: { field.node[$0] != nil }) { return nil }
      decoding.report("\(subject) has none of \(andList(candidates.map { "`\($0)`" }))", expected: "exactly one of them", at: field)
    } else {
      decoding.note(
        Problem(
          "\(subject) has \(andList(given.map { "`\($0)`" })) together",
          expected: "exactly one of them" + hintOnMerging(given.map { ($0, keyPlace($0)) }), at: keyPlace(given[1]),
          path: self[given[1]]?.path ?? field.path))
    }
    return nil
  }

  func text(_ key: String) -> String? { self[key].flatMap(decoding.text) }
  func duration(_ key: String) -> TimeSpan? { self[key].flatMap(decoding.duration) }
  func positiveDuration(_ key: String) -> TimeSpan? { self[key].flatMap(decoding.positiveDuration) }
  func share(_ key: String) -> Double? { self[key].flatMap(decoding.share) }
  func ratio(_ key: String) -> Double? { self[key].flatMap(decoding.ratio) }
  func count(_ key: String) -> Int? { self[key].flatMap(decoding.count) }
  func number(_ key: String) -> Double? { self[key].flatMap(decoding.number) }
  func amount(_ key: String) -> Double? { self[key].flatMap(decoding.amount) }
  func flag(_ key: String) -> Bool? { self[key].flatMap { decoding.read($0, .flag, NumberText.flag) } }
  func integer(_ key: String) -> Int? { self[key].flatMap { decoding.read($0, .integer, NumberText.integer) } }
  func timeOfDay(_ key: String) -> TimeOfDay? { self[key].flatMap { decoding.read($0, .timeOfDay, TimeOfDay.read) } }

  /// One of the words of an enumeration.
  func word<Choice: RawRepresentable & CaseIterable>(_ key: String, _ type: Choice.Type) -> Choice? where Choice.RawValue == String {
    self[key].flatMap { decoding.word($0, among: Choice.allCases.map(\.rawValue)) }.flatMap(Choice.init(rawValue:))
  }

  func section(_ key: String, _ table: KeyTable) -> Section? { self[key].flatMap { Section($0, table, decoding) } }
}

/// Keys that exclude each other and come from different files, or from the scenario and an option, meet because maps merge: say how to drop
/// the one of the base.
func hintOnMerging(_ keys: [(name: String, place: SourcePlace)]) -> String {
  guard let last = keys.last else { return "" }
  if last.place.option != nil, let base = keys.first(where: { $0.place.option == nil }) {
    return " (an option merges maps: write `\(base.name): null` in it to drop the one of the scenario)"
  }
  guard let base = keys.first(where: { $0.place.file != last.place.file }) else { return "" }
  let file = base.place.file.split(separator: "/").last.map(String.init) ?? base.place.file
  return " (maps merge: write `\(base.name): null` to drop the one from \(file))"
}
