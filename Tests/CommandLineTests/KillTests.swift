import Foundation
import Testing

@testable import muster

/// The program itself, killed at random moments while it plays and writes: whatever lies in the folder is one whole set, and the next run leaves
/// nothing else. A dozen kills; 600 where `MUSTER_DEEP` is set.
@Suite(.serialized) struct KillTests {
  private static let kills = ProcessInfo.processInfo.environment["MUSTER_DEEP"] == nil ? 12 : 600
  private static let seed: UInt64 = 20_260_914

  /// Beside the tests, where both were built together.
  static let program: String? = {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let path = tests.deletingLastPathComponent().appending(path: "muster").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  static let scenario = """
    muster: 1
    horizon: {length: 4h, interval: 30m}
    experiment: {replications: 20}
    contacts: {call: {arrivals: 60/h, talk: {exponential: 4m}}}
    agents: {desk: {count: 6, skills: [call]}}
    """

  private func start(_ folder: String, seed: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.program))
    process.arguments = [
      "run", folder + "/s.yaml", "--seed", "\(seed)", "--threads", "1", "--quiet", "--no-charts", "--out", folder + "/out",
    ]
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// Every file of the folder with its text.
  private func set(_ folder: String) -> [String: Data] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/out")) ?? []
    return Dictionary(uniqueKeysWithValues: names.map { ($0, FileManager.default.contents(atPath: "\(folder)/out/\($0)") ?? Data()) })
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `a run killed at any moment leaves one whole set, and the next run nothing else`() throws {
    let folder = NSTemporaryDirectory() + "/muster-kill-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.scenario.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    var whole: [[String: Data]] = []
    var longest = 0.0
    for seed in [1, 2] {
      let begun = Date()
      let process = try start(folder, seed: seed)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      longest = max(longest, Date().timeIntervalSince(begun))
      whole.append(set(folder))
    }
    #expect(whole[0].count >= 4 && whole[0] != whole[1])
    var moment = Self.seed
    for kill in 0..<Self.kills {
      let process = try start(folder, seed: 1 + kill % 2)
      moment = moment &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(Double(moment >> 40) / Double(1 << 24) * longest * 1.1e6))
      _ = Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(whole.contains(set(folder)), "kill \(kill) left a mixed set")
    }
    let process = try start(folder, seed: 1)
    process.waitUntilExit()
    #expect(set(folder) == whole[0])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["out", "s.yaml"])
  }
}
