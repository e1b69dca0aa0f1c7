package import ReportKit
package import Reports
package import ScenarioFormat
package import Staffing
import SupportModel

/// Where the pages of the commands come from, and the one command that gives each of them again. Nothing of it depends on the machine or the moment.
package enum ReportPages {
  /// Texts of everything that was read, each once.
  package static func sources(_ loaded: [LoadedScenario]) -> [ReportOrigin.Source] {
    var sources: [ReportOrigin.Source] = []
    for source in loaded.flatMap(\.sources) {
      let source = ReportOrigin.Source(path: source.path, text: source.text)
      if !sources.contains(source) { sources.append(source) }
    }
    return sources
  }

  /// The command as it can be run again, and the files that were read.
  package static func origin(_ provenance: Provenance, _ words: [String], _ sources: [ReportOrigin.Source]) -> ReportOrigin {
    ReportOrigin(provenance: provenance, command: ShellText.command(["muster", provenance.command] + words), sources: sources)
  }

  /// `--name value` for each value.
  package static func option(_ name: String, _ values: [String]) -> [String] { values.flatMap { [name, $0] } }
  /// Nothing where the value is not given.
  package static func option(_ name: String, _ value: String?) -> [String] { value.map { [name, $0] } ?? [] }

  /// What a staffing was asked for.
  package static func staffing(_ result: StaffingResult, every: Double?, settings: [String]) -> [String] {
    let asked = result.settings
    let groups = asked.groups.map { $0.map { result.scenario.groups[$0].name }.joined(separator: ",") }
    return option("--set", settings) + ["--by", asked.scope.rawValue, "--confidence", "\(asked.confidence)"]
      + option("--confidence-of-day", asked.confidenceOfDay.map { "\($0)" }) + option("--groups", groups)
      + option("--worst-abandonment", asked.worstAbandonment.map { "\($0)" })
      + option("--every", every.map { "\($0)s" }) + ["--seed", "\(asked.seed)", "--replications", "\(asked.replications)"]
  }
}
