/// What a scenario file has names for, without decoding it: what a shell offers after `--set` and `--metrics`.
package struct ScenarioWords: Sendable, Equatable {
  /// Key paths down to those that hold a value or a list.
  package var paths: [String] = []
  /// Names of its targets.
  package var targets: [String] = []
}

extension ScenarioLoader {
  /// Nothing where the file cannot be read.
  package func words(in path: String) -> ScenarioWords {
    var documents = DocumentLoader(reader: reader)
    var words = ScenarioWords()
    guard let document = documents.load(path) else { return words }
    func add(_ node: DocumentNode, _ path: String) {
      guard case .map(let entries) = node.content else {
        words.paths.append(path)
        return
      }
      for entry in entries { add(entry.value, path.isEmpty ? entry.key : "\(path).\(entry.key)") }
    }
    add(document.root, "")
    words.targets = document.root["targets"]?.list?.compactMap { $0["name"]?.scalar } ?? []
    return words
  }
}
