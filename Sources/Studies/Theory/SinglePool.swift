import Foundation
package import QueueingTheory
package import SimulationCore
package import SupportModel

/// A contact type whose agents serve nothing else, at a rate and staffing that stay: what the formulas for one queue are about.
package struct SinglePool: Sendable {
  /// Index into `Scenario.contactTypes` and into `Scenario.groups`.
  package let contactType: Int
  /// Index into `Scenario.groups`.
  package let group: Int
  /// Contacts per second.
  package let arrivalRate: Double
  /// Handle time of these agents: mean and variance in seconds, and whether it is memoryless.
  package let handleTime: Double
  /// Seconds squared; the sum of talk and wrap-up, which are independent.
  package let handleVariance: Double
  /// One exponential talk and no wrap-up.
  package let handleIsExponential: Bool
  /// The handle time as a walk through memoryless phases, talk and then wrap-up; nil where it is none.
  package let handlePhases: HandlePhases?
  /// nil: nobody leaves.
  package let patience: AnyDistribution?
  /// How those who leave or are refused come back; nil: nobody does.
  package let redial: Redial?
  /// Contacts come back after a touch; nil: one touch each.
  package let feedback: Feedback?
  /// Always there, all of them: contacts that can be in hand at once. One who holds three at a time, none of them slower for it, is three.
  package let agents: Int
  /// Of the capacity of a person, what is in use with hands full; nil where one contact is held at a time.
  package let fullHands: Double?
  /// Places to wait; nil: any number.
  package let waitingPlaces: Int?

  /// After each loss, by the same law and with a fresh patience.
  package struct Redial: Sendable, Equatable {
    /// Probability of trying again.
    package var persistence: Double
    /// Mean seconds until then; exponential.
    package var delay: Double
  }

  /// What the formulas cannot have, in the order in which they are looked for.
  package enum Obstacle: Error, Equatable, Sendable {
    case arrivalsNotPoisson, arrivalsBatched, arrivalsRandomlyBusy, arrivalsChange, demandEvents, backlog
    case hours, comeBackOtherwise, balk
    case handleTimeChanges, patienceChanges
    case nobody, severalGroups, groupShared, peopleWithShifts, staffingChanges, peopleMissing
    case heldBack, notInOrder
    case severalAtOnce, leaveInService, touches, selfService, recontacts, mix, trays
    case linesShared, fewerLinesThanAgents
  }

  /// The pool of a contact type, or the first thing that stands in the way.
  package init(contactType index: Int, in scenario: Scenario) throws(Obstacle) {
    let type = scenario.contactTypes[index]
    contactType = index
    arrivalRate = try Self.rate(type, scenario) * Self.shareAtTheDoor(index, scenario)
    if scenario.demandEvents.contains(where: { $0.extra.contains { $0.contactType == index && $0.expected > 0 } }) { throw .demandEvents }
    if scenario.horizon.backlog.contains(where: { $0.contactType == index && $0.count > 0 }) { throw .backlog }
    if let hours = scenario.openingHours(of: index), hours != BusinessTime([.zero..<(.zero + scenario.horizon.length)]) { throw .hours }
    if type.balk > 0 { throw .balk }
    let channel = scenario.isShared(type) ? scenario.channels[type.channel] : nil
    if let channel, !channel.pace.isFlat { throw .severalAtOnce }
    fullHands = channel.map { Double($0.mostInHand) / Double($0.concurrency) }
    if type.abandonsInService != nil { throw .leaveInService }
    feedback = try Self.withRecontacts(Self.feedback(type), index, scenario)
    if scenario.isMovedTo(index) { throw .touches }
    if type.mix != nil { throw .mix }
    if scenario.tray(of: type) != nil { throw .trays }
    guard type.talk.pieces.count == 1, (type.wrapUp?.pieces.count ?? 1) == 1 else { throw .handleTimeChanges }
    guard (type.patience?.pieces.count ?? 1) == 1 else { throw .patienceChanges }
    patience = type.patience?.pieces[0].distribution

    let able = scenario.servers(of: index)
    guard let group = able.first else { throw .nobody }
    guard able.count == 1 else { throw .severalGroups }
    self.group = group
    for (other, contacts) in scenario.contactTypes.enumerated()
    where other != index && (!contacts.arrivals.isEmpty || scenario.isMovedTo(other)) {
      if scenario.groups[group].canServe(contacts) { throw .groupShared }
    }
    agents = try Self.constantCount(scenario.groups[group]) * (channel?.mostInHand ?? 1)
    if agents == 0 { throw .nobody }
    if let reason = Self.routingObstacle(index, group, scenario) { throw reason }
    waitingPlaces = try Self.places(index, type, agents, scenario)
    redial = try Self.redial(type, isLimited: waitingPlaces != nil)

    let factor = type.skills.reduce(1.0) { product, skill in
      product * (scenario.groups[group].skills.first { $0.skill == skill }?.handle ?? 1)
    }
    let talk = type.talk.pieces[0].distribution
    let wrapUp = type.wrapUp?.pieces[0].distribution
    handleTime = factor * (talk.mean + (wrapUp?.mean ?? 0))
    handleVariance = factor * factor * (talk.variance + (wrapUp?.variance ?? 0))
    let wrapUpIsNothing = (wrapUp?.mean ?? 0) == 0
    let talkIsNothing = talk.mean == 0
    let parts = (talkIsNothing ? [] : [talk.handlePhases]) + (wrapUp.map { wrapUpIsNothing ? [] : [$0.handlePhases] } ?? [])
    handlePhases = Self.phases(parts, factor)
    handleIsExponential = wrapUpIsNothing ? talk.isExponential : talkIsNothing && (wrapUp?.isExponential ?? false)
  }

  /// One part after the other, all of them by the factor; nil where one is no walk through phases.
  private static func phases(_ parts: [HandlePhases?], _ factor: Double) -> HandlePhases? {
    guard var all = parts.first ?? nil else { return nil }
    for part in parts.dropFirst() {
      guard let part, let both = try? all.followed(by: part) else { return nil }
      all = both
    }
    return try? all.scaled(by: factor)
  }

  /// Redials that go on after each loss alike, as often as it takes: a limit on tries that one customer in ten thousand would reach is none.
  private static func redial(_ type: ContactType, isLimited: Bool) throws(Obstacle) -> Redial? {
    let retries = (type.patience == nil ? [] : [type.afterAbandon]) + (isLimited ? [type.afterBlocked] : [])
    let tries = retries.map { $0.flatMap { $0.probability > 0 ? $0 : nil } }
    guard let first = tries.first, tries.contains(where: { $0 != nil }) else { return nil }
    guard let retry = first, retry.probability <= 1, retry.delay.isExponential, !retry.samePatience || type.patience == nil,
      retry.probability == 1 ? retry.atMost >= 1_000 : Double(retry.atMost) * log(retry.probability) < log(1e-4)
    else { throw .comeBackOtherwise }
    for other in tries.dropFirst() {
      guard let other, other.probability == retry.probability, other.delay.isExponential, other.delay.mean == retry.delay.mean,
        other.atMost == retry.atMost
      else { throw .comeBackOtherwise }
    }
    return Redial(persistence: retry.probability, delay: retry.delay.mean)
  }

  private static func rate(_ type: ContactType, _ scenario: Scenario) throws(Obstacle) -> Double {
    var rate = 0.0
    for process in type.arrivals {
      guard case .poisson(let segments) = process.pattern else { throw .arrivalsNotPoisson }
      if process.batch != nil { throw .arrivalsBatched }
      if process.busyness != nil { throw .arrivalsRandomlyBusy }
      var reached = SimInstant.zero
      var first: Double?
      for segment in segments where segment.end > segment.start {
        let here = segment.expected / (segment.end - segment.start).seconds
        if let first, abs(here - first) > 1e-9 * first { throw .arrivalsChange }
        first = first ?? here
        guard segment.start <= reached else { throw .arrivalsChange }
        reached = max(reached, segment.end)
      }
      guard reached >= .zero + scenario.horizon.length else { throw .arrivalsChange }
      rate += first ?? 0
    }
    return rate
  }

  private static func constantCount(_ group: AgentGroup) throws(Obstacle) -> Int {
    if group.absence > 0 || group.lateBy != nil || group.offline.contains(where: { $0.share > 0 }) { throw .peopleMissing }
    switch group.presence {
    case .always(let count): return count
    case .staffing(let steps):
      guard Set(steps.map(\.count)).count == 1, let count = steps.first?.count else { throw .staffingChanges }
      return count
    case .roster: throw .peopleWithShifts
    }
  }

  private static func routingObstacle(_ type: Int, _ group: Int, _ scenario: Scenario) -> Obstacle? {
    let routing = scenario.routing
    if routing.reserve.contains(where: { $0.group == group && !$0.contactTypes.contains(type) && $0.keep > 0 }) { return .heldBack }
    if routing.overflow.contains(where: { $0.contactTypes.contains(type) && $0.groups.contains(group) && $0.after > .zero }) {
      return .heldBack
    }
    if !routing.takesInOrder(contactType: type, group: group, priority: scenario.contactTypes[type].priority) { return .notInOrder }
    return nil
  }

  private static func places(_ index: Int, _ type: ContactType, _ agents: Int, _ scenario: Scenario) throws(Obstacle) -> Int? {
    var least = type.queueLimit
    for limit in scenario.sharedLimits where limit.contactTypes.contains(index) {
      guard limit.contactTypes == [index] else { throw .linesShared }
      if let lines = limit.inSystem {
        guard lines >= agents else { throw .fewerLinesThanAgents }
        least = min(least ?? .max, lines - agents)
      }
      if let waiting = limit.waiting { least = min(least ?? .max, waiting) }
    }
    return least
  }
}
