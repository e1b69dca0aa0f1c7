import ArgumentParser
import Foundation
import Testing

@testable import muster

/// Every example that `--help` shows is typed as it stands, in a folder with the shipped scenarios: played less often, and read to its end.
@Suite(.serialized) struct HelpExampleTests {
  /// Beside the tests, where both were built together.
  private static let program: String? = {
    let path = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "muster").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }()

  /// What a line is followed by so that it takes a moment.
  private static let quick = [
    "run": ["--replications", "2", "--no-report", "--quiet"], "compare": ["--replications", "20"],
    "sensitivity": ["--replications", "2", "--no-break-points"], "gate": ["--budget", "10", "--no-report"],
    "explain": ["--replications", "2", "--no-report"],
    "staff": ["--replications", "50"],
  ]

  /// The lines of a command's help that begin with the program, each as words: what comes after a pipe, or into a file, is the shell's.
  private static func examples() -> [[String]] {
    Muster.configuration.subcommands.flatMap { command in
      command.configuration.discussion.split(separator: "\n").compactMap { line -> [String]? in
        var text = line.trimmingCharacters(in: .whitespaces)
        if text.hasPrefix("Example: ") { text.removeFirst("Example: ".count) }
        guard text.hasPrefix("muster ") else { return nil }
        return words(text)
      }
    }
  }

  private static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word = ""
    var quote: Character?
    var isOpen = false
    loop: for letter in line {
      switch letter {
      case "\"", "'":
        if quote == letter { quote = nil } else if quote == nil { (quote, isOpen) = (letter, true) } else { word.append(letter) }
      case "|" where quote == nil, ">" where quote == nil: break loop
      case " " where quote == nil:
        if isOpen { words.append(word) }
        (word, isOpen) = ("", false)
      default:
        word.append(letter)
        isOpen = true
      }
    }
    return isOpen ? words + [word] : words
  }

  private func shell(_ command: String, in folder: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd \"$1\" && \(command)", "sh", folder]
    (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(command)")
  }

  /// A repository as a reader of the help has one.
  private func makeFolder() throws -> String {
    let folder = NSTemporaryDirectory() + "/muster-help-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: ShippedScenarioTests.root.appending(path: "scenarios").path, toPath: folder + "/scenarios")
    try "interval,calls,aht (s)\n09:00,100,180\n09:30,120,180\n".write(toFile: folder + "/monday.csv", atomically: true, encoding: .utf8)
    try "2026-09-21T10:30, replied\n2026-09-21T11:00, solved\n".write(toFile: folder + "/ticket.csv", atomically: true, encoding: .utf8)
    try shell(
      "git init -q && git add -A && git -c user.name=a -c user.email=a@b commit -qm x && git update-ref refs/remotes/origin/main HEAD",
      in: folder)
    return folder
  }

  @Test(.enabled(if: HelpExampleTests.program != nil, "the program is not built beside the tests"))
  func `every example of the help runs`() throws {
    let folder = try makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let examples = Self.examples()
    #expect(examples.count > 25)
    // Somebody else's folder among the results.
    let hostile = folder + "/output/<img src=x onerror=alert(1)>"
    try FileManager.default.createDirectory(atPath: hostile, withIntermediateDirectories: true)
    try "<title><b>x</title>".write(toFile: hostile + "/report.html", atomically: true, encoding: .utf8)
    for example in examples {
      // The plan of the line before is that of the shortened search.
      let more = example.contains("--replications") ? [] : Self.quick[example[1]] ?? []
      let process = Process()
      process.executableURL = URL(fileURLWithPath: Self.program!)
      process.arguments = Array(example.dropFirst()) + (example.contains("--json") ? more.filter { $0 != "--quiet" } : more)
      process.currentDirectoryURL = URL(fileURLWithPath: folder)
      let errors = Pipe()
      (process.standardOutput, process.standardError) = (FileHandle.nullDevice, errors)
      try process.run()
      let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      // A gate may be undecided after so few plays.
      let fine: [Int32] = example[1] == "gate" ? [0, 1, 2] : [0]
      #expect(fine.contains(process.terminationStatus), "\(example.joined(separator: " ")): \(process.terminationStatus) \(said)")
    }
    // Each command left its own page, and the list has them all, with nothing of a name in it that would be more than a name.
    let index = try String(contentsOfFile: folder + "/output/index.html", encoding: .utf8)
    for page in ["two-skills-overflow/staffing.html", "weekend-coverage/comparison.html", "launch-day/comparison.html"] {
      #expect(FileManager.default.fileExists(atPath: "\(folder)/output/\(page)") && index.contains("href=\"\(page)\""), "\(page)")
    }
    #expect(index.contains("href=\"%3Cimg%20src%3Dx%20onerror%3Dalert%281%29%3E/report.html\""))
    #expect(!index.contains("<img") && !index.contains("<b>"))
  }

  @Test func `a command that is not there is told the nearest`() {
    #expect(Muster.unknownCommand(["rnu", "x.yaml"]) == "muster: there is no command rnu; did you mean muster run?")
    #expect(Muster.unknownCommand(["compair"]) == "muster: there is no command compair; did you mean muster compare?")
    #expect(Muster.unknownCommand(["zzzzz"])?.hasPrefix("muster: there is no command zzzzz; there are: run, compare, gate") == true)
    for words in [["run"], ["--version"], ["help"], []] { #expect(Muster.unknownCommand(words) == nil) }
  }

  @Test func `how long it takes is said after the first second, and not at the end`() {
    #expect(ProgressBar.left(elapsed: 0.5, finished: 10, of: 100) == "")
    #expect(ProgressBar.left(elapsed: 10, finished: 25, of: 100) == ", about 30s left")
    #expect(ProgressBar.left(elapsed: 10, finished: 100, of: 100) == "")
  }
}
