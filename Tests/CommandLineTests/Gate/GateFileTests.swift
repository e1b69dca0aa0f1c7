import Experiments
import Foundation
import Reports
import ResultFiles
import ServiceMetrics
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The files and lines for CI servers.
@Suite struct GateFileTests {
  /// Verdicts of all four kinds and names that try to break out of every format.
  private static func awkward() -> GatedScenario {
    var scenario = HandMade.launchDay().scenario
    scenario.name = "Q&A <desk> \"50%, all\""
    func gate(_ name: String, line: Int) -> Gate {
      Gate(
        name: name, metric: "service-level", subject: .target(0), atLeast: 0.8, notWorseBy: 0.01,
        place: Gate.Place(file: "/repo/scenarios/a:b,c.yaml", line: line, column: 5))
    }
    scenario.gates = [gate("level | 100% <b>\u{1}\n::error::x", line: 12), gate("quiet", line: 0)]
    func finding(_ gate: Int, _ condition: GateFinding.Condition, _ limit: Double, _ verdict: GateVerdict) -> GateFinding {
      var finding = GateFinding(gate: gate, condition: condition, limit: limit, scope: Scope(target: 0), verdict: verdict)
      finding.baseline = 0.81
      finding.candidate = 0.75
      finding.estimate = condition == .notWorseBy ? -0.06 : 0.75
      finding.low = finding.estimate! - 0.01
      finding.high = finding.estimate! + 0.01
      finding.standardError = 0.003
      finding.replications = 100
      return finding
    }
    let result = GateResult(
      candidate: scenario, baseline: scenario, plan: GatePlan(seed: 7), replications: 100, looks: [50, 100],
      findings: [
        finding(0, .atLeast, 0.8, .fail), finding(0, .notWorseBy, 0.01, .undecided), finding(1, .atLeast, 0.8, .pass),
        finding(1, .notWorseBy, 0.01, .notCompared),
      ])
    return GatedScenario(
      result: result, candidate: .init(file: "scenarios/a.yaml", resolvedText: "new"),
      baseline: .init(file: "scenarios/a.yaml", ref: "origin/main", commit: String(repeating: "a", count: 40), resolvedText: "old"))
  }

  // MARK: JSON

