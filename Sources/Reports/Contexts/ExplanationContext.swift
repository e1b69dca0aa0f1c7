import Experiments
import ReportKit
package import Studies
import SupportModel

/// All that a section about an explanation may look at.
package struct ExplanationContext: Sendable {
  /// All that was found out; a section picks from it.
  package let result: Explanation
  /// Names of the files written beside this report, in order.
  package let files: [String]
  /// Folder of these files as the user would type it; nil: nothing was written.
  package let folder: String?
  /// Where it comes from and how to get it again; nil where no page needs it.
  package var origin: ReportOrigin?

  package init(result: Explanation, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.folder = folder
    self.files = files
  }

  /// As a person says it: `95 %`.
  package var confidence: String { Words.percent(result.plan.confidence) }

  /// What the scenario is called.
  package var title: String { result.scenario.name.isEmpty ? "Scenario" : result.scenario.name }

  /// `Phones 80/20`, `Phones 80/20 at 09:30`
  package func name(_ target: Int, _ interval: Int?) -> String {
    result.scenario.targets[target].name + (interval.map { " at \(place($0))" } ?? "")
  }

  /// What was asked about.
  package var asked: String { name(result.plan.target, result.plan.interval) }

  /// What a person calls an interval.
  package func place(_ interval: Int) -> String { result.scenario.horizon.intervals[interval].shortLabel }

  /// `71.2 % (70.9–71.5)`
  package func words(_ level: Explanation.Level) -> String { Words.estimate(level.estimate, .share) }

  /// `42.0 %`
  package static func percent(tenths: Int64) -> String { "\(tenth(tenths)) %" }

  /// `42.0`
  package static func tenth(_ tenths: Int64) -> String { Words.fixed(Double(tenths) / 10, decimals: 1) }
}
