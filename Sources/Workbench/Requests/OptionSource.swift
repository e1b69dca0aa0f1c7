import Foundation
package import Reports
import ScenarioFormat
package import SupportModel

/// The options of a comparison: named in a scenario, points of a grid, or scenario files.
package struct OptionSource {
  /// One way of doing it, ready to be played.
  package struct Option {
    /// The file, the key under `options`, or the settings that make it.
    package var name: String
    /// With all its changes made.
    package var scenario: Scenario
    /// Where it was read from, with its digest.
    package var source: ComparedSource
  }

  /// In the order given; the first is what the others are compared with.
  package var options: [Option]
  /// What the comparison is called.
  package var title: String
  /// `weekend-coverage` of `scenarios/weekend-coverage.yaml`
  package var stem: String
  /// Of the scenario under all options; of several files, all of them.
  package var resolvedText: String
  /// Everything that was read, for the page.
  package var texts: [ReportOrigin.Source] = []

  /// All problems of all files at once.
  package static func load(
    files: [String], settings: [String], vary: [String], reach: Reach = Reach()
  ) throws(RequestFailure) -> OptionSource {
    if files.count > 1 { return try several(files, settings, reach) }
    return vary.isEmpty ? try named(files[0], settings, reach) : try grid(files[0], settings, vary, reach)
  }

  private static func named(_ file: String, _ settings: [String], _ reach: Reach) throws(RequestFailure) -> OptionSource {
    let loaded = try Engine.load(file, settings: settings, reach: reach)
    switch loaded.options.count {
    case 0:
      throw .badData(
        "\(file): there is nothing to compare: the scenario has no `options`; add some, for example "
          + "options: {as-is: {}, two-more: {agents: {desk: {count: 9}}}}, name several scenario files, or use --vary.")
    case 1:
      throw .badData(
        "\(file): there is nothing to compare `\(loaded.options[0].name)` with: it is the only option; `as-is: {}` is the scenario as it stands."
      )
    default: break
    }
    let options = loaded.options.map {
      Option(
        name: $0.name, scenario: $0.scenario, source: .init(file: file, resolvedText: $0.canonicalText, changes: $0.changes))
    }
    return OptionSource(
      options: options, title: title(loaded.scenario, file), stem: ScenarioStem.of(file), resolvedText: loaded.canonicalText,
      texts: ReportPages.sources([loaded]))
  }

  private static func several(_ files: [String], _ settings: [String], _ reach: Reach) throws(RequestFailure) -> OptionSource {
    var options: [Option] = []
    var failures = FailureList()
    var text = ""
    var all: [LoadedScenario] = []
    for (index, file) in files.enumerated() {
      guard let loaded = failures.collect({ () throws(RequestFailure) in try Engine.load(file, settings: settings, reach: reach) })
      else { continue }
      let stem = ScenarioStem.of(file)
      let isUnique = files.filter { ScenarioStem.of($0) == stem }.count == 1
      let isRepeated = files.filter { $0 == file }.count > 1
      options.append(
        Option(
          name: isUnique ? stem : isRepeated ? "\(file) (\(index + 1))" : file, scenario: loaded.scenario,
          source: .init(file: file, resolvedText: loaded.canonicalText, changes: [])))
      text += loaded.canonicalText + "\n"
      all.append(loaded)
    }
    try failures.finish()
    return OptionSource(
      options: options, title: "\(options[0].name) and others", stem: ScenarioStem.of(files[0]), resolvedText: text,
      texts: ReportPages.sources(all))
  }

  private static func grid(
    _ file: String, _ settings: [String], _ vary: [String], _ reach: Reach
  ) throws(RequestFailure) -> OptionSource {
    var failures = FailureList()
    var axes: [GridAxis] = []
    for text in vary {
      do throws(Problem) {
        axes.append(try GridAxis.read(text, files: reach.files.matches))
      } catch {
        failures.add(.badData(error.sentence))
      }
    }
    let paths = axes.map(\.path)
    for path in Set(paths) where paths.filter({ $0 == path }).count > 1 { failures.add(.badData("--vary \(path): it is varied twice.")) }
    try failures.finish()
    let count = axes.reduce(1) { min($0 * $1.values.count, 1_000_000) }
    guard count > 1 else { throw .badData("--vary: one point of the grid is nothing to compare; give at least two values.") }
    guard count <= GridAxis.mostValues else {
      throw .badData("--vary: the grid has \(count) points; expected at most \(GridAxis.mostValues).")
    }
    let base = try Engine.load(file, settings: settings, reach: reach)
    var options: [Option] = []
    var all = [base]
    for point in GridAxis.combinations(axes) {
      guard
        let loaded = failures.collect({ () throws(RequestFailure) in
          try Engine.load(file, settings: settings, varied: point.settings, reach: reach)
        })
      else { continue }
      // Where a policy or a table is varied, its text is part of the options.
      if all.count <= mostTexts { all.append(loaded) }
      options.append(
        Option(
          name: point.name, scenario: loaded.scenario,
          source: .init(file: file, resolvedText: loaded.canonicalText, changes: point.settings)))
    }
    try failures.finish()
    return OptionSource(
      options: options, title: title(base.scenario, file), stem: ScenarioStem.of(file), resolvedText: base.canonicalText,
      texts: ReportPages.sources(all))
  }

  /// Points of a grid whose texts the page has.
  private static let mostTexts = 20

  private static func title(_ scenario: Scenario, _ file: String) -> String {
    scenario.name.isEmpty ? ScenarioStem.of(file) : scenario.name
  }
}
