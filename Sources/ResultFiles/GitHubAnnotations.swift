import Experiments
import ReportKit
package import Reports
import Studies
import SupportModel
import TerminalText

/// Workflow commands of GitHub Actions: an error on the line of every broken gate, a warning on that of every undecided one.
///
/// Syntax and escaping: docs.github.com, *Workflow commands for GitHub Actions*; `toolkit/packages/core/src/command.ts`.
package enum GitHubAnnotations {
  /// `workspace`: absolute path of the checked-out repository; `folder`: the working directory. Paths are shown relative to the former.
  /// `lost`: scenarios that are not gated any more.
  package static func lines(
    _ gated: [GatedScenario], lost: [LostGates.Entry] = [], workspace: String?, folder: String
  ) -> [String] {
    // What was promised and is not any more changes no verdict, so somebody has to look.
    let warnings = (lost + gated.flatMap(\.lost)).map { entry in
      let file = escapedProperty(relative(entry.file, workspace: workspace, folder: folder))
      return "::warning file=\(file),title=Gates of the baseline::\(escapedData(entry.sentence))"
    }
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
    } + warnings
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
