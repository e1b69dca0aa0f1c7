import ArgumentParser
import Foundation
import Testing
import Workbench

@testable import muster

@Suite struct OutputFolderTests {
  /// A folder that goes away again.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "/muster-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func text(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }

  @Test func `files are written and replaced, and nothing else stays`() throws {
    try withFolder { folder in
      let output = OutputFolder(folder + "/a/b/")
      try output.write([OutputFile("x.txt", "one"), OutputFile("y.txt", "")])
      try output.write([OutputFile("x.txt", "two")])
      #expect(text(folder + "/a/b/x.txt") == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/a/b").sorted() == ["x.txt", "y.txt"])
    }
  }

  @Test func `a failure leaves every earlier file as it was`() throws {
    try withFolder { folder in
      let output = OutputFolder(folder)
      try output.write([OutputFile("a.txt", "old")])
      // A folder in the place of the second file makes its replacement impossible.
      try FileManager.default.createDirectory(atPath: folder + "/b.txt", withIntermediateDirectories: false)
      let failure = #expect(throws: RequestFailure.self) {
        try output.write([OutputFile("a.txt", "new"), OutputFile("b.txt", "new")])
      }
      #expect(failure?.status == ExitCode(74))
      #expect(failure?.lines == ["\(folder)/b.txt: cannot be written: Is a directory; earlier files are unchanged."])
      #expect(text(folder + "/a.txt") == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["a.txt", "b.txt"])
    }
  }

  /// Whatever is thrown at a step ends the write there.
  @Test func `a run that ends between any two steps leaves the old set or the new one, and the next run nothing else`() throws {
    for last in 0..<12 {
      try withFolder { top in
        let output = OutputFolder(top + "/set")
        try output.write([OutputFile("a.txt", "old"), OutputFile("b.txt", "old"), OutputFile("mine.txt", "mine")])
        var steps = 0
        do throws(RequestFailure) {
          try output.write([OutputFile("a.txt", "new"), OutputFile("b.txt", "new")]) { () throws(RequestFailure) in
            if steps == last { throw .interrupted }
            steps += 1
          }
        } catch {}
        let seen = [text(top + "/set/a.txt"), text(top + "/set/b.txt")]
        #expect(seen == ["old", "old"] || seen == ["new", "new"], "after step \(last): \(seen)")
        #expect(text(top + "/set/mine.txt") == "mine")
        try output.write([OutputFile("a.txt", "next"), OutputFile("b.txt", "next")])
        #expect(try FileManager.default.contentsOfDirectory(atPath: top) == ["set"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: top + "/set").sorted() == ["a.txt", "b.txt", "mine.txt"])
      }
    }
  }

  @Test func `what a dead run left is removed, what a living one writes is not`() throws {
    try withFolder { top in
      try FileManager.default.createDirectory(atPath: top + "/.set.muster-dead", withIntermediateDirectories: false)
      try "x".write(toFile: top + "/.set.muster-dead/a.txt", atomically: false, encoding: .utf8)
      try FileManager.default.createDirectory(atPath: top + "/.set.muster-alive", withIntermediateDirectories: false)
      let alive = open(top + "/.set.muster-alive", O_RDONLY)
      defer { close(alive) }
      #expect(flock(alive, LOCK_EX) == 0)
      try OutputFolder(top + "/set").write([OutputFile("a.txt", "new")])
      #expect(try FileManager.default.contentsOfDirectory(atPath: top).sorted() == [".set.muster-alive", "set"])
    }
  }

  @Test func `a link in the place of a file is replaced and never followed`() throws {
    try withFolder { top in
      try "precious".write(toFile: top + "/precious", atomically: false, encoding: .utf8)
      try FileManager.default.createDirectory(atPath: top + "/set", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(atPath: top + "/set/a.txt", withDestinationPath: "../precious")
      try OutputFolder(top + "/set").write([OutputFile("a.txt", "new")])
      #expect(text(top + "/precious") == "precious" && text(top + "/set/a.txt") == "new")
    }
  }

  @Test func `folders inside stay, and the files are replaced beside them`() throws {
    try withFolder { top in
      try FileManager.default.createDirectory(atPath: top + "/set/deep", withIntermediateDirectories: true)
      try OutputFolder(top + "/set").write([OutputFile("a.txt", "one")])
      try OutputFolder(top + "/set/").write([OutputFile("a.txt", "two")])
      #expect(text(top + "/set/a.txt") == "two")
      #expect(try FileManager.default.contentsOfDirectory(atPath: top + "/set").sorted() == ["a.txt", "deep"])
    }
  }

  @Test func `a file in the place of the folder is found before the run`() throws {
    try withFolder { folder in
      try "x".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
      let failure = #expect(throws: RequestFailure.self) { try OutputFolder(folder + "/file/deeper").checkWritable() }
      #expect(failure?.status == ExitCode(74))
      #expect(throws: Never.self) { try OutputFolder(folder + "/new/deeper").checkWritable() }
      #expect(!FileManager.default.fileExists(atPath: folder + "/new"))
    }
  }

  @Test(arguments: [("0", [0]), ("0,3-5", [0, 3, 4, 5]), ("5,1,5", [1, 5])])
  func `replications are listed by number and range`(text: String, numbers: [Int]) {
    #expect(ReplicationList(argument: text)?.replications == numbers)
  }

  @Test(arguments: ["", "a", "3-1", "-1", "1-2-3", "1,,2", "0-999999999"])
  func `a list that makes no sense is refused`(text: String) {
    #expect(ReplicationList(argument: text) == nil)
  }

  @Test func `the folder of results is named after the scenario file`() throws {
    func stem(_ file: String) throws -> String { try #require(try Muster.parseAsRoot(["run", file]) as? RunCommand).source.source.stem }
    #expect(try stem("scenarios/launch-day.yaml") == "launch-day")
    #expect(try stem("week.yml") == "week")
    #expect(try stem("../plain") == "plain")
  }

  @Test(arguments: [
    ["--replications", "0"], ["--replications", "99999999999"], ["--journal", "4294967296"], ["--threads", "9999999"],
    ["--contacts", "4294967296"], ["--threads", "0"], ["--format", "pdf"], ["--set", "novalue"], ["--json", "--quiet"],
  ])
  func `options that make no sense are usage errors`(options: [String]) {
    let error = #expect(throws: (any Error).self) { try Muster.parseAsRoot(["run", "x.yaml"] + options) }
    if let error { #expect(Muster.exitCode(for: error) == ExitCode(64)) }
  }
}
