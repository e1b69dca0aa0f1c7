extension DemandTableReader {
  /// `count=NCO` and `where=queue:sales` as the keys of a scenario would say them.
  func keys(_ settings: [String]) -> Section? {
    let place = SourcePlace(file: "--column")
    var entries: [DocumentEntry] = []
    for setting in settings {
      let parts = setting.split(separator: "=", maxSplits: 1).map { String($0).trimmingSpaces }
      guard parts.count == 2, !parts[1].isEmpty else {
        decoding.note(Problem("\(shortened(setting)) is no column", expected: "what it is and its name, as in count=Offered", at: place))
        return nil
      }
      var value = DocumentNode(content: .scalar(parts[1]), place: place)
      if parts[0] == "where" {
        let pair = parts[1].split(separator: ":", maxSplits: 1).map { String($0).trimmingSpaces }
        guard pair.count == 2 else {
          decoding.note(
            Problem("\(shortened(setting)) picks no lines", expected: "a column and a value, as in where=queue:sales", at: place))
          return nil
        }
        let inner = DocumentEntry(key: pair[0], keyPlace: place, value: DocumentNode(content: .scalar(pair[1]), place: place))
        value = DocumentNode(content: .map([inner]), place: place)
      }
      entries.append(.init(key: parts[0], keyPlace: place, value: value))
    }
    let node = DocumentNode(content: .map(entries), place: place)
    let section = Section(Field(node: node, path: ""), .demandTable, decoding)
    for key in ["dates", "decimal", "separator", "unit"] {
      if let field = section?[key], case .word(let words)? = KeyTable.demandTable[key]?.kind { _ = decoding.word(field, among: words) }
    }
    return decoding.problems.isEmpty ? section : nil
  }
}
