import ArgumentParser
import Experiments
import ScenarioFormat
import Workbench

/// Whether single changes are tried for the page; shared by the commands whose page says what would help.
struct ActionArguments: ParsableArguments {
  @Flag(inversion: .prefixedNo, help: "Try single changes on the same customers for the page, as far as that takes no longer than the run.")
  var actions = true

  /// nil: not wanted.
  func trial(
    _ loaded: LoadedScenario, _ source: ScenarioArguments, _ play: PlayArguments, _ interruption: InterruptionFlag
  ) -> ActionTrial? {
    guard actions, !interruption.isRaised else { return nil }
    return ActionTrial(
      loaded: loaded, file: source.file, settings: source.settings, reach: source.reach.reach, threads: play.cores,
      interruption: interruption)
  }
}
