import Experiments
import PlayFixtures
import SimulationCore
import SupportModel
import Testing

@testable import Staffing

/// Why an interval went badly, worked out by hand.
@Suite struct ShortfallTests {
  /// People of the first group in the sixth half-hour, over two plays: so many in each of the states.
  private func cause(atWork: Double, onBreak: Double = 0, absent: Double = 0, needed: Double?, usual: Double? = nil, waiting: Double = 0)
    -> Shortfall
  {
    let scenario = MadeUp.scenario()
    var result = ExperimentResult(
      scenario: scenario, seed: 1, replications: 2, confidence: 0.95, stop: .completed, estimates: [], agents: [], remarks: [],
      contactsPlayed: 0, eventsPlayed: 0)
    result.groupTime = Array(repeating: GroupCell(), count: scenario.horizon.intervals.count * scenario.groups.count)
    func time(_ people: Double) -> Int64 { Int64(people * 2 * 1_800e6) }
    let place = 5 * scenario.groups.count
    result.groupTime[place].handling = time(atWork) / 2
    result.groupTime[place].available = time(atWork) / 2
    result.groupTime[place].onBreak = time(onBreak)
    result.groupTime[place].absent = time(absent)
    return Shortfall(result, groups: [0], interval: 5, needed: needed, usual: usual, waiting: waiting)
  }

  @Test func `The gravest cause that the numbers show is named`() {
    let breaks = cause(atWork: 9, onBreak: 3, absent: 1, needed: 11)
    #expect(breaks.cause == .breaks && breaks.atWork == 9 && breaks.onBreak == 3 && breaks.absent == 1)
    #expect(cause(atWork: 9, onBreak: 1, absent: 1, needed: 11).cause == .absence)
    #expect(cause(atWork: 9, onBreak: 1, absent: 1, needed: 14).cause == .demand)
    // Of who is missing the most: three scheduled too few, or two of five on a break, or two of five at home.
    #expect(cause(atWork: 9, onBreak: 1, absent: 1, needed: 14, usual: 10).cause == .demand)
    #expect(cause(atWork: 9, onBreak: 1, absent: 1, needed: 14, usual: 14).cause == .schedule)
    #expect(cause(atWork: 2.3, onBreak: 2.7, needed: 7, usual: 7).cause == .breaks)
    #expect(cause(atWork: 2.3, onBreak: 0.2, absent: 2.5, needed: 7, usual: 7).cause == .absence)
    #expect(cause(atWork: 0, needed: 3).cause == .closed)
    #expect(cause(atWork: 9, needed: 8, waiting: 20).cause == .leftFromBefore(20))
    // Enough people, and nobody was waiting; or nothing is known to hold them against.
    #expect(cause(atWork: 9, needed: 8, waiting: 1).cause == .unknown)
    #expect(cause(atWork: 9, needed: nil).cause == .unknown)
  }
}
