/// Looks for paths of a patch that lead nowhere: keys that no scenario has, things removed that are not there, and changes to contact types,
/// groups, shifts … that the scenario does not have and the patch does not describe wholly.
struct PatchChecker {
  /// The scenario under the patch.
  let root: DocumentNode
  /// What the patch is called in sentences: ``the option `x` ``.
  let subject: String
  private(set) var problems: [Problem] = []

  init(root: DocumentNode, subject: String) {
    self.root = root
    self.subject = subject
  }

  mutating func check(_ patch: DocumentNode) { check(patch, on: root, .section(.scenario), path: "") }

  private mutating func check(_ patch: DocumentNode, on base: DocumentNode?, _ kind: ValueKind?, path: String) {
    guard let changes = patch.map, let base, let entries = base.map else { return }
    for change in changes {
      let inner = path.isEmpty ? change.key : "\(path).\(change.key)"
      if let existing = base[change.key] {
        check(change.value, on: existing, element(kind, change.key), path: inner)
        continue
      }
      if case .section(let table)? = kind.map(mapKind), table[change.key] == nil {
        let known = table.keys.filter { $0.notYet == nil }.map(\.name)
        note(
          change.value.isNull ? "removes" : "changes", inner,
          near: nearest(to: change.key, among: known).map { join(path, $0) } ?? elsewhere(change.key), change.keyPlace)
      } else if change.value.isNull {
        note("removes", inner, near: nearest(to: change.key, among: entries.map(\.key)).map { join(path, $0) }, change.keyPlace)
      } else if case .named(.section(let table))? = kind.map(mapKind), let described = change.value.map {
        let missing = table.keys.filter { key in key.isRequired && !described.contains { $0.key == key.name } }.map(\.name)
        guard !missing.isEmpty else { continue }
        let near = nearest(to: change.key, among: entries.map(\.key)).map { join(path, $0) }
        let fresh = "a new \(table.title) with \(andList(missing.map { "`\($0)`" }))"
        note(
          "changes", inner, near: near,
          expected: near == nil ? "one of \(quotedList(entries.map { join(path, $0.key) })), or \(fresh)" : nil, change.keyPlace)
      }
    }
  }

  private func join(_ path: String, _ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

  private mutating func note(_ verb: String, _ path: String, near: String?, expected: String? = nil, _ place: SourcePlace) {
    problems.append(
      Problem(
        "\(subject) \(verb) `\(path)`, which the scenario does not have", expected: expected, nearest: near.map { "`\($0)`" }, at: place,
        path: path))
  }

  /// The kind that a map is read by.
  private func mapKind(_ kind: ValueKind) -> ValueKind {
    guard case .either(let kinds) = kind else { return kind }
    for candidate in kinds.map(mapKind) {
      switch candidate {
      case .section, .named: return candidate
      default: continue
      }
    }
    return kind
  }

  private func element(_ kind: ValueKind?, _ key: String) -> ValueKind? {
    switch kind.map(mapKind) {
    case .section(let table): table[key]?.kind
    case .named(let element): element
    default: nil
    }
  }

  /// A path of the scenario that ends in this key: somebody left out the way to it.
  private func elsewhere(_ key: String) -> String? {
    func search(_ node: DocumentNode, _ path: String) -> String? {
      for entry in node.map ?? [] {
        let inner = join(path, entry.key)
        if entry.key == key { return inner }
        if let found = search(entry.value, inner) { return found }
      }
      return nil
    }
    return search(root, "")
  }
}
