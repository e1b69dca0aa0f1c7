/// Reads a file, what it extends, and the overrides of the command line.
struct DocumentLoader {
  let reader: SourceReader
  private(set) var problems: [Problem] = []
  private(set) var files: [String] = []
  /// Settings that lead to what the scenario does not have, with the nearest that it has. No problems by themselves: a setting may add something.
  private(set) var slips: [Problem] = []

  init(reader: SourceReader) { self.reader = reader }

  mutating func note(_ problem: Problem) { problems.append(problem) }
  mutating func noteRead(_ path: String) { if !files.contains(path) { files.append(path) } }

  /// `varied`: settings of a grid; unlike overrides they may not lead to a path that does not exist.
  mutating func load(_ path: String, overrides: [String] = [], varied: [String] = []) -> ScenarioDocument? {
    guard let tree = tree(path, chain: [], namedAt: nil) else { return nil }
    var root = tree.root
    var options = tree.options
    for override in overrides {
      let whole = options.map { root.adding("options", $0) } ?? root
      guard let patch = overridePatch(override, on: whole) else { continue }
      var checker = PatchChecker(root: whole, subject: "it")
      checker.check(patch)
      slips += checker.problems.filter { $0.nearest != nil }
      let (changes, optionChanges) = patch.splitting("options")
      root = root.merging(changes)
      if let optionChanges { options = DocumentNode.composed(options, optionChanges) }
    }
    for setting in varied {
      guard let patch = overridePatch(setting, on: root, from: "--vary") else { continue }
      var checker = PatchChecker(root: root, subject: "it")
      checker.check(patch)
      problems += checker.problems
      if checker.problems.isEmpty { root = root.merging(patch) }
    }
    return ScenarioDocument(root: root.withoutNulls, options: varied.isEmpty ? options : nil, files: files)
  }

  /// The problems, those that come of a mistyped setting replaced by that one mistake.
  func explained(_ problems: [Problem]) -> [Problem] {
    var problems = problems
    for slip in slips {
      let before = problems.count
      problems.removeAll { $0.path == slip.path || $0.path.hasPrefix(slip.path + ".") }
      if problems.count < before { problems.append(slip) }
    }
    return problems
  }

  /// The tree of one file without its options, and these.
  struct Tree {
    var root: DocumentNode
    var options: DocumentNode?

    init(_ node: DocumentNode) { (root, options) = node.splitting("options") }
  }

  /// The tree of one file with its bases merged below it.
  private mutating func tree(_ path: String, chain: [String], namedAt place: SourcePlace?) -> Tree? {
    if chain.contains(path), let place {
      let names = (chain.drop { $0 != path } + [path]).map { $0.split(separator: "/").last.map(String.init) ?? $0 }
      problems.append(Problem("`extends` goes round in a circle: \(names.joined(separator: " → "))", at: place, path: "extends"))
      return nil
    }
    guard let node = parseFile(path, namedAt: place) else { return nil }
    guard case .map(var entries) = node.content else {
      problems.append(
        Problem("the file holds \(node.described)", expected: "a map of keys such as `contacts` and `agents`", at: node.place))
      return nil
    }
    guard let position = entries.firstIndex(where: { $0.key == "extends" }) else { return Tree(node) }
    let base = entries.remove(at: position).value
    let own = Tree(DocumentNode(content: .map(entries), place: node.place))
    if base.isNull { return own }
    guard let name = base.scalar else {
      problems.append(
        Problem("`extends` is \(base.described)", expected: "the path of another scenario file", at: base.place, path: "extends"))
      return own
    }
    if chain.count >= 32 {
      problems.append(Problem("more than 32 files extend one another", at: base.place, path: "extends"))
      return nil
    }
    let resolved = reader.resolve(name, namedIn: base.place)
    guard var merged = tree(resolved, chain: chain + [path], namedAt: base.place) else { return nil }
    merged.root = merged.root.merging(own.root)
    if let options = own.options { merged.options = DocumentNode.composed(merged.options, options) }
    return merged
  }

  /// One YAML file; nil after its problems are noted.
  mutating func parseFile(_ path: String, namedAt place: SourcePlace?) -> DocumentNode? {
    let text: String
    do {
      text = try SourceText.load(path, using: reader, namedAt: place)
    } catch {
      problems.append(error)
      return nil
    }
    noteRead(path)
    var yaml = YamlText(file: path)
    let root = yaml.parse(text)
    problems += yaml.problems
    if root == nil || root.map({ if case .nothing = $0.content { true } else { $0.isNull } }) == true {
      if yaml.problems.isEmpty {
        problems.append(Problem("the file is empty", expected: "a scenario", at: SourcePlace(file: path)))
      }
      return nil
    }
    return root
  }
}
