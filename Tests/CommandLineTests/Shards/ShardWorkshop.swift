import Foundation
import Workbench

@testable import muster

/// A folder with a small scenario, in which requests are played whole and in shares.
struct ShardWorkshop {
  let folder: String

  static let scenario = """
    muster: 1
    name: Small
    horizon: {length: 3h, interval: 30m}
    experiment: {seed: 7, replications: 40}
    contacts:
      call: {arrivals: {csv: calls.csv}, talk: {exponential: 4m}, patience: {exponential: 5m}}
      chat: {arrivals: 20/h, talk: {exponential: 3m}}
    agents: {desk: {count: 5, skills: [call, chat]}}
    targets: [{name: T, for: call, answer: 20s, goal: 80%}]
    gates: [{metric: abandonment, at-most: 30%}, {metric: offered, at-least: 219.9}]
    options: {as-is: {}, more: {agents: {desk: {count: 6}}}, fewer: {agents: {desk: {count: 4}}}}
    """

  init(scenario: String = ShardWorkshop.scenario) throws {
    folder = NSTemporaryDirectory() + "/muster-shards-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try scenario.write(toFile: path("s.yaml"), atomically: false, encoding: .utf8)
    try "start,count\n00:00,50\n01:00,70\n02:00,40\n".write(toFile: path("calls.csv"), atomically: false, encoding: .utf8)
    try "contact-for-agent: [shortest-job]\n".write(toFile: path("p.yaml"), atomically: false, encoding: .utf8)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }

  // MARK: Requests

  var run: SharedRequest { .run(RunRequest(ScenarioSource(path("s.yaml")), contacts: [3], journal: 39)) }

  var compare: SharedRequest { .compare(CompareRequest([path("s.yaml")])) }

  /// The best is looked for in rounds, and options drop out.
  var selection: SharedRequest {
    var request = CompareRequest([path("s.yaml")])
    request.best = "service-level"
    request.indifference = "0.1%"
    request.replications = 60
    return .compare(request)
  }

  /// Decided in rounds.
  var gate: SharedRequest {
    var request = GateRequest()
    request.file = path("s.yaml")
    request.candidate = path("p.yaml")
    request.budget = 200
    return .gate(request)
  }

  // MARK: Playing

  /// The files that one process writes.
  func whole(_ request: SharedRequest, threads: Int = 1) throws -> [String: Data] {
    let answer: Answer =
      switch request {
      case .run(var request):
        try {
          request.out = path("whole")
          return try request.answer(Execution(threads: threads))
        }()
      case .compare(var request):
        try {
          request.out = path("whole")
          return try request.answer(Execution(threads: threads))
        }()
      case .gate(var request):
        try {
          request.out = path("whole")
          return try request.answer(Execution(threads: threads)).answer
        }()
      }
    try answer.write()
    return files("whole")
  }

  @discardableResult
  func shard(_ request: SharedRequest, _ index: Int, of count: Int, threads: Int = 1, isForced: Bool = false) throws
    -> ShardRequest.Outcome
  {
    var shard = ShardRequest(request, ShardShare(index: index, count: count), folder: path("shards"))
    shard.isForced = isForced
    return try shard.play(Execution(threads: threads))
  }

  func merge(allowsMissing: Bool = false) throws -> MergeRequest.Outcome {
    var request = MergeRequest(path("shards"))
    request.out = path("whole")
    request.allowsMissing = allowsMissing
    return try request.outcome(Execution(threads: 1))
  }

  /// The files that merging writes; nil where something is missing.
  func merged() throws -> [String: Data]? {
    guard case .answered(let outcome) = try merge() else { return nil }
    try FileManager.default.removeItem(atPath: path("whole"))
    try outcome.answer.write()
    return files("whole")
  }

  /// Every file of a folder with its bytes.
  func files(_ name: String) -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []
    return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(path(name))/\($0)") ?? Data()) })
  }

  func failure(_ body: () throws -> Void) -> RequestFailure? {
    do {
      try body()
      return nil
    } catch {
      return error as? RequestFailure
    }
  }
}
