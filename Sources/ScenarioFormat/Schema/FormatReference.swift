import SimulationCore

/// `docs/scenario.md`: every key of a scenario with its unit, its default and an example, from the key tables and catalogues that the decoder
/// reads, so that the page and the program cannot drift.
package enum FormatReference {
  /// The page, ending in a new line.
  package static func markdown() -> String {
    var text = """
      # The scenario format

      Made by `muster schema --markdown`; a test holds it to what the program reads. `muster schema` prints the same as JSON Schema for editors,
      `muster check FILE` says what was understood of a scenario and everything that is wrong with it. How tables are read: [files.md](files.md).
      A small whole scenario:

      ```yaml
      muster: 1
      horizon: {start: 2026-09-14T08:00, timezone: Europe/Berlin, length: 10h}
      contacts:
        call: {arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}, patience: {exponential: {mean: 2m}}}
      agents:
        desk: {count: 8, skills: [call]}
      targets:
        - {for: call, answer: 20s, goal: 80%}
      ```


      """
    text += "## Values\n\n| value | how it is written | unit |\n|---|---|---|\n"
    for value in values { text += row([value.name, value.kind.expectation, value.unit]) }
    for table in tables { text += section(table) }
    for chapter in CatalogText.chapters { text += section(chapter) }
    return text
  }

  // MARK: Sections

  /// Every table of keys, in the order in which the scenario mentions them; each explained once.
  static var tables: [KeyTable] {
    var found: [KeyTable] = [.scenario]
    var next = 0
    while next < found.count {
      for key in found[next].keys where key.notYet == nil {
        for table in inner(key.kind) where !found.contains(where: { $0.name == table.name }) && table.name != KeyTable.option.name {
          found.append(table)
        }
      }
      next += 1
    }
    return found + [.byTime, .byTimePiece, .mixturePart, .columnSource]
  }

  private static func inner(_ kind: ValueKind) -> [KeyTable] {
    switch kind {
    case .section(let table): [table]
    case .list(let element), .oneOrMany(let element), .named(let element): inner(element)
    case .either(let kinds): kinds.flatMap(inner)
    default: []
    }
  }

  private static func section(_ table: KeyTable) -> String {
    let title = table.title.hasPrefix("the ") ? String(table.title.dropFirst(4)) : table.title
    var text = "\n<a name=\"\(table.name)\"></a>\n## \(title.prefix(1).uppercased() + title.dropFirst())\n\n\(table.help)."
    if let example = table.example { text += " For example `\(example)`." }
    text += "\n\n| key | value | when left out | example | meaning |\n|---|---|---|---|---|\n"
    for key in table.keys where key.notYet == nil {
      text += row([
        "`\(key.name)`", words(key.kind), key.isRequired ? "**required**" : key.leftOut ?? "", "`\(key.name): \(example(key))`",
        key.meaning,
      ])
    }
    let later = table.keys.filter { $0.notYet != nil }.map { "`\($0.name)`" }
    if !later.isEmpty { text += "\nReserved for a later release: \(later.joined(separator: ", ")).\n" }
    return text
  }

  private static func section(_ chapter: CatalogText.Chapter) -> String {
    let anchor = chapter.title.lowercased().replacing(" ", with: "-")
    var text = "\n<a name=\"\(anchor)\"></a>\n## \(chapter.title)\n\nUsed as `\(chapter.use)`.\n\n"
    text += "| name | parameters | example | meaning |\n|---|---|---|---|\n"
    for entry in chapter.entries {
      text += row([
        "`\(entry.name)`", entry.parameters.joined(separator: "; ").replacing("; or; ", with: "; or "), "`\(entry.example)`", entry.help,
      ])
    }
    return text
  }

  private static func row(_ cells: [String]) -> String { "| \(cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")) |\n" }
}
