import ArgumentParser
import QueueingTheory
import ReportKit
import Reports
import ResultFiles
import ScenarioFormat
import SimulationCore
import Workbench

struct ErlangCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erlang",
    abstract: "How many agents a volume needs, by the formulas: Erlang B, C and A.",
    discussion: """
      Examples:
        muster erlang --calls 100 --per 30m --aht 3m --target 80/20
        muster erlang --calls 100 --per 30m --aht 3m --target 80/20 --patience 2m --shrinkage 30% --explain
        muster erlang --calls 100 --per 30m --aht 3m --target 80/20 --agents 13
        muster erlang --calls 100 --per 30m --aht 3m --observed-asa 25s
        muster erlang --calls 100 --per 30m --aht 3m --observed-asa 25s --observed-abandonment 4%
        muster erlang --csv monday.csv --per 30m --target 80/20
        muster erlang --csv monday.csv --per 30m --target 80/20 --out monday-agents.csv

      Erlang A where a patience is given, Erlang C otherwise. --observed-... asks backwards: how many agents explain what was seen. \
      The file of --csv has a line per interval. Its columns are \
      found by their usual names: interval or time, calls, offered or volume, aht, and perhaps patience, agents, target, max occupancy and \
      shrinkage; --column count=NCO names others. Lines without calls need nobody. Columns that are none of these are kept in the answer.
      """)

  // MARK: Demand

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Contacts in --per, or a rate such as 200/h.", valueName: "n"),
    transform: { try CallsText($0) })
  var calls: CallsText?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Length of the interval; 30m by default.", valueName: "time"),
    transform: { try Self.time($0) })
  var per: TimeSpan?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Mean handle time: talk and wrap-up.", valueName: "time"), transform: { try Self.time($0) })
  var aht: TimeSpan?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Mean patience, exponential.", valueName: "time"), transform: { try Self.patience($0) })
  var patience: TimeSpan?

  // MARK: Goals

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Share answered within a time: 80/20, 90%/1m.", valueName: "share/time"),
    transform: { try Self.serviceLevel($0) })
  var target: ServiceLevelText?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Mean wait of the answered, at most.", valueName: "time"),
    transform: { try Self.notNegative($0) })
  var asa: TimeSpan?

  @Option(parsing: .unconditional, help: ArgumentHelp("Share that leaves, at most.", valueName: "share"), transform: { try Self.share($0) })
  var abandonment: Double?

  @Option(
    name: .customLong("p-wait"), parsing: .unconditional, help: ArgumentHelp("Share that has to wait, at most.", valueName: "share"),
    transform: { try Self.share($0) })
  var pWait: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Share refused, at most (--model b).", valueName: "share"),
    transform: { try Self.share($0) })
  var blocking: Double?

  @Option(parsing: .unconditional, help: ArgumentHelp("Occupancy, at most.", valueName: "share"), transform: { try Self.share($0) })
  var maxOccupancy: Double?

  @Option(
    help: ArgumentHelp(
      "What a service level does with those who leave: \(AbandonTreatment.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "word"))
  var abandons = AbandonTreatment.missed.rawValue

  // MARK: People

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Share of paid time not available.", valueName: "share"), transform: { try Self.share($0) })
  var shrinkage: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Look at this staffing: what it gives and what it carries at most.", valueName: "n"),
    transform: { try Self.agentCount($0) })
  var agents: Double?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Abandonment seen: which patience explains it with --agents, or how many agents without?", valueName: "share"),
    transform: { try Self.share($0) })
  var observedAbandonment: Double?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Speed of answer (ASA) seen: how many agents explain it?", valueName: "time"),
    transform: { try Self.time($0) })
  var observedAsa: TimeSpan?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Share answered in time seen, as 72/20: how many agents explain it?", valueName: "share/time"),
    transform: { try Self.serviceLevel($0) })
  var observedServiceLevel: ServiceLevelText?

  // MARK: How

  @Option(
    help: ArgumentHelp("Formula: \(StaffingQuestion.ModelChoice.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "model"))
  var model = StaffingQuestion.ModelChoice.auto.rawValue

  @Option(help: ArgumentHelp("A day of intervals, one answer per line.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "What a column of --csv is, or how the file is written: count=Offered, handle=\"AHT sec\", where=queue:sales, decimal=comma.",
      valueName: "what=name"))
  var column: [String] = []

  @Flag(help: "Say in plain words what the answer means.")
  var explain = false

  @Flag(help: "Print JSON on standard output.")
  var json = false

  @Option(help: ArgumentHelp("Form of the answer: \(Self.formats.joined(separator: ", ")).", valueName: "form"))
  var format = Self.formats[0]

  @Option(help: ArgumentHelp("Write the answer to this file too, as CSV.", valueName: "file"), completion: .file(extensions: ["csv"]))
  var out: String?

  func run() throws { try RequestFailure.reporting(perform) }

  private func perform() throws(RequestFailure) {
    let context = try answers()
    if let out, let csv, OutputFolder.isSameFile(out, csv) {
      throw RequestFailure(
        lines: ["muster erlang: --out \(out) would replace the file that --csv reads; name another."], kind: .usage)
    }
    if let out { try OutputFolder.replace(out, with: ErlangCSV.text(context)) }
    if json {
      try Terminal.show(ErlangJSON.text(context))
    } else if format == Self.csvFormat {
      try Terminal.show(ErlangCSV.text(context))
    } else if let renderer = RendererCatalog.named(format) {
      let options = RenderOptions(usesColour: Terminal.usesColour, width: Terminal.screenColumns)
      try Terminal.show(renderer.make(options).render(ReportDocument(context)))
    }
  }

  static let csvFormat = "csv"
  /// The forms of every report but the page, which has no place for so little, and the table for a spreadsheet.
  static let formats = RendererCatalog.all.filter { !$0.wantsPage }.map(\.name) + [csvFormat]

  /// The answers as they are shown.
  func answers() throws(RequestFailure) -> ErlangContext { try request.answer() }

  private var request: ErlangRequest {
    var request = ErlangRequest()
    request.calls = calls?.calls
    request.per = per
    request.handleTime = aht
    request.patience = patience
    request.target = target
    request.meanWait = asa
    request.abandonment = abandonment
    request.probabilityOfWait = pWait
    request.blocking = blocking
    request.maxOccupancy = maxOccupancy
    request.abandons = AbandonTreatment(rawValue: abandons) ?? .missed
    request.shrinkage = shrinkage
    request.agents = agents
    request.observedAbandonment = observedAbandonment
    request.observedMeanWait = observedAsa
    request.observedServiceLevel = observedServiceLevel
    request.choice = StaffingQuestion.ModelChoice(rawValue: model) ?? .auto
    request.table = csv
    request.columns = column
    request.explains = explain
    return request
  }
}
