import Foundation
import SimulationCore
import SupportModel
import Testing

@testable import ScenarioFormat

/// Files that are not what they should be.
@Suite struct TextTests {
  @Test func `A missing file is unreadable`() {
    do {
      _ = try ScenarioLoader(reader: .files).load("/nowhere/at/all.yaml")
      Issue.record("should not load")
    } catch {
      #expect(error.lines == ["/nowhere/at/all.yaml: the file does not exist"])
      #expect(error.isUnreadable)
    }
  }

  @Test func `A folder is no file`() {
    do {
      _ = try ScenarioLoader(reader: .files).load("/tmp")
      Issue.record("should not load")
    } catch {
      #expect(error.lines == ["/tmp: this is a folder; expected a file"])
    }
  }

  @Test func `A huge file is refused unread`() throws {
    let path = NSTemporaryDirectory() + "muster-huge-\(UUID().uuidString).yaml"
    #expect(FileManager.default.createFile(atPath: path, contents: nil))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let handle = try #require(FileHandle(forWritingAtPath: path))
    try handle.truncate(atOffset: 100 << 20)
    try handle.close()
    do {
      _ = try ScenarioLoader(reader: .files).load(path)
      Issue.record("should not load")
    } catch {
      #expect(error.lines == ["\(path): the file is too large (100 MB); expected at most 16 MB"])
    }
  }

  @Test func `Bytes that are not UTF-8 are found`() {
    let reader = SourceReader { _ throws(SourceFailure) in Array("name: a\nabout: ".utf8) + [0xE9, 0x20] }
    do {
      _ = try ScenarioLoader(reader: reader).load("s.yaml")
      Issue.record("should not load")
    } catch {
      #expect(error.lines == ["s.yaml:2:8: byte 15 is not valid UTF-8; expected a text file saved as UTF-8"])
    }
  }

  @Test func `Overlong and surrogate UTF-8 is not valid`() {
    #expect(SourceText.firstInvalidByte(Array("añ日😀".utf8)) == nil)
    #expect(SourceText.firstInvalidByte([0x41, 0xC0, 0x80]) == 1)
    #expect(SourceText.firstInvalidByte([0xED, 0xA0, 0x80]) == 0)
    #expect(SourceText.firstInvalidByte([0x41, 0xE2, 0x82]) == 1)
  }

  /// A folder that goes away again.
  private func withFolder(_ body: (String) throws -> Void) throws {
    let path = NSTemporaryDirectory() + "/muster-test-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func lines(_ path: String, allowed: [String] = []) -> [String] {
    do throws(ScenarioProblems) {
      _ = try ScenarioLoader(reader: .files, allowedFolders: allowed).load(path)
      return []
    } catch { return error.lines }
  }

