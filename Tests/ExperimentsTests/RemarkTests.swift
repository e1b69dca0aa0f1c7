import PlayFixtures
import SimulationCore
import SupportModel
import Testing

@testable import Experiments

@Suite struct RemarkTests {
  private func remarks(_ scenario: Scenario = MadeUp.scenario(), _ change: (inout ReplicationRecord) -> Void) -> [Remark] {
    let compiled = CompiledScenario(scenario)
    var record = MadeUp.empty(compiled)
    change(&record)
    var fold = ExperimentFold(compiled)
    fold.add(record)
    return RemarkCatalog.remarks(fold.evidence)
  }

  @Test func `A quiet play has no remarks`() {
    #expect(remarks { _ in } == [])
    #expect(Set(RemarkCatalog.all.map(\.name)).count == RemarkCatalog.all.count)
  }

  @Test func `Open contacts are named with their age and reason`() {
    let found = remarks {
      $0.groups[0].available = 1
      $0.contacts[0].offered = 100
      $0.contacts[0].handled = 59
      $0.contacts[0].stillOpen = 41
      for _ in 0..<41 { $0.openAges[0].record(12_000_000_000) }
    }
    guard case .stillOpen(contactType: 0, open: 41, share: 0.41, medianAge: let age?, phases: nil)? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1 && abs(age - 12_000) < 0.07 * 12_000)
  }

  @Test func `Blocked contacts are named with the limit`() {
    let found = remarks {
      $0.groups[0].available = 1
      $0.contacts[0].offered = 1000
      $0.contacts[0].handled = 996
      $0.contacts[0].blocked = 4
    }
    #expect(found == [.blocked(contactType: 0, blocked: 4, share: 0.004, why: [.queueHolds(30)])])
  }

  @Test func `Hours with nobody are named`() {
    let found = remarks {
      for interval in 0..<24 {
        $0.contacts[interval * 2 + 1].offered = 5
        $0.contacts[interval * 2 + 1].handled = 5
        if interval < 20 { $0.groups[interval * 3 + 1].available = 1 }
      }
    }
    #expect(found == [.nobodyThere(contactType: 1, able: [1, 2], intervals: [20...23], came: 20)])
  }

  @Test func `Contacts that nobody can take are named`() {
    var scenario = MadeUp.scenario()
    scenario.groups.removeLast()
    scenario.groups.removeLast()
    let found = remarks(scenario) { $0.contacts[1].offered = 12 }
    #expect(found == [.neverServed(contactType: 1, came: 12, isPossible: false)])
  }

  @Test func `Overload and overtime are named`() {
    let found = remarks {
      for interval in 0..<24 {
        $0.groups[interval * 3].handling = 1_800_000_000
        $0.contacts[interval * 2].offered = 20
        $0.contacts[interval * 2].handled = 20
      }
      $0.groups[69].overtime = 1_800_000_000
      $0.openAtEnd[46].waiting = 200
    }
    #expect(found.count == 2 && found.first == .overloaded(contactType: 0, able: [0, 2], occupancy: 1, waiting: 200))
    guard case .pastTheShift(group: 0, hours: 0.5, share: let share)? = found.last else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(share - 0.04) < 0.001)
  }

  @Test func `What touches most customers is told first, and what touches none last`() {
    let found = remarks {
      $0.contacts[0].offered = 100
      $0.contacts[0].handled = 60
      $0.contacts[0].abandoned = 30
      $0.contacts[0].blocked = 4
      $0.contacts[0].stillOpen = 6
      $0.groups[0].handling = 3_600_000_000
      $0.groups[0].overtime = 1_800_000_000
    }
    #expect(found.map(\.customers) == [30, 6, 4, 0])
    guard case .gaveUp(contactType: 0, abandoned: 30, share: let share)? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(abs(share - 30.0 / 96) < 1e-12)
  }
}
