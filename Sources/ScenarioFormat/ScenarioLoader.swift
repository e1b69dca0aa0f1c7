import SupportModel

/// A scenario and what it was made of.
package struct LoadedScenario: Sendable {
  package var scenario: Scenario
  /// Every file that was read, in order: the scenario, its bases, policies and CSV files.
  package var files: [String]
  /// The document after `extends` and `--set` in one canonical spelling: same text, same scenario, whatever the layout of the files. CSV files
  /// are part of it. Its digest names the scenario in results.
  package var canonicalText: String
  /// What is well formed but looks wrong.
  package var remarks: [Remark]
  /// The compiled picture, one line each.
  package var picture: [String]
}

/// Reads scenario files.
///
/// ```swift
/// do {
///   let loaded = try ScenarioLoader().load("scenarios/launch-day.yaml", overrides: ["agents.tier1.roster.late=20"])
/// } catch {
///   for line in error.lines { print(line) }      // file:line:column: what is wrong; expected …; did you mean …?
///   exit(error.isUnreadable ? 74 : 65)
/// }
/// ```
package struct ScenarioLoader: Sendable {
  package var reader: SourceReader

  package init(reader: SourceReader = .files) { self.reader = reader }

  /// The scenario in the file at `path` with `key.path=value` overrides, or every problem at once.
  package func load(_ path: String, overrides: [String] = []) throws(ScenarioProblems) -> LoadedScenario {
    let recorder = FileRecorder(reader)
    var documents = DocumentLoader(reader: recorder.reader)
    guard let document = documents.load(path, overrides: overrides) else { throw ScenarioProblems(documents.problems) }
    let decoding = Decoding(documents: documents)
    let scenario = ScenarioBuilder(decoding: decoding).build(document)
    let problems = decoding.documents.problems + decoding.problems
    guard problems.isEmpty, let scenario else {
      throw ScenarioProblems(problems.isEmpty ? [Problem("the scenario cannot be read", at: SourcePlace(file: path))] : problems)
    }
    let files = decoding.documents.files
    var canonical = document.root.canonicalText
    let documentFiles = Set(document.files)
    for file in files where !documentFiles.contains(file) { canonical += "\n" + recorder.text(of: file) }
    return LoadedScenario(
      scenario: scenario, files: files, canonicalText: canonical,
      remarks: PolicyLinter(scenario, clock: decoding.clock, criteria: decoding.criteria).remarks(),
      picture: ScenarioPicture(scenario, clock: decoding.clock, criteria: decoding.criteria, policyFile: document.root["routing"]?.scalar)
        .lines())
  }
}

/// Keeps what was read, so that the digest covers policies and CSV files without opening them again.
private final class FileRecorder: @unchecked Sendable {
  // Used by one load on one thread only.
  private let inner: SourceReader
  private var contents: [String: [UInt8]] = [:]

  init(_ inner: SourceReader) { self.inner = inner }

  var reader: SourceReader {
    SourceReader { [self] path throws(SourceFailure) in
      let bytes = try inner.read(path)
      contents[path] = bytes
      return bytes
    }
  }

  func text(of path: String) -> String { String(decoding: contents[path] ?? [], as: UTF8.self) }
}

extension DocumentNode {
  /// JSON with every scalar as text, keys in the order of the file (the order is part of the meaning).
  var canonicalText: String {
    switch content {
    case .scalar(let text): return JSONText.quoted(text)
    case .list(let items): return "[" + items.map(\.canonicalText).joined(separator: ",") + "]"
    case .map(let entries): return "{" + entries.map { JSONText.quoted($0.key) + ":" + $0.value.canonicalText }.joined(separator: ",") + "}"
    case .null, .nothing: return "null"
    }
  }
}
