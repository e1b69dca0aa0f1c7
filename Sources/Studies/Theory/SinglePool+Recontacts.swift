import SimulationCore
import SupportModel

extension SinglePool {
  /// Handled contacts that cause others of the same type with one chance, however often, are touches of one contact to the queue: an open Jackson
  /// network again, as in `feedback`. Everything else that contacts cause others for is in no formula.
  static func withRecontacts(_ feedback: Feedback?, _ index: Int, _ scenario: Scenario) throws(Obstacle) -> Feedback? {
    let isTarget = scenario.contactTypes.indices.contains { other in
      let type = scenario.contactTypes[other]
      return other != index
        && (type.recontacts.contains { $0.contactType == index && $0.share.most > 0 } || type.duplicate?.contactType == index)
    }
    if isTarget { throw .recontacts }
    let type = scenario.contactTypes[index]
    if type.callback != nil || type.chaser != nil || type.duplicate != nil { throw .recontacts }
    let recontacts = type.recontacts.filter { $0.share.most > 0 }
    if recontacts.isEmpty { return feedback }
    if type.hasTouches || type.patience != nil { throw .recontacts }
    var (share, time) = (0.0, 0.0)
    for recontact in recontacts {
      guard recontact.contactType ?? index == index, recontact.atMost == nil, case .everybody(let part) = recontact.share else {
        throw .recontacts
      }
      share += part
      time += part * recontact.delay.mean
    }
    guard share < 1, time.isFinite else { throw .recontacts }
    return Feedback(share: share, delay: time / share)
  }

  /// Of those who come, the share that self-service lets through or that leaks from it: independent thinning and delays leave Poisson streams Poisson.
  static func shareAtTheDoor(_ index: Int, _ scenario: Scenario) throws(Obstacle) -> Double {
    let isTarget = scenario.contactTypes.indices.contains { other in
      other != index && scenario.contactTypes[other].selfService?.leaksAs == index
    }
    if isTarget { throw .selfService }
    guard let rule = scenario.contactTypes[index].selfService, rule.tries > 0 else { return 1 }
    guard rule.handOver == 1, rule.leaked == 1 || rule.leaks == 0, rule.leaksAs ?? index == index || rule.leaks == 0 else {
      throw .selfService
    }
    return 1 - rule.tries * (rule.solves * (1 - rule.leaks) + (1 - rule.solves) * rule.givesUp)
  }
}
