import Experiments
import ReportKit
package import Reports
import Studies
import SupportModel
import TerminalText

/// Gates as the tests of a CI server: a suite for each scenario, a case for each limit, in the dialect that Jenkins' `junit-10.xsd` describes and
/// GitLab, Azure, CircleCI and Bamboo read.
///
/// A broken limit is a failure, an undecided one an error (the build must not go green on it), one that cannot be compared is skipped. Where a
/// baseline was read, one case more says whether its promise is weakened, and one for each limit of the baseline that was: a failure where the gate
/// is strict, else skipped. No times and no machine names: the same gates give the same bytes.
package enum JUnitXML {
  /// A suite for each scenario and a case for each gate, as CI servers read them. `folder`: scenarios that came, went or moved.
  package static func text(_ gated: [GatedScenario], folder: GateFolder = GateFolder()) -> String {
    let suites = gated.map { Suite(name: $0.name, file: $0.candidate.file, properties: properties($0), cases: cases($0)) } + gone(folder)
    var lines = ["<?xml version=\"1.0\" encoding=\"UTF-8\"?>"]
    func total(_ outcome: Case.Outcome) -> Int { suites.reduce(0) { $0 + $1.count(outcome) } }
    lines.append(
      "<testsuites name=\"muster gate\" tests=\"\(suites.reduce(0) { $0 + $1.cases.count })\" failures=\"\(total(.failure))\" "
        + "errors=\"\(total(.error))\">")
    for suite in suites { lines += suite.lines }
    lines.append("</testsuites>")
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Suites

  private struct Case {
    enum Outcome { case passed, failure, error, skipped }

    var name: String
    var outcome: Outcome = .passed
    var type = "gate"
    var message = ""
    /// Inside the failure.
    var details = ""
    var output = ""
  }

  private struct Suite {
    var name: String
    var file: String
    var properties: [(name: String, value: String)] = []
    var cases: [Case]

    func count(_ outcome: Case.Outcome) -> Int { cases.count { $0.outcome == outcome } }

    var lines: [String] {
      var lines = [
        "  <testsuite name=\(quoted(name)) tests=\"\(cases.count)\" failures=\"\(count(.failure))\" errors=\"\(count(.error))\" "
          + "skipped=\"\(count(.skipped))\" file=\(quoted(file))>"
      ]
      if !properties.isEmpty {
        lines.append("    <properties>")
        lines += properties.map { "      <property name=\"\($0.name)\" value=\(quoted($0.value))/>" }
        lines.append("    </properties>")
      }
      for one in cases {
        lines.append("    <testcase classname=\(quoted(file)) name=\(quoted(one.name))>")
        switch one.outcome {
        case .passed: break
        case .failure: lines.append("      <failure type=\"\(one.type)\" message=\(quoted(one.message))>\(escaped(one.details))</failure>")
        case .error: lines.append("      <error type=\"\(one.type)\" message=\(quoted(one.message))/>")
        case .skipped: lines.append("      <skipped message=\(quoted(one.message))/>")
        }
        lines.append("      <system-out>\(escaped(one.output))</system-out>")
        lines.append("    </testcase>")
      }
      lines.append("  </testsuite>")
      return lines
    }
  }

  private static func properties(_ gated: GatedScenario) -> [(name: String, value: String)] {
    let result = gated.result
    var properties = [(name: "candidate", value: gated.candidate.label)]
    if let baseline = gated.baseline { properties.append((name: "baseline", value: baseline.label)) }
    return properties + [
      (name: "seed", value: String(result.plan.seed)), (name: "replications", value: String(result.replications)),
      (name: "error-rate", value: "\(result.plan.errorRate)"), (name: "strict", value: "\(result.plan.isStrict)"),
    ]
  }

  // MARK: Cases

  private static func cases(_ gated: GatedScenario) -> [Case] {
    let result = gated.result
    var cases = result.findings.map { gate($0, gated) }
    if gated.baseline != nil { cases.append(promise(gated)) }
    if let baseline = result.termsOf { cases += result.terms.map { term($0, baseline, isStrict: result.plan.isStrict) } }
    return cases
  }

  private static func gate(_ finding: GateFinding, _ gated: GatedScenario) -> Case {
    let scenario = gated.result.candidate
    let title = finding.title(scenario)
    let evidence = finding.evidence(scenario)
    var one = Case(name: title, output: output(finding, scenario, evidence))
    switch finding.verdict {
    case .pass: break
    case .fail:
      one.outcome = .failure
      one.message = "\(title), and it is \(evidence)"
      one.details = details(finding, gated)
    case .undecided:
      one.outcome = .error
      one.type = "undecided"
      one.message = "\(title) is undecided: \(evidence)"
    case .notCompared:
      one.outcome = .skipped
      one.message = "the baseline has nothing of this name"
    }
    return one
  }

  /// Whether what was promised is still promised.
  private static func promise(_ gated: GatedScenario) -> Case {
    let result = gated.result
    let sentences = GatePromiseSection.ordered(result.scenarioChanges).map {
      ScenarioChangeWords($0, currency: result.candidate.currency).sentence
    }
    var one = Case(
      name: "the promise is not weakened", type: "promise",
      output: sentences.isEmpty ? "nothing changed in the scenario" : sentences.joined(separator: "\n"))
    if result.isWeakened {
      one.outcome = result.plan.isStrict ? .failure : .skipped
      one.message = (result.plan.isStrict ? "" : "not strict: ") + gated.weakenings.joined(separator: " ")
    }
    return one
  }

  /// A limit of the baseline that was weakened, on the baseline's own terms. Without strictness it is told and decides nothing.
  private static func term(_ finding: GateFinding, _ baseline: Scenario, isStrict: Bool) -> Case {
    let title = "on the baseline's terms: \(finding.title(baseline))"
    let evidence = finding.evidence(baseline)
    var one = Case(name: title, type: "promise", output: output(finding, baseline, evidence))
    switch finding.verdict {
    case .pass: break
    case .fail: (one.outcome, one.message) = (isStrict ? .failure : .skipped, "\(title), and it is \(evidence)")
    case .undecided: (one.outcome, one.message) = (.skipped, "undecided: \(evidence)")
    case .notCompared: (one.outcome, one.message) = (.skipped, "the scenario has nothing of this name any more")
    }
    return one
  }

  /// A suite for each scenario that is not gated any more.
  private static func gone(_ folder: GateFolder) -> [Suite] {
    folder.weakenings.map { change in
      let sentence = GateFolder.sentence(change)
      let outcome: Case.Outcome = folder.isStrict ? .failure : .skipped
      return Suite(
        name: change.subject, file: change.subject,
        cases: [Case(name: "the scenario is still gated", outcome: outcome, type: "promise", message: sentence, output: sentence)])
    }
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
