package import QueueingTheory
package import SimulationCore
package import SupportModel

/// A group that alone serves what it serves, at rates and a staffing that stay: what the formulas for one queue are about.
///
/// Contacts may come to it from outside, from other groups and from itself. Where they come from queues, these must be open networks of queues
/// (`OpenNetwork`), so that its own sees Poisson streams, or such a network with them.
package struct SinglePool: Sendable {
  /// Index into `Scenario.groups`.
  package let group: Int
  /// Those that it serves, in declared order: indices into `Scenario.contactTypes`.
  package let types: [Int]
  /// Contacts per second, each as often as it comes.
  package let arrivalRate: Double
  /// Handle time of these agents: mean and variance in seconds, and whether it is memoryless.
  package let handleTime: Double
  /// Seconds squared; talk and wrap-up are independent, and what comes is of each type at random.
  package let handleVariance: Double
  /// Exponential with the same mean for all.
  package let handleIsExponential: Bool
  /// The handle time as a walk through memoryless phases, talk and then wrap-up; nil where it is none.
  package let handlePhases: HandlePhases?
  /// nil: nobody leaves.
  package let patience: AnyDistribution?
  /// How those who leave or are refused come back; nil: nobody does.
  package let redial: Redial?
  /// Contacts come from other groups too; and they come back to this one.
  package let hasGroupsBefore: Bool
  package let comesBack: Bool
  /// Seconds that contacts have been under way when they come, and in which the slowest of the queues before forgets an empty start; 0 where there are
  /// none.
  let lag: Double
  let relaxationBefore: Double
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

  /// What the formulas cannot have.
  package enum Obstacle: Error, Equatable, Sendable {
    case arrivalsNotPoisson, arrivalsBatched, arrivalsRandomlyBusy, arrivalsChange, demandEvents, backlog
    case hours, comeBackOtherwise, balk
    case handleTimeChanges, patienceChanges
    case nobody, severalGroups, groupShared, peopleWithShifts, staffingChanges, peopleMissing, peopleNew, peopleChange
    case heldBack, notInOrder
    case severalAtOnce, leaveInService, touches, selfService, recontacts, mix, trays
    case linesShared, fewerLinesThanAgents
    case moves, approvals, reading, affinity, escalations, interruptions
    case patienceDiffers
    /// Of queues from which contacts go on to others, or back.
    case leaveQueue, queueLimited, handleTimesDiffer, handleTimesNotExponential, wrapUpGoesOn, unstable
  }

  /// The first thing that stands in the way.
  package struct Refusal: Error, Equatable, Sendable {
    package var obstacle: Obstacle
    /// Of another contact type, or of a group where contacts come from: its name; nil: of the very contact type.
    package var place: String?

    package init(_ obstacle: Obstacle, at place: String? = nil) {
      self.obstacle = obstacle
      self.place = place
    }
  }

  /// The pool of a contact type, or the first thing that stands in the way.
  package init(contactType index: Int, in scenario: Scenario) throws(Refusal) {
    let conditions = PoolConditions(scenario)
    do throws(Obstacle) {
      _ = try ArrivalStreams.rate(of: index, scenario)
      try conditions.requirePlain(index)
      try conditions.requireAlone(index, scenario.servers(of: index))
    } catch {
      throw Refusal(error)
    }
    try self.init(group: scenario.servers(of: index)[0], about: index, in: scenario)
  }

  /// The pool of a group. `about`: the contact type that was asked about, whose obstacles have no place; −1: none.
  package init(group: Int, about index: Int = -1, in scenario: Scenario) throws(Refusal) {
    let traffic = try PoolTraffic(group: group, about: index, in: scenario)
    let conditions = PoolConditions(scenario)
    let own = traffic.classes(at: group)
    self.group = group
    types = Set(own.filter { $0.contact.task == .own }.map(\.contact.type)).sorted()
    arrivalRate = own.reduce(0) { $0 + $1.rate }
    comesBack = traffic.before.contains(group)
    hasGroupsBefore = traffic.before.contains { $0 != group }
    lag = traffic.lag
    relaxationBefore = traffic.relaxation
    let work = PoolWork(own.map { (rate: $0.rate, work: $0.work) })
    handleTime = work.mean
    handleVariance = work.variance
    handleIsExponential = work.isExponential
    handlePhases = work.phases
    let types = types
    do throws(Obstacle) {
      (agents, fullHands) = try conditions.agents(group, own.map(\.contact))
      if types.isEmpty {
        (patience, waitingPlaces, redial) = (nil, nil, nil)
        return
      }
      patience = try conditions.patience(types)
      waitingPlaces = try conditions.places(types, agents)
      redial = try conditions.redial(types, isLimited: waitingPlaces != nil)
      if redial != nil && (comesBack || hasGroupsBefore) { throw .comeBackOtherwise }
    } catch {
      throw Refusal(error, at: index >= 0 ? nil : scenario.groups[group].name)
    }
  }
}
