import Testing

@testable import QueueingTheory

/// Asked backwards: how many agents explain what was seen.
@Suite struct ExplainedStaffingTests {
  static let models: [QueueModel] = [
    .erlangC, .erlangA(patience: 120), .erlangA(patience: 20), .finiteQueue(waitingPlaces: 8, patience: 90),
  ]

  @Test(arguments: [0.3, 4, 10, 250, 40_000]) func `the agents that gave a figure are found again from it`(load: Double) throws {
    for model in Self.models {
      for spare in [-0.3, 0.04, 0.4, 1.3, 3] {
        let agents = load + spare * load.squareRoot()
        if case .erlangC = model, spare < 0 { continue }
        // A finite queue is not for so many, for whom its eight places are none.
        if case .finiteQueue = model, load > 1000 { continue }
        let measures = try model.measures(arrivalRate: load / 180, handleTime: 180, servers: agents)
        var seen: [Goal] = [
          .meanWait(atMost: try measures.meanWaitOfServed), .serviceLevel(try measures.serviceLevel(within: 20), within: 20),
        ]
        if measures.abandonment > 1e-9 { seen.append(.abandonment(atMost: measures.abandonment)) }
        for observation in seen where !observation.isPerfection && (observation.value > 1e-9) {
          if case .serviceLevel(let share, _, _) = observation, share > 1 - 1e-9 || share < 1e-9 { continue }
          let found = try ExplainedStaffing(observation, arrivalRate: load / 180, handleTime: 180, model: model)
          #expect(abs(found.agents - agents) < 1e-5 * agents, "\(model) \(load) \(spare) \(observation): \(found.agents), not \(agents)")
          #expect(Double(found.fewer.agents) <= found.agents + 1e-6 && found.agents < Double(found.more.agents))
        }
      }
    }
  }

  @Test func `the textbook desk is explained with its neighbours`() throws {
    // 100 calls of 3 min in half an hour: 17.0 s with 13 agents, 7.8 s with 14 (Erlang C).
    let between = try ExplainedStaffing(.meanWait(atMost: 13), arrivalRate: 100.0 / 1800, handleTime: 180, model: .erlangC)
    #expect(between.agents > 13 && between.agents < 14)
    #expect(between.fewer.agents == 13 && between.more.agents == 14)
    #expect(abs(try #require(between.fewer.figure) - 17.1) < 0.1 && abs(between.more.figure - 7.836) < 0.01)
    // Exactly what 14 give is explained by 14.
    let exact = try ErlangC(arrivalRate: 100.0 / 1800, handleTime: 180, servers: 14).meanWait
    let whole = try ExplainedStaffing(.meanWait(atMost: exact), arrivalRate: 100.0 / 1800, handleTime: 180, model: .erlangC)
    #expect(abs(whole.agents - 14) < 1e-9 && whole.fewer.agents == 14)
    // Below the load there is no figure: the queue would grow without bound.
    let long = try ExplainedStaffing(.meanWait(atMost: 3600), arrivalRate: 100.0 / 1800, handleTime: 180, model: .erlangC)
    #expect(long.fewer.agents == 10 && long.fewer.figure == nil)
  }

  @Test(arguments: [0.5, 10, 300, 20_000]) func `wait and abandonment together tell agents and patience`(load: Double) throws {
    for spare in [-1.0, 0, 0.7] {
      for patience in [30.0, 240, 1500] {
        let agents = max(0.4 * load, load + spare * load.squareRoot())
        let queue = try ErlangA(arrivalRate: load / 180, handleTime: 180, patience: patience, servers: agents)
        let found = try ExplainedStaffing.agentsAndPatience(
          meanWait: queue.meanWaitOfServed, abandonment: queue.abandonment, arrivalRate: load / 180, handleTime: 180)
        #expect(abs(found.agents / agents - 1) < 1e-6, "\(load) \(spare) \(patience): \(found)")
        #expect(abs(found.patience / patience - 1) < 1e-4, "\(load) \(spare) \(patience): \(found)")
      }
    }
  }

  @Test func `what no number of agents explains is named`() throws {
    func problem(_ goal: Goal, _ model: QueueModel) -> TheoryError? {
      do {
        _ = try ExplainedStaffing(goal, arrivalRate: 10, handleTime: 1, model: model)
        return nil
      } catch {
        return error
      }
    }
    // Nobody waits longer than patience lets them.
    if case .unexplained(.meanWait, let worst, let best)? = problem(.meanWait(atMost: 50), .erlangA(patience: 1)) {
      #expect(worst > 0.5 && worst < 50 && best == 0)
    } else {
      Issue.record("a wait beyond all patience is explained")
    }
    #expect(problem(.meanWait(atMost: 0), .erlangC) == .unexplained(.meanWait(atMost: 0), worst: .infinity, best: 0))
    #expect(problem(.serviceLevel(1, within: 1), .erlangC) == .unexplained(.serviceLevel(1, within: 1), worst: 0, best: 1))
    #expect(problem(.abandonment(atMost: 0.1), .erlangC) != nil)
    #expect(problem(.meanWait(atMost: 0.1), .erlangC) == nil)
  }
}
