import ArgumentParser
import Foundation
import QueueingTheory
import ReportKit
import Reports
import ResultFiles
import Testing
import Workbench

@testable import muster

@Suite struct ErlangCommandTests {
  private func text(_ arguments: String) throws -> String {
    let command = try ErlangCommand.parse(arguments.split(separator: " ").map(String.init))
    return TerminalRenderer(RenderOptions(width: 120)).render(ReportDocument(try command.answers()))
  }
  private func message(_ arguments: String) -> String {
    do {
      _ = try ErlangCommand.parse(arguments.split(separator: " ").map(String.init)).answers()
      return "no problem"
    } catch let failure as RequestFailure {
      return "\(failure.status.rawValue) \(failure.lines.joined(separator: " | "))"
    } catch {
      return "\(ErlangCommand.exitCode(for: error).rawValue) \(ErlangCommand.message(for: error))"
    }
  }
  private func file(_ text: String) throws -> String {
    let path = NSTemporaryDirectory() + "muster-day-\(UUID().uuidString).csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  @Test func `the textbook question has the textbook answer`() throws {
    #expect(
      try text("--calls 100 --per 30m --aht 3m --target 80/20 --shrinkage 30%") == """
        100 contacts in 30m of 3m each: 10.0 erlangs. For 80 % answered within 20s: 14 agents, 20 paid heads

        Agents  within 20s  mean wait (ASA)  have to wait  occupancy  paid heads  verdict
            11      39.0 %           2m 03s        68.2 %     90.9 %          16  misses
            12      64.0 %              40s        44.9 %     83.3 %          18  misses
            13      79.6 %              17s        28.5 %     76.9 %          19  misses
            14      88.8 %             7.8s        17.4 %     71.4 %          20  needed
            15      94.1 %             3.7s        10.2 %     66.7 %          22  meets
            16      97.1 %             1.7s         5.7 %     62.5 %          23  meets
            17      98.6 %             0.8s         3.1 %     58.8 %          25  meets

        Formula
        Erlang C (M/M/n). It assumes Poisson arrivals at a constant rate; exponential handle times; nobody leaves; agents alike;
          first come, first served; long enough at this rate and staffing.

        """)
  }

  @Test func `patience makes it Erlang A, and the treatment of abandons is named`() throws {
    let text = try text("--calls 200/h --aht 3m --target 80%/20s --patience 2m --abandons ignored-within --agents 9")
    #expect(text.contains("For 80 % answered within 20s: 12 agents") || text.contains("For 80 % answered within 20s: 11 agents"))
    #expect(text.contains("Abandons in the service level: ignored-within (answered in time ÷ (offered − abandoned in time))."))
    #expect(text.contains("misses, yours"))
    #expect(text.contains("9 agents carry at most"))
  }

  @Test func `all the spellings of a target are the same target`() throws {
    let one = try text("--calls 100 --aht 3m --target 80/20")
    for spelling in ["80/20s", "80%/20s", "0.8/20", "80%/20"] { #expect(try text("--calls 100 --aht 3m --target \(spelling)") == one) }
    #expect(try text("--calls 200/h --aht 3m --target 80/20") == one)
  }

  @Test func `an unstable number of agents is named so`() throws {
    #expect(try text("--calls 100 --aht 3m --agents 10").contains("unstable: more arrives than they can handle, yours"))
  }

  @Test func `nothing to do needs nobody`() throws {
    #expect(
      try text("--calls 0 --aht 3m --target 80/20").hasPrefix(
        "0 contacts in 30m of 3m each: 0.0 erlangs. For 80 % answered within 20s: 0 agents"))
  }

  @Test func `ten million calls an hour have an answer`() throws {
    #expect(try text("--calls 10000000 --per 1h --aht 3m --target 80/20").contains("500,015 agents"))
  }

  @Test func `a day goes into a spreadsheet, every interval with its answer or its problem`() throws {
    let day = try file("interval,calls,aht,agents\n09:00,100,3m,\n09:30,200,3m,20\n\"10:00, late\",0,3m,\n")
    let context = try ErlangCommand.parse(["--csv", day, "--target", "80/20", "--shrinkage", "30%"]).answers()
    let lines = ErlangCSV.text(context).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(lines[0] == ErlangCSV.columns.map(\.name).joined(separator: ","))
    #expect(lines[1].hasPrefix("09:00,100,180,,10,erlang-c,14,20,14,20,0.888350"))
    #expect(lines[1].contains(",true,,,13.0372") && lines[1].hasSuffix(",,"))
    // Twenty are too few for twenty erlangs; what they carry is there all the same.
    #expect(lines[2].hasPrefix("09:30,200,180,,20,erlang-c,24,35,20,29,,,,,,,false,"))
    #expect(lines[2].hasSuffix(",unstable: more arrives than they can handle"))
    #expect(lines[3].hasPrefix("\"10:00, late\",0,180,,0,erlang-c,0,0,,,"))
    #expect(lines.count == 5 && lines[4].isEmpty)
    let single = try ErlangCommand.parse("--calls 100 --aht 3m --target 80/20".split(separator: " ").map(String.init)).answers()
    #expect(ErlangCSV.text(single).split(separator: "\n").count == 8)
    let seen = try ErlangCommand.parse("--calls 100 --aht 3m --agents 9 --observed-abandonment 12%".split(separator: " ").map(String.init))
    #expect(
      ErlangCSV.text(try seen.answers()).split(separator: "\n").dropFirst().allSatisfy {
        $0.contains(",erlang-a,") && $0.contains(",1558.")
      })
  }

  @Test func `the file of answers replaces an earlier one, and stays where there is no answer`() throws {
    let folder = NSTemporaryDirectory() + "muster-answers-\(UUID().uuidString)"
    let path = folder + "/answers.csv"
    func ask(_ arguments: String) throws {
      try ErlangCommand.parse((arguments + " --out \(path)").split(separator: " ").map(String.init)).run()
    }
    try ask("--calls 100 --aht 3m --target 80/20")
    let first = try String(contentsOfFile: path, encoding: .utf8)
    #expect(first.contains("\n,100,180,,10,erlang-c,14,"))
    try ask("--calls 200 --aht 3m --target 80/20")
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\n,200,180,,20,erlang-c,24,"))
    #expect(throws: (any Error).self) { try ask("--calls 100 --aht 3m --target 100/0") }
    #expect(try String(contentsOfFile: path, encoding: .utf8).contains("\n,200,"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["answers.csv"])
  }

  @Test func `an observed abandonment is shown with the formula that explains it`() throws {
    let text = try text("--calls 100 --aht 3m --agents 9 --observed-abandonment 12%")
    #expect(text.contains("12 % abandoning with 9 agents is what Erlang A expects of a mean patience of 25m 58s."))
    #expect(text.contains("Erlang A (M/M/n+M)") && text.contains("12.0 %  yours") && !text.contains("unstable"))
  }

  @Test func `the file that is read is not replaced, however it is named`() throws {
    let day = try file("calls,aht\n100,3m\n")
    let folder = day[..<day.lastIndex(of: "/")!]
    let other = "\(folder)/../\(folder.split(separator: "/").last!)/\(day.split(separator: "/").last!)"
    #expect(throws: ExitCode.validationFailure) { try ErlangCommand.parse(["--csv", day, "--target", "80/20", "--out", other]).run() }
    #expect(try String(contentsOfFile: day, encoding: .utf8) == "calls,aht\n100,3m\n")
  }

  @Test(arguments: [
    ("--calls -5 --aht 3m --target 80/20", "-5 is negative; expected a number of contacts of 0 or more."),
    ("--calls 100 --aht 0s --target 80/20", "0s is no time at all; expected a duration of more than 0s."),
    ("--calls 100 --aht 3 --target 80/20", "3 has no unit; expected a duration such as 3m or 3s."),
    ("--calls 100 --aht 3m --target 80%", "80% is not a target; expected a target such as 80/20 (80 % within 20 s) or 90%/1m."),
    (
      "--calls 100 --aht 3m --target 80/20 --patience 0s",
      "0s: who has no patience at all is lost unless an agent is free; that is --model b, without --patience."
    ),
    ("--calls 100 --aht 3m --target 80/20 --shrinkage 100%", "--shrinkage 100% leaves nobody to work; expected less."),
    (
      "--calls 100 --aht 3m --abandonment 3%",
      "--abandonment is a goal only where somebody may leave: give --patience, as in --patience 2m."
    ),
    ("--calls 100 --aht 3m --target 80/20 --model d", "--model d is not known; known are: auto, b, c, a."),
    ("--target 80/20", "--calls is missing: how many contacts come in --per, as in --calls 100."),
    ("--target 80/20", "--aht is missing: the mean handle time, as in --aht 3m."),
  ])
  func `wrong usage ends with 64 and says what would be right`(arguments: String, sentence: String) {
    let said = message(arguments)
    #expect(said.hasPrefix("64 ") && said.contains(sentence), "\(said)")
  }

  @Test func `what no staffing gives ends with 65`() {
    #expect(message("--calls 100 --aht 3m --target 100/0") == "65 muster erlang: no number of agents gives 100 % answered within 0s.")
    #expect(
      message("--calls 100 --aht 3m --agents 12 --patience 2m --observed-abandonment 50%").hasPrefix(
        "65 muster erlang: no patience explains 50 % abandoning: with this volume and staffing it lies between 0.0 % (endless patience) and 12.0 %"
      ))
  }

  @Test func `a day of intervals has one answer per line`() throws {
    let path = try file("interval,calls,aht\n08:00,20,3m\n08:30,84,3m10s\n09:00,0,3m\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    let text = try text("--csv \(path) --target 80/20")
    #expect(text.hasPrefix("3 intervals of 30m: agents needed for 80 % answered within 20s\n"))
    #expect(text.contains("\n08:30           84       3m 10s      8.9             12      82.3 % "))
    #expect(text.contains("8.0 h of agents at work; at most 12 agents at once."))
    let json = ErlangJSON.text(try ErlangCommand.parse(["--csv", path, "--target", "80/20"]).answers())
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let rows = try #require(object["metrics"] as? [[String: Any]])
    let needed = rows.filter { $0["metric"] as? String == "agents-needed" }
    #expect(
      needed.map { $0["estimate"] as? Int } == [4, 12, 0] && needed.map { $0["interval"] as? String } == ["08:00", "08:30", "09:00"])
  }

  @Test func `every problem of a file of intervals is reported at once`() throws {
    let path = try file("interval,calls,aht\n08:00,-20,3\n08:30,,3m\n09:00,ten,0s\n09:30,5,\n")
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(
      message("--csv \(path) --target 80/20")
        == "65 "
        + [
          "2:7: -20 is negative; expected a number of 0 or more",
          "2:11: 3 has no unit; expected a name such as `aht (min)`, or `--column unit=min`",
          "4:7: ten is not a number; expected a plain number such as 12 or 0.5",
          "5:9: the line has contacts and no aht; expected one, or --aht for all lines",
        ].map { "\(path):\($0)" }.joined(separator: " | "))
    #expect(message("--csv /nowhere.csv --aht 3m --target 80/20") == "74 /nowhere.csv: the file does not exist")
  }

  @Test func `the explanation says what one agent more or fewer would do`() throws {
    let text = try text("--calls 100 --aht 3m --target 80/20 --explain")
    #expect(text.contains("In plain words"))
    #expect(text.contains("One fewer. With 13 agents 79.6 % are answered within 20s instead of 88.8 %"))
    #expect(text.contains("When to doubt it."))
  }

  @Test func `the other models and goals answer too`() throws {
    #expect(try text("--calls 100 --aht 3m --model b --blocking 1%").contains("For at most 1 % refused: 18 agents"))
    #expect(try text("--calls 100 --aht 3m --asa 10s").contains("For a mean wait (ASA) of at most 10s: 14 agents"))
    #expect(try text("--calls 100 --aht 3m --p-wait 20%").contains("For at most 20 % having to wait: 14 agents"))
    #expect(try text("--calls 100 --aht 3m --target 80/20 --max-occupancy 70%").contains("15 agents"))
    #expect(try text("--calls 100 --aht 3m --abandonment 3% --patience 2m").contains("For at most 3 % abandoning: 14 agents"))
    #expect(
      try text("--calls 100 --aht 3m --agents 12 --patience 2m --observed-abandonment 5%").contains(
        "5 % abandoning with 12 agents is what Erlang A expects of a mean patience of 3m 29s."))
  }

  @Test func `a speed of answer that was seen is explained by agents, with what their neighbours would have given`() throws {
    let seen = try text("--calls 100 --per 30m --aht 3m --observed-asa 25s")
    #expect(seen.hasPrefix("100 contacts in 30m of 3m each: 10.0 erlangs. 12.5 agents explain a mean wait (ASA) of 25s\n"))
    #expect(seen.contains("  12.5      73.4 %              25s        35.3 %     79.7 %  as seen"))
    #expect(seen.contains("A mean wait (ASA) of 25s is what 12.5 agents give: 12 would have given 40s, 13 17s."))
    #expect(try text("--calls 100 --aht 3m --observed-asa 13s --agents 14").contains("That is 0.7 fewer than the 14 agents you name."))
    #expect(
      try text("--calls 100 --aht 3m --observed-abandonment 4% --patience 2m").contains(
        "4 % abandoning is what 12.9 agents give: 12 would have given 6.2 %, 13 3.8 %."))
    #expect(
      try text("--calls 100 --aht 3m --observed-service-level 72/20").contains(
        "72 % answered within 20s is what 12.5 agents give: 12 would have given 64.0 %, 13 79.6 %."))
  }

  @Test func `wait and abandonment together tell the patience, and figures that contradict each other are said to`() throws {
    let both = try text("--calls 100 --aht 3m --observed-asa 25s --observed-abandonment 4%")
    #expect(both.contains("What they waited and how many left say together that their mean patience is 10m 50s."))
    #expect(both.contains("Erlang A (M/M/n+M)") && !both.contains("They do not agree"))
    let torn = try text("--calls 100 --aht 3m --observed-asa 25s --patience 2m --observed-service-level 72/20")
    #expect(torn.contains("They do not agree, so the formula does not describe what happened"))
  }

  @Test func `agents that explain are in the files too`() throws {
    let command = try ErlangCommand.parse("--calls 100 --aht 3m --observed-asa 25s".split(separator: " ").map(String.init))
    let json = ErlangJSON.text(try command.answers())
    #expect(json.contains(#"{"metric": "agents-explained", "unit": "agents", "observed": "asa", "value": 25, "estimate": 12.5416"#))
    let lines = ErlangCSV.text(try command.answers()).split(separator: "\n").map(String.init)
    #expect(lines[0].contains(",agents-explained-by-asa,") && lines.dropFirst().allSatisfy { $0.contains(",12.5416") })
  }

  @Test func `what cannot have been seen is refused with what could have been`() {
    #expect(
      message("--calls 100 --aht 3m --observed-asa 10h --patience 2m").hasPrefix(
        "65 muster erlang: no number of agents explains a mean wait (ASA) of 10h: with this volume it lies between 4m 57s"))
    #expect(
      message("--calls 100 --aht 3m --observed-abandonment 4%").contains("or --patience or --observed-asa to say how many they were."))
    #expect(message("--calls 100 --aht 3m --model b --observed-asa 4s").contains("with --model b nobody waits"))
    #expect(message("--calls 100 --aht 3m --model c --patience 2m --observed-abandonment 4%").contains("with --model c nobody leaves"))
  }
}
