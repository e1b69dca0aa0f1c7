import Foundation
import Testing
import Workbench

@testable import muster

/// The evaluation of a plan that was found is a run like any other, and can be shared out.
@Suite struct StaffShardTests {
  /// Of the sheet: who came and what became of them, without what is said of people asked for.
  private func played(_ sheet: String) -> [[Substring]] {
    let lines = sheet.split(whereSeparator: \.isNewline).map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let names = ["Time", "For", "Offered", "Handle time (s)", "Service level", "Wait (s)", "Abandonment", "Occupancy"]
    let columns = names.compactMap { name in lines.first?.firstIndex { $0.hasSuffix(name) } }
    return columns.count == names.count ? lines.map { line in columns.map { line[$0] } } : []
  }

  @Test func `shards of a plan come to what staff said of it`() throws {
    let workshop = try ShardWorkshop()
    defer { workshop.remove() }
    var staff = StaffRequest(ScenarioSource(workshop.path("s.yaml")))
    staff.replications = 60
    staff.out = workshop.path("staff")
    staff.page.isWanted = false
    try staff.answer(Execution(threads: 2)).write()
    let request = SharedRequest.run(
      RunRequest(ScenarioSource(workshop.path("staff/staffing.yaml"), reach: Reach(folders: [workshop.folder])), seed: 8, replications: 60))
    for index in 1...3 { try workshop.shard(request, index, of: 3) }
    try FileManager.default.createDirectory(atPath: workshop.path("whole"), withIntermediateDirectories: true)
    let merged = try #require(try workshop.merged())
    let sheets = (try #require(workshop.files("staff")["half-hours.csv"]), try #require(merged["half-hours.csv"]))
    let found = played(String(decoding: sheets.0, as: UTF8.self))
    #expect(found.count > 6)
    #expect(played(String(decoding: sheets.1, as: UTF8.self)) == found)
  }
}
