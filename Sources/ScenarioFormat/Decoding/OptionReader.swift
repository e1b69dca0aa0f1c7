/// The patches behind `options`, each with its name; what is wrong with them before they are laid over the scenario.
struct OptionReader {
  /// More than these are not options that anyone compares.
  static let mostOptions = 200

  /// What an option may not change, and why.
  static let fixed = [
    "muster": "it belongs to the file", "extends": "an option is a patch on this scenario; use a file of its own",
    "options": "options do not nest", "gates": "gates belong to the scenario",
    "experiment": "all options are played alike",
  ]

  let options: DocumentNode
  private(set) var problems: [Problem] = []

  init(_ options: DocumentNode) { self.options = options }

  /// The patches in order, their places marked with the name.
  mutating func patches() -> [(name: String, patch: DocumentNode)] {
    guard let entries = options.map else {
      problems.append(
        Problem(
          "`options` is \(options.described)", expected: "a map of names, each a patch on the scenario", at: options.place, path: "options")
      )
      return []
    }
    if entries.isEmpty {
      problems.append(
        Problem(
          "`options` is empty: there is nothing to compare",
          expected: "a name and a patch for each, for example {as-is: {}, two-more: {agents: {desk: {count: 9}}}}", at: options.place,
          path: "options"))
    }
    if entries.count > Self.mostOptions {
      problems.append(
        Problem("`options` holds \(entries.count) options", expected: "at most \(Self.mostOptions)", at: options.place, path: "options"))
      return []
    }
    var patches: [(name: String, patch: DocumentNode)] = []
    for entry in entries {
      let path = "options.\(entry.key)"
      guard case .map(let changes) = entry.value.content else {
        problems.append(
          Problem(
            "the option `\(entry.key)` is \(entry.value.described)", expected: "a map that changes the scenario, {} to leave it as it is",
            at: entry.keyPlace, path: path))
        continue
      }
      for change in changes {
        guard let reason = Self.fixed[change.key] else { continue }
        problems.append(
          Problem(
            "the option `\(entry.key)` cannot change `\(change.key)`: \(reason)", at: change.keyPlace, path: "\(path).\(change.key)"))
      }
      let allowed = changes.filter { Self.fixed[$0.key] == nil }
      patches.append((entry.key, DocumentNode(content: .map(allowed), place: entry.value.place).marked(option: entry.key)))
    }
    return patches
  }
}
