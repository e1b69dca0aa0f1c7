import Foundation
import Testing
import Workbench

@testable import muster

/// The program itself, killed at random moments while it plays and writes shards: no shard that is not whole, and playing again completes.
/// Eight kills; a hundred where `MUSTER_DEEP` is set.
@Suite(.serialized) struct ShardKillTests {
  private static let kills = ProcessInfo.processInfo.environment["MUSTER_DEEP"] == nil ? 8 : 100

  private func start(_ workshop: ShardWorkshop, _ words: [String]) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(KillTests.program))
    process.arguments = words
    process.currentDirectoryURL = URL(fileURLWithPath: workshop.folder)
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func play(_ workshop: ShardWorkshop, _ index: Int) throws -> Process {
    try start(workshop, ["run", "s.yaml", "--shard", "\(index)/4", "--out", "shards", "--threads", "1", "--quiet"])
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `a shard killed at any moment is there whole or not at all, and playing again completes`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let one = try start(workshop, ["run", "s.yaml", "--out", "one", "--quiet", "--threads", "1"])
    one.waitUntilExit()
    let begun = Date()
    let first = try play(workshop, 1)
    first.waitUntilExit()
    #expect(first.terminationStatus == 0)
    let longest = Date().timeIntervalSince(begun)
    let whole = workshop.files("shards")
    #expect(Array(whole.keys) == ["shard-1-of-4.shard"])
    var moment: UInt64 = 20_260_914
    for kill in 0..<Self.kills {
      try? FileManager.default.removeItem(atPath: workshop.path("shards/shard-1-of-4.shard"))
      let process = try play(workshop, 1)
      moment = moment &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      usleep(UInt32(Double(moment >> 40) / Double(1 << 24) * longest * 1.2e6))
      _ = Foundation.kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = workshop.files("shards").filter { $0.key.hasSuffix(".shard") && !$0.key.hasPrefix(".") }
      #expect(left.isEmpty || left == whole, "kill \(kill) left a shard that is not whole")
    }
    for index in 1...4 {
      let process = try play(workshop, index)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
    }
    let merge = try start(workshop, ["merge", "shards", "--out", "merged", "--quiet"])
    merge.waitUntilExit()
    #expect(merge.terminationStatus == 0 && workshop.files("merged") == workshop.files("one") && workshop.files("one").count >= 5)
    #expect(Set(workshop.files("shards").keys) == Set((1...4).map { "shard-\($0)-of-4.shard" }))
  }

  @Test(.enabled(if: KillTests.program != nil, "the program is not built beside the tests"))
  func `merging with shards missing ends with 2`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let shard = try play(workshop, 3)
    shard.waitUntilExit()
    let merge = try start(workshop, ["merge", "shards", "--out", "merged"])
    merge.waitUntilExit()
    #expect(merge.terminationStatus == 2 && workshop.files("merged").isEmpty)
    let none = try start(workshop, ["merge", "nothing"])
    none.waitUntilExit()
    #expect(none.terminationStatus == 74)
  }
}
