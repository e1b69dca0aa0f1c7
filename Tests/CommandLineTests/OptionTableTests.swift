import ArgumentParser
import Foundation
import Testing

@testable import muster

/// Every option of every command with values that nobody should type: each ends with an answer or a sentence and status 64, 65 or 74, never with a
/// trap, in silence or not at all. All of them where `MUSTER_DEEP` is set, every fortieth otherwise.
@Suite struct OptionTableTests {
  private static let values = [
    "", " ", "0", "-1", "1", "1e308", "-1e308", "1e400", "1e-320", "nan", "inf", "-inf", "99999999999999999999999", "9223372036854775807",
    "9223372036854775808", "18446744073709551615", "4294967296", "2147483648", "0%", "50%", "100%", "200%", "-5%", "٣", "１２", " 5", "5 ",
    "0x10", "1_000", "1,5", String(repeating: "a", count: 5_000), "\u{1B}[31m", "::error::x", "##[group]x", "=1+1", "'", "5s", "0s", "-5s",
    "1e9d", "9999999999999999d", "0/h", "1e308/h", "a=b", "a=", "=b", "T=1", "asa", "asa<=", "asa <= 1e308", "wait-p90<=nan",
    "0-4294967295", "0-9223372036854775807", "5-3", ".", "true", "{a: b}", "[", "*a",
    "contacts.a.arrivals=1e308/h", "extends=/etc/passwd", "80%/20s", "80/20", "0/0", "100/0", "1e308/1e308", "80/1e308",
  ]

  /// Places that nobody may be asked to write to in a test.
  private static let places = ["../../x", "/dev/null", "/dev/zero", "/proc/self/mem"]

  private static let commands: [(words: [String], options: [String])] = [
    (
      ["run", "s.yaml", "--quiet", "--no-charts"],
      [
        "--set", "--seed", "--threads", "--out", "--format", "--replications", "--contacts", "--journal", "--memory", "--allow-files",
        "--scale",
      ]
    ),
    (["run", "s.yaml", "--quiet", "--out", "shards"], ["--shard"]),
    (["merge", "shards", "--quiet"], ["--out", "--threads", "--format"]),
    (
      ["compare", "s.yaml", "--quiet", "--no-charts", "--replications", "3"],
      ["--set", "--vary", "--metrics", "--best", "--subject-to", "--confidence", "--indifference", "--replications", "--threads"]
    ),
    (
      ["gate", "s.yaml", "--candidate", "p.yaml", "--quiet", "--no-charts", "--budget", "10"],
      ["--budget", "--error-rate", "--baseline", "--baseline-ref", "--set", "--all", "--candidate"]
    ),
    (
      ["staff", "s.yaml", "--quiet", "--no-charts", "--replications", "50"],
      ["--by", "--confidence", "--confidence-of-day", "--groups", "--every", "--replications", "--set"]
    ),
    (
      ["explain", "s.yaml", "--quiet", "--no-charts", "--replications", "3"],
      ["--target", "--interval", "--orders", "--replications", "--set"]
    ),
    (["sensitivity", "s.yaml", "--quiet", "--replications", "5"], ["--metric", "--step", "--replications", "--set"]),
    (
      ["erlang", "--calls", "100/h", "--aht", "3m", "--target", "80/20"],
      [
        "--calls", "--per", "--aht", "--patience", "--target", "--asa", "--abandonment", "--p-wait", "--blocking", "--max-occupancy",
        "--abandons", "--shrinkage", "--agents", "--observed-abandonment", "--observed-asa", "--observed-service-level", "--model", "--csv",
        "--column", "--format", "--out",
      ]
    ),
    (["check", "s.yaml"], ["--set", "--scale", "--memory", "--allow-files"]),
    (["catalog"], [""]), (["schema"], [""]), (["check"], [""]), (["run"], [""]), (["merge"], [""]), (["nonsense"], [""]),
  ]

  private static var table: [[String]] {
    commands.flatMap { command in
      command.options.flatMap { option in
        (values + (option == "--out" ? [] : places)).map {
          command.words + (option.isEmpty ? [$0] : [option, $0])
        }
      }
    }
  }

  @Test func `reading the arguments ends with a command or a sentence`() {
    for words in Self.table {
      do { _ = try Muster.parseAsRoot(words) } catch {
        #expect(!Muster.fullMessage(for: error).isEmpty && Muster.exitCode(for: error) == ExitCode(64), "\(words)")
      }
    }
  }

  private static let scenario = """
    muster: 1
    horizon: {length: 1h}
    experiment: {replications: 3}
    contacts: {a: {arrivals: 20/h, talk: 3m}}
    agents: {g: {count: 3, skills: [a], cost: 20}}
    targets: [{name: T, for: a, answer: 20s, goal: 80%}]
    gates: [{name: G, metric: service-level, target: T, at-least: 50%}]
    options: {one: {}, two: {agents: {g: {count: 4}}}}
    """

  /// Status and standard error, with at most 20 s of processor time; a signal counts as 128 and its number.
  private func run(_ words: [String], in folder: String) throws -> (status: Int32, complaint: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "ulimit -t 20; exec \"$0\" \"$@\"", try #require(KillTests.program)] + words
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    let errors = folder + "/errors.txt"
    _ = FileManager.default.createFile(atPath: errors, contents: nil)
    let handle = try #require(FileHandle(forWritingAtPath: errors))
    process.standardError = handle
    process.standardOutput = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try handle.close()
    let complaint = String(decoding: FileManager.default.contents(atPath: errors) ?? Data(), as: UTF8.self)
    return (process.terminationReason == .uncaughtSignal ? 128 + process.terminationStatus : process.terminationStatus, complaint)
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `every option with every absurd value ends with an answer or a sentence`() throws {
    let folder = NSTemporaryDirectory() + "/muster-options-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.scenario.write(toFile: folder + "/s.yaml", atomically: false, encoding: .utf8)
    try "agent-for-contact: [random]\n".write(toFile: folder + "/p.yaml", atomically: false, encoding: .utf8)
    let step = ProcessInfo.processInfo.environment["MUSTER_DEEP"] == nil ? 40 : 1
    for (number, words) in Self.table.enumerated() where number % step == 0 {
      let (status, complaint) = try run(words, in: folder)
      let shown = "\(words.map { $0.prefix(40) }) ends with \(status): \(complaint.prefix(300))"
      #expect([0, 1, 2, 64, 65, 74].contains(status), "\(shown)")
      #expect(status < 3 || !complaint.isEmpty, "\(shown)")
      #expect(!complaint.contains("\u{1B}") && !complaint.split(separator: "\n").contains { $0.hasPrefix("::") }, "\(shown)")
    }
  }
}
