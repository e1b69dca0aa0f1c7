import SimulationCore
import SupportModel

/// What follows the touches of a scenario's contacts, where that is a matter of chances that depend on the class of the contact alone.
///
/// The order is that in which the play decides: approval, hold, more, move, solved, reopen, recontact; the first that says yes wins.
struct ContactSteps {
  typealias Obstacle = SinglePool.Obstacle
  let scenario: Scenario
  /// By contact type: the one group that serves it.
  let group: (Int) throws(Obstacle) -> Int
  /// Recontacts of a need that are told apart.
  private let mostRecontacts: Int

  init(_ scenario: Scenario, group: @escaping (Int) throws(Obstacle) -> Int) {
    self.scenario = scenario
    self.group = group
    mostRecontacts = scenario.contactTypes.flatMap { $0.recontacts }.reduce(0) { max($0, $1.atMost ?? 0) }
  }

  /// Recontacts beyond which they are too many to be counted one by one.
  private static let mostCounted = 200

  /// Throws what makes it something else than a matter of chances.
  func after(_ contact: ContactClass) throws(Obstacle) -> [ContactStep] {
    let type = scenario.contactTypes[contact.type]
    try requireChances(type)
    switch contact.task {
    case .hold: return [ContactStep(to: again(contact), chance: 1)]
    case .approval: return try solved(contact, chance: 1)
    case .own: break
    }
    func value<T>(_ list: [T]) -> T { list[min(contact.touch, list.count) - 1] }
    var steps: [ContactStep] = []
    var left = 1.0
    if let approval = type.approval, value(approval.shares) > 0 {
      steps.append(ContactStep(to: asked(contact, .approval), chance: value(approval.shares)))
      left -= value(approval.shares)
    }
    var held = 0.0
    for (position, hold) in type.holds.enumerated() where value(hold.shares) > 0 {
      let share = left * value(hold.shares)
      held += share
      if case .group = hold.party {
        steps.append(ContactStep(to: asked(contact, .hold(position)), chance: share))
      } else {
        if hold.calendar != nil { throw .touches }
        steps.append(ContactStep(to: again(contact), chance: share, delay: value(hold.takes).mean))
      }
    }
    left -= held
    if let touches = type.touches, value(touches.more) > 0 {
      steps += try pending(contact, touches, chance: left * value(touches.more))
      left *= 1 - value(touches.more)
    }
    var moving = 0.0
    for move in type.moves {
      let share = left * move.share(of: try group(contact.type))
      if share <= 0 { continue }
      moving += share
      if move.warm != nil || move.keepsPlace { throw .moves }
      if scenario.contactTypes[move.to].mix != nil { throw .mix }
      let next = ContactClass(type: move.to, recontacts: contact.recontacts)
      steps.append(ContactStep(to: next, chance: share, delay: move.delay?.mean ?? 0))
    }
    return steps + (try solved(contact, chance: left - moving))
  }

  private func requireChances(_ type: ContactType) throws(Obstacle) {
    if type.reads != nil { throw .reading }
    if let approval = type.approval, approval.shares.contains(where: { $0 > 0 }) {
      // Who waits for it keeps an agent; what comes back to be finished goes before all others.
      if approval.agent == .waits || approval.finish != nil { throw .approvals }
    }
    if type.callback != nil || type.chaser != nil || type.duplicate != nil { throw .recontacts }
    if let touches = type.touches, touches.more.contains(where: { $0 > 0 }), touches.returns != .tail { throw .notInOrder }
  }

  // MARK: - Another touch

  /// The same contact for its next touch.
  private func again(_ contact: ContactClass) -> ContactClass {
    ContactClass(
      type: contact.type, touch: min(contact.touch + 1, scenario.contactTypes[contact.type].touchesTold), recontacts: contact.recontacts)
  }

  private func asked(_ contact: ContactClass, _ task: ContactClass.Task) -> ContactClass {
    ContactClass(type: contact.type, touch: contact.touch, recontacts: contact.recontacts, task: task)
  }

  /// Customers who must be heard again, as far as they are.
  private func pending(_ contact: ContactClass, _ touches: Touches, chance: Double) throws(Obstacle) -> [ContactStep] {
    func value<T>(_ list: [T]) -> T { list[min(contact.touch, list.count) - 1] }
    let answers = 1 - value(touches.neverReplies)
    if answers <= 0 { return [] }
    let law = value(touches.repliesIn)
    let next = again(contact)
    guard let close = touches.autoClose else { return [ContactStep(to: next, chance: chance * answers, delay: law.mean)] }
    guard close.calendar == nil, case .time(let after) = close.after else { throw .touches }
    let inTime = law.cumulative(after.seconds)
    if touches.lateReplies == .lost {
      return [ContactStep(to: next, chance: chance * answers * inTime, delay: min(law.mean, after.seconds))]
    }
    // Whoever is late opens it again, if that may always be.
    guard scenario.contactTypes[contact.type].reopening?.within == nil else { throw .touches }
    return [ContactStep(to: next, chance: chance * answers, delay: law.mean)]
  }

  // MARK: - Solved

  /// Contacts that are solved, as far as they come back: for the same, or with a new one.
  private func solved(_ contact: ContactClass, chance: Double) throws(Obstacle) -> [ContactStep] {
    if chance <= 0 { return [] }
    var steps: [ContactStep] = []
    var left = chance
    if let reopening = scenario.contactTypes[contact.type].reopening, reopening.share > 0, let after = reopening.after {
      let isInTime = reopening.within.map { after.cumulative($0.seconds) } ?? 1
      // With what type a new one comes is a matter of how the first one did.
      guard isInTime == 1 || reopening.afterWindow == .lost else { throw .touches }
      steps.append(ContactStep(to: again(contact), chance: left * reopening.share * isInTime, delay: after.mean))
      left *= 1 - reopening.share
    }
    let group = try group(contact.type)
    for recontact in scenario.contactTypes[contact.type].recontacts {
      let share = recontact.share.of(group)
      if share <= 0 || contact.recontacts >= recontact.atMost ?? .max { continue }
      let to = recontact.contactType ?? contact.type
      if to != contact.type && scenario.contactTypes[to].mix != nil { throw .mix }
      if mostRecontacts > Self.mostCounted { throw .recontacts }
      let next = ContactClass(type: to, recontacts: min(contact.recontacts + 1, mostRecontacts))
      steps.append(ContactStep(to: next, chance: left * share, delay: recontact.delay.mean))
    }
    return steps
  }
}
