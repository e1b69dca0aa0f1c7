import Foundation
import SimulationCore
import SupportModel

/// What must hold of contact types and groups for a formula to speak of a queue; each throws the first thing that does not.
struct PoolConditions {
  typealias Obstacle = SinglePool.Obstacle
  let scenario: Scenario

  init(_ scenario: Scenario) { self.scenario = scenario }

  /// Of a contact type by itself, wherever it is served.
  func requirePlain(_ index: Int) throws(Obstacle) {
    let type = scenario.contactTypes[index]
    if type.mix != nil { throw .mix }
    if let hours = scenario.openingHours(of: index), hours != BusinessTime([.zero..<(.zero + scenario.horizon.length)]) { throw .hours }
    if type.balk > 0 { throw .balk }
    if scenario.isShared(type), !scenario.channels[type.channel].pace.isFlat { throw .severalAtOnce }
    if type.abandonsInService != nil { throw .leaveInService }
    if type.callback != nil || type.chaser != nil || type.duplicate != nil { throw .recontacts }
    let doubled = scenario.contactTypes.compactMap { $0.duplicate?.contactType }
    if doubled.contains(where: { $0 == index || $0 == type.variantOf }) { throw .recontacts }
    if scenario.tray(of: type) != nil { throw .trays }
    let concerned = scenario.routing.escalations.filter { rule in
      scenario.targets[rule.target].contactTypes.contains { scenario.legs(of: $0).contains(index) }
    }
    if concerned.contains(where: { $0.raise != 0 || $0.to != nil }) { throw .escalations }
    guard type.talk.pieces.count == 1, (type.wrapUp?.pieces.count ?? 1) == 1 else { throw .handleTimeChanges }
    let later = (type.touches?.talk ?? []) + (type.touches?.wrapUp ?? [])
    guard later.allSatisfy({ $0.pieces.count == 1 }) else { throw .handleTimeChanges }
    guard (type.patience?.pieces.count ?? 1) == 1 else { throw .patienceChanges }
  }

  /// One group serves it.
  func requireAlone(_ index: Int, _ servers: [Int]) throws(Obstacle) {
    if servers.isEmpty { throw .nobody }
    if servers.count > 1 { throw .severalGroups }
  }

  /// Contacts that can be in hand at once, and what hands full are of a person's capacity; nil: one at a time.
  func agents(_ group: Int, _ classes: [ContactClass]) throws(Obstacle) -> (agents: Int, fullHands: Double?) {
    let count = try constantCount(scenario.groups[group])
    if count == 0 { throw .nobody }
    let shared = Set(classes.filter { $0.task == .own && scenario.isShared(scenario.contactTypes[$0.type]) }.map(\.type))
    guard let first = shared.first else { return (count, nil) }
    let channel = scenario.contactTypes[first].channel
    guard classes.allSatisfy({ $0.task == .own && scenario.contactTypes[$0.type].channel == channel }) else { throw .severalAtOnce }
    let rule = scenario.channels[channel]
    return (count * rule.mostInHand, Double(rule.mostInHand) / Double(rule.concurrency))
  }

  private func constantCount(_ group: AgentGroup) throws(Obstacle) -> Int {
    if group.absence > 0 || group.lateBy != nil || group.offline.contains(where: { $0.share > 0 }) { throw .peopleMissing }
    if group.changes { throw .peopleChange }
    if let new = group.newHires, let ramp = group.ramp, new.count(of: group.startingPeople) > 0, ramp.factor(tenure: new.tenure) > 1 {
      throw .peopleNew
    }
    switch group.presence {
    case .always(let count): return count
    case .staffing(let steps):
      guard Set(steps.map(\.count)).count == 1, let count = steps.first?.count else { throw .staffingChanges }
      return count
    case .roster: throw .peopleWithShifts
    }
  }

  /// Patience of all types alike.
  func patience(_ types: [Int]) throws(Obstacle) -> AnyDistribution? {
    let laws = types.map { scenario.contactTypes[$0].patience?.pieces[0].distribution }
    guard let first = laws.first else { return nil }
    for law in laws.dropFirst() {
      switch (first, law) {
      case (nil, nil): continue
      case (let a?, let b?) where a.isLike(b): continue
      default: throw .patienceDiffers
      }
    }
    return first
  }

  /// Redials that go on after each loss alike, as often as it takes: a limit on tries that one customer in ten thousand would reach is none.
  func redial(_ types: [Int], isLimited: Bool) throws(Obstacle) -> SinglePool.Redial? {
    func retries(_ type: ContactType) -> [ContactType.Retry?] {
      let all = (type.patience == nil ? [] : [type.afterAbandon]) + (isLimited ? [type.afterBlocked] : [])
      return all.map { $0.flatMap { $0.probability > 0 ? $0 : nil } }
    }
    guard types.contains(where: { retries(scenario.contactTypes[$0]).contains { $0 != nil } }) else { return nil }
    guard types.count == 1 else { throw .comeBackOtherwise }
    let type = scenario.contactTypes[types[0]]
    let tries = retries(type)
    guard let retry = tries[0], retry.probability <= 1, retry.delay.isExponential, !retry.samePatience || type.patience == nil,
      retry.probability == 1 ? retry.atMost >= 1_000 : Double(retry.atMost) * log(retry.probability) < log(1e-4)
    else { throw .comeBackOtherwise }
    for other in tries.dropFirst() {
      guard let other, other.probability == retry.probability, other.delay.isExponential, other.delay.mean == retry.delay.mean,
        other.atMost == retry.atMost
      else { throw .comeBackOtherwise }
    }
    return SinglePool.Redial(persistence: retry.probability, delay: retry.delay.mean)
  }

  /// Places to wait for all types of a pool together; nil: any number.
  func places(_ types: [Int], _ agents: Int) throws(Obstacle) -> Int? {
    var least: Int?
    for type in types {
      guard let limit = scenario.contactTypes[type].queueLimit else { continue }
      guard types.count == 1 else { throw .linesShared }
      least = limit
    }
    for limit in scenario.sharedLimits where limit.contactTypes.contains(where: { types.contains($0) }) {
      guard Set(limit.contactTypes) == Set(types) else { throw .linesShared }
      if let lines = limit.inSystem {
        guard lines >= agents else { throw .fewerLinesThanAgents }
        least = min(least ?? .max, lines - agents)
      }
      if let waiting = limit.waiting { least = min(least ?? .max, waiting) }
    }
    return least
  }
}

extension Distribution {
  /// The same law, as far as its moments and some points of it tell.
  fileprivate func isLike(_ other: some Distribution) -> Bool {
    guard abs(mean - other.mean) <= 1e-9 * abs(mean), mean.isFinite else { return false }
    return [0.01, 0.1, 0.3, 0.7, 1, 1.5, 2, 4, 9].allSatisfy { abs(cumulative($0 * mean) - other.cumulative($0 * mean)) < 1e-9 }
  }
}
