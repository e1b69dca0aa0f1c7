import Foundation
package import Reports
package import ScenarioFormat
package import Studies
package import SupportModel

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
  /// The baseline with what it promised, without the settings of the command line; nil: there is none, or its gates cannot be read.
  package var terms: Scenario?
  /// What the candidate means otherwise than `terms`.
  package var changes: [ScenarioChange] = []
  /// The gates are written otherwise than in the baseline.
  package var gatesDiffer = false

  /// `formerly`: the file in the commit compared with, where it had another name. `mayBeNew`: a scenario that the commit lacks is gated by its own limits
  /// alone instead of being a problem.
  package init(
    file: String, formerly: String? = nil, candidatePolicy: String?, baselinePolicy: String?, ref: String?, settings: [String],
    mayBeNew: Bool, reach: Reach = Reach()
  ) throws(RequestFailure) {
    candidate = try Self.loading("--candidate", candidatePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(file, settings: settings + routing, reach: reach)
    }
    // Gates do not change what is played, so the digests that tell whether both sides play the same leave them out.
    let played = try Self.loading("--candidate", candidatePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(file, settings: settings + routing + ["gates=null"], reach: reach)
    }
    candidateSide = GatedScenario.Side(file: file, policy: candidatePolicy, resolvedText: played.canonicalText)
    let routing = baselinePolicy.map { [Self.routing($0)] } ?? []
    guard let ref else {
      try Self.checkGates(file, candidate.scenario, nil)
      let loaded = try Self.loading("--baseline", baselinePolicy) { (routing) throws(RequestFailure) in
        try Engine.load(file, settings: settings + routing + ["gates=null"], reach: reach)
      }
      baseline = loaded
      baselineSide = GatedScenario.Side(file: file, policy: baselinePolicy, resolvedText: loaded.canonicalText)
      // The file is the same, so only a policy or a setting can have changed what it means.
      let settled = try? Engine.load(file, settings: settings + routing)
      compare(written: settings.isEmpty ? settled : try? Engine.load(file, settings: routing, reach: reach), settled: settled)
      return
    }
    let source = formerly ?? file
    if mayBeNew, try !GitCommit(ref: ref, near: file).has(source) {
      try Self.checkGates(file, candidate.scenario, nil)
      return
    }
    let commit = try reach.files.commit(ref, file)
    let loaded = try Self.loading("--baseline", baselinePolicy) { (routing) throws(RequestFailure) in
      try Engine.load(source, settings: settings + routing, at: commit)
    }
    baseline = loaded
    baselineSide = GatedScenario.Side(
      file: source, policy: baselinePolicy, ref: ref, commit: commit.hash, resolvedText: loaded.canonicalText)
    let settled = Engine.gated(source, settings: settings + routing, at: commit)
    gatesDiffer = settled?.canonicalText != candidate.canonicalText && baselinePolicy == nil
    compare(written: settings.isEmpty ? settled : Engine.gated(source, settings: routing, at: commit), settled: settled)
    try Self.checkGates(file, candidate.scenario, terms)
  }

  /// A scenario without gates is gated only where it had some.
  private static func checkGates(_ file: String, _ candidate: Scenario, _ terms: Scenario?) throws(RequestFailure) {
    guard candidate.gates.isEmpty, terms?.gates.isEmpty ?? true else { return }
    throw .badData(
      "\(file): the scenario has no gates; expected a `gates` section such as "
        + "- {metric: service-level, target: …, not-worse-by: 1%}.")
  }

  /// What changed in meaning. `written`: the baseline as its files have it; `settled`: with the settings of the command line.
  private mutating func compare(written: LoadedScenario?, settled: LoadedScenario?) {
    guard let settled = settled?.scenario ?? written?.scenario, let written = written?.scenario ?? Optional(settled) else {
      // Gates that cannot be read promise nothing that anybody could compare.
      guard let baseline else { return }
      let rest = ScenarioDiff.between(baseline.scenario, candidate.scenario).filter { $0.section != "gates" }
      changes = [ScenarioChange("gates", "", "unread", .changed, .unclear)] + rest
      return
    }
    terms = written
    changes = ScenarioDiff.between(written, candidate.scenario, settledBaseline: settled)
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
        let place = "--set \(routing(policy)): "
        return line.hasPrefix(place) ? "\(option) \(policy): \(line.dropFirst(place.count))" : line
      }
      throw failure
    }
  }
}
