import Yams

/// YAML text to a tree of nodes with places. Everything a YAML file can do wrong ends here as a sentence.
struct YamlText {
  /// Nodes a file may hold after its aliases are written out.
  static let mostNodes = 200_000
  static let deepest = 64

  var file: String
  /// Nodes of a `--set` value carry no line: its place is the option itself.
  var isOverride = false
  private(set) var problems: [Problem] = []
  private var nodeCount = 0

  init(file: String, isOverride: Bool = false) {
    self.file = file
    self.isOverride = isOverride
  }

  /// The root of the text, nil when there is none (then `problems` says why).
  mutating func parse(_ text: String) -> DocumentNode? {
    if let finding = YamlStructure.trouble(in: text, mostValues: Self.mostNodes, deepest: Self.deepest) {
      problems.append(structureProblem(finding))
      return nil
    }
    var text = text
    for attempt in 0..<40 {
      do {
        guard let root = try Yams.compose(yaml: text, .basic) else { return nil }
        return node(root, depth: 0)
      } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
        let place = duplicate(duplicates.first ?? "", first: context.mark, in: text)
        problems.append(
          Problem(
            "`\(shortened(duplicates.first ?? ""))` is written twice in the same map",
            expected: "each key once (the first is on line \(context.mark.line))",
            at: place.map { self.place($0.line, $0.column) } ?? self.place(context.mark)))
        // Go on with the second one hidden, to find the rest of what is wrong.
        guard let place, text.utf8.count < 1 << 18 else { return nil }
        text.unicodeScalars.replaceSubrange(
          place.index..<text.unicodeScalars.index(after: place.index), with: [Unicode.Scalar(hiddenMark + UInt32(attempt))!])
      } catch {
        problems.append(syntaxProblem(error))
        return nil
      }
    }
    return nil
  }

  /// First of the private-use letters that hide duplicate keys.
  private let hiddenMark: UInt32 = 0xE000

  private func place(_ mark: Mark?) -> SourcePlace { place(mark?.line ?? 1, mark?.column ?? 1) }

  private func place(_ line: Int, _ column: Int) -> SourcePlace {
    isOverride ? SourcePlace(file: file) : SourcePlace(file: file, line: line, column: column)
  }

  // MARK: Walking

  private mutating func node(_ yaml: Node, depth: Int) -> DocumentNode? {
    nodeCount += 1
    let here = place(yaml.mark)
    if nodeCount > Self.mostNodes {
      if nodeCount == Self.mostNodes + 1 {
        problems.append(tooManyValues(at: here))
      }
      return nil
    }
    if depth > Self.deepest {
      problems.append(tooDeep(at: here))
      nodeCount = Self.mostNodes + 1
      return nil
    }
    switch yaml {
    case .scalar(let scalar):
      if scalar.style == .plain || scalar.style == .any {
        if scalar.string.isEmpty { return DocumentNode(content: .nothing, place: here) }
        if scalar.string == "null" || scalar.string == "~" { return DocumentNode(content: .null, place: here) }
      }
      return DocumentNode(content: .scalar(scalar.string), place: here)
    case .sequence(let sequence):
      var items: [DocumentNode] = []
      for item in sequence {
        guard let item = node(item, depth: depth + 1) else { return nil }
        items.append(item)
      }
      return DocumentNode(content: .list(items), place: here)
    case .mapping(let mapping):
      return map(mapping, here: here, depth: depth)
    case .alias:
      problems.append(Problem("an alias points at nothing", at: here))
      return nil
    }
  }

  private mutating func map(_ mapping: Node.Mapping, here: SourcePlace, depth: Int) -> DocumentNode? {
    var entries: [DocumentEntry] = []
    var merged: [DocumentEntry] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        problems.append(Problem("a key is not a word", expected: "a plain word before the colon", at: place(key.mark)))
        continue
      }
      if let first = scalar.string.unicodeScalars.first, (hiddenMark..<hiddenMark + 64).contains(first.value) { continue }
      guard let value = node(value, depth: depth + 1) else { return nil }
      if scalar.string == "<<", scalar.style == .plain {
        for source in value.list ?? [value] { merged += source.map ?? [] }
      } else {
        entries.append(DocumentEntry(key: scalar.string, keyPlace: place(key.mark), value: value))
      }
    }
    if !merged.isEmpty {
      var names = Set(entries.map(\.key))
      entries += merged.filter { names.insert($0.key).inserted }
    }
    return DocumentNode(content: .map(entries), place: here)
  }

  // MARK: Trouble

  private func tooManyValues(at place: SourcePlace) -> Problem {
    Problem(
      "the file holds more than \(Self.mostNodes) values once its aliases are written out",
      expected: "fewer; put long series into a CSV file", at: place)
  }

  private func structureProblem(_ finding: YamlStructure.Finding) -> Problem {
    let here = place(finding.line, finding.column)
    switch finding.trouble {
    case .tooManyValues: return tooManyValues(at: here)
    case .tooDeep: return tooDeep(at: here)
    }
  }

  private func tooDeep(at place: SourcePlace) -> Problem {
    Problem("values are nested more than \(Self.deepest) deep", expected: "a scenario", at: place)
  }

  private func syntaxProblem(_ error: any Error) -> Problem {
    guard let error = error as? YamlError else { return Problem("the file is not YAML", at: place(nil)) }
    switch error {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // libyaml gives up before the structure is looked at where thousands of brackets are open.
      if problem.contains("nesting") { return tooDeep(at: place(mark)) }
      return Problem("the YAML is broken here: \(plain(problem, context?.text))", at: place(mark))
    case .reader(_, _, let value, _):
      let shown = value > 0 ? " (character U+\(String(value, radix: 16, uppercase: true)))" : ""
      return Problem("the file holds a character that YAML does not allow\(shown)", at: place(nil))
    default:
      return Problem("the file is not YAML", at: place(nil))
    }
  }

  /// What libyaml says, in words of someone who writes scenarios.
  private func plain(_ problem: String, _ context: String?) -> String {
    if problem.contains("cannot start any token") { return "a value starts with a character that YAML keeps for itself; put it in quotes" }
    if problem.contains("mapping values are not allowed") {
      return "a second colon on the line, or a key that is indented too far; quote the text or fix the indentation"
    }
    if problem.contains("could not find expected ':'") { return "a line without a colon after its key" }
    if problem.contains("did not find expected key") {
      return "the indentation does not match the lines above, or a comma or quote is missing"
    }
    if problem.contains("did not find expected ',' or") { return "a comma or a closing bracket is missing" }
    if problem.contains("did not find expected '-'") { return "the lines of this list are not indented alike" }
    if problem.contains("undefined alias") { return "an alias (*name) that was never defined (&name)" }
    if problem.contains("another document") { return "a second document (---) in the same file" }
    if problem.contains("exceeded") || problem.contains("depth") { return "values are nested too deeply" }
    if problem.contains("tab") { return "a tab where spaces are needed" }
    if problem.contains("end of stream") { return "the file ends inside a quoted text" }
    return problem + (context.map { " (\($0))" } ?? "")
  }

  private struct Duplicate {
    var line: Int
    var column: Int
    var index: String.UnicodeScalarView.Index
  }

  /// The second place where `key` is written in the map whose first one is at `first`: the next one in the same column, or on the same line.
  private func duplicate(_ key: String, first: Mark, in text: String) -> Duplicate? {
    let scalars = text.unicodeScalars
    let wanted = Array(key.unicodeScalars)
    guard !wanted.isEmpty else { return nil }
    var line = 1
    var column = 1
    var sameLine: Duplicate?
    var index = scalars.startIndex
    var previous: Unicode.Scalar = "\n"
    while index < scalars.endIndex {
      let scalar = scalars[index]
      let isLater = line > first.line || (line == first.line && column > first.column)
      if isLater, scalar == wanted[0], " {,-?\n\"'".unicodeScalars.contains(previous), scalars[index...].starts(with: wanted) {
        let after = scalars.index(index, offsetBy: wanted.count, limitedBy: scalars.endIndex) ?? scalars.endIndex
        let rest = scalars[after...].drop { $0 == "\"" || $0 == "'" || $0 == " " }
        if rest.first == ":" {
          let found = Duplicate(line: line, column: column, index: index)
          let quote = previous == "\"" || previous == "'" ? 1 : 0
          if line > first.line, column - quote == first.column { return found }
          if sameLine == nil { sameLine = found }
        }
      }
      previous = scalar
      index = scalars.index(after: index)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    return sameLine
  }
}
