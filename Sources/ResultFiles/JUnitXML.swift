import Experiments
import ReportKit
package import Reports
import Studies
import SupportModel
import TerminalText

/// Gates as the tests of a CI server: a suite for each scenario, a case for each limit, in the dialect that Jenkins' `junit-10.xsd` describes and
/// GitLab, Azure, CircleCI and Bamboo read.
///
/// A broken limit is a failure, an undecided one an error (the build must not go green on it), one that cannot be compared is skipped. No times
/// and no machine names: the same gates give the same bytes.
package enum JUnitXML {
  /// A suite for each scenario and a case for each gate, as CI servers read them.
  package static func text(_ gated: [GatedScenario]) -> String {
    let findings = gated.flatMap(\.result.findings)
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    lines.append(
      "<testsuites name=\"muster gate\" tests=\"\(findings.count)\" failures=\"\(count(findings, .fail))\" "
        + "errors=\"\(count(findings, .undecided))\">")
    for one in gated { lines += suite(one) }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func count(_ findings: [GateFinding], _ verdict: GateVerdict) -> Int { findings.count { $0.verdict == verdict } }

  private static func suite(_ gated: GatedScenario) -> [String] {
    let result = gated.result
    let findings = result.findings
    var lines = [
      "  <testsuite name=\(quoted(gated.name)) tests=\"\(findings.count)\" failures=\"\(count(findings, .fail))\" "
        + "errors=\"\(count(findings, .undecided))\" skipped=\"\(count(findings, .notCompared))\" file=\(quoted(gated.candidate.file))>",
      "    <properties>",
    ]
    var properties = [("candidate", gated.candidate.label)]
    if let baseline = gated.baseline { properties.append(("baseline", baseline.label)) }
    properties += [
      ("seed", String(result.plan.seed)), ("replications", String(result.replications)), ("error-rate", "\(result.plan.errorRate)"),
    ]
    lines += properties.map { "      <property name=\"\($0)\" value=\(quoted($1))/>" }
    lines.append("    </properties>")
    for finding in findings { lines += testCase(finding, gated) }
    lines.append("  </testsuite>")
    return lines
  }

  private static func testCase(_ finding: GateFinding, _ gated: GatedScenario) -> [String] {
    let scenario = gated.result.candidate
    let title = finding.title(scenario)
    let evidence = finding.evidence(scenario)
    var lines = ["    <testcase classname=\(quoted(gated.candidate.file)) name=\(quoted(title))>"]
    switch finding.verdict {
    case .pass: break
    case .fail:
      lines.append(
        "      <failure type=\"gate\" message=\(quoted("\(title), and it is \(evidence)"))>\(escaped(details(finding, gated)))</failure>")
    case .undecided:
      lines.append("      <error type=\"undecided\" message=\(quoted("\(title) is undecided: \(evidence)"))/>")
    case .notCompared:
      lines.append("      <skipped message=\"the baseline has nothing of this name\"/>")
    }
    lines.append("      <system-out>\(escaped(output(finding, scenario, evidence)))</system-out>")
    lines.append("    </testcase>")
    return lines
  }

  private static func output(_ finding: GateFinding, _ scenario: Scenario, _ evidence: String) -> String {
    let quantity = finding.quantity(scenario)
    func number(_ value: Double?) -> String { value.map { Words.number($0, quantity) } ?? Words.undefined }
    return
      "before \(number(finding.baseline)), now \(number(finding.candidate)), evidence \(evidence), \(finding.replications) replications"
  }

  /// The explanation of the gate, as it reads on a terminal.
  private static func details(_ finding: GateFinding, _ gated: GatedScenario) -> String {
    let context = GateContext(gated)
    guard let change = gated.result.changes.first(where: { $0.gate == finding.gate }) else { return "" }
    var lines: [String] = []
    for part in change.places + change.times where part.isWorse {
      let name = part.part?.words ?? part.interval.map { gated.result.candidate.horizon.intervals[$0].shortLabel } ?? ""
      let quantity = context.quantity(change.metric)
      lines.append(
        "\(name): \(Words.change(part.estimate.difference, low: part.estimate.low, high: part.estimate.high, quantity))")
    }
    lines += GateContactsWords(context: context, change: change).sentences
    return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String { "\"\(escaped(text, inAttribute: true))\"" }

  /// Characters that XML 1.0 has no way to write become U+FFFD.
  static func escaped(_ text: String, inAttribute: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"" where inAttribute: escaped += "&quot;"
      case "\n" where inAttribute: escaped += "&#10;"
      case "\t" where inAttribute: escaped += "&#9;"
      case "\r": escaped += "&#13;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case _ where Legible.isHarmful(scalar): escaped += Legible.escape(scalar)
      case _ where scalar.value == 0xfffe || scalar.value == 0xffff: escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
