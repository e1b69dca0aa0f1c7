import Foundation
package import Reports
package import ScenarioFormat
import SupportModel

/// A scenario as it stands and as it was, read and ready to be played.
package struct GateTrial {
  /// As it was read, with its gates.
  package var candidate: LoadedScenario
  /// Where it was read from.
  package var candidateSide: GatedScenario.Side
  /// nil: the scenario is new since the commit compared with.
  package var baseline: LoadedScenario?
  /// nil: there is nothing to compare with.
  package var baselineSide: GatedScenario.Side?
  /// Gates of the commit compared with that are gone or looser now.
  package var lost: [LostGates.Entry] = []

  /// `mayBeNew`: a scenario that the commit lacks is gated by its own limits alone instead of being a problem.
  package init(
    file: String, candidatePolicy: String?, baselinePolicy: String?, ref: String?, settings: [String], mayBeNew: Bool,
    reach: Reach = Reach()
  ) throws(RequestFailure) {
    candidate = try Self.loading("--candidate", candidatePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(file, settings: settings + routing, reach: reach)
    }
    // Gates do not change what is played, so the digests that tell whether both sides are the same leave them out.
    let played = try Self.loading("--candidate", candidatePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(file, settings: settings + routing + ["gates=null"], reach: reach)
    }
    candidateSide = GatedScenario.Side(file: file, policy: candidatePolicy, resolvedText: played.canonicalText)
    if candidate.scenario.gates.isEmpty {
      throw .badData(
        "\(file): the scenario has no gates; expected a `gates` section such as "
          + "- {metric: service-level, target: …, not-worse-by: 1%}.")
    }
    guard let ref else {
      let loaded = try Self.loading("--baseline", baselinePolicy) { (routing) throws(RequestFailure) in
        try Engine.load(file, settings: settings + routing + ["gates=null"], reach: reach)
      }
      baseline = loaded
      baselineSide = GatedScenario.Side(file: file, policy: baselinePolicy, resolvedText: loaded.canonicalText)
      return
    }
    let commit = try GitCommit(ref: ref, near: file)
    if mayBeNew, !commit.has(file) { return }
    let loaded = try Self.loading("--baseline", baselinePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(file, settings: settings + routing, at: commit)
    }
    baseline = loaded
    baselineSide = GatedScenario.Side(
      file: file, policy: baselinePolicy, ref: ref, commit: commit.hash, resolvedText: loaded.canonicalText)
    let routing = baselinePolicy.map { [Self.routing($0)] } ?? []
    lost = LostGates.entries(
      file: file, baseline: Engine.gated(file, settings: settings + routing, at: commit)?.scenario, candidate: candidate.scenario)
  }

  /// Scenarios of a folder that had gates at a commit and are gone now, or have none.
  package static func lost(in folder: String, ref: String, gated: [GateTrial]) throws(RequestFailure) -> [LostGates.Entry] {
    let commit = try GitCommit(ref: ref, near: folder)
    let loader = ScenarioLoader(reader: commit.reader)
    let known = Set(gated.map(\.candidateSide.file))
    let names = commit.files(in: folder).filter { name in !name.split(separator: "/").contains { $0.hasPrefix(".") } }
    return names.map { path(of: $0, in: folder) }.sorted().compactMap { file in
      guard isScenarioName(file), !known.contains(file), loader.kind(of: file) == .scenario(hasGates: true) else { return nil }
      return LostGates.scenario(file, ref: ref, remains: FileManager.default.fileExists(atPath: file))
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

  /// Every scenario with gates in a folder and below, by path. All problems of all files are told at once.
  package static func all(
    in folder: String, ref: String, settings: [String], reach: Reach = Reach()
  ) throws(RequestFailure) -> [GateTrial] {
    // A ref that does not exist is one problem, not one per file.
    _ = try GitCommit(ref: ref, near: folder)
    let files = try scenarioFiles(in: folder)
    guard !files.isEmpty else {
      throw .badData("\(folder): no scenario in this folder has gates; expected a `gates` section in at least one.")
    }
    var trials: [GateTrial] = []
    var failures = FailureList()
    // The user named the folder: its scenarios may share what lies anywhere in it.
    var reach = reach
    reach.folders.append(folder)
    for file in files {
      let trial = failures.collect { () throws(RequestFailure) in
        try GateTrial(file: file, candidatePolicy: nil, baselinePolicy: nil, ref: ref, settings: settings, mayBeNew: true, reach: reach)
      }
      if let trial { trials.append(trial) }
    }
    try failures.finish()
    return trials
  }

  private static func scenarioFiles(in folder: String) throws(RequestFailure) -> [String] {
    var root = folder
    while root.count > 1, root.hasSuffix("/") { root.removeLast() }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: root, isDirectory: &isFolder) else {
      throw .fileTrouble("\(folder): there is no such folder.")
    }
    guard isFolder.boolValue else { throw .fileTrouble("\(folder): this is a file; --all takes a folder.") }
    guard let names = FileManager.default.enumerator(atPath: root) else { throw .fileTrouble("\(folder): cannot be read.") }
    let loader = ScenarioLoader(allowedFolders: [root])
    var files: [String] = []
    for case let name as String in names where isScenarioName(name) {
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      let path = path(of: name, in: root)
      if loader.kind(of: path) == .scenario(hasGates: true) { files.append(path) }
    }
    return files.sorted()
  }

  /// The setting that puts a policy file into the scenario.
  private static func routing(_ policy: String) -> String { "routing='\(policy.replacing("'", with: "''"))'" }

  /// Loads with the setting that puts a policy file into the scenario; its path is seen from the working directory. What is wrong with it is told of the
  /// option that named it.
  private static func loading(
    _ option: String, _ policy: String?, _ load: ([String]) throws(RequestFailure) -> LoadedScenario
  ) throws(RequestFailure) -> LoadedScenario {
    guard let policy else { return try load([]) }
    do throws(RequestFailure) {
      return try load([routing(policy)])
    } catch {
      var failure = error
      failure.lines = failure.lines.map { line in
        guard let start = line.range(of: "--set routing="), let end = line.range(of: ": ", range: start.upperBound..<line.endIndex) else {
          return line
        }
        return "\(option) \(policy): \(line[end.upperBound...])"
      }
      throw failure
    }
  }
}