  @Test func `FIFOs, devices and views of the system are refused, pipes are read`() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/fifo", 0o600) == 0)
      #expect(lines(folder + "/fifo") == ["\(folder)/fifo: the file cannot be read: it is a FIFO, which may never end"])
      #expect(lines("/dev/zero") == ["/dev/zero: the file cannot be read: it is a device"])
      #if os(Linux)
        #expect(lines("/proc/self/maps") == ["/proc/self/maps: the file cannot be read: it is no file but a view of the system"])
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data(undated().utf8))
        try pipe.fileHandleForWriting.close()
        #expect(lines("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == [])
      #endif
    }
  }

  @Test func `Files outside the scenario's folder are read only where that is allowed, links resolved`() throws {
    try withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder + "/own", withIntermediateDirectories: true)
      try "time,volume\n00:00,5\n".write(toFile: folder + "/secret.csv", atomically: false, encoding: .utf8)
      try FileManager.default.createSymbolicLink(atPath: folder + "/own/link.csv", withDestinationPath: folder + "/secret.csv")
      for name in ["../secret.csv", "link.csv", folder + "/secret.csv", "../missing.csv"] {
        let path = folder + "/own/s.yaml"
        try undated("arrivals: {csv: '\(name)'}, talk: 3m").write(toFile: path, atomically: false, encoding: .utf8)
        let outside = lines(path)
        #expect(
          outside.count == 1 && outside[0].contains("lies neither below the scenario's folder nor below the working folder"), "\(outside)")
        #expect(!lines(path, allowed: [folder]).contains { $0.contains("lies neither") })
      }
    }
  }

  @Test func `What extends a scenario cannot be set`() {
    #expect(sentences(undated(), overrides: ["extends=/etc/passwd"]).count == 1)
    #expect(sentences(undated(), overrides: ["extends=/etc/passwd"])[0].contains("`extends` cannot be set"))
  }

  @Test func `A name with a blank at either end is refused`() {
    let lines = sentences(
      "muster: 1\nhorizon: {length: 8h}\ncontacts: {\" call\": {talk: 3m, arrivals: 3/h}}\nagents: {desk: {count: 1, skills: x}}")
    #expect(lines.contains { $0.contains("the name \" call\" begins or ends with a blank") && $0.hasSuffix("did you mean `call`?") })
  }

  @Test func `More than 200 problems are counted by kind`() {
    let keys = (0..<500).map { "k\($0): 1" }.joined(separator: ", ")
    let lines = sentences(
      "muster: 1\nhorizon: {length: 8h, \(keys)}\ncontacts: {a: {arrivals: 3/h, talk: 3m}}\nagents: {desk: {count: 1, skills: [a]}}")
    // Of one mistake made again and again the first four.
    #expect(lines.count == 6)
    #expect(lines[4].contains("the same 196 more times: unknown key …"))
    #expect(lines[5].contains("300 more problems: 300 × unknown key …"))
  }

  @Test func `One mistake on twenty lines is told four times, and then where else`() {
    let types = (1...20).map { "  t\($0): {arrivals: 3/h, talk: 3}" }.joined(separator: "\n")
    let lines = sentences("muster: 1\nhorizon: {length: 8h}\ncontacts:\n\(types)\nagents: {desk: {count: 1, skills: [t1]}}\n")
    #expect(lines.count == 5, "\(lines)")
    #expect(lines[..<4].allSatisfy { $0.contains("3 has no unit") })
    #expect(lines[4].hasSuffix("the same on 16 more lines: 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23"))
  }

  @Test func `A byte order mark is ignored`() throws { _ = try load("\u{FEFF}" + undated()) }

  @Test(arguments: ["", "\n\n# nothing\n", "null", "~"])
  func `An empty file says so`(_ text: String) {
    do {
      _ = try load(text)
      Issue.record("should not load")
    } catch { #expect(error.lines == ["s.yaml: the file is empty; expected a scenario"]) }
  }

  @Test func `Something else than a map says so`() {
    #expect(sentences("- a") == ["1:1: the file holds a list; expected a map of keys such as `contacts` and `agents`"])
    #expect(sentences("hello") == ["1:1: the file holds hello; expected a map of keys such as `contacts` and `agents`"])
  }

  @Test func `An alias bomb is refused`() {
    var bomb = "muster: 1\na: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      bomb += "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",") + "]\n"
    }
    let lines = sentences(bomb)
    #expect(lines.count == 1)
    #expect(lines[0].contains("the file holds more than 200000 values once its aliases are written out; expected fewer"))
  }

  @Test func `A file full of values is refused quickly`() {
    let sentence =
      "the file holds more than 200000 values once its aliases are written out; expected fewer; put long series into a CSV file"
    #expect(sentences("a: [" + String(repeating: "1,", count: 7_000_000) + "1]").first?.hasSuffix(sentence) == true)
    #expect(sentences("a: [" + String(repeating: "1,", count: 400_000) + "1]").first?.hasSuffix(sentence) == true)
  }

  @Test func `A map full of names is refused quickly`() {
    let names = (0..<20_000).map { "c\($0): {talk: 1m}" }.joined(separator: ", ")
    let lines = sentences("muster: 1\nhorizon: {length: 8h}\ncontacts: {\(names)}\nagents: {}")
    #expect(lines == ["3:11: `contacts` holds 20000 names; expected at most 5000"])
    let keys = (0..<20_000).map { "k\($0): 1" }.joined(separator: ", ")
    #expect(sentences("muster: 1\nhorizon: {\(keys)}\ncontacts: {}\nagents: {}").count < 20)
  }

  @Test func `An alias bomb in a key is refused`() {
    var bomb = "muster: 1\na: &a [x,x,x,x,x,x,x,x,x]\n"
    for (name, before) in zip("bcdefghij", "abcdefghi") {
      bomb += "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",") + "]\n"
    }
    bomb += "? *j\n: 1\n"
    #expect(sentences(bomb).first?.contains("the file holds more than 200000 values once its aliases are written out") == true)
  }

  @Test(arguments: ["? [*k]\n: v\n", "?\n  [*k]\n: v\n?\n  [*k, y]\n: w\n", "{*k : v, [*k, y]: w}\n", "[*k]: v\n", "? - *k\n: v\n"])
  func `A key bomb is refused at once, however it is laid out`(_ keys: String) {
    var bomb = "b: &a0 [x, x]\n"
    for level in 1...27 { bomb += "b\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n" }
    let text = keys.hasPrefix("{") ? "c: " + keys : keys
    let started = clock()
    #expect(sentences(bomb + text.replacing("*k", with: "*a27")).count == 1)
    #expect(sentences("b: &a0 [x, x]\n" + text.replacing("*k", with: "*a0")).contains { $0.contains("a key is not a word") })
    #expect(clock() - started < CLOCKS_PER_SEC)
  }

  @Test func `Ordinary anchors and merge keys work`() throws {
    let scenario = try load(
      """
      muster: 1
      horizon: {length: 8h}
      contacts:
        a: &base {skill: x, talk: &talk {exponential: {mean: 3m}}, arrivals: 10/h}
        b: {<<: *base, arrivals: 20/h}
        c: {skill: x, talk: *talk}
      agents: {desk: {count: 1, skills: x}}
      """
    ).scenario
    #expect(scenario.contactTypes.map { $0.talk.pieces[0].distribution.mean } == [180, 180, 180])
    #expect(segments(scenario, 1)[0].expected == 160)
  }

  @Test(arguments: ["[", "{a: ", "- "]) func `Deep nesting is refused`(_ open: String) {
    let lines = sentences(String(repeating: open, count: 100_000))
    #expect(lines.count == 1 && !lines[0].contains("yaml_"), "\(lines)")
  }

  @Test func `Nesting that YAML allows is still too deep`() {
    let lines = sentences("a: " + String(repeating: "[", count: 200) + String(repeating: "]", count: 200))
    #expect(lines.count == 1)
    #expect(lines[0].contains("values are nested more than 64 deep"), "\(lines)")
  }

  @Test func `Duplicate keys are found all at once`() {
    let lines = sentences(
      """
      muster: 1
      horizon: {length: 8h, length: 9h}
      contacts:
        call:
          talk: 3m
          arrivals: 10/h
          talk: 4m
        "call":
          talk: 1
      agents: {desk: {count: 1, skills: call}}
      """)
    #expect(
      lines == [
        "2:23: `length` is written twice in the same map; expected each key once (the first is on line 2)",
        "7:5: `talk` is written twice in the same map; expected each key once (the first is on line 5)",
        "8:4: `call` is written twice in the same map; expected each key once (the first is on line 4)",
      ])
  }

  @Test(arguments: [
    ("muster: 1\nname: a: b\n", "2:8: the YAML is broken here: a second colon on the line"),
    ("muster: 1\nname: [a, b\nabout: c\n", "the YAML is broken here:"),
    ("muster: 1\n\tname: a\n", "2:1: the YAML is broken here:"),
    ("muster: 1\nname: \"abc\n", "the YAML is broken here:"),
    ("muster: 1\nname: @x\n", "2:7: the YAML is broken here: a value starts with a character that YAML keeps for itself"),
    ("muster: 1\nname: *nobody\n", "2:7: the YAML is broken here: an alias (*name) that was never defined (&name)"),
    ("muster: 1\n---\nname: x\n", "the YAML is broken here: a second document (---) in the same file"),
    ("muster: 1\nname: a\u{1}b\n", "the file holds a character that YAML does not allow (character U+1)"),
  ])
  func `Broken YAML says where and what in plain words`(_ text: String, _ sentence: String) {
    let lines = sentences(text)
    #expect(lines.count == 1)
    #expect(lines[0].contains(sentence), "\(lines)")
  }

  /// Every value of the full scenario replaced by things nobody should write there; nothing may crash, whatever else it says.
  @Test func `Wrong values never crash the loader`() {
    let wrong = [
      "-1", "0", "1e300", "99999999999999999999", "null", "[]", "{}", "[[]]", "36500d", "0s", "-5m", "24:00", "2400-12-31", "x", "100%",
      "[1, {a: b}]", "",
    ]
    var yaml = YamlText(file: "s.yaml")
    let root = yaml.parse(fullScenario)!
    var paths: [[Int]] = []
    func collect(_ node: DocumentNode, _ path: [Int]) {
      paths.append(path)
      for (index, child) in (node.map?.map(\.value) ?? node.list ?? []).enumerated() { collect(child, path + [index]) }
    }
    collect(root, [])
    func replace(_ node: DocumentNode, _ path: ArraySlice<Int>, _ new: DocumentNode) -> DocumentNode {
      guard let index = path.first else { return new }
      var node = node
      if var entries = node.map {
        entries[index].value = replace(entries[index].value, path.dropFirst(), new)
        node.content = .map(entries)
      } else if var items = node.list {
        items[index] = replace(items[index], path.dropFirst(), new)
        node.content = .list(items)
      }
      return node
    }
    for (number, path) in paths.enumerated() where !path.isEmpty {
      for offset in 0..<3 {
        var value = YamlText(file: "s.yaml")
        let new =
          value.parse("[\(wrong[(number + offset * 5) % wrong.count])]")?.list?.first ?? DocumentNode(content: .nothing, place: root.place)
        let text = replace(root, path[...], new).canonicalText
        _ = try? load(text, files: fullScenarioFiles)
      }
    }
  }

  @Test func `Random damage never crashes the loader`() {
    let whole = Array(fullScenario.utf8)
    var seed: UInt64 = 20260914
    func next() -> Int {
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(seed >> 33)
    }
    for _ in 0..<500 {
      var bytes = whole
      for _ in 0..<(1 + next() % 4) {
        let at = next() % bytes.count
        switch next() % 4 {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = UInt8(next() % 256)
        case 2: bytes.insert(contentsOf: Array("{}[]:,-&*!#%9zZ".utf8).dropFirst(next() % 14).prefix(2), at: at)
        default: bytes.removeSubrange(at..<min(bytes.count, at + next() % 40))
        }
      }
      let damaged = bytes
      let reader = SourceReader { path throws(SourceFailure) in
        if path == "s.yaml" { return damaged }
        guard let text = fullScenarioFiles[path] else { throw .missing }
        return Array(text.utf8)
      }
      _ = try? ScenarioLoader(reader: reader).load("s.yaml")
    }
  }
}
