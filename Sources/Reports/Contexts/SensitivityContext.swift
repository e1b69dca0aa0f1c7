package import Experiments
package import ReportKit
package import Studies
import SupportModel

/// All that a section about sensitivity may look at.
package struct SensitivityContext: Sendable {
  /// All that was found out; a section picks from it.
  package let result: Sensitivity
  /// Names of the files written beside this report, in order.
  package let files: [String]
  /// Folder of these files as the user would type it; nil: nothing was written.
  package let folder: String?

  package init(result: Sensitivity, folder: String? = nil, files: [String] = []) {
    self.result = result
    self.folder = folder
    self.files = files
  }

  /// As a person says it: `95 %`.
  package var confidence: String { Words.percent(result.plan.confidence) }
  /// Unit and spelling of a question's numbers.
  package func quantity(_ question: MetricQuestion) -> Quantity {
    Quantity(metric: question.metric, currency: result.scenario.currency)
  }

  /// An input's value in words: `× 1.1`, `+5 points` of absence, `+1` person.
  package static func value(_ value: Double, of input: ScenarioInput) -> String {
    switch input {
    case .volume, .handleTime, .patience: "× \(Words.fixed(value, decimals: 2))"
    case .absence: "+\(Words.fixed(value * 100, decimals: 0)) points"
    case .staffing: "+\(Words.fixed(value, decimals: 0))"
    }
  }

  /// `±10 %`, `+5 points`, `+1 on every shift`
  package func change(_ effect: SensitivityEffect) -> String {
    switch effect.input {
    case .volume, .handleTime, .patience: "±\(Words.percent(effect.change))"
    case .absence: "+\(Words.fixed(effect.change * 100, decimals: 0)) points"
    case .staffing(let group): result.scenario.groups[group].hasShifts ? "+1 on every shift" : "+1"
    }
  }
}
