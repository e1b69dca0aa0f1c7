import Experiments
import Foundation
import ScenarioFormat
import ServiceMetrics
import SimulationCore
import SupportModel

/// The workloads of design §11. Every loop is timed three times after a warm-up and the median is reported.
enum Benchmarks {
  static let names = ["hold", "erlang-a", "multi-skill", "launch-day", "scale", "clocks", "help-desk"]

  static func run(_ name: String, quick: Bool) throws -> [Measurement] {
    switch name {
    case "hold": hold(quick: quick)
    case "erlang-a": [try erlangA(contacts: quick ? 50_000 : 1_000_000, agents: 510)]
    case "multi-skill": [try multiSkill(replications: quick ? 50 : 1_000)]
    case "launch-day": [try launchDay(replications: quick ? 20 : 1_000)]
    case "scale": try scale(quick: quick)
    case "clocks": [ClockBenchmark.run(quick: quick)]
    case "help-desk": [try helpDesk(quick: quick)]
    default: []
    }
  }

  private static func median(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    try work()
    return try (0..<runs).map { _ in try seconds(work) }.sorted()[runs / 2]
  }

  /// Event queue: pop the earliest, plan one an exponential time later.
  private static func hold(quick: Bool) -> [Measurement] {
    [1_000, 1_000_000].map { pending in
      var queue = EventQueue()
      let gap = Sampler.exponential(mean: 300)
      var draws = RandomStream(seed: 1, replication: 0, name: "hold").generator(entity: 0)
      for index in 0..<pending {
        queue.schedule(at: TimeSpan.microseconds(fromSeconds: gap.sample(using: &draws)), rank: 0, kind: 0, subject: Int32(index))
      }
      let operations = quick ? 100_000 : 3_000_000
      var samples: [Double] = []
      for _ in 0..<4 {
        samples.append(
          seconds {
            for _ in 0..<operations {
              guard let event = queue.pop() else { return }
              let delay = TimeSpan.microseconds(fromSeconds: gap.sample(using: &draws))
              queue.schedule(at: event.time + delay, rank: 0, kind: 0, subject: event.subject)
            }
          })
      }
      let median = samples.dropFirst().sorted()[1]
      return Measurement(
        workload: "hold", figures: [("pending", Double(pending)), ("ns_per_pop_and_push", median / Double(operations) * 1e9)])
    }
  }

  /// One long replication, record and all metrics included, on one thread.
  static func erlangA(contacts: Double, agents: Int, runs: Int = 3) throws -> Measurement {
    let compiled = CompiledScenario(Workloads.erlangA(contacts: contacts, agents: agents))
    var simulation = Simulation(compiled)
    var estimates: [Estimate] = []
    var played: Int64 = 0
    let taken = try median(of: runs) {
      var fold = ExperimentFold(compiled)
      let record = try simulation.play(replication: 0, seed: 1)
      played = record.contactsPlayed
      fold.add(record)
      estimates = try fold.estimates(confidence: 0.95)
    }
    func total(_ metric: Metric) -> Double { estimates.first { $0.metric == metric }?.estimate ?? .nan }
    return Measurement(
      workload: "erlang-a",
      figures: [
        ("agents", Double(agents)), ("contacts", Double(played)), ("seconds", taken), ("ns_per_contact", taken / Double(played) * 1e9),
        ("peak_memory_mib", peakMemory()), ("abandonment", total(.abandonment)), ("p_wait", total(.pWait)),
        ("mean_wait_s", total(.waitMean)), ("occupancy", total(.occupancy)),
      ])
  }

