import ArgumentParser
import Foundation
import Workbench

/// Whether only a share of the replications is played; shared by every command whose plays can be shared out.
struct ShardArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Play only this share of the replications and write it to the folder of --out, for muster merge: 3/16, or auto/16 where the engine of an array of jobs says which.",
      valueName: "i/n"))
  var shard: String?

  @Flag(help: "With --shard: play it even where its file is there.")
  var force = false

  @Flag(
    help:
      "With --shard: share out components of the scenario that nothing ties together, in every replication, and not replications: for few large plays."
  )
  var byComponent = false

  func validate() throws {
    if byComponent && shard == nil { throw ValidationError("--by-component belongs to --shard; give --shard too.") }
    if force && shard == nil { throw ValidationError("--force belongs to --shard; give --shard too.") }
  }

  /// Plays the share and says so; false where none was asked for.
  func play(_ request: SharedRequest, _ play: PlayArguments) throws(RequestFailure) -> Bool {
    guard let shard else { return false }
    let share = try ShardShare(shard, environment: ProcessInfo.processInfo.environment)
    guard let folder = play.out else {
      throw RequestFailure(lines: ["--shard \(shard): name the folder of the shards with --out."], kind: .usage)
    }
    if play.json {
      throw RequestFailure(lines: ["--shard \(shard): a share has no results for --json; muster merge has them."], kind: .usage)
    }
    var shared = ShardRequest(request, share, folder: folder)
    shared.isForced = force
    shared.cut = byComponent ? .components : .replications
    let asked = shared
    let outcome = try play.watching { (execution) throws(RequestFailure) in try asked.play(execution) }
    if !play.quiet { try Terminal.show(outcome.sentence + "\n") }
    return true
  }
}
