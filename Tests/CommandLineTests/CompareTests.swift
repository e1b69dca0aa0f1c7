import ArgumentParser
import Experiments
import Foundation
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import Studies
import SupportModel
import Testing
import Workbench

@testable import muster

@Suite struct CompareTests {
  private static let root = ShippedScenarioTests.root
  private static let weekend = root.appending(path: "scenarios/weekend-coverage.yaml").path

  private func weekendOptions() throws -> [PairedOption] {
    try OptionSource.load(files: [Self.weekend], settings: [], vary: []).options.map {
      PairedOption(name: $0.name, compiled: CompiledScenario($0.scenario))
    }
  }

  private func failure(_ body: () throws -> Void) -> RequestFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? RequestFailure
    }
  }

  // MARK: Common random numbers

  /// The backlog on Monday at noon, every option against nobody; the options together are held to five.
  @Test func `common random numbers cut the variance of the differences at least fivefold on the weekend`() throws {
    let options = try weekendOptions()
    let noon = try QuestionResolver(options.map(\.scenario)).question("backlog at 2026-11-09T12:00")
    func play(seed: UInt64) throws -> PairedExperiment {
      var pair = PairedExperiment(options, seed: seed, metrics: [.backlog], keepingIntervalsOf: [.backlog], threads: 2)
      try pair.play(until: 300)
      return pair
    }
    let paired = try play(seed: 20_261_107)
    let independent = try play(seed: 99)
    func values(_ pair: PairedExperiment, _ option: Int) throws -> [Double] {
      let scope = try #require(noon.scope(in: options[option].scenario))
      return try #require(pair.folds[option].replicationValues(.backlog, scope)).map(\.numerator)
    }
    func variance(_ x: [Double], _ y: [Double]) -> Double {
      let d = zip(x, y).map { $1 - $0 }
      let mean = d.reduce(0, +) / Double(d.count)
      return d.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(d.count - 1)
    }
    var factors: [Double] = []
    var sums = (apart: 0.0, together: 0.0)
    let differences = try paired.differences(noon, to: 0, confidence: 0.95)
    for option in options.indices.dropFirst() {
      let together = variance(try values(paired, 0), try values(paired, option))
      let apart = variance(try values(paired, 0), try values(independent, option))
      factors.append(apart / together)
      sums = (sums.apart + apart, sums.together + together)
      print("backlog on Monday at noon, \(options[option].name) against nobody: variance of the difference cut \(apart / together)-fold")
      let reported = try #require(differences[option].varianceReduction)
      // No correlation gives more than the largest, which is that of a correlation of 1.
      #expect(reported <= differences[option].largestReduction! * (1 + 1e-9))
      // The factor that is reported from the paired play alone agrees with the one measured with independent seeds.
      #expect(reported / (apart / together) > 0.6 && reported / (apart / together) < 1.7, "\(reported)")
    }
    let pooled = sums.apart / sums.together
    let reported = try #require(PairedEstimate.reduction(Array(differences.dropFirst())))
    print("backlog on Monday at noon, all options together: cut \(pooled)-fold, reported \(reported)")
    #expect(pooled >= 5 && reported >= 5 && reported / pooled > 0.7 && reported / pooled < 1.4)
    #expect(factors.count { $0 >= 5 } >= 4)
    // A team that is there all weekend leaves nearly nothing on Monday: its backlog hardly varies, and even a perfect correlation could not
    // cut the variance fivefold. That is the option, and not a loss of common customers: everywhere else the factor is reached.
    for option in options.indices.dropFirst() where factors[option - 1] < 5 {
      let largest = try #require(differences[option].largestReduction)
      print("\(options[option].name): at most \(largest)-fold is attainable, the backlogs differ too much")
      #expect(options[option].name == "manila" && largest < 5)
    }
  }

  /// The table of the scenarios' page, made by playing the options as often as the file says.
  @Test func `a promise for which nobody came is neither kept nor too close to call`() throws {
    let folder = NSTemporaryDirectory() + "/muster-nobody-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let text = """
      muster: 1
      horizon: {length: 8h}
      channels: {phone: {concurrency: 1}}
      contacts:
        calls: {channel: phone, skill: a, arrivals: {rate: 20/h}, talk: 5m, patience: 3m}
        vips: {channel: phone, skill: a, arrivals: {rate: 3/h}, talk: 5m, patience: 3m}
      agents: {main: {count: 4, skills: [a], cost: 30}}
      targets:
        - {name: Calls 80/60, answer: 60s, goal: 80%, for: calls}
        - {name: VIP 60/30, answer: 30s, goal: 60%, for: vips}
      options: {as-is: {}, no-vips: {contacts: {vips: {arrivals: {rate: 0/h}}}}}

      """
    try text.write(toFile: "\(folder)/vips.yaml", atomically: true, encoding: .utf8)
    let source = try OptionSource.load(files: ["\(folder)/vips.yaml"], settings: [], vary: [])
    let shown = try screen(source, best: nil, requirements: [], replications: 20)
    for words in ["Keeps every promise: as-is.", "Nobody to keep it for: no-vips (VIP 60/30).", "  nobody came for VIP 60/30\n"] {
      #expect(shown.contains(words), "\(words)\n\(shown)")
    }
    #expect(!shown.contains("too close"))
  }

  @Test func `the scenarios' page shows what common customers save`() throws {
    let options = try weekendOptions()
    let resolver = QuestionResolver(options.map(\.scenario))
    let questions = try ["backlog at 2026-11-09T12:00", "queue-mean", "wait-mean", "cost", "All tickets 75/24h", "Outages 80/15m"].map {
      try resolver.question($0)
    }
    let experiment = options[0].scenario.experiment
    var pair = PairedExperiment(
      options, seed: experiment.seed, metrics: questions.map(\.metric), keepingIntervalsOf: [.backlog], threads: 2)
    try pair.play(until: experiment.replications)
    var lines = ["| | \(options.dropFirst().map(\.name).joined(separator: " | ")) | all together |"]
    lines.append("|---" + String(repeating: "|--:", count: options.count) + "|")
    for question in questions {
      let differences = try pair.differences(question, to: 0, confidence: 0.95).dropFirst()
      let cells = differences.map(DifferenceSection.factor)
      let together = try #require(PairedEstimate.reduction(Array(differences)))
      lines.append("| \(QuestionWords.name(question)) | \(cells.joined(separator: " | ")) | \(DifferenceSection.times(together)) |")
    }
    try Self.quote(lines.joined(separator: "\n") + "\n", from: "<!-- table: common customers -->\n", to: "<!-- end of table -->")
  }

  /// Tests run side by side, and each writes the whole page when recording.
  private static let pageLock = NSLock()

  /// Text between two marks of the scenarios' page is what it should be, or is put there when recording.
  static func quote(_ text: String, from opening: String, to closing: String) throws {
    pageLock.lock()
    defer { pageLock.unlock() }
    let url = root.appending(path: "scenarios/README.md")
    let page = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(page.range(of: opening))
    let end = try #require(page.range(of: closing, range: start.upperBound..<page.endIndex))
    if ShippedScenarioTests.isRecording {
      try page.replacingCharacters(in: start.upperBound..<end.lowerBound, with: text).write(to: url, atomically: true, encoding: .utf8)
    } else {
      #expect(String(page[start.upperBound..<end.lowerBound]) == text)
    }
  }

  // MARK: What is compared

  @Test func `a grid has a point for each combination`() throws {
    let file = Self.root.appending(path: "scenarios/launch-day.yaml").path
    let source = try OptionSource.load(
      files: [file], settings: ["experiment.replications=2"],
      vary: [
        "contacts.business-call.patience.exponential.mean=4m..8m:2m",
        "routing=\(Self.root.path)/scenarios/policies/l*.yaml,\(Self.root.path)/scenarios/policies/a*.yaml",
      ])
    #expect(
      source.options.map(\.name) == [
        "mean=4m, routing=launch-day", "mean=4m, routing=all-together", "mean=6m, routing=launch-day", "mean=6m, routing=all-together",
        "mean=8m, routing=launch-day", "mean=8m, routing=all-together",
      ])
    #expect(source.options[0].scenario.contactTypes[0].patience?.pieces[0].distribution.mean == 240)
    #expect(source.stem == "launch-day")
  }

  @Test(arguments: [
    ("erlang-c.yaml", [String](), "there is nothing to compare: the scenario has no `options`"),
    ("erlang-c.yaml", ["agents.desk.count=7"], "one point of the grid is nothing to compare"),
    ("erlang-c.yaml", ["agents.desk.count=9..7"], "the range 9..7 has no end"),
    ("erlang-c.yaml", ["agents.desk.count=7..9:x"], "7..9:x is not a range"),
    (
      "erlang-c.yaml", ["agents.desk.cuont=7..9"],
      "it changes `agents.desk.cuont`, which the scenario does not have; did you mean `agents.desk.count`?"
    ),
    (
      "erlang-c.yaml", ["agents.dsek.count=7..9"], "it changes `agents.dsek`, which the scenario does not have; did you mean `agents.desk`?"
    ),
    ("erlang-c.yaml", ["routing=nowhere/*.yaml"], "no file matches nowhere/*.yaml"),
    ("erlang-c.yaml", ["agents.desk.count"], "there is no `=`"),
    ("erlang-c.yaml", ["agents.desk.count=7..9", "agents.desk.count=7..8"], "it is varied twice"),
    ("erlang-c.yaml", ["agents.desk.count=1..1000"], "has too many values"),
  ])
  func `what cannot be compared is a sentence`(file: String, vary: [String], expected: String) {
    let path = Self.root.appending(path: "scenarios/\(file)").path
    let failure = failure { _ = try OptionSource.load(files: [path], settings: [], vary: vary) }
    #expect(failure?.status == ExitStatus.badData)
    #expect(failure?.lines.contains { $0.contains(expected) } == true, "\(failure?.lines ?? [])")
  }

  @Test func `a file that is not there ends with its own status`() {
    let failure = failure { _ = try OptionSource.load(files: ["nowhere.yaml", Self.weekend], settings: [], vary: []) }
    #expect(failure?.status == ExitStatus.fileTrouble)
  }

  @Test func `every mistake of a request comes at once`() throws {
    let resolver = QuestionResolver(try weekendOptions().map(\.scenario))
    let request = ComparisonQuestions(
      resolver: resolver, metrics: ["asaa, asa for nobody"], best: "wait-p94",
      requirements: ["Outages 80/15m > 80%", "Outages 80/15m >= 80", "asa <= 5", "Outages 80/51m >= 80%"])
    let failure = failure { _ = try request.plan() }
    #expect(failure?.status == ExitStatus.badData)
    #expect(
      failure?.lines == [
        "--metrics asaa: there is no metric asaa; did you mean asa?; `muster catalog metrics` lists them.",
        "--metrics asa for nobody: the metric asa does not exist for nobody; it exists for outage, business-ticket, login-ticket, phone, ticket, business, individual.",
        "--best wait-p94: there is no metric wait-p94; did you mean wait-p90?; `muster catalog metrics` lists them.",
        "--subject-to Outages 80/15m > 80%: expected `METRIC >= LIMIT` or `METRIC <= LIMIT`, for example \"Phones 80/20 >= 80%\".",
        "--subject-to Outages 80/15m >= 80: Outages 80/15m is a share, and 80 is not between 0 and 1; expected a share such as 80% or 0.8; did you mean 80%?",
        "--subject-to Outages 80/51m: there is no metric Outages 80/51m; did you mean Outages 80/15m?; `muster catalog metrics` lists them.",
      ])
  }

  @Test(arguments: [
    ("wait-mean <= 2m", 120.0), ("asa <= 1h30m", 5400), ("wait-p90 ≤ 2d", 172_800), ("asa <= 1.5m ± 5s", 90), ("asa <= 45", 45),
    ("overtime-hours <= 90m", 1.5), ("paid-hours <= 2d", 48), ("paid-hours <= 12", 12), ("cost <= 3e3", 3000),
    ("Outages 80/15m >= 80 %", 0.8), ("abandonment <= 0.05", 0.05), ("time-to-clear at 2026-11-09T08:00 <= 4h", 14_400),
  ])
  func `a limit is written as in a scenario`(text: String, limit: Double) throws {
    let resolver = QuestionResolver(try weekendOptions().map(\.scenario))
    let plan = try ComparisonQuestions(resolver: resolver, best: "cost", requirements: [text]).plan()
    #expect(abs(plan.requirements[0].limit - limit) < 1e-9)
    #expect(plan.requirements[0].tolerance == (text.contains("±") ? 5 : nil))
  }

  @Test(arguments: [
    ("wait-mean", "5%", "wait-mean is a time, and 5% is not a duration; expected a duration such as 20s, 5m, 1h30m or 2d."),
    ("asa", "2min", "asa is a time, and 2min has the unknown unit `min`; expected ms, s, m, h, d or w; did you mean 2m?"),
    ("asa", "-2m", "asa is a time, and -2m is negative; expected a duration of 0s or more."),
    (
      "paid-hours", "30m1h",
      "paid-hours is a number of hours, and 30m1h has its units out of order; expected the larger unit first, each once, as in 1h30m."
    ),
    ("paid-hours", "0h", "expected more than 0."),
    ("cost", "2h", "staffing-cost is a plain number, and 2h is not a number; expected a plain number such as 12 or 0.5."),
    (
      "cost", "1,200",
      "staffing-cost is a plain number, and 1,200 is not a number; expected a plain number such as 12 or 0.5; did you mean 1200?"
    ),
    ("abandonment", "2m", "abandonment is a share, and 2m is not a share; expected a share such as 80% or 0.8."),
  ])
  func `an amount in the wrong unit says what would be right`(metric: String, amount: String, sentence: String) throws {
    let resolver = QuestionResolver(try weekendOptions().map(\.scenario))
    let failure = failure { _ = try ComparisonQuestions(resolver: resolver, best: metric, indifference: amount).plan() }
    #expect(failure?.status == ExitStatus.badData && failure?.lines == ["--indifference \(amount): \(sentence)"])
  }

  @Test(arguments: [
    ["--replications", "0"], ["--replications", "20000"], ["--confidence", "30%"], ["--confidence", "nonsense"],
    ["--subject-to", "asa <= 5"],
    ["--indifference", "3"], ["--best", "cost", "--replications", "1"], ["--json", "--quiet"], ["--set", "novalue"],
    ["b.yaml", "--vary", "a=1,2"],
    ["--format", "pdf"], ["--threads", "0"],
  ])
  func `options that make no sense are usage errors`(arguments: [String]) {
    let error = #expect(throws: (any Error).self) { try Muster.parseAsRoot(["compare", "x.yaml"] + arguments) }
    if let error { #expect(Muster.exitCode(for: error).rawValue == 64) }
  }

  // MARK: What comes out

  @Test func `the verdict says which, by how much, how sure and what would change it`() throws {
    let source = try OptionSource.load(files: [Self.weekend], settings: [], vary: [])
    var plan = try ComparisonQuestions(
      resolver: QuestionResolver(source.options.map(\.scenario)), metrics: ["backlog at 2026-11-09T12:00"], best: "cost",
      requirements: ["Outages 80/15m >= 70%"]
    ).plan()
    plan.seed = 3
    plan.replications = 600
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    #expect(result.stop == .bestKnown && result.best == 1)
    let text = TerminalRenderer(RenderOptions(width: 400)).render(ReportDocument(ComparisonContext(result: result, title: source.title)))
    for words in [
      "on-call has the lowest staffing cost of the options that keep Outages 80/15m ≥ 70 %: ", " against fix-and-on-call, the next.",
      "Known with 95 % confidence after ", "Chance that it is the best: over 99 %",
      "It would be fix-and-on-call if its staffing cost were ",
      "nobody, if only ", " of Outages 80/15m were required", " USD and 0.5 points of Outages 80/15m not told apart",
      "breaks Outages 80/15m", "open work at 2026-11-09 12:00", "Cost against service",
      "Keep Outages 80/15m ≥ 70 %: on-call, ", "no: breaks the promise",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }

    let provenance = Provenance(command: "compare", scenarioFile: "scenarios/weekend-coverage.yaml", resolvedText: source.resolvedText)
    let json = ComparisonJSON.text(result, provenance, title: source.title, sources: source.options.map(\.source))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(object["command"] as? String == "compare" && object["stop"] as? String == "best-known")
    let selection = try #require(object["selection"] as? [String: Any])
    #expect(selection["best"] as? String == "on-call")
    let rows = try #require(object["metrics"] as? [[String: Any]])
    #expect(Set(rows.compactMap { $0["option"] as? String }) == Set(source.options.map(\.name)))
    let atNoon = rows.filter { $0["metric"] as? String == "backlog" && $0["interval"] != nil }
    #expect(atNoon.count == 6)
    #expect((object["differences"] as? [[String: Any]])?.count == 15)
    let options = try #require(object["options"] as? [[String: Any]])
    #expect((options[1]["changes"] as? [String]) == ["agents.on-call: added"])

    let lines = OptionsCSV.text(result).split(separator: "\n")
    #expect(lines.count == 7 && lines[0].hasPrefix("option,replications,outcome,chance-best,dominated-by,breaks,Outages 80/15m,"))
    #expect(lines[2].hasPrefix("on-call,") && lines[2].contains(",best,"))
  }

  /// What the command prints, into a pipe.
  private func screen(
    _ source: OptionSource, best: String?, requirements: [String], metrics: [String] = [], replications: Int
  ) throws -> String {
    var plan = try ComparisonQuestions(
      resolver: QuestionResolver(source.options.map(\.scenario)), metrics: metrics, best: best, requirements: requirements
    ).plan()
    plan.seed = source.options[0].scenario.experiment.seed
    plan.replications = replications
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    let context = ComparisonContext(
      result: result, title: source.title, folder: "output/\(source.stem)", files: ["comparison.html", "comparison.json", "options.csv"])
    return TerminalRenderer(RenderOptions(width: 120)).render(ReportDocument(context))
  }

  /// Four policies cost the same to within a dollar; two of them to the cent.
  @Test func `a tie is called a tie`() throws {
    let folder = Self.root.appending(path: "scenarios/policy-change").path
    let source = try OptionSource.load(
      files: ["\(folder)/support.yaml"], settings: [],
      vary: ["routing=\(folder)/policies/*.yaml", "agents.front-line.roster.late=6..8:2"])
    #expect(source.options.count == 8)
    let text = try screen(
      source, best: "cost", requirements: ["Business 85/30 >= 80%"], metrics: ["Calls 80/30", "abandonment"], replications: 100)
    for words in [
      "routing=current, late=6 has the lowest staffing cost of the options that keep Business 85/30 ≥ 80 %: ",
      "It would be routing=equal, late=6 just as well", "  routing=current, late=6 is as good\n",
      "  routing=current, late=6 is better\n",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
  }

  @Test func `that nothing keeps a requirement is said for certain only where it is`() throws {
    let source = try OptionSource.load(files: [Self.weekend], settings: [], vary: [])
    func text(_ requirement: String) throws -> String {
      try screen(source, best: "cost", requirements: [requirement], metrics: ["cost"], replications: 40)
    }
    #expect(try text("Outages 80/15m >= 99%").contains("No option seems to keep Outages 80/15m ≥ 99 %."))
    #expect(try text("Outages 80/15m >= 99% +- 20%").contains("No option keeps Outages 80/15m ≥ 99 %."))
  }

  @Test func `the scenarios' page shows what the weekend prints`() throws {
    let source = try OptionSource.load(files: [Self.weekend], settings: [], vary: [])
    let text = try screen(
      source, best: "cost", requirements: ["Outages 80/15m >= 80%", "backlog at 2026-11-09T12:00 <= 150"], replications: 1000)
    let command =
      "muster compare scenarios/weekend-coverage.yaml --best cost --subject-to \"Outages 80/15m >= 80%\" --subject-to \"backlog at 2026-11-09T12:00 <= 150\""
    try Self.quote(text, from: "<!-- excerpt: \(command) -->\n```\n", to: "```\n<!-- end of excerpt -->")
  }

  @Test func `identical files differ by nothing`() throws {
    let file = Self.root.appending(path: "scenarios/erlang-a.yaml").path
    let source = try OptionSource.load(files: [file, file], settings: [], vary: [])
    let plan = ComparisonPlan(
      seed: 1, confidence: 0.95, replications: 5,
      questions: ComparisonPlan.standardQuestions(QuestionResolver(source.options.map(\.scenario))))
    let result = try Engine.compare(source.options, plan, threads: 2, interruption: InterruptionFlag())
    #expect(result.options[1].differences.allSatisfy { $0.difference == 0 && $0.low == 0 && $0.high == 0 })
  }
}
