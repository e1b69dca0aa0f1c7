import ArgumentParser
import Experiments
import Workbench

/// Doing it again whenever a file of the scenario is saved: edit, save, see. Shared by the commands that answer quickly.
struct WatchArguments: ParsableArguments {
  @Flag(name: .customLong("watch"), help: "Do it again whenever one of the scenario's files is saved, until Ctrl-C.")
  var isOn = false

  /// Once; with `--watch` again and again, whatever came out.
  func repeating(_ source: ScenarioArguments, _ body: () throws -> Void) throws {
    guard isOn else { return try body() }
    let flag = StopSignals.watch()
    while !flag.isRaised {
      // Seen before it is read: what is saved meanwhile is seen too.
      var files = FileWatch([source.file])
      do {
        try body()
      } catch is ExitCode {
        // What is wrong has been said; the next save may mend it.
      }
      if let check = try? Check(source.source) { files = FileWatch(check.files) }
      if flag.isRaised { return }
      Terminal.complain(
        "muster: watching \(files.paths.count == 1 ? source.file : "\(files.paths.count) files"); save to see again, Ctrl-C to end.")
      while !flag.isRaised, !files.haveChanged { FileWatch.pause() }
    }
  }
}
