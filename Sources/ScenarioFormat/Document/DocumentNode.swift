/// A piece of a scenario as a person wrote it, with its place. Scalars keep their text: Muster reads `09:00` and `no`, not YAML 1.1.
struct DocumentNode: Sendable {
  enum Content: Sendable {
    /// A word, number, duration …; quoted text is never null.
    case scalar(String)
    case list([DocumentNode])
    case map([DocumentEntry])
    /// `null` or `~`: removes what a base file said, and otherwise the same as leaving the key out.
    case null
    /// A key with nothing behind it.
    case nothing
  }

  var content: Content
  var place: SourcePlace

  /// What it is, for messages: `the text "abc"`, `a list`.
  var described: String {
    switch content {
    case .scalar(let text): return text.isEmpty ? "an empty text" : shortened(text)
    case .list: return "a list"
    case .map: return "a map"
    case .null: return "null"
    case .nothing: return "nothing"
    }
  }

  var scalar: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }
  var list: [DocumentNode]? {
    if case .list(let items) = content { return items }
    return nil
  }
  var map: [DocumentEntry]? {
    if case .map(let entries) = content { return entries }
    return nil
  }
  var isNull: Bool {
    if case .null = content { return true }
    return false
  }

  subscript(key: String) -> DocumentNode? { map?.first { $0.key == key }?.value }
}

struct DocumentEntry: Sendable {
  var key: String
  var keyPlace: SourcePlace
  var value: DocumentNode
}

/// The first 60 letters of a text, on one line.
func shortened(_ text: String) -> String {
  let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return line.count <= 60 ? line : line.prefix(57) + "..."
}

extension DocumentNode {
  /// This node with `patch` laid over it: maps merge, lists and scalars replace, null removes.
  func merging(_ patch: DocumentNode) -> DocumentNode {
    guard case .map(var entries) = content, case .map(let changes) = patch.content else { return patch.withoutNulls }
    var positions = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
    var removed: Set<Int> = []
    for change in changes {
      if let position = positions[change.key] {
        if change.value.isNull {
          removed.insert(position)
        } else {
          removed.remove(position)
          entries[position] = DocumentEntry(
            key: change.key, keyPlace: change.keyPlace, value: entries[position].value.merging(change.value))
        }
      } else if !change.value.isNull {
        positions[change.key] = entries.count
        entries.append(DocumentEntry(key: change.key, keyPlace: change.keyPlace, value: change.value.withoutNulls))
      }
    }
    if !removed.isEmpty { entries = entries.enumerated().filter { !removed.contains($0.offset) }.map(\.element) }
    return DocumentNode(content: .map(entries), place: patch.place)
  }

  /// The same with every key whose value is null left out.
  var withoutNulls: DocumentNode {
    switch content {
    case .map(let entries):
      let kept = entries.filter { !$0.value.isNull }
        .map { DocumentEntry(key: $0.key, keyPlace: $0.keyPlace, value: $0.value.withoutNulls) }
      return DocumentNode(content: .map(kept), place: place)
    case .list(let items):
      return DocumentNode(content: .list(items.map(\.withoutNulls)), place: place)
    default: return self
    }
  }
}
