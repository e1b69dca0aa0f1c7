package import Experiments
package import QueueingTheory
package import ServiceMetrics
import SimulationCore
import SupportModel

/// What a formula says about one contact type of a scenario, or what a group does for others, beside what was simulated; or why none does.
package struct TheoryCheck: Sendable {
  /// One measure, simulated and by formula.
  package struct Figure: Sendable {
    package let metric: Metric
    /// With its confidence interval.
    package let simulated: Estimate
    /// By the formula, in the unit of the metric.
    package let exact: Double

    /// The formula's value lies inside the simulation's confidence interval; nil where there is none.
    package var isInside: Bool? {
      guard let low = simulated.low, let high = simulated.high else { return nil }
      return low <= exact && exact <= high
    }
  }
  /// A formula held against a simulation.
  package struct Comparison: Sendable {
    /// The first of the catalogue whose assumptions hold.
    package let formula: Formula
    /// One for each measure that both know.
    package let figures: [Figure]
    /// The formula itself is an approximation.
    package let isApproximate: Bool
    /// How far off an approximation's mean wait is here (`TheoryAnswer.error`).
    package let error: Double?
    /// The play begins empty and does not warm up as long as it takes to forget that, while the formula is about the long run: what lies outside
    /// the interval may do so for that alone.
    package let isNotYetSteady: Bool
  }
  /// A formula applies or the first reason why none does.
  package enum Outcome: Sendable {
    case compared(Comparison)
    case notApplicable(Reason)
  }

  /// Why no formula speaks. Facts only; `Reports` words them.
  package enum Reason: Sendable, Equatable {
    case obstacle(SinglePool.Obstacle)
    /// Of another contact type or group, by its name.
    case elsewhere(String, SinglePool.Obstacle)
    case handleTimesNotExponential(customersLeave: Bool)
    /// More arrives than can be handled and nobody leaves.
    case unstable
    case formula(TheoryError)
    /// In the words of whoever failed.
    case other(String)
  }

  /// What a check is about.
  package enum Subject: Sendable, Equatable {
    /// Index into `Scenario.contactTypes`.
    case contactType(Int)
    /// Index into `Scenario.groups`: what it has on hold or approves.
    case group(Int)
  }

  /// For this one alone.
  package let subject: Subject
  package let outcome: Outcome

  /// One check for each contact type that comes, in declared order, then one for each group that is asked by others.
  package static func all(_ result: ExperimentResult) -> [TheoryCheck] {
    let query = ResultQuery(result)
    let scenario = result.scenario
    let types = scenario.declaredTypes.filter { !scenario.contactTypes[$0].arrivals.isEmpty || scenario.isReached($0) }
    let groups = scenario.groups.indices.filter { group in scenario.contactTypes.contains { $0.isAsked(of: group) } }
    return (types.map(Subject.contactType) + groups.map(Subject.group)).map { subject in
      TheoryCheck(subject: subject, outcome: outcome(TheoryPools(subject, result.scenario), result, query))
    }
  }

  private static func outcome(_ pools: TheoryPools, _ result: ExperimentResult, _ query: ResultQuery) -> Outcome {
    switch pools.found {
    case .failure(let refusal):
      return .notApplicable(refusal.place.map { .elsewhere($0, refusal.obstacle) } ?? .obstacle(refusal.obstacle))
    case .success(let found):
      do {
        let answers = try found.map { try answer($0.pool, result.scenario.horizon) }
        guard let first = answers.first, let formula = first?.formula, answers.allSatisfy({ $0?.formula == formula }) else {
          return .notApplicable(answers.contains { $0 == nil } ? noFormula(found[0].pool) : .obstacle(.mix))
        }
        let parts = zip(found, answers.compactMap { $0 }).map { TheoryFigures.Part(pool: $0.pool, share: $0.share, answer: $1.answer) }
        return .compared(
          Comparison(
            formula: formula, figures: TheoryFigures(pools.subject, parts, result, query).all,
            isApproximate: answers.contains { $0?.isApproximate ?? false }, error: parts.count == 1 ? parts[0].answer.error : nil,
            isNotYetSteady: answers.contains { $0.map { !$0.isSteady } ?? false }))
      } catch let error as TheoryError {
        if case .unstable = error { return .notApplicable(.unstable) }
        return .notApplicable(.formula(error))
      } catch {
        return .notApplicable(.other("\(error)"))
      }
    }
  }

  /// What a formula says of a pool.
  private struct PoolAnswer {
    var formula: Formula
    var answer: TheoryAnswer
    var isSteady: Bool
    var isApproximate: Bool
  }

  /// nil: none says anything.
  private static func answer(_ pool: SinglePool, _ horizon: Horizon) throws -> PoolAnswer? {
    for family in TheoryCatalog.all where !pool.comesBack || family.isAboutNetworks {
      guard let answer = try family.answer(pool) else { continue }
      let isSteady = pool.isSteady(horizon)
      if !isSteady, let early = try pool.transient(horizon) {
        return PoolAnswer(formula: FormulaCatalog.transient, answer: early, isSteady: true, isApproximate: false)
      }
      return PoolAnswer(
        formula: family.formula, answer: answer, isSteady: isSteady, isApproximate: family.isApproximate || answer.isApproximate)
    }
    return nil
  }

  private static func noFormula(_ pool: SinglePool) -> Reason {
    if pool.redial != nil { return .obstacle(.comeBackOtherwise) }
    return .handleTimesNotExponential(customersLeave: pool.patience != nil)
  }
}

extension Scenario {
  /// Contacts of other types lead to those of a type: they go on in it, or cause them.
  fileprivate func isReached(_ index: Int) -> Bool {
    family(of: index).contains { isMovedTo($0) }
      || contactTypes.contains { other in
        other.recontacts.contains { $0.contactType == index && $0.share.most > 0 } || other.selfService?.leaksAs == index
      }
  }
}

extension AbandonTreatment {
  init(_ abandons: Target.Abandons) {
    switch abandons {
    case .missed: self = .missed
    case .ignoredWithin: self = .ignoredWithin
    case .metWithin: self = .metWithin
    case .ignored: self = .ignored
    // No formula knows short abandons; such targets are not held against one.
    case .metShort: self = .missed
    }
  }
}
