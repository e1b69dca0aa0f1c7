extension DocumentLoader {
  /// `a.b.c=value` as a patch on the tree: maps around the value, read as YAML. A step may be a key with dots in it (the longest key of the
  /// tree that fits is taken); in a list it is a position from 0 or the `name` of an entry.
  mutating func overridePatch(_ text: String, on root: DocumentNode, from flag: String = "--set") -> DocumentNode? {
    let place = SourcePlace(file: "\(flag) \(onOneLine(text))")
    guard let equals = text.firstIndex(of: "="), equals != text.startIndex else {
      note(Problem("the override has no `=`", expected: "key.path=value, for example agents.tier1.count=20", at: place))
      return nil
    }
    var yaml = YamlText(file: place.file, isOverride: true)
    guard let value = yaml.parse(String(text[text.index(after: equals)...])) else {
      if yaml.problems.isEmpty {
        note(Problem("nothing stands after the `=`", expected: "a value, or null to remove the key", at: place))
      }
      for problem in yaml.problems { note(problem) }
      return nil
    }
    let path = text[..<equals].split(separator: ".", omittingEmptySubsequences: false).map {
      String($0.trimmingSpaces)
    }
    guard path[0] != "extends" else {
      note(
        Problem(
          "`extends` cannot be set: it says which file comes below this one", expected: "a scenario file that extends the other", at: place)
      )
      return nil
    }
    guard !path.contains("") else {
      note(Problem("the key path has an empty step", expected: "key.path=value, for example agents.tier1.count=20", at: place))
      return nil
    }
    return patch(path[...], value: value, on: root, place: place)
  }

  private mutating func patch(_ path: ArraySlice<String>, value: DocumentNode, on node: DocumentNode?, place: SourcePlace) -> DocumentNode?
  {
    guard !path.isEmpty else { return value }
    if let items = node?.list {
      var step = path[path.startIndex]
      var length = 1
      var position = Int(step).flatMap { items.indices.contains($0) ? $0 : nil }
      if position == nil {
        // The longest name that fits, dots and all.
        for count in stride(from: path.count, through: 1, by: -1) where position == nil {
          step = path.prefix(count).joined(separator: ".")
          length = count
          position = items.firstIndex { $0["name"]?.scalar == step }
        }
      }
      guard let position else {
        let names = items.compactMap { $0["name"]?.scalar }
        note(
          Problem(
            "the list has no entry `\(step)`",
            expected: "a position from 0 to \(items.count - 1)" + (names.isEmpty ? "" : " or a name"),
            nearest: nearest(to: step, among: names), at: place))
        return nil
      }
      guard let inner = patch(path.dropFirst(length), value: value, on: items[position], place: place) else { return nil }
      var changed = items
      if inner.isNull { changed.remove(at: position) } else { changed[position] = items[position].merging(inner) }
      return DocumentNode(content: .list(changed), place: place)
    }
    // The longest key of the map that fits, so that `targets.v1.5 calls` finds its way.
    var length = 1
    if let entries = node?.map {
      for count in stride(from: path.count, to: 1, by: -1)
      where entries.contains(where: { $0.key == path.prefix(count).joined(separator: ".") }) {
        length = count
        break
      }
    }
    let key = path.prefix(length).joined(separator: ".")
    guard let inner = patch(path.dropFirst(length), value: value, on: node?[key], place: place) else { return nil }
    return DocumentNode(content: .map([DocumentEntry(key: key, keyPlace: place, value: inner)]), place: place)
  }
}