  @Test func `gate json is JSON and says where both sides came from`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(GateJSON.text([Self.awkward()]).utf8)) as? [String: Any])
    #expect(object["schema"] as? Int == 1 && object["command"] as? String == "gate" && object["verdict"] as? String == "fail")
    let scenario = try #require((object["scenarios"] as? [[String: Any]])?.first)
    let baseline = try #require(scenario["baseline"] as? [String: Any])
    #expect(baseline["ref"] as? String == "origin/main" && (baseline["digest"] as? String)?.hasPrefix("sha256:") == true)
    let rows = try #require(object["gates"] as? [[String: Any]])
    #expect(rows.map { $0["verdict"] as? String } == ["fail", "undecided", "pass", "not-compared"])
    #expect(rows[0]["line"] as? Int == 12 && rows[0]["estimate"] as? Double == 0.75 && rows[0]["target"] != nil)
    #expect(rows[2]["line"] == nil)
  }

  @Test func `the explanation is in the file too`() throws {
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(GateJSON.text([try GateWorkshop.gated("pooled")]).utf8)) as? [String: Any])
    for key in ["changes", "contacts", "decisions"] { #expect((object[key] as? [[String: Any]])?.isEmpty == false, "\(key)") }
  }

  // MARK: GitHub

  @Test func `annotations are escaped and lie on the line of the gate`() {
    let lines = GitHubAnnotations.lines([Self.awkward()], workspace: "/repo", folder: "/repo/scenarios")
    #expect(
      lines == [
        "::error file=scenarios/a%3Ab%2Cc.yaml,line=12,col=5,title=Q&A <desk> \"50%25%2C all\"%3A level | 100%25 <b>\\u{1}%0A%3A%3Aerror%3A%3Ax"
          + "::at least 80 %25 is broken: 75.0 %25 (74.0–76.0)",
        "::warning file=scenarios/a%3Ab%2Cc.yaml,line=12,col=5,title=Q&A <desk> \"50%25%2C all\"%3A level | 100%25 <b>\\u{1}%0A%3A%3Aerror%3A%3Ax"
          + "::not worse by 1 point is undecided: −6.0 points (−7.0 to −5.0)",
      ])
    #expect(lines.allSatisfy { !$0.contains("\n") })
  }

  @Test func `a weakened promise is an error where the gate is strict, else a warning`() {
    func lines(isStrict: Bool) -> [String] {
      var gated = Self.awkward()
      gated.result.findings = []
      gated.result.plan.isStrict = isStrict
      gated.result.scenarioChanges = [
        ScenarioChange("targets", "Calls: all", "answer", from: .duration(30), to: .duration(45), .weaker),
        ScenarioChange("people", "desk", "count", from: .count(4), to: .count(3), .neutral),
      ]
      let gone = GateFolder(
        changes: [ScenarioChange("scenarios", "scenarios/b.yaml", "", .gone, from: .text("gated at main"), .weaker)], isStrict: isStrict)
      return GitHubAnnotations.lines([gated], scenarios: gone, workspace: "/repo", folder: "/repo")
    }
    for (isStrict, level) in [(true, "error"), (false, "warning")] {
      #expect(
        lines(isStrict: isStrict) == [
          "::\(level) file=scenarios/b.yaml,title=Promise weakened::Scenario scenarios/b.yaml is gone: gated at main, looser.",
          "::\(level) file=scenarios/a.yaml,title=Promise weakened::Target Calls: all: answered within 30s → 45s, looser.",
        ])
    }
  }

  @Test func `the summary is added to the file that GitHub names, and only then`() throws {
    let folder = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "summary").path
    try "before\n".write(toFile: file, atomically: true, encoding: .utf8)
    try CISurroundings.report([Self.awkward()], summary: "## text\n", toErrors: true, environment: ["GITHUB_STEP_SUMMARY": file])
    try CISurroundings.report([Self.awkward()], summary: "## text\n", toErrors: true, environment: [:])
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "before\n## text\n\n")
    let failure = #expect(throws: RequestFailure.self) {
      try CISurroundings.report([], summary: "", toErrors: true, environment: ["GITHUB_STEP_SUMMARY": folder.path])
    }
    #expect(failure?.status == ExitStatus.fileTrouble)
  }

  @Test func `Markdown shows names as they are`() {
    let text = GateSummary.markdown([Self.awkward()])
    #expect(text.contains("## Q&amp;A &lt;desk&gt; \"50%, all\": FAIL, 1 of 2 gates broken"))
    // A control character would drive a terminal that shows the ticket.
    #expect(text.contains("| level \\| 100% &lt;b&gt;\\\\u{1} ::error::x | at least 80 % |"))
    #expect(text.contains("**FAIL**"))
  }

  // MARK: JUnit

  @Test func `JUnit XML is well formed and counts right`() throws {
    let text = JUnitXML.text([Self.awkward(), try GateWorkshop.gated("pooled")])
    let counter = ElementCounter()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = counter
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(
      counter.counts == [
        "testsuites": 1, "testsuite": 2, "properties": 2, "property": 12, "testcase": 13, "failure": 5, "error": 1, "skipped": 1,
        "system-out": 13,
      ])
    #expect(counter.suites[0] == ["5", "1", "1", "1"] && counter.suites[1] == ["8", "4", "0", "0"])
  }

  /// Every kind of file: passed, failed, undecided, skipped, several scenarios, hostile names, nothing at all.
  private static func written() throws -> [(name: String, text: String)] {
    var passed = Self.awkward()
    for index in passed.result.findings.indices { passed.result.findings[index].verdict = .pass }
    var undecided = passed
    for index in undecided.result.findings.indices { undecided.result.findings[index].verdict = .undecided }
    var alone = passed
    alone.baseline = nil
    return [
      ("awkward.xml", JUnitXML.text([Self.awkward()])), ("passed.xml", JUnitXML.text([passed])), ("alone.xml", JUnitXML.text([alone])),
      ("failed.xml", JUnitXML.text([try GateWorkshop.gated("pooled")])),
      ("undecided.xml", JUnitXML.text([undecided])),
      ("several.xml", JUnitXML.text([Self.awkward(), passed, try GateWorkshop.gated("improved")])), ("none.xml", JUnitXML.text([])),
    ]
  }

  /// Files that are wrong in one thing each.
  private static func broken() -> [(name: String, text: String)] {
    let text = JUnitXML.text([Self.awkward()])
    return [
      ("attribute.xml", text.replacing("<testcase classname", with: "<testcase line=\"3\" classname")),
      ("element.xml", text.replacing("system-out>", with: "output>")),
      ("count.xml", text.replacing(" failures=\"1\" errors=\"1\" skipped", with: " errors=\"1\" skipped")),
      ("unescaped.xml", text.replacing("&amp;", with: "&")),
    ]
  }

  /// The schema of Jenkins' xUnit plugin, which `make test-tools` fetches; and a narrower one of our own: what Jenkins, Maven Surefire and GitLab
  /// have in common, with the order of elements and the attributes that all of them want.
  @Test(arguments: ["junit-10.xsd", "narrow.xsd"])
  func `JUnit XML follows the schema that CI servers share`(schema: String) throws {
    guard validate("/dev/null", by: "/dev/null").status != 127 else {
      try Test.cancel("xmllint is not installed; `make test-tools` does that")
    }
    let folder = try GateWorkshop.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try GateWorkshop.write(["narrow.xsd": Self.schema], in: folder)
    let path = (schema == "narrow.xsd" ? folder : GateWorkshop.root.appending(path: ".build/tools")).appending(path: schema).path
    guard FileManager.default.fileExists(atPath: path) else {
      try Test.cancel("\(schema) is not in .build/tools; `make test-tools` fetches it")
    }
    for file in try Self.written() {
      try GateWorkshop.write([file.name: file.text], in: folder)
      let answer = validate(folder.appending(path: file.name).path, by: path)
      #expect(answer.status == 0, "\(file.name): \(answer.output)")
    }
    let sound = JUnitXML.text([Self.awkward()])
    for file in Self.broken() {
      #expect(file.text != sound, "\(file.name) is broken")
      try GateWorkshop.write([file.name: file.text], in: folder)
      #expect(validate(folder.appending(path: file.name).path, by: path).status != 0, "\(file.name) is refused")
    }
  }

  @Test func `the undecided file has an error and the failed one a failure`() throws {
    let texts = Dictionary(uniqueKeysWithValues: try Self.written().map { ($0.name, $0.text) })
    #expect(texts["undecided.xml"]?.contains("<error type=\"undecided\"") == true)
    #expect(texts["failed.xml"]?.contains("<failure type=\"gate\"") == true)
    #expect(texts["passed.xml"]?.contains("<failure") == false && texts["alone.xml"]?.contains("name=\"baseline\"") == false)
  }

  private func validate(_ file: String, by schema: String) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["xmllint", "--nonet", "--noout", "--schema", schema, file]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return (127, "xmllint cannot be started") }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// What the JUnit dialects of Jenkins (`junit-10.xsd` of its xUnit plugin), Maven Surefire and GitLab have in common, no more: whatever passes here
  /// passes there.
  private static let schema = """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:complexType name="outcome" mixed="true">
        <xs:attribute name="message" type="xs:string"/>
        <xs:attribute name="type" type="xs:string"/>
      </xs:complexType>
      <xs:complexType name="case">
        <xs:sequence>
          <xs:choice minOccurs="0">
            <xs:element name="failure" type="outcome"/>
            <xs:element name="error" type="outcome"/>
            <xs:element name="skipped" type="outcome"/>
          </xs:choice>
          <xs:element name="system-out" type="xs:string" minOccurs="0"/>
        </xs:sequence>
        <xs:attribute name="name" type="xs:string" use="required"/>
        <xs:attribute name="classname" type="xs:string" use="required"/>
      </xs:complexType>
      <xs:complexType name="suite">
        <xs:sequence>
          <xs:element name="properties" minOccurs="0">
            <xs:complexType>
              <xs:sequence>
                <xs:element name="property" maxOccurs="unbounded">
                  <xs:complexType>
                    <xs:attribute name="name" type="xs:string" use="required"/>
                    <xs:attribute name="value" type="xs:string" use="required"/>
                  </xs:complexType>
                </xs:element>
              </xs:sequence>
            </xs:complexType>
          </xs:element>
          <xs:element name="testcase" type="case" maxOccurs="unbounded"/>
        </xs:sequence>
        <xs:attribute name="name" type="xs:string" use="required"/>
        <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
        <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
        <xs:attribute name="file" type="xs:string"/>
      </xs:complexType>
      <xs:element name="testsuites">
        <xs:complexType>
          <xs:sequence>
            <xs:element name="testsuite" type="suite" minOccurs="0" maxOccurs="unbounded"/>
          </xs:sequence>
          <xs:attribute name="name" type="xs:string"/>
          <xs:attribute name="tests" type="xs:nonNegativeInteger"/>
          <xs:attribute name="failures" type="xs:nonNegativeInteger"/>
          <xs:attribute name="errors" type="xs:nonNegativeInteger"/>
        </xs:complexType>
      </xs:element>
    </xs:schema>
    """
}

/// How often each element comes, and the counts that suites claim: tests, failures, errors, skipped.
private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var suites: [[String]] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    counts[name, default: 0] += 1
    if name == "testsuite" { suites.append(["tests", "failures", "errors", "skipped"].map { attributes[$0] ?? "" }) }
  }
}
