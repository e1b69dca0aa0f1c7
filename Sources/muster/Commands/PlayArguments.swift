import ArgumentParser
import Foundation
import ReportKit
import Workbench

/// How things are played and where the answer goes; shared by every command that plays.
struct PlayArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Start of all random numbers, the scenario's by default; the same seed gives the same bytes.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("Threads; all cores by default. The results do not depend on it.", valueName: "n"))
  var threads: Int?

  @Option(
    help: ArgumentHelp("Folder for the files instead of the one named above.", valueName: "folder"),
    completion: .directory)
  var out: String?

  @Flag(help: "Print the JSON file on standard output instead of the summary.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print nothing but problems.")
  var quiet = false

  @Option(
    help: ArgumentHelp("Form of the summary: \(RendererCatalog.all.map(\.name).joined(separator: ", ")).", valueName: "form"),
    completion: .list(RendererCatalog.all.map(\.name)))
  var format = "text"

  func validate() throws {
    if let threads, !(1...Self.mostThreads).contains(threads) {
      throw ValidationError("--threads must be from 1 to \(Self.mostThreads), not \(threads).")
    }
    if let out, out.isEmpty { throw ValidationError("--out names no folder; expected one such as output/before.") }
    if json && quiet { throw ValidationError("--json prints and --quiet does not; give one of them.") }
    if RendererCatalog.named(format) == nil {
      let known = RendererCatalog.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--format \(format) is not known; known are: \(known).")
    }
  }

  /// More than any machine has cores; each costs a stack and the state of a play.
  static let mostThreads = 1024

  /// The form has room for everything that a page shows.
  var showsPage: Bool { RendererCatalog.named(format)?.wantsPage == true }

  /// How a request is carried out, with a bar that shows how far it is.
  func watching<Result>(_ body: (Execution) throws(RequestFailure) -> Result) throws(RequestFailure) -> Result {
    try ProgressBar(isWanted: !quiet).watching { (progress) throws(RequestFailure) in
      try body(Execution(threads: threads, interruption: { StopSignals.watch() }, progress: progress))
    }
  }

  /// Writes the files of an answer.
  func write(_ answer: Answer) throws(RequestFailure) {
    if answer.missesCharts(in: json || quiet ? nil : RendererCatalog.named(format)) { Terminal.complain(ChartLibrary.complaint) }
    try answer.write()
  }

  /// Shows an answer in the form that was asked for.
  func show(_ answer: Answer) throws(RequestFailure) {
    if json {
      try Terminal.show(answer.json)
    } else if !quiet, let form = RendererCatalog.named(format) {
      try Terminal.show(answer.text(in: form, on: Terminal.renderOptions))
    }
    if let remark = answer.remark { Terminal.complain(remark) }
  }
}
