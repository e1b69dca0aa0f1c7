package import Experiments
package import QueueingTheory
package import ServiceMetrics
import SimulationCore
import SupportModel

/// What a formula says about one contact type of a scenario, beside what was simulated; or why none does.
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
    case handleTimesNotExponential(customersLeave: Bool)
    /// More arrives than can be handled and nobody leaves.
    case unstable
    case formula(TheoryError)
    /// In the words of whoever failed.
    case other(String)
  }

  /// Index into `Scenario.contactTypes`.
  package let contactType: Int
  /// For this contact type alone.
  package let outcome: Outcome

  /// One check per contact type that arrives, in declared order.
  package static func all(_ result: ExperimentResult) -> [TheoryCheck] {
    let query = ResultQuery(result)
    return result.scenario.contactTypes.indices.filter { !result.scenario.contactTypes[$0].arrivals.isEmpty }.map { index in
      TheoryCheck(contactType: index, outcome: outcome(index, result, query))
    }
  }

  private static func outcome(_ index: Int, _ result: ExperimentResult, _ query: ResultQuery) -> Outcome {
    do {
      let pool = try SinglePool(contactType: index, in: result.scenario)
      for family in TheoryCatalog.all where pool.feedback == nil || family.isAboutTouches {
        guard let answer = try family.answer(pool) else { continue }
        let isSteady = pool.isSteady(result.scenario.horizon)
        if !isSteady, let early = try pool.transient(result.scenario.horizon) {
          return .compared(compare(pool, FormulaCatalog.transient, early, isSteady: true, isApproximate: false, result, query))
        }
        return .compared(
          compare(
            pool, family.formula, answer, isSteady: isSteady, isApproximate: family.isApproximate || answer.isApproximate, result, query))
      }
      if pool.feedback != nil { return .notApplicable(.obstacle(.touches)) }
      if pool.redial != nil { return .notApplicable(.obstacle(.comeBackOtherwise)) }
      return .notApplicable(.handleTimesNotExponential(customersLeave: pool.patience != nil))
    } catch let obstacle as SinglePool.Obstacle {
      return .notApplicable(.obstacle(obstacle))
    } catch let error as TheoryError {
      if case .unstable = error { return .notApplicable(.unstable) }
      return .notApplicable(.formula(error))
    } catch {
      return .notApplicable(.other("\(error)"))
    }
  }

  private static func compare(
    _ pool: SinglePool, _ formula: Formula, _ answer: TheoryAnswer, isSteady: Bool, isApproximate: Bool, _ result: ExperimentResult,
    _ query: ResultQuery
  ) -> Comparison {
    let type = Scope(contactType: pool.contactType)
    var figures: [Figure] = []
    func add(_ metric: Metric, _ scope: Scope, _ exact: Double?) {
      guard let exact, let estimate = query[metric, scope], estimate.estimate != nil else { return }
      figures.append(Figure(metric: metric, simulated: estimate, exact: exact))
    }
    add(.pWait, type, answer.probabilityOfWait)
    add(.waitMean, type, answer.meanWait)
    if let outcome = answer.outcome {
      for (index, target) in result.scenario.targets.enumerated()
      where target.contactTypes == [pool.contactType] && target.shortAbandon == nil && target.isPlainAnswer {
        let shares = try? outcome(target.within.seconds)
        add(.serviceLevel, Scope(target: index), shares?.serviceLevel(AbandonTreatment(target.abandons)))
      }
    }
    if pool.patience != nil { add(.abandonment, type, answer.abandonment) }
    if pool.waitingPlaces != nil {
      let counted = (result.scenario.horizon.length - result.scenario.horizon.warmUp - result.scenario.horizon.cooldown).seconds
      add(.blocked, type, answer.blocking.map { $0 * (answer.attemptRate ?? pool.arrivalRate) * counted })
    }
    if let fullHands = pool.fullHands {
      add(.load, Scope(group: pool.group), answer.occupancy.map { $0 * fullHands })
    } else {
      add(.occupancy, Scope(group: pool.group), answer.occupancy)
    }
    return Comparison(
      formula: formula, figures: figures, isApproximate: isApproximate, error: answer.error, isNotYetSteady: !isSteady)
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