  /// A thousand days, all metrics with intervals, on one thread.
  private static func multiSkill(replications: Int) throws -> Measurement {
    let compiled = CompiledScenario(Workloads.multiSkill())
    let plan = ExperimentPlan(seed: 1, replications: replications)
    var result: ExperimentResult?
    let taken = try median(of: 3) { result = try ExperimentRunner(compiled, plan: plan, threads: 1).run() }
    let estimates = result?.estimates ?? EstimateList([])
    func total(_ metric: Metric) -> Double { estimates.first { $0.metric == metric }?.estimate ?? .nan }
    let contacts = Double(result?.contactsPlayed ?? 0)
    return Measurement(
      workload: "multi-skill",
      figures: [
        ("replications", Double(replications)), ("contacts", contacts), ("seconds", taken), ("ns_per_contact", taken / contacts * 1e9),
        ("abandonment", total(.abandonment)), ("p_wait", total(.pWait)), ("mean_wait_s", total(.waitMean)),
        ("occupancy", total(.occupancy)),
      ])
  }

  /// A help desk beside `multi-skill`, in turn: what an event costs in each, record and all metrics included, on one thread.
  private static func helpDesk(quick: Bool) throws -> Measurement {
    let desks = [(Workloads.helpDesk(), 1), (Workloads.multiSkill(), 60)].map { (CompiledScenario($0), $1) }
    var least = [Double.infinity, Double.infinity]
    var events: [Int64] = [0, 0]
    for round in 0..<(quick ? 2 : 6) {
      for index in desks.indices {
        var simulation = Simulation(desks[index].0)
        var played: Int64 = 0
        let taken = try seconds {
          var fold = ExperimentFold(desks[index].0)
          for replication in 0..<desks[index].1 {
            let record = try simulation.play(replication: replication, seed: UInt64(round + 1))
            played += record.eventsPlayed
            fold.add(record)
          }
        }
        events[index] = played
        least[index] = min(least[index], taken / Double(played) * 1e9)
      }
    }
    return Measurement(
      workload: "help-desk",
      figures: [
        ("events", Double(events[0])), ("ns_per_event", least[0]), ("multi_skill_ns_per_event", least[1]), ("ratio", least[0] / least[1]),
        ("peak_memory_mib", peakMemory()),
      ])
  }

  /// The shipped launch day on all cores.
  private static func launchDay(replications: Int) throws -> Measurement {
    let scenario = try ScenarioLoader().load("scenarios/launch-day.yaml", overrides: ["experiment.replications=\(replications)"]).scenario
    let compiled = CompiledScenario(scenario)
    let threads = ProcessInfo.processInfo.activeProcessorCount
    var contacts: Int64 = 0
    let taken = try median(of: 3) {
      contacts = try ExperimentRunner(compiled, plan: scenario.experiment, threads: threads).run().contactsPlayed
    }
    return Measurement(
      workload: "launch-day",
      figures: [
        ("threads", Double(threads)), ("replications", Double(replications)), ("contacts", Double(contacts)), ("seconds", taken),
        ("ns_per_contact", taken / Double(contacts) * 1e9),
      ])
  }

  /// Time per contact and memory as agents and contacts grow; each size in a process of its own, because peak memory never falls.
  private static func scale(quick: Bool) throws -> [Measurement] {
    let sizes: [(contacts: Int, agents: Int)] =
      quick
      ? [(10_000, 10), (10_000, 1_000)]
      : [(10_000, 510), (1_000_000, 510), (100_000_000, 510), (1_000_000, 10), (1_000_000, 10_000), (3_000_000, 100_000)]
    return try sizes.map { size in
      let child = Process()
      child.executableURL = URL(fileURLWithPath: CommandLine.arguments[0])
      child.arguments = ["erlang-a", "--contacts", String(size.contacts), "--agents", String(size.agents)]
      let pipe = Pipe()
      child.standardOutput = pipe
      try child.run()
      let line = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      child.waitUntilExit()
      let values = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
      return Measurement(
        workload: "scale",
        figures: ["agents", "contacts", "ns_per_contact", "peak_memory_mib"].map { ($0, (values[$0] as? NSNumber)?.doubleValue ?? .nan) })
    }
  }
}
