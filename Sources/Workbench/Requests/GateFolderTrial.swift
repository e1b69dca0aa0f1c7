import Foundation
import Reports
import ScenarioFormat
package import Studies
import SupportModel

/// Every scenario of a folder that is gated, or was at the commit compared with.
package struct GateFolderTrial {
  package private(set) var trials: [GateTrial] = []
  /// Scenarios that came, went or moved: section `scenarios`, the file as subject.
  package private(set) var changes: [ScenarioChange] = []

  /// By path, in subfolders too. All problems of all files are told at once.
  package init(_ folder: String, ref: String, settings: [String], reach: Reach = Reach()) throws(RequestFailure) {
    // The user named the folder: its scenarios may share what lies anywhere in it.
    var reach = reach
    reach.folders.append(folder)
    // A ref that does not exist is one problem, not one per file.
    let commit = try GitCommit(ref: ref, near: folder)
    let now = try Self.files(in: folder)
    let before = Self.gatedFiles(in: folder, of: commit)
    // Who had gates and has none now is held to those of the baseline.
    let gated = now.filter { $0.kind == .scenario(hasGates: true) || ($0.kind == .scenario(hasGates: false) && before.contains($0.path)) }
      .map(\.path)
    let gone = before.filter { !gated.contains($0) }
    let moved = Self.moves(of: gone, to: gated.filter { !commit.has($0) }, commit, reach)
    guard !gated.isEmpty || !gone.isEmpty else {
      throw .badData("\(folder): no scenario in this folder has gates; expected a `gates` section in at least one.")
    }
    var failures = FailureList()
    for file in gated {
      let formerly = moved.first { $0.to == file }?.from
      let trial = failures.collect { () throws(RequestFailure) in
        try GateTrial(
          file: file, formerly: formerly, candidatePolicy: nil, baselinePolicy: nil, ref: ref, settings: settings, mayBeNew: true,
          reach: reach)
      }
      if let trial { trials.append(trial) }
    }
    try failures.finish()
    for file in gone {
      if let move = moved.first(where: { $0.from == file }) {
        changes.append(ScenarioChange("scenarios", file, "", .renamed, from: .text(file), to: .text(move.to), .neutral))
      } else {
        changes.append(ScenarioChange("scenarios", file, "", .gone, from: .text("gated at \(ref)"), .weaker))
      }
    }
    for trial in trials where trial.baseline == nil {
      changes.append(ScenarioChange("scenarios", trial.candidateSide.file, "", .new, .stronger))
    }
  }

  /// Files that are the same scenario under another path: the same text, or else the same name.
  private static func moves(of gone: [String], to fresh: [String], _ commit: GitCommit, _ reach: Reach) -> [(from: String, to: String)] {
    guard !gone.isEmpty, !fresh.isEmpty else { return [] }
    let old = gone.compactMap { file in Engine.gated(file, settings: [], at: commit.contents).map { (file: file, loaded: $0) } }
    let new = fresh.compactMap { file in (try? Engine.load(file, settings: [], reach: reach)).map { (file: file, loaded: $0) } }
    var moves: [(from: String, to: String)] = []
    func match(_ isSame: (LoadedScenario, LoadedScenario) -> Bool) {
      for one in old where !moves.contains(where: { $0.from == one.file }) {
        guard let other = new.first(where: { next in !moves.contains { $0.to == next.file } && isSame(one.loaded, next.loaded) }) else {
          continue
        }
        moves.append((from: one.file, to: other.file))
      }
    }
    match { $0.canonicalText == $1.canonicalText }
    match { !$0.scenario.name.isEmpty && $0.scenario.name == $1.scenario.name }
    return moves
  }

  // MARK: Files

  private static func gatedFiles(in folder: String, of commit: GitCommit) -> [String] {
    let loader = ScenarioLoader(reader: commit.reader)
    let names = commit.files(in: folder).filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
    return names.map { path(of: $0, in: folder) }.sorted().filter {
      isScenarioName($0) && loader.kind(of: $0) == .scenario(hasGates: true)
    }
  }

  private static func isScenarioName(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  /// A file of a folder as the user would name it.
  private static func path(of name: String, in folder: String) -> String {
    var root = folder
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    return root == "." ? name : root == "/" ? "/" + name : "\(root)/\(name)"
  }

  private static func files(in folder: String) throws(RequestFailure) -> [(path: String, kind: ScenarioLoader.Kind)] {
    var root = folder
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
      throw .fileTrouble("\(folder): there is no such folder.")
    }
    guard isFolder.boolValue else { throw .fileTrouble("\(folder): this is a file; --all takes a folder.") }
    guard let names = FileManager.default.enumerator(atPath: root) else { throw .fileTrouble("\(folder): cannot be read.") }
    let loader = ScenarioLoader(allowedFolders: [root])
    var files: [(path: String, kind: ScenarioLoader.Kind)] = []
    for case let name as String in names where isScenarioName(name) {
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let path = path(of: name, in: root)
      files.append((path: path, kind: loader.kind(of: path)))
    }
    return files.sorted { $0.path < $1.path }
  }
}
