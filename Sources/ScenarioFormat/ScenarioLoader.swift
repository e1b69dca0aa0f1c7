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
// To add a key: one line in its table in `Keys`, one line in its reader. To add a distribution, shape or criterion: nothing here.
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

import SupportModel

/// A scenario and what it was made of.
package struct LoadedScenario: Sendable {
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
      scenario: scenario, files: files, sources: files.map { (path: $0, text: recorder.text(of: $0)) }, canonicalText: canonical,
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
