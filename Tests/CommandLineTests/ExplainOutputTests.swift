import Foundation
import ReportKit
import Testing
import Workbench

@testable import muster

/// What `muster explain` prints and writes, and what it says of what cannot be explained.
@Suite struct ExplainOutputTests {
  private static let text = """
    muster: 1
    name: Desk
    horizon: {length: 8h, interval: 1h}
    experiment: {replications: 20, seed: 4}
    contacts:
      call: {arrivals: {rate: 55/h, busyness: {cv: 20%}}, talk: {exponential: {mean: 4m}}, patience: {exponential: {mean: 5m}}}
    shifts: {all: {start: 00:00, length: 8h, breaks: [{at: 3h, for: 45m}]}}
    agents: {desk: {skills: [call], roster: {all: 5}, absence: 10%}}
    targets:
      - {name: Calls 80/20, for: call, answer: 20s, goal: 80%}
      - {name: Easy, for: call, answer: 20m, goal: 10%}
    """

  private func request(_ body: (inout ExplainRequest) -> Void) throws -> Answer {
    let folder = NSTemporaryDirectory() + "/muster-explain-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Self.text.write(toFile: folder + "/s.yaml", atomically: true, encoding: .utf8)
    var request = ExplainRequest(ScenarioSource(folder + "/s.yaml"))
    request.out = folder + "/out"
    body(&request)
    return try request.answer()
  }

  private func screen(_ answer: Answer) throws -> String {
    answer.text(in: try #require(RendererCatalog.named("text")), on: RenderOptions(width: 160))
  }

  @Test func `shares, misses and what stays are on the screen and in the file, and add up`() throws {
    let answer = try request { $0.target = "Calls 80/20" }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(answer.json.utf8)) as? [String: Any])
    let causes = try #require(object["causes"] as? [[String: Any]])
    #expect(object["state"] as? String == "missed" && object["orders"] is NSNull && object["sets"] as? Int == 8)
    #expect(Set(causes.compactMap { $0["cause"] as? String }) == ["absence", "breaks", "busyness"])
    let tenths = causes.compactMap { ($0["percent"] as? Double).map { Int(($0 * 10).rounded()) } }
    #expect(tenths.count == 3 && tenths.reduce(0, +) == 1000)
    let ofAll = causes.compactMap { ($0["percent-of-all"] as? Double).map { Int(($0 * 10).rounded()) } }
    let rest = Int(((object["rest-percent"] as? Double ?? 0) * 10).rounded())
    #expect(ofAll.reduce(rest, +) == 1000)
    let units = causes.compactMap { $0["units"] as? Int }.reduce(0, +)
    #expect(units == ((object["misses"] as? Int ?? 0) - (object["rest"] as? Int ?? 0)) * 6)
    let text = try screen(answer)
    for words in [
      "Desk: why Calls 80/20 is missed, 20 replications, seed 4", "Of 100 missed contacts, ", "would be missed whatever was taken away.",
      "all misses", "because of busy days", "nobody has a break", "Not in this scenario: lateness; ",
      "The same in every play: the customers",
      "explanation.html, explanation.json",
    ] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(answer.files.map(\.name) == ["explanation.html", "explanation.json"])
  }

  @Test func `a target that holds is said to hold, and where it came closest`() throws {
    let text = try screen(try request { $0.target = "Easy" })
    for words in ["Easy holds: ", "There is nothing to explain. Closest came 03:00: ", "Also missed", "Calls 80/20"] {
      #expect(text.contains(words), "\(words)\n\(text)")
    }
    #expect(!text.contains("Of 100 missed"))
    let hour = try screen(
      try request {
        $0.target = "Calls 80/20"
        $0.interval = "03:00"
      })
    #expect(hour.contains("Calls 80/20 at 03:00 is missed: "), "\(hour)")
  }

  @Test func `what is not there is answered with the nearest that is`() throws {
    func complaint(_ body: (inout ExplainRequest) -> Void) -> [String] {
      do {
        _ = try request(body)
        return []
      } catch {
        return (error as? RequestFailure)?.lines ?? ["\(error)"]
      }
    }
    #expect(complaint { $0.target = "Cals 80/20" } == ["--target Cals 80/20: there is no target Cals 80/20; did you mean Calls 80/20?"])
    #expect(complaint { $0.target = "Zebra" } == ["--target Zebra: there is no target Zebra; there are: Calls 80/20, Easy."])
    #expect(complaint { _ in } == ["--target says which target to explain; there are: Calls 80/20, Easy."])
    #expect(
      complaint {
        $0.target = "Easy"
        $0.interval = "03:01"
      } == ["--interval 03:01: no interval begins then; did you mean 03:00?"])
    #expect(
      complaint {
        $0.target = "Easy"
        $0.interval = "tomorrow"
      } == ["--interval tomorrow: no interval begins then; intervals begin from 00:00 to 07:00."])
  }
}
