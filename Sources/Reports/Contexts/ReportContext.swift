package import Experiments
package import ReportKit
package import ServiceMetrics
import SimulationCore
package import SupportModel

/// All that a section may look at: the estimates, found by metric and scope, and what surrounds them.
package struct ReportContext: Sendable {
  /// All that was estimated; a section picks from it.
  package let result: ExperimentResult
  /// Names of the files written beside this report, in order.
  package let files: [String]
  /// Folder of these files as the user would type it; nil: nothing was written.
  package let folder: String?
  /// Where the result comes from and how to get it again; nil where no page needs it.
  package var origin: ReportOrigin?
  /// Single plays looked at closely; empty where none was replayed.
  package var stories: [PlayStory] = []
  /// People needed by interval, from a staffing calculation; empty where there is none.
  package var requirements: [StaffingRequirement] = []
  /// How to read them, or why there are none; may be empty.
  package var requirementNote = ""
  /// Single changes that were tried; nil: none were meant to be.
  package var actions: ActionsTried?
  private let query: ResultQuery

  package init(result: ExperimentResult, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.folder = folder
    self.files = files
    query = ResultQuery(result)
  }

  /// The one that was played.
  package var scenario: Scenario { result.scenario }

  /// nil where the experiment does not estimate this. For a target without more words: in its own treatment of abandons.
  package func estimate(_ metric: Metric, _ scope: Scope = Scope()) -> Estimate? { query[metric, scope] }

  /// The estimate in the reader's units, with its interval: `82.1 % (81.6–82.6)`; a dash where it is undefined.
  package func words(_ estimate: Estimate?) -> String {
    guard let estimate else { return Words.undefined }
    return Words.estimate(estimate, quantity(estimate.metric))
  }

  /// The estimate in words, its numbers behind them.
  package func cell(_ estimate: Estimate?) -> ReportText {
    ReportText(words(estimate), number: number(estimate))
  }

  /// The estimate alone, where the interval is in `results.json` and the number is background.
  package func shortCell(_ metric: Metric, _ scope: Scope = Scope()) -> ReportText {
    guard let estimate = self.estimate(metric, scope), let value = estimate.estimate else { return ReportText(Words.undefined) }
    return ReportText(Words.number(value, quantity(metric)), number: number(estimate))
  }

  /// What stands behind words about an estimate.
  package func number(_ estimate: Estimate?) -> ReportNumber? {
    guard let estimate, let value = estimate.estimate else { return nil }
    return ReportNumber(value, low: estimate.low, high: estimate.high)
  }

  /// The range the next play of the horizon falls into: `74.0–88.9 %`; a dash where there is none.
  package func nextWords(_ estimate: Estimate?) -> String {
    guard let estimate, let low = estimate.nextLow, let high = estimate.nextHigh else { return Words.undefined }
    return Words.range(low, high, quantity(estimate.metric))
  }

  /// Unit and spelling of a metric's numbers.
  package func quantity(_ metric: Metric) -> Quantity { Quantity(metric: metric, currency: scenario.currency) }

  /// `95 %`
  package var confidence: String { Words.percent(result.confidence) }

  /// What one replication is: a day, a week, a month; `run` for anything else.
  package var horizonWord: String { Self.horizonWord(scenario) }

  /// By the length of the horizon.
  package static func horizonWord(_ scenario: Scenario) -> String {
    let hours = Double(scenario.horizon.length.microseconds) / 3.6e9
    if hours <= 25 { return "day" }
    if hours >= 167 && hours <= 169 { return "week" }
    if hours >= 671 && hours <= 745 { return "month" }
    if hours >= 2159 && hours <= 2209 { return "quarter" }
    return "run"
  }

  /// What people call the reporting intervals, in the plural.
  package var intervalWord: String { Self.intervalWord(scenario) }

  /// By the length of the first interval.
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

  /// One of them.
  package var intervalName: String { Self.intervalName(scenario) }

  /// By the length of the first interval, in the singular.
  package static func intervalName(_ scenario: Scenario) -> String {
    let word = intervalWord(scenario)
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }
}

extension ReportTerm {
  /// A metric in the words of the trade, as the catalogue defines it, with the name that files and arguments have for it.
  package init(metric: Metric) { self.init(MetricWords.title(metric), "\(metric.definition) In files: \(metric.name).") }
}
