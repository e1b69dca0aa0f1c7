import ArgumentParser
import Foundation
import ReportKit

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
    if json && quiet { throw ValidationError("--json prints and --quiet does not; give one of them.") }
    if RendererCatalog.named(format) == nil {
      let known = RendererCatalog.all.map(\.name).joined(separator: ", ")
      throw ValidationError("--format \(format) is not known; known are: \(known).")
    }
  }

  /// More than any machine has cores; each costs a stack and the state of a play.
  static let mostThreads = 1024

  /// Threads to play on.
  var cores: Int { threads ?? ProcessInfo.processInfo.activeProcessorCount }
}
