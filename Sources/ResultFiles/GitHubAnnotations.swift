import Experiments
import ReportKit
package import Reports
import Studies
import SupportModel
import TerminalText

/// Workflow commands of GitHub Actions: an error on the line of every broken gate, a warning on that of every undecided one, and
/// one for everything that weakens what was promised: an error where the gate is strict.
///
/// Syntax and escaping: docs.github.com, *Workflow commands for GitHub Actions*; `toolkit/packages/core/src/command.ts`.
package enum GitHubAnnotations {
  /// `workspace`: absolute path of the checked-out repository; `folder`: the working directory. Paths are shown relative to the former.
  /// `scenarios`: those of the folder that came, went or moved.
  package static func lines(
    _ gated: [GatedScenario], scenarios: GateFolder = GateFolder(), workspace: String?, folder: String
  ) -> [String] {
    func weakened(_ file: String, isStrict: Bool, _ sentence: String) -> String {
      let path = escapedProperty(relative(file, workspace: workspace, folder: folder))
      return "::\(isStrict ? "error" : "warning") file=\(path),title=Promise weakened::\(escapedData(sentence))"
    }
    let promises =
      scenarios.weakenings.map { weakened($0.subject, isStrict: scenarios.isStrict, GateFolder.sentence($0)) }
      + gated.flatMap { one in one.weakenings.map { weakened(one.candidate.file, isStrict: one.result.plan.isStrict, $0) } }
    return gated.flatMap { one in
      one.result.findings.compactMap { finding -> String? in
        let scenario = one.result.candidate
        let level: String
        switch finding.verdict {
        case .fail: level = "error"
        case .undecided: level = "warning"
        case .pass, .notCompared: return nil
        }
        let gate = scenario.gates[finding.gate]
        var properties: [(String, String)] = []
        if gate.place.line > 0 {
          properties.append(("file", relative(gate.place.file, workspace: workspace, folder: folder)))
          properties += [("line", String(gate.place.line)), ("col", String(gate.place.column))]
        } else {
          properties.append(("file", relative(one.candidate.file, workspace: workspace, folder: folder)))
        }
        properties.append(("title", "\(one.name): \(gate.name)"))
        let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
        let verdict = finding.verdict == .fail ? "is broken" : "is undecided"
        let message = "\(finding.limitWords(scenario)) \(verdict): \(finding.evidence(scenario))\(worst(finding, one))"
        return "::\(level) \(list)::\(escapedData(message))"
      }
    } + promises
  }

  private static func worst(_ finding: GateFinding, _ gated: GatedScenario) -> String {
    guard finding.verdict == .fail, let change = gated.result.changes.first(where: { $0.gate == finding.gate }),
      let place = change.places.first(where: \.isWorse), let part = place.part
    else { return "" }
    let quantity = Quantity(metric: change.metric, currency: gated.result.candidate.currency)
    return "; most for \(part.words): "
      + Words.change(place.estimate.difference, low: place.estimate.low, high: place.estimate.high, quantity)
  }

  private static func relative(_ path: String, workspace: String?, folder: String) -> String {
    guard let workspace, !workspace.isEmpty else { return path }
    let absolute = path.hasPrefix("/") ? path : folder + "/" + path
    let root = workspace.hasSuffix("/") ? workspace : workspace + "/"
    return absolute.hasPrefix(root) ? String(absolute.dropFirst(root.count)) : path
  }

  static func escapedData(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { Legible.text(String($0)) }.joined(separator: "\n")
      .replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  static func escapedProperty(_ text: String) -> String {
    escapedData(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
