import PlayFixtures
import SimulationCore
import SupportModel
import Testing

@testable import Experiments

@Suite struct RemarkTests {
  private func remarks(_ scenario: Scenario = MadeUp.scenario(), _ change: (inout ReplicationRecord) -> Void) -> [String] {
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    change(&record)
    var fold = ExperimentFold(compiled)
    fold.add(record)
    return RemarkCatalog.sentences(fold.evidence)
  }

  @Test func `A quiet play has no remarks`() {
    #expect(remarks { _ in } == [])
    #expect(Set(RemarkCatalog.all.map(\.name)).count == RemarkCatalog.all.count)
  }

  @Test func `Open contacts are named with their age and reason`() {
    let sentences = remarks {
      $0.groups[0].available = 1
      $0.contacts[0].offered = 100
      $0.contacts[0].handled = 59
      $0.contacts[0].stillOpen = 41
      for _ in 0..<41 { $0.openAges[0].record(12_000_000_000) }
    }
    #expect(
      sentences == [
        "On average 41 sales-call contacts (41 % of those offered) were still open when play ended, half of them for 3h21m or longer, "
          + "because nobody who can take them was left to finish them."
      ])
  }

  @Test func `Blocked contacts are named with the limit`() {
    let sentences = remarks {
      $0.groups[0].available = 1
      $0.contacts[0].offered = 1000
      $0.contacts[0].handled = 996
      $0.contacts[0].blocked = 4
    }
    #expect(sentences == ["0.4 % of sales-call contacts were refused entry, on average 4: the queue holds 30."])
  }

  @Test func `Hours with nobody are named`() {
    let sentences = remarks {
      for interval in 0..<24 {
        $0.contacts[interval * 2 + 1].offered = 5
        $0.contacts[interval * 2 + 1].handled = 5
        if interval < 20 { $0.groups[interval * 3 + 1].available = 1 }
      }
    }
    #expect(
      sentences == [
        "Nobody who can take help-chat (helpers and both) was there from 10:00 to the end; "
          + "on average 20 contacts arrived in that time and had to wait."
      ])
  }

  @Test func `Contacts that nobody can take are named`() {
    var scenario = MadeUp.scenario()
    scenario.groups.removeLast()
    scenario.groups.removeLast()
    let sentences = remarks(scenario) { $0.contacts[1].offered = 12 }
    #expect(sentences == ["No help-chat contact was ever handled, of 12 on average: no group has all the skills it needs."])
  }

  @Test func `Overload and overtime are named`() {
    let sentences = remarks {
      for interval in 0..<24 {
        $0.groups[interval * 3].handling = 1_800_000_000
        $0.contacts[interval * 2].offered = 20
        $0.contacts[interval * 2].handled = 20
      }
      $0.groups[69].overtime = 1_800_000_000
      $0.openAtEnd[46].waiting = 200
    }
    #expect(
      sentences == [
        "sales-call is overloaded: sellers and both were busy 100 % of the time and 200 contacts were waiting at the end of the horizon; "
          + "its waits grow with the length of the horizon.",
        "sellers worked 0.5 hours past the end of shifts on average (4 % of paid time).",
      ])
  }

  @Test func `Numbers are worded for reading`() {
    #expect(
      [1_234_567, 41.2, 4.12, 4.0, 0.324, 0.3, 0.05].map(RemarkWords.number) == ["1,234,567", "41", "4.1", "4", "0.32", "0.3", "0.05"])
    #expect([40.0, 720, 12_000, 187_200].map { RemarkWords.duration(seconds: $0) } == ["40s", "12m", "3h20m", "2d4h"])
    #expect(RemarkWords.percent(0.00001) == "less than 0.01 %")
    #expect(RemarkWords.list(["a", "b", "c"]) == "a, b and c")
  }
}
