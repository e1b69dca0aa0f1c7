// ScenarioFormat: a map of this target.
//
// A file as a person wrote it → a `Scenario` that cannot be wrong, or every problem at once.
//
// ```
// path ─→ SourceText ─→ YamlText ─→ DocumentNode ─→ ScenarioDocument ─→ Decoding ─→ Scenario
//         bytes, UTF-8   Yams        text + place    extends, --set      key tables
// ```
//
// | folder | what is in it |
// |---|---|
// | `Problems` | what is wrong, where, and the nearest right thing; the only place that joins sentences |
// | `Document` | the tree with file, line and column; `extends`, `--set`; everything a YAML file can do wrong |
// | `Scalars` | durations, rates, shares, times, dates, sets of days: text in, value or complaint out |
// | `Time` | dates, time zones, daylight saving, opening hours; instants of the horizon |
// | `Keys` | one table of keys per kind of map: decoder, messages and JSON Schema read the same |
// | `Decoding` | one reader per section; each notes its problem and lets the others go on |
// | `Lint` | remarks on what is well formed but cannot work |
// | `Picture` | what the scenario says once everything is worked out |
// | `Schema` | JSON Schema and the text of the catalogues |
//
// To add a key: a line in its table in `Keys`, a line in its reader, a property of the model, a test. To add a distribution, shape or criterion: nothing here.
//
// Decisions a reader of scenarios should know:
//
// - `counts` and `staffing` that fill exactly a day repeat every local day by the local clock; any other list runs once from the start of the
//   horizon. After it no contacts come, and the last staffing count stays.
// - A local day has its whole `volume` even when a clock change takes or gives an hour.
// - A horizon of days or weeks with a start counts calendar days (23 to 25 hours); all other durations are elapsed time.
// - A time of day that does not exist is moved forward by the gap; one that exists twice means the first.
// - A distribution may be one duration (`90s` is constant), and an entry with one parameter may take it directly (`{constant: 90s}`).
// - Maps merge under `extends`: replacing one distribution by another takes `exponential: null` beside the new one; the message says so.

package import SupportModel

/// A scenario and what it was made of.
package struct LoadedScenario: Sendable {
  /// Valid, whatever the remarks say.
  package var scenario: Scenario
  /// Every file that was read, in order: the scenario, its bases, policies and CSV files.
  package var files: [String]
  /// What these files said, in the same order.
  package var sources: [(path: String, text: String)]
  /// The document after `extends` and `--set` in one canonical spelling: same text, same scenario, whatever the layout of the files. CSV files
  /// are part of it. Its digest names the scenario in results.
  package var canonicalText: String
  /// What is well formed but looks wrong.
  package var remarks: [Remark]
  /// The compiled picture, one line each.
  package var picture: [String]
  /// What was read of each table, in order.
  package var accounts: [FileAccount] = []
  /// The calendars as they were written.
  package var clocks: ClockBook
  /// What `muster compare` plays, in order; empty where the scenario has none.
  package var options: [LoadedOption] = []
}

/// One of the ways of doing it that a scenario names: the scenario with a patch laid over it.
package struct LoadedOption: Sendable {
  /// The key under `options`.
  package var name: String
  /// The patched scenario, as valid as the one it was made from.
  package var scenario: Scenario
  /// As `LoadedScenario.canonicalText`, of the patched document.
  package var canonicalText: String
  /// What the patch changes, leaf by leaf: `agents.tier1.roster.late: 18 → 20`.
  package var changes: [String]
  /// What looks wrong in this option and not in the scenario without it.
  package var remarks: [Remark]
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
  /// How files are opened; tests hold them in memory.
  package var reader: SourceReader
  /// Metrics that gates may name; `unknown`: their names are not checked.
  /// Folders besides the scenario's and the working folder in which files that it names may lie.
  package var allowedFolders: [String]

  package init(reader: SourceReader = .files, allowedFolders: [String] = []) {
    self.reader = reader
    self.allowedFolders = allowedFolders
  }

  /// The scenario in the file at `path` with `key.path=value` overrides, and its options, or every problem of all of them at once.
  /// `varied`: one point of a grid (`GridAxis.combinations`), set after the overrides; options are then left out.
  package func load(
    _ path: String, overrides: [String] = [], varied: [String] = []
  ) throws(ScenarioProblems) -> LoadedScenario {
    let recorder = FileRecorder(reader, scenario: path, allowed: allowedFolders)
    var documents = DocumentLoader(reader: recorder.reader)
    guard let document = documents.load(path, overrides: overrides, varied: varied) else { throw ScenarioProblems(documents.problems) }
    let base = Decoded(document, documents)
    var problems = base.problems
    var options: [LoadedOption] = []
    if let node = document.options {
      var reader = OptionReader(node)
      let patches = reader.patches()
      problems += reader.problems
      for (name, patch) in patches {
        if let option = load(name, patch, base, recorder, &problems) { options.append(option) }
      }
    }
    guard problems.isEmpty, var loaded = base.loaded(recorder) else {
      throw ScenarioProblems(
        problems.isEmpty ? [Problem("the scenario cannot be read", at: SourcePlace(file: path))] : documents.explained(problems))
    }
    loaded.options = options
    if !options.isEmpty {
      loaded.picture += ["", "Options"]
      loaded.picture += options.map { "  \($0.name): \($0.changes.isEmpty ? "nothing changed" : $0.changes.joined(separator: "; "))" }
    }
    return loaded
  }

  /// One option; nil after its problems are noted.
  private func load(
    _ name: String, _ patch: DocumentNode, _ base: Decoded, _ recorder: FileRecorder, _ problems: inout [Problem]
  ) -> LoadedOption? {
    let root = base.document.root
    var checker = PatchChecker(root: root, subject: "the option `\(name)`")
    checker.check(patch)
    // Gates belong to the scenario: they may name what an option does not have.
    let document = ScenarioDocument(root: root.merging(patch).withoutNulls.splitting("gates").rest, files: base.document.files)
    let decoded = Decoded(document, DocumentLoader(reader: recorder.reader))
    // A path that leads nowhere is one problem, whatever the decoder makes of it.
    let nowhere = checker.problems.map(\.path)
    let known = Set(base.problems)
    let own = decoded.problems.filter { problem in
      !known.contains(problem) && !nowhere.contains { problem.path == $0 || problem.path.hasPrefix($0 + ".") }
    }.map { problem in
      var problem = problem
      if problem.place.option == nil { problem.wrong = "with the option `\(name)`: \(problem.wrong)" }
      return problem
    }
    problems += checker.problems + own
    guard checker.problems.isEmpty, own.isEmpty, let loaded = decoded.loaded(recorder) else { return nil }
    let usual = base.loaded(recorder)?.remarks ?? []
    return LoadedOption(
      name: name, scenario: loaded.scenario, canonicalText: loaded.canonicalText,
      changes: root.splitting("gates").rest.differences(to: document.root),
      remarks: loaded.remarks.filter { !usual.contains($0) })
  }
}

