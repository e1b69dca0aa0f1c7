import Experiments
import Foundation
import SimulationCore
import SupportModel

/// How much longer the simulation takes than a bare event loop that plays the same centre with the same draws in the same process: a number
/// that a faster or a busier machine hardly moves, so that it can be committed and compared.
///
/// Kinds of processors differ in it all the same (what a loop over cells gains from wide registers, a chain of draws does not): each has a figure of
/// its own.
///
/// Both are played in turn and timed by the processor time of the process, which a neighbour does not add to. The ratio is that of the least
/// times: whatever disturbs a run makes it longer, never shorter.
enum SpeedGate {
  /// A ratio so much above the committed one is a slower simulation.
  static let tolerance = 1.10
  /// A noisy machine has so many chances.
  static let attempts = 3
  private static let pairs = 25

  struct Trial: Sendable {
    var name: String
    var ratio: @Sendable () throws -> Double
  }

  static let trials = [Trial(name: "erlang-a", ratio: { try erlangA() }), Trial(name: "multi-skill", ratio: { try multiSkill() })]

  /// What the figures are kept by.
  private static var processor: String {
    let flags = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
    return flags.contains(" avx512f") ? "with AVX-512" : "without AVX-512"
  }

  /// Compares with the figures of a file for this kind of processor, or writes them there. Prints a line for each; false where a ratio grew too much.
  static func run(file: String, isRecording: Bool) throws -> Bool {
    let url = URL(fileURLWithPath: file)
    var figures =
      isRecording && !FileManager.default.fileExists(atPath: file)
      ? [:] : try JSONDecoder().decode([String: [String: Double]].self, from: Data(contentsOf: url))
    let committed = isRecording ? [:] : figures[processor] ?? [:]
    var found: [String: Double] = [:]
    var isGood = true
    for trial in trials {
      let limit = committed[trial.name].map { $0 * tolerance }
      var best = Double.infinity
      if isRecording {
        // What is usual, so that the gate has room on both sides.
        best = try (0..<5).map { _ in try trial.ratio() }.sorted()[2]
      } else {
        for _ in 0..<attempts where best > limit ?? 0 { best = min(best, try trial.ratio()) }
      }
      found[trial.name] = (best * 1_000).rounded() / 1_000
      let verdict = isRecording ? "recorded" : limit.map { best <= $0 ? "good" : "too slow" } ?? "has no figure to compare with"
      if !isRecording, best > limit ?? 0 { isGood = false }
      let before = committed[trial.name].map { ", committed \($0)" } ?? ""
      print("\(trial.name): \(found[trial.name]!) times the bare loop\(before): \(verdict)")
    }
    if isRecording {
      figures[processor] = found
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      try (encoder.encode(figures) + Data("\n".utf8)).write(to: url)
    }
    return isGood
  }

  /// One contact type, one group: a replication of a few hours, record and metrics included.
  private static func erlangA() throws -> Double {
    let contacts = 100_000.0
    let scenario = Workloads.erlangA(contacts: contacts)
    let compiled = CompiledScenario(scenario)
    var simulation = Simulation(compiled)
    var bare = BareLoop(
      kinds: [
        .init(name: "call", stretches: [(scenario.horizon.length.microseconds, contacts)], talk: 300, patience: 120, groups: [0])
      ], teams: [.init(staffing: [(0, 510)], factor: 1, kinds: [0])])
    return try ratio(
      whole: {
        var fold = ExperimentFold(compiled)
        let record = try simulation.play(replication: $0, seed: 1)
        fold.add(record)
        _ = try fold.estimates(confidence: 0.95)
        return record.contactsPlayed
      },
      bare: { replication in
        let before = bare.played
        bare.play(replication: replication, seed: 1)
        return bare.played - before
      })
  }

  /// Two types, three groups, a day: forty replications with all their metrics.
  private static func multiSkill() throws -> Double {
    let scenario = Workloads.multiSkill()
    let compiled = CompiledScenario(scenario)
    let ends = scenario.horizon.intervals.map(\.end.microseconds)
    let (patience, talk) = ([180.0, 300.0], [300.0, 420.0])
    var bare = BareLoop(
      kinds: scenario.contactTypes.enumerated().map { index, type in
        let counts = Workloads.arrivals[index]
        return .init(
          name: type.name, stretches: zip(ends, counts).map { ($0, $1) }, talk: talk[index], patience: patience[index], groups: [index, 2])
      },
      teams: Workloads.staff.enumerated().map { team, counts in
        let starts = scenario.horizon.intervals.map(\.start.microseconds)
        return .init(
          staffing: zip(starts, counts).map { ($0, Int32($1)) }, factor: team == 2 ? 1.1 : 1, kinds: team == 2 ? [0, 1] : [team])
      })
    let days = 40
    return try ratio(
      whole: { first in
        let plan = ExperimentPlan(seed: UInt64(first + 1), replications: days)
        return try ExperimentRunner(compiled, plan: plan, threads: 1).run().contactsPlayed
      },
      bare: { first in
        let before = bare.played
        for day in 0..<days { bare.play(replication: day, seed: UInt64(first + 1)) }
        return bare.played - before
      })
  }

  /// Least time per contact of one ÷ that of the other, played in turn. Both must have played the same customers.
  private static func ratio(whole: (Int) throws -> Int64, bare: (Int) throws -> Int64) throws -> Double {
    var least = (whole: Double.infinity, bare: Double.infinity)
    _ = (try whole(0), try bare(0))
    for pair in 0..<pairs {
      var counts: (whole: Int64, bare: Int64) = (0, 0)
      least.whole = min(least.whole, try processorSeconds { counts.whole = try whole(pair) })
      least.bare = min(least.bare, try processorSeconds { counts.bare = try bare(pair) })
      guard counts.whole == counts.bare else { throw Mismatch(whole: counts.whole, bare: counts.bare) }
    }
    return least.whole / least.bare
  }

  struct Mismatch: Error, CustomStringConvertible {
    var whole: Int64
    var bare: Int64
    var description: String { "the simulation played \(whole) contacts, the bare loop \(bare): they are not the same centre" }
  }
}

/// Processor seconds, of all threads of this process, that a piece of work takes.
func processorSeconds(_ work: () throws -> Void) rethrows -> Double {
  func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
  let start = now()
  try work()
  return now() - start
}
