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
  /// The scalar as every reader takes it: without the spaces around it.
  var word: String? { scalar?.trimmingSpaces }
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

/// What the user typed is quoted whole, on one line.
func onOneLine(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

/// The first 60 letters of what a file says, on one line.
func shortened(_ text: String) -> String {
  let line = onOneLine(text)
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

extension DocumentNode {
  /// This map without one of its keys, and what stood behind it.
  func splitting(_ key: String) -> (rest: DocumentNode, value: DocumentNode?) {
    guard case .map(let entries) = content, let value = self[key] else { return (self, nil) }
    return (DocumentNode(content: .map(entries.filter { $0.key != key }), place: place), value)
  }

  /// This map with another key at its end.
  func adding(_ key: String, _ value: DocumentNode) -> DocumentNode {
    guard case .map(let entries) = content else { return self }
    return DocumentNode(content: .map(entries + [DocumentEntry(key: key, keyPlace: value.place, value: value)]), place: place)
  }

  /// `options` of a base and of what extends it: by name, a later patch laid over an earlier one, null in place of a name removes it.
  static func composed(_ base: DocumentNode?, _ later: DocumentNode) -> DocumentNode? {
    if later.isNull { return nil }
    guard let base, case .map(var entries) = base.content, case .map(let changes) = later.content else { return later }
    for change in changes {
      if let position = entries.firstIndex(where: { $0.key == change.key }) {
        if change.value.isNull {
          entries.remove(at: position)
        } else {
          entries[position].value = entries[position].value.patched(by: change.value)
        }
      } else if !change.value.isNull {
        entries.append(change)
      }
    }
    return DocumentNode(content: .map(entries), place: later.place)
  }

  /// One patch that does what this one and then `later` do: as `merging`, but nulls stay, because they are still to remove something.
  private func patched(by later: DocumentNode) -> DocumentNode {
    guard case .map(var entries) = content, case .map(let changes) = later.content else { return later }
    for change in changes {
      if let position = entries.firstIndex(where: { $0.key == change.key }) {
        entries[position] = DocumentEntry(
          key: change.key, keyPlace: change.keyPlace, value: entries[position].value.patched(by: change.value))
      } else {
        entries.append(change)
      }
    }
    return DocumentNode(content: .map(entries), place: later.place)
  }

  /// The same, every place marked as part of an option.
  func marked(option: String) -> DocumentNode {
    var place = place
    place.option = option
    switch content {
    case .map(let entries):
      let marked = entries.map { entry in
        var keyPlace = entry.keyPlace
        keyPlace.option = option
        return DocumentEntry(key: entry.key, keyPlace: keyPlace, value: entry.value.marked(option: option))
      }
      return DocumentNode(content: .map(marked), place: place)
    case .list(let items): return DocumentNode(content: .list(items.map { $0.marked(option: option) }), place: place)
    default: return DocumentNode(content: content, place: place)
    }
  }

  /// What is different in another tree, leaf by leaf: `agents.tier1.roster.late: 18 → 20`.
  func differences(to other: DocumentNode, path: String = "") -> [String] {
    guard case .map(let entries) = content, case .map(let others) = other.content else {
      if canonicalText == other.canonicalText { return [] }
      if let old = scalar, let new = other.scalar { return ["\(path): \(shortened(old)) → \(shortened(new))"] }
      return ["\(path): changed"]
    }
    func inner(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    var lines: [String] = []
    for entry in entries {
      if let new = other[entry.key] {
        lines += entry.value.differences(to: new, path: inner(entry.key))
      } else {
        lines.append("\(inner(entry.key)): removed")
      }
    }
    for entry in others where self[entry.key] == nil {
      lines.append("\(inner(entry.key)): " + (entry.value.scalar.map(shortened) ?? "added"))
    }
    return lines
  }
}