/// A document and what was made of it.
private struct Decoded {
  let document: ScenarioDocument
  let decoding: Decoding
  let scenario: Scenario?

  init(_ document: ScenarioDocument, _ documents: DocumentLoader) {
    self.document = document
    decoding = Decoding(documents: documents)
    scenario = ScenarioBuilder(decoding: decoding).build(document)
  }

  var problems: [Problem] { decoding.documents.problems + decoding.problems }

  /// nil where something is wrong.
  func loaded(_ recorder: FileRecorder) -> LoadedScenario? {
    guard problems.isEmpty, let scenario else { return nil }
    let files = document.files + decoding.documents.files.filter { !document.files.contains($0) }
    var canonical = document.root.canonicalText
    let documentFiles = Set(document.files)
    for file in files where !documentFiles.contains(file) { canonical += "\n" + recorder.text(of: file) }
    return LoadedScenario(
      scenario: scenario, files: files, sources: files.map { (path: $0, text: recorder.text(of: $0)) }, canonicalText: canonical,
      remarks: PolicyLinter(scenario, clock: decoding.clock, criteria: decoding.criteria).remarks(),
      picture: ScenarioPicture(
        scenario, clock: decoding.clock, criteria: decoding.criteria, policyFile: document.root["routing"]?.scalar
      )
      .lines() + accountLines, accounts: decoding.accounts,
      clocks: ClockBook(clock: decoding.clock, calendars: decoding.names.calendars.map { decoding.calendars[$0] }))
  }

  private var accountLines: [String] {
    decoding.accounts.isEmpty ? [] : ["", "Tables"] + decoding.accounts.flatMap(\.sentences).map { "  " + $0 }
  }
}

extension ScenarioLoader {
  /// What a YAML file is to a command that looks through a folder.
  package enum Kind: Sendable, Equatable {
    /// Not a scenario: a policy, or something else.
    case other
    case scenario(hasGates: Bool)
  }

  /// Tells scenarios with gates from other files, `extends` followed, without decoding them: a file with mistakes in it is still told.
  /// One that is not even YAML counts as a scenario with gates when a line of it begins with `gates:`.
  package func kind(of path: String) -> Kind {
    var documents = DocumentLoader(reader: FileRecorder(reader, scenario: path, allowed: allowedFolders).reader)
    if let document = documents.load(path) {
      guard document.root["muster"] != nil else { return .other }
      return .scenario(hasGates: document.root["gates"].map { !($0.list?.isEmpty ?? false) && !$0.isNull } ?? false)
    }
    guard let bytes = try? reader.read(path) else { return .other }
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
    return lines.contains { $0.hasPrefix("gates:") } ? .scenario(hasGates: true) : .other
  }
}

/// Keeps what was read, so that the digest covers policies and CSV files without opening them again, and keeps reading inside the bounds.
private final class FileRecorder: @unchecked Sendable {
  // Used by one load on one thread only.
  private let inner: SourceReader
  private let scenario: String
  private let bounds: SourceBounds?
  private var contents: [String: [UInt8]] = [:]
  private var trusted: Set<String> = []

  init(_ inner: SourceReader, scenario: String, allowed: [String]) {
    self.inner = inner
    self.scenario = scenario
    bounds = inner.isBounded ? SourceBounds(scenario: scenario, allowed: allowed) : nil
  }

  var reader: SourceReader {
    var reader = SourceReader(siblings: { [self] path in isInside(path) ? inner.siblings(path) : [] }) {
      [self] path throws(SourceFailure) in
      guard isInside(path) else { throw .outside }
      // A pipe can be read once.
      if let bytes = contents[path] { return bytes }
      let bytes = try inner.read(path)
      contents[path] = bytes
      return bytes
    }
    reader.trust = { [self] path in trusted.insert(path) }
    return reader
  }

  private func isInside(_ path: String) -> Bool { path == scenario || trusted.contains(path) || bounds?.contain(path) ?? true }

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
