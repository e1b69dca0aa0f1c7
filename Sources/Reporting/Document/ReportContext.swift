import Experiments
import SupportModel

/// All that a section may look at: the estimates, found by metric and scope, and what surrounds them.
package struct ReportContext: Sendable {
  package let result: ExperimentResult
  /// Names of the files written beside this report, in order.
  package let files: [String]
  /// Folder of these files as the user would type it; nil: nothing was written.
  package let folder: String?
  private let query: ResultQuery

  package init(result: ExperimentResult, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.folder = folder
    self.files = files
    query = ResultQuery(result)
  }

  package var scenario: Scenario { result.scenario }

  /// nil where the experiment does not estimate this. For a target without more words: in its own treatment of abandons.
  package func estimate(_ metric: String, _ scope: Scope = Scope()) -> Estimate? { query[metric, scope] }

  /// The estimate in the reader's units, with its interval: `82.1 % (81.6–82.6)`; a dash where it is undefined.
  package func words(_ estimate: Estimate?) -> String {
    guard let estimate else { return Words.undefined }
    return Words.estimate(estimate, quantity(estimate.metric))
  }

  /// The range the next play of the horizon falls into: `74.0–88.9 %`; a dash where there is none.
  package func nextWords(_ estimate: Estimate?) -> String {
    guard let estimate, let low = estimate.nextLow, let high = estimate.nextHigh else { return Words.undefined }
    return Words.range(low, high, quantity(estimate.metric))
  }

  package func quantity(_ metric: String) -> Quantity { Quantity(metric: metric, currency: scenario.currency) }

  /// `95 %`
  package var confidence: String { Words.percent(result.confidence) }

  /// What one replication is: a day, a week, a month; `run` for anything else.
  package var horizonWord: String {
    let hours = Double(scenario.horizon.length.microseconds) / 3.6e9
    if hours <= 25 { return "day" }
    if hours >= 167 && hours <= 169 { return "week" }
    if hours >= 671 && hours <= 745 { return "month" }
    return "run"
  }

  /// What people call the reporting intervals, in the plural.
  package var intervalWord: String { Self.intervalWord(scenario) }

  package static func intervalWord(_ scenario: Scenario) -> String {
    guard let first = scenario.horizon.intervals.first else { return "intervals" }
    switch (first.end.microseconds - first.start.microseconds) / 60_000_000 {
    case 15: return "quarter-hours"
    case 30: return "half-hours"
    case 60: return "hours"
    case 1440: return "days"
    default: return "intervals"
    }
  }
}
