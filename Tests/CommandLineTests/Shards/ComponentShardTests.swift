import Foundation
import Testing
import Workbench

@testable import muster

/// Components of a scenario played apart, in every replication, and merged to what one process would have written.
@Suite struct ComponentShardTests {
  private static let scenario = """
    muster: 1
    name: Four desks
    horizon: {length: 4h, interval: 30m, at-end: cut}
    experiment: {seed: 7, replications: 5}
    channels: {phone: {live: true}, mail: {live: false}}
    contacts:
      north: {channel: phone, arrivals: {volume: 40/h, busyness: {cv: 10%, shared-as: day}}, talk: {exponential: 4m}, patience: {exponential: 5m}}
      letters: {channel: mail, skill: north, arrivals: 10/h, talk: {exponential: 6m}}
      south: {channel: phone, arrivals: {volume: 30/h, busyness: {cv: 10%, shared-as: day}}, talk: {exponential: 5m}, patience: {exponential: 5m}}
      east: {channel: phone, arrivals: 20/h, talk: {exponential: 3m}}
      west: {channel: phone, arrivals: 20/h, talk: {exponential: 3m}}
    agents:
      experts: {count: 3, skills: [west, east]}
      north-desk: {count: 5, skills: [north]}
      south-desk: {count: 3, skills: [south]}
    demand-events: [{name: launch, at: 01:00, extra: {north: 30, south: 20}, shape: {spike: {rise: 5m, half-life: 30m}}}]
    targets: [{name: T, for: [north, south, west], answer: 20s, goal: 80%}]
    options: {as-is: {}, more: {agents: {north-desk: {count: 6}}}}
    """

  private func workshop(_ scenario: String = ComponentShardTests.scenario) throws -> ShardWorkshop { try ShardWorkshop(scenario: scenario) }

  private func shard(_ workshop: ShardWorkshop, _ request: SharedRequest, _ index: Int, of count: Int) throws -> ShardRequest.Outcome {
    var shard = ShardRequest(request, ShardShare(index: index, count: count), folder: workshop.path("shards"))
    shard.cut = .components
    return try shard.play(Execution(threads: 1 + index % 3))
  }

  @Test(arguments: ["run", "compare"], [1, 2, 3, 4, 7])
  func `every file is byte for byte that of one process, for any number of shares of the components`(kind: String, count: Int) throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    let request =
      kind == "run"
      ? SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml")), contacts: [3], journal: 4)) : workshop.compare
    let whole = try workshop.whole(request)
    for index in (1...count).reversed() { #expect(try shard(workshop, request, index, of: count).replications.count >= 5) }
    #expect(try workshop.merged() == whole && whole.count >= 3)
  }

  /// Decided in rounds, of which each is played by every share of the components.
  @Test func `a gate that is played by component comes to the verdict of one process, byte for byte`() throws {
    let limits = ["abandonment, at-most: 60%", "abandonment, not-worse-by: 0.2", "asa, for: south, at-most: 20m"]
    let workshop = try workshop(Self.scenario + "\ngates: [" + limits.map { "{metric: \($0)}" }.joined(separator: ", ") + "]\n")
    defer { workshop.remove() }
    let whole = try workshop.whole(workshop.gate)
    #expect(whole.count >= 3)
    for _ in 0..<10 {
      for index in [2, 1, 3] { _ = try shard(workshop, workshop.gate, index, of: 3) }
      guard let merged = try workshop.merged() else { continue }
      #expect(merged == whole)
      return
    }
    Issue.record("the gate was not decided in ten rounds")
  }

  @Test func `components that are missing are named, and cannot be left out`() throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    let request = SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml"))))
    for index in [1, 4] { _ = try shard(workshop, request, index, of: 4) }
    guard case .missing(let missing) = try workshop.merge() else {
      Issue.record("nothing was missing")
      return
    }
    #expect(missing.array == "--array=2-3" && missing.replications == 5)
    #expect(
      workshop.failure { _ = try workshop.merge(allowsMissing: true) }?.lines == [
        "\(workshop.path("shards")): shards 2-3 are missing, which are components of every replication; there is nothing to report without them."
      ])
  }

  @Test func `shares of replications and of components do not mix`() throws {
    let workshop = try workshop()
    defer { workshop.remove() }
    let request = SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml"))))
    _ = try shard(workshop, request, 1, of: 2)
    #expect(
      workshop.failure { try workshop.shard(request, 1, of: 2) }?.lines.first
        == "\(workshop.path("shards/shard-1-of-2.shard")): is by component; --force replaces it, or name another folder.")
    try workshop.shard(request, 2, of: 2)
    #expect(workshop.failure { _ = try workshop.merge() }?.lines.first?.contains("remove those of one cut") == true)
  }

  @Test func `what ties components together is said, and nothing is played`() throws {
    for (old, new, said) in [
      (
        ", at-end: cut", "",
        "--by-component: horizon.at-end is drain, and play goes on until the last contact of all components is finished"
      ),
      ("targets:", "routing: {contact-for-agent: [random]}\ntargets:", "--by-component: routing decides by random between equals"),
    ] {
      let workshop = try workshop(Self.scenario.replacing(old, with: new))
      defer { workshop.remove() }
      let request = SharedRequest.run(RunRequest(ScenarioSource(workshop.path("s.yaml"))))
      let failure = workshop.failure { _ = try shard(workshop, request, 1, of: 2) }
      #expect(failure?.kind == .badData && failure?.lines.first?.hasPrefix(said) == true, "\(failure?.lines ?? [])")
      #expect(workshop.files("shards").isEmpty)
    }
  }
}
