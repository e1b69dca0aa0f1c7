import Experiments
import Foundation
import Testing
@testable import Workbench

@testable import muster

/// A shard is there when it is whole; whatever is not what it should be is refused by its name.
@Suite struct ShardFileTests {
  private func bytes(_ path: String) throws -> [UInt8] { Array(try #require(FileManager.default.contents(atPath: path))) }

  private func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

  @Test func `a shard that is there is not played again, one that is damaged or asked for by force is`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let first = try workshop.shard(workshop.run, 2, of: 3)
    #expect(!first.wasThere && first.path == workshop.path("shards/shard-2-of-3.shard") && first.replications == 13..<26)
    #expect(first.sentence == "shard 2 of 3, replications 14 to 26 of 40: written to \(first.path)")
    let before = try bytes(first.path)
    let inode = try FileManager.default.attributesOfItem(atPath: first.path)[.systemFileNumber] as? Int
    #expect(try workshop.shard(workshop.run, 2, of: 3).wasThere)
    #expect(try FileManager.default.attributesOfItem(atPath: first.path)[.systemFileNumber] as? Int == inode)
    #expect(try !workshop.shard(workshop.run, 2, of: 3, isForced: true).wasThere)
    #expect(try bytes(first.path) == before)
    try write(Array(before.dropLast(100)), first.path)
    #expect(try !workshop.shard(workshop.run, 2, of: 3).wasThere)
    #expect(try bytes(first.path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: workshop.path("shards")) == ["shard-2-of-3.shard"])
  }

  @Test func `the page about shards says which versions are written`() throws {
    let page = try String(contentsOf: ShippedScenarioTests.root.appending(path: "docs/shards.md"), encoding: .utf8)
    for line in [
      "| version of this format, \(ShardFile.formatVersion) |", "| version of the fold, \(ExperimentFold.formatVersion) |",
      "| version of the stack, \(RecordStack.formatVersion) |",
    ] { #expect(page.contains(line), "\(line)") }
  }

  @Test func `a shard of another request is not played over, and not merged`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    for index in 1...2 { try workshop.shard(workshop.run, index, of: 2) }
    var other = RunRequest(ScenarioSource(workshop.path("s.yaml"), settings: ["agents.desk.count=6"]), contacts: [3], journal: 39)
    let path = workshop.path("shards/shard-2-of-2.shard")
    let refused = workshop.failure { try workshop.shard(.run(other), 2, of: 2) }
    #expect(refused?.kind == .badData)
    #expect(
      refused?.lines.first?.hasPrefix("\(path): is of another request: its scenario, files or options differ (digest sha256:") == true)
    try workshop.shard(.run(other), 2, of: 2, isForced: true)
    let failure = workshop.failure { _ = try workshop.merge() }
    #expect(failure?.lines.count == 1 && failure?.kind == .badData)
    #expect(failure?.lines.first?.hasPrefix("\(path): is of another request") == true)
    #expect(failure?.lines.first?.hasSuffix("as in \(workshop.path("shards/shard-1-of-2.shard")).") == true)
    other = RunRequest(ScenarioSource(workshop.path("s.yaml")), seed: 8, contacts: [3], journal: 39)
    try workshop.shard(.run(other), 2, of: 2, isForced: true)
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(path): has seed 8, not 7 as in \(workshop.path("shards/shard-1-of-2.shard"))."
      ])
    try workshop.shard(workshop.compare, 2, of: 2, isForced: true)
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(path): is of muster compare, not of muster run as in \(workshop.path("shards/shard-1-of-2.shard"))."
      ])
  }

  @Test func `a shard without end is refused before it is read, and of many that are damaged the first are named`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let first = try workshop.shard(workshop.run, 1, of: 1)
    let whole = try bytes(first.path)
    #expect(truncate(first.path, 8 << 30) == 0)
    let failure = workshop.failure { _ = try workshop.merge() }
    #expect(failure?.kind == .fileTrouble)
    #expect(failure?.lines == ["\(first.path): has 8589934592 bytes; expected at most 2147483648."])
    try write(whole, first.path)
    for number in 0..<300 { try write(Array(whole.prefix(100)), workshop.path("shards/copy-\(number).shard")) }
    let lines = workshop.failure { _ = try workshop.merge() }?.lines ?? []
    #expect(lines.count == 201 && lines.last == "… and 100 more.")
  }

  @Test func `what is called a shard and is no file is refused by its name`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    try workshop.shard(workshop.run, 1, of: 1)
    let path = workshop.path("shards/other.shard")
    let makers: [() -> Int32] = [{ mkfifo(path, 0o600) }, { mkdir(path, 0o700) }, { symlink("/dev/zero", path) }]
    for make in makers {
      #expect(make() == 0)
      #expect(workshop.failure { _ = try workshop.merge() }?.lines == ["\(path): cannot be read: it is no file."])
      remove(path)
    }
    #expect(symlink("other.shard", path) == 0)
    #expect(workshop.failure { _ = try workshop.merge() }?.lines.first?.hasPrefix("\(path): cannot be read: ") == true)
    remove(path)
    guard case .answered = try workshop.merge() else { throw CocoaError(.fileNoSuchFile) }
  }

  @Test func `every byte that is changed and every cut is found out by name`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    for index in 1...2 { try workshop.shard(workshop.run, index, of: 2) }
    let path = workshop.path("shards/shard-2-of-2.shard")
    let whole = try bytes(path)
    func complaint() -> [String]? { workshop.failure { _ = try workshop.merge() }?.lines }
    for position in stride(from: 0, to: whole.count, by: whole.count / 23) {
      var damaged = whole
      damaged[position] ^= 0x20
      try write(damaged, path)
      let said = position < 8 ? "is no shard of Muster" : "is damaged or cut off"
      #expect(complaint() == ["\(path): \(said); remove it and play it again."], "byte \(position)")
    }
    for length in [0, 5, 8, 100, whole.count / 2, whole.count - 1] {
      try write(Array(whole.prefix(length)), path)
      #expect(complaint() == ["\(path): is damaged or cut off; remove it and play it again."], "\(length) bytes")
    }
    try write(whole + [0], path)
    #expect(complaint() == ["\(path): is damaged or cut off; remove it and play it again."])
    try write(Array("a page of text".utf8), path)
    #expect(complaint() == ["\(path): is no shard of Muster; remove it and play it again."])
  }

  @Test func `swapped shards are refused, the same one twice is kept once, another one twice is refused`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    let whole = try workshop.whole(workshop.run)
    for index in 1...3 { try workshop.shard(workshop.run, index, of: 3) }
    let paths = (1...3).map { workshop.path("shards/shard-\($0)-of-3.shard") }
    let (one, two) = (try bytes(paths[0]), try bytes(paths[1]))
    try write(two, paths[0])
    try write(one, paths[1])
    let renamed = "which is not what its name says; it was renamed or swapped."
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(paths[0]): holds shard 2 of 3, \(renamed)", "\(paths[1]): holds shard 1 of 3, \(renamed)",
      ])
    try write(one, paths[0])
    try write(two, paths[1])
    try write(one, workshop.path("shards/a copy.shard"))
    #expect(try workshop.merged() == whole)
    // Of the same replications, and yet not the same: nobody can say which of them is right.
    var changed = try ShardFile(one)
    changed.folds[0][changed.folds[0].startIndex + changed.folds[0].count / 2] ^= 1
    try write(changed.bytes(), workshop.path("shards/a copy.shard"))
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(paths[0]): holds other bytes than \(workshop.path("shards/a copy.shard")) for the same replications; remove one of them."
      ])
    try FileManager.default.removeItem(atPath: workshop.path("shards/a copy.shard"))
    try workshop.shard(workshop.run, 1, of: 2)
    #expect(workshop.failure { _ = try workshop.merge() }?.lines.first?.contains("remove those of one cut") == true)
  }

  @Test func `another version of the file or of the program is refused`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    for index in 1...2 { try workshop.shard(workshop.run, index, of: 2) }
    let path = workshop.path("shards/shard-2-of-2.shard")
    var other = try ShardFile(try bytes(path))
    other.head.muster = "0.0.9"
    try write(other.bytes(), path)
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(path): was played by Muster 0.0.9; this is Muster 0.1.0, which may play otherwise."
      ])
    // The version of the file stands behind its mark; the checksum is right.
    var before = Array(try bytes(path).dropLast(FoldChecksum.size))
    before[8] = 1
    var sealed = FoldWriter(before)
    sealed.putChecksum()
    try write(sealed.bytes, path)
    #expect(
      workshop.failure { _ = try workshop.merge() }?.lines == [
        "\(path): has format version 1; this Muster reads version 2; remove it and play it again."
      ])
  }

  // MARK: Shares

  @Test func `shares are of one size, in order, and together everything`() {
    for (count, replications) in [(1, 0..<40), (7, 0..<40), (16, 50..<100), (64, 0..<40), (3, 5..<5)] {
      let parts = (1...count).map { ShardShare(index: $0, count: count).part(of: replications) }
      #expect(parts.flatMap(Array.init) == Array(replications))
      #expect((parts.map(\.count).max() ?? 0) - (parts.map(\.count).min() ?? 0) <= 1)
    }
  }

  @Test func `which share is told by the argument or the engine, never by a guess`() throws {
    func share(_ text: String, _ environment: [String: String] = [:]) throws -> String {
      let share = try ShardShare(text, environment: environment)
      return "\(share.index)/\(share.count)"
    }
    #expect(try share("3/16") == "3/16")
    #expect(try share("auto/16", ["SLURM_ARRAY_TASK_ID": "16"]) == "16/16")
    #expect(try share("auto/16", ["JOB_COMPLETION_INDEX": "0"]) == "1/16")
    #expect(try share("auto", ["AWS_BATCH_JOB_ARRAY_INDEX": "15", "MUSTER_SHARDS": "16"]) == "16/16")
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    func complaint(_ text: String, _ environment: [String: String] = [:]) -> String? {
      workshop.failure { _ = try share(text, environment) }?.lines.first
    }
    #expect(complaint("0/16") == "--shard 0/16: expected a share from 1/16 to 16/16.")
    #expect(complaint("17/16") == "--shard 17/16: expected a share from 1/16 to 16/16.")
    #expect(complaint("3/0") == "--shard 3/0: expected a number of shards from 1 to 100000, not 0.")
    #expect(complaint("3") == "--shard 3: of how many? Expected 3/16 or auto/16, or their number in MUSTER_SHARDS.")
    #expect(
      complaint("auto/4")
        == "--shard auto/4: none of SLURM_ARRAY_TASK_ID, JOB_COMPLETION_INDEX, AWS_BATCH_JOB_ARRAY_INDEX says which shard this is.")
    #expect(
      complaint("auto/4", ["SLURM_ARRAY_TASK_ID": "0"]) == "--shard auto/4: SLURM_ARRAY_TASK_ID is 0; expected a number from 1 to 4.")
  }
}
