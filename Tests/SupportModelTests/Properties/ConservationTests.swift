import SimulationCore
import Testing

@testable import SupportModel

/// What holds for every scenario, with the simulator checking itself after every event.
@Suite struct ConservationTests {
  @Test func `Everybody offered is handled, gone or still there`() throws {
    for seed in Generated.seeds {
      let play = try Play(Generated.scenario(seed), seed: seed)
      for (index, cell) in play.record.contacts.enumerated() {
        #expect(cell.offered == cell.gone, "seed \(seed), cell \(index)")
        #expect(
          play.record.longestWaits[index].microseconds <= cell.waitAnswered + cell.waitAbandoned + cell.waitOther,
          "seed \(seed), cell \(index)")
      }
      for type in 0..<play.record.typeCount {
        let cell = play.contacts(type)
        let rows = play.rows.filter { $0.isCounted && Int($0.contactType) == type }
        #expect(Int(cell.offered) == rows.count, "seed \(seed), type \(type)")
        for (outcome, count) in [
          (ContactRow.Outcome.handled, cell.handled), (.abandoned, cell.abandoned), (.balked, cell.balked), (.blocked, cell.blocked),
          (.disconnected, cell.disconnected),
          (.disconnectedLate, cell.disconnectedLate), (.open, cell.stillOpen),
        ] {
          #expect(rows.count { $0.outcome == outcome } == Int(count), "seed \(seed), type \(type), \(outcome)")
        }
        #expect(play.record.waits[type].count == cell.offered - cell.blocked, "seed \(seed), type \(type)")
      }
    }
  }

  @Test func `The states of a group are those of its agents, and of people who are always there they fill the time`() throws {
    for seed in Generated.seeds {
      let scenario = Generated.scenario(seed)
      let compiled = CompiledScenario(scenario)
      let play = try Play(scenario, seed: seed)
      for (index, group) in scenario.groups.enumerated() {
        let cells = play.group(index)
        var agents = AgentTotals()
        for (agent, owner) in compiled.agentGroups.enumerated() where Int(owner) == index { agents += play.record.agents[agent] }
        #expect(
          [
            cells.available, cells.handling, cells.wrapUp, cells.onBreak, cells.offline, cells.overtime, cells.overtimeWrapUp,
            cells.handled,
          ] == [
            agents.available, agents.handling, agents.wrapUp, agents.onBreak, agents.offline, agents.overtime, agents.overtimeWrapUp,
            agents.handled,
          ], "seed \(seed), group \(index)")
        guard case .always(let count) = group.presence else { continue }
        for (number, interval) in scenario.horizon.intervals.enumerated() {
          let cell = play.record.groups[number * scenario.groups.count + index]
          let time = Int64(count) * (interval.end - interval.start).microseconds
          #expect(cell.available + cell.handling + cell.wrapUp == time && cell.scheduled == time, "seed \(seed), group \(index)")
        }
      }
    }
  }

  @Test func `The states of a person with shifts fill the time between coming and going`() throws {
    for seed in Generated.seeds {
      let scenario = Generated.scenario(seed)
      let compiled = CompiledScenario(scenario)
      let play = try Play(scenario, seed: seed)
      for (agent, group) in compiled.agentGroups.enumerated() {
        guard case .roster = scenario.groups[Int(group)].presence else { continue }
        var present: Int64 = 0
        var came: Int64?
        func leave(_ at: Int64) {
          present += max(0, min(at, scenario.end) - max(came ?? at, scenario.warmUp))
          came = nil
        }
        for entry in play.journal where Int(entry.agent) == agent {
          if entry.kind == .shiftStarted { came = entry.time }
          if entry.kind == .shiftEnded { leave(entry.time) }
        }
        leave(play.record.endOfPlay.microseconds)
        #expect(play.record.agents[agent].paid == present, "seed \(seed), agent \(agent)")
      }
    }
  }

  @Test func `The queue seen over time is the waiting of its contacts`() throws {
    var tried = 0
    for seed in Generated.seeds {
      let scenario = Generated.scenario(seed)
      let play = try Play(scenario, seed: seed)
      // Who was handed back waits more than once, which a row does not show.
      if play.journal.contains(where: { $0.kind == .handedBack }) { continue }
      tried += 1
      for type in 0..<play.record.typeCount {
        var waiting: Int64 = 0
        for row in play.rows where Int(row.contactType) == type && row.outcome != .blocked && row.outcome != .balked {
          let until = row.answeredAt >= 0 ? row.answeredAt : row.endedAt >= 0 ? row.endedAt : scenario.end
          waiting += max(0, min(until, scenario.end) - max(row.arrivedAt, scenario.warmUp))
        }
        #expect(play.contacts(type).queueIntegral == waiting, "seed \(seed), type \(type)")
      }
    }
    #expect(tried > Generated.seeds.count / 2)
  }
}
