import Foundation
import Testing

@testable import ScenarioFormat

/// The JSON Schema against the decoder and a real validator.
@Suite struct SchemaTests {
  @Test func `The schema is JSON and names every key`() throws {
    let object = try #require(try JSONSerialization.jsonObject(with: Data(SchemaExport.text().utf8)) as? [String: Any])
    #expect(object["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(object["$defs"] as? [String: Any])
    for table in [KeyTable.scenario, .horizon, .contact, .arrivals, .group, .shift, .routing, .target, .gate] {
      let section = try #require(definitions[table.name] as? [String: Any], "\(table.name)")
      let properties = try #require(section["properties"] as? [String: Any])
      #expect(Set(properties.keys) == Set(table.keys.filter { $0.notYet == nil || !$0.notYet!.isEmpty }.map(\.name)))
    }
  }

  @Test func `The schema is the same every time`() { #expect(SchemaExport.text() == SchemaExport.text()) }

  @Test func `Every example in the key tables is a map`() {
    for table in [KeyTable.contact, .arrivals, .group, .shift, .routing, .target, .limit, .calendar, .channel, .retry, .gate, .gateScope] {
      var yaml = YamlText(file: "example")
      #expect(yaml.parse(table.example ?? "")?.map != nil, "\(table.name)")
    }
  }

  /// Shipped scenarios and those of these tests must pass; broken ones with a mistake that a schema can see must not.
  @Test func `A real validator agrees`() throws {
    var files = [
      "good-full": fullScenario, "good-small": undated(), "good-dated": dated(),
      "good-patch":
        "extends: base.yaml\ncontacts: {call: {priority: 3, talk: {exponential: null, gamma: {cv: 2}}, patience: null}}\nagents: {desk: {roster: {late: 20}}}",
      "good-busyness": undated(
        "arrivals: {rate: 1/h, batch: {mean: 2}, busyness: {gamma: {mean: 1, cv: 0.2}, shared-as: x}}, talk: {by-time: [{from: 08:00, is: 3m}]}"
      ),
    ]
    let shipped = packageFolder.appending(path: "scenarios")
    for name in (try? FileManager.default.contentsOfDirectory(atPath: shipped.path)) ?? [] where name.hasSuffix(".yaml") {
      files["good-shipped-\(name)"] = try String(contentsOf: shipped.appending(path: name), encoding: .utf8)
    }
    files["good-shipped-policy-change"] = try String(contentsOf: shipped.appending(path: "policy-change/support.yaml"), encoding: .utf8)
    let visible = [
      "unknown-key", "missing-unit", "wrong-unit", "rate-without-unit", "unknown-distribution", "unknown-criterion", "negative-count",
      "bad-time",
      "target-without-goal", "two-forms-at-once", "wrong-version",
    ]
    for name in visible {
      files["bad-\(name)"] = try String(contentsOf: BrokenScenariosTests.folder.appending(path: "\(name).yaml"), encoding: .utf8)
    }
    try validate(files, with: SchemaExport.text())
  }

  /// Under each metric the spellings that its reader takes, and no other; 5 % of a time is a margin and not a limit.
  @Test func `The limits of a gate are in the unit of its metric`() throws {
    let good = [
      "metric: service-level, at-least: 78%, not-worse-by: 1%", "metric: service-level, at-least: 0.78",
      "metric: wait-p95, for: call, at-most: 6m, not-worse-by: 20s", "metric: wait-p95, not-worse-by: 5%",
      "metric: overtime-hours, for: desk, at-most: 1h30m, not-worse-by: 12.5 %", "metric: staffing-cost, not-worse-by: 50",
      "metric: staffing-cost, at-most: 1e4, not-worse-by: 2%",
    ]
    let bad = [
      "metric: service-level, at-least: 20s", "metric: service-level, at-least: 78", "metric: service-level, not-worse-by: 30s",
      "metric: wait-p95, at-most: 5%", "metric: wait-p95, at-most: 90", "metric: wait-p95, not-worse-by: 20",
      "metric: overtime-hours, at-most: 2", "metric: overtime-hours, at-least: 3%", "metric: staffing-cost, at-most: 5%",
      "metric: staffing-cost, not-worse-by: 20s", "metric: wait-p94, at-most: 6m", "at-most: 6m",
    ]
    func scenario(_ gate: String) -> String { GateTests.text("{\(gate)}") }
    let named = good.enumerated().map { ("good-\($0)", scenario($1)) } + bad.enumerated().map { ("bad-\($0)", scenario($1)) }
    try validate(Dictionary(uniqueKeysWithValues: named), with: SchemaExport.text())
    // What the schema says the reader says too.
    func isRead(_ gate: String) -> Bool {
      let loader = ScenarioLoader(reader: .memory(["s.yaml": scenario(gate)]))
      return (try? loader.load("s.yaml")) != nil
    }
    for gate in good { #expect(isRead(gate), "\(gate)") }
    for gate in bad { #expect(!isRead(gate), "\(gate)") }
  }

  /// Files whose name begins with `good-` must pass, others must not.
  private func validate(_ files: [String: String], with schema: String) throws {
    guard python(["-c", "import jsonschema, yaml"]).status == 0 else {
      try Test.cancel("python3 with jsonschema and PyYAML is not installed")
    }
    let folder = URL(fileURLWithPath: NSTemporaryDirectory()).appending(path: "muster-schema-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try schema.write(to: folder.appending(path: "schema.json"), atomically: true, encoding: .utf8)
    try Self.script.write(to: folder.appending(path: "check.py"), atomically: true, encoding: .utf8)
    for (name, text) in files { try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8) }
    let result = python([folder.appending(path: "check.py").path, folder.path])
    #expect(result.status == 0, "\(result.output)")
  }

  private func python(_ arguments: [String]) -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = pipe
    guard (try? process.run()) != nil else { return (127, "python3 cannot be started") }
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, output)
  }

  /// Loads YAML as YAML 1.2 would: only null, true, false and plain numbers are not text.
  private static let script = #"""
    import glob, json, os, re, sys
    import jsonschema, yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {}

    def resolve(tag, pattern, first):
        Loader.add_implicit_resolver(tag, re.compile(pattern), first)

    resolve('tag:yaml.org,2002:null', r'^(null|~|)$', ['n', '~', ''])
    resolve('tag:yaml.org,2002:bool', r'^(true|false)$', ['t', 'f'])
    resolve('tag:yaml.org,2002:int', r'^[-+]?(0|[1-9][0-9]*)$', list('-+0123456789'))
    resolve('tag:yaml.org,2002:float', r'^[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$', list('-+.0123456789'))
    resolve('tag:yaml.org,2002:merge', r'^<<$', ['<'])

    folder = sys.argv[1]
    schema = json.load(open(os.path.join(folder, 'schema.json')))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failed = False
    for path in sorted(glob.glob(os.path.join(folder, '*.yaml'))):
        name = os.path.basename(path)
        errors = list(validator.iter_errors(yaml.load(open(path), Loader)))
        if name.startswith('good-') and errors:
            failed = True
            best = jsonschema.exceptions.best_match(errors)
            print(name, list(best.absolute_path), best.message[:300])
        if name.startswith('bad-') and not errors:
            failed = True
            print(name, 'is accepted')
    sys.exit(1 if failed else 0)
    """#
}
