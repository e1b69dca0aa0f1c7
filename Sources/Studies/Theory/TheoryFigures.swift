import Experiments
import QueueingTheory
import ServiceMetrics
import SimulationCore
import SupportModel

/// The measures that a formula and a result both know of a subject.
struct TheoryFigures {
  /// A pool that serves a share of the subject's contacts.
  struct Part {
    let pool: SinglePool
    let share: Double
    let answer: TheoryAnswer
  }

  private(set) var all: [TheoryCheck.Figure] = []
  private let parts: [Part]
  private let query: ResultQuery

  init(_ subject: TheoryCheck.Subject, _ parts: [Part], _ result: ExperimentResult, _ query: ResultQuery) {
    self.parts = parts
    self.query = query
    switch subject {
    case .contactType(let index): addWaits(of: index, result.scenario)
    case .group(let group):
      let scope = Scope(group: group)
      let isHolding = result.scenario.contactTypes.contains { $0.isHeld(by: group) }
      add(isHolding ? .pWaitOnHold : .pWaitForApproval, scope, mean(\.probabilityOfWait))
      add(isHolding ? .holdWaitMean : .approvalWaitMean, scope, mean { $0.meanWait })
    }
    for part in parts { addWork(of: part) }
  }

  /// Over the pools, each by its share; nil where one does not say.
  private func mean(_ value: (TheoryAnswer) -> Double?) -> Double? {
    var sum = 0.0
    for part in parts {
      guard let value = value(part.answer) else { return nil }
      sum += part.share * value
    }
    return sum
  }

  private mutating func add(_ metric: Metric, _ scope: Scope, _ exact: Double?) {
    guard let exact, let estimate = query[metric, scope], estimate.estimate != nil else { return }
    all.append(TheoryCheck.Figure(metric: metric, simulated: estimate, exact: exact))
  }

  private mutating func addWaits(of index: Int, _ scenario: Scenario) {
    let scope = Scope(contactType: index)
    let type = scenario.contactTypes[index]
    add(.pWait, scope, mean(\.probabilityOfWait))
    add(.waitMean, scope, mean { $0.meanWait })
    if parts.count == 1, parts[0].pool.comesBack, type.hasTouches {
      // Whoever comes back finds the queue as it always is; the mean is of those who wait.
      let answer = parts[0].answer
      add(.pWaitAgain, scope, answer.probabilityOfWait)
      if let wait = answer.meanWait, let share = answer.probabilityOfWait, share > 0 { add(.waitAgainMean, scope, wait / share) }
    }
    addPromises(of: index, scenario)
    // Who was answered before and leaves the queue of a later leg has not abandoned.
    if parts.contains(where: { $0.pool.patience != nil }), !scenario.isMovedTo(index) { add(.abandonment, scope, mean(\.abandonment)) }
    if parts.count == 1, parts[0].pool.types.count == 1, parts[0].pool.waitingPlaces != nil {
      let counted = (scenario.horizon.length - scenario.horizon.warmUp - scenario.horizon.cooldown).seconds
      let answer = parts[0].answer
      add(.blocked, scope, answer.blocking.map { $0 * (answer.attemptRate ?? parts[0].pool.arrivalRate) * counted })
    }
  }

  /// A promise of contacts that all come to this pool stands with the first of their types.
  private mutating func addPromises(of index: Int, _ scenario: Scenario) {
    guard parts.count == 1, let outcome = parts[0].answer.outcome else { return }
    let served = parts[0].pool.types
    for (position, target) in scenario.targets.enumerated()
    where target.contactTypes.first == index && target.shortAbandon == nil && target.isPlainAnswer
      && target.contactTypes.allSatisfy({ served.contains($0) || scenario.contactTypes[$0].mix != nil })
    {
      let shares = try? outcome(target.within.seconds)
      add(.serviceLevel, Scope(target: position), shares?.serviceLevel(AbandonTreatment(target.abandons)))
    }
  }

  private mutating func addWork(of part: Part) {
    let scope = Scope(group: part.pool.group)
    if let fullHands = part.pool.fullHands {
      add(.load, scope, part.answer.occupancy.map { $0 * fullHands })
    } else {
      add(.occupancy, scope, part.answer.occupancy)
    }
  }
}
