import QueueingTheory
import SimulationCore

/// The formulas the theory check tries, in this order; the first that applies speaks.
package enum TheoryCatalog {
  /// From the particular to the general: exact formulas first.
  package static let all: [TheoryFamily] = [
    TheoryFamily(FormulaCatalog.jackson, isAboutNetworks: true) { pool in
      guard pool.comesBack || pool.hasGroupsBefore, pool.handleIsExponential, pool.waitingPlaces == nil, pool.patience == nil else {
        return nil
      }
      return TheoryAnswer(try ErlangC(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, servers: Double(pool.agents)))
    },
    TheoryFamily(FormulaCatalog.redials) { pool in
      guard let redial = pool.redial, pool.handleIsExponential, pool.patience?.isExponential ?? true else { return nil }
      return try ifItFits { () throws(TheoryError) in
        TheoryAnswer(
          try RedialQueue(
            arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, patience: pool.patience?.mean, agents: pool.agents,
            waitingPlaces: pool.waitingPlaces, persistence: redial.persistence, redialDelay: redial.delay))
      }
    },
    TheoryFamily(FormulaCatalog.finiteQueue) { pool in
      guard pool.redial == nil, pool.handleIsExponential, let places = pool.waitingPlaces, pool.patience?.isExponential ?? true else {
        return nil
      }
      return TheoryAnswer(
        try FiniteQueue(
          arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, patience: pool.patience?.mean, servers: Double(pool.agents),
          waitingPlaces: places))
    },
    TheoryFamily(FormulaCatalog.erlangC) { pool in
      guard pool.redial == nil, pool.handleIsExponential, pool.waitingPlaces == nil, pool.patience == nil else { return nil }
      return TheoryAnswer(
        try ErlangC(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, servers: Double(pool.agents)))
    },
    TheoryFamily(FormulaCatalog.erlangA) { pool in
      guard pool.redial == nil, pool.handleIsExponential, pool.waitingPlaces == nil, let patience = pool.patience, patience.isExponential
      else { return nil }
      return TheoryAnswer(
        try ErlangA(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, patience: patience.mean, servers: Double(pool.agents)))
    },
    TheoryFamily(FormulaCatalog.generalPatience) { pool in
      guard pool.redial == nil, pool.handleIsExponential, pool.waitingPlaces == nil, let patience = pool.patience, patience.mean.isFinite
      else { return nil }
      let law: any DurationLaw = patience.variance == 0 ? try ConstantLaw(patience.mean) : DistributionLaw(distribution: patience)
      return TheoryAnswer(
        try GeneralPatienceQueue(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, patience: law, servers: Double(pool.agents)))
    },
    TheoryFamily(FormulaCatalog.erlangB) { pool in
      // Only with the very lines of the agents: no wait, so any handle time will do.
      guard pool.redial == nil, pool.waitingPlaces == 0, pool.handleTime.isFinite else { return nil }
      return TheoryAnswer(try ErlangB(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, servers: Double(pool.agents)))
    },
    TheoryFamily(FormulaCatalog.constantHandle) { pool in
      guard pool.handleVariance == 0, pool.waitingPlaces == nil, pool.patience == nil else { return nil }
      return try ifItFits { () throws(TheoryError) in
        TheoryAnswer(try ConstantHandleQueue(arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, agents: pool.agents))
      }
    },
    TheoryFamily(FormulaCatalog.handlePhases) { pool in
      guard pool.redial == nil, let phases = pool.handlePhases, pool.patience?.isExponential ?? true else { return nil }
      return try ifItFits { () throws(TheoryError) in
        TheoryAnswer(
          try PhaseHandleQueue(
            arrivalRate: pool.arrivalRate, phases: phases, patience: pool.patience?.mean, agents: pool.agents,
            waitingPlaces: pool.waitingPlaces, mostStates: 60_000))
      }
    },
    TheoryFamily(FormulaCatalog.singleServer) { pool in
      guard pool.agents == 1, pool.waitingPlaces == nil, pool.patience == nil, pool.handleVariance.isFinite else { return nil }
      let model = try SingleServerQueue(
        arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, secondMoment: pool.handleVariance + pool.handleTime * pool.handleTime)
      return TheoryAnswer(meanWait: model.meanWait, probabilityOfWait: model.probabilityOfWait, occupancy: model.occupancy)
    },
    TheoryFamily(FormulaCatalog.allenCunneen, isApproximate: true) { pool in
      guard pool.waitingPlaces == nil, pool.patience == nil, pool.handleVariance.isFinite else { return nil }
      let model = try AllenCunneen(
        arrivalRate: pool.arrivalRate, handleTime: pool.handleTime, servers: Double(pool.agents),
        handleVariability: pool.handleVariance / (pool.handleTime * pool.handleTime))
      var answer = TheoryAnswer(meanWait: model.meanWait, occupancy: model.occupancy)
      answer.error = try model.errorAgainstExact()
      return answer
    },
  ]

  /// nil where the computation would be too large: perhaps another formula has an answer.
  private static func ifItFits(_ answer: () throws(TheoryError) -> TheoryAnswer) throws(TheoryError) -> TheoryAnswer? {
    do {
      return try answer()
    } catch {
      if case .tooLarge = error { return nil }
      throw error
    }
  }
}
