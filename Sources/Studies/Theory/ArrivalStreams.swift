import SimulationCore
import SupportModel

/// Contacts that come by themselves at a rate that stays, as Poisson streams.
enum ArrivalStreams {
  typealias Obstacle = SinglePool.Obstacle

  /// A stream to the door of a contact type.
  struct Stream {
    var type: Int
    /// Per second.
    var rate: Double
    /// Mean seconds since the customer came to something before the door.
    var delay = 0.0
  }

  /// What those who come as a type bring to doors: their own, and through self-service that of those who leak. Independent thinning and delays leave
  /// Poisson streams Poisson.
  static func streams(of index: Int, _ scenario: Scenario) throws(Obstacle) -> [Stream] {
    let rate = try rate(of: index, scenario)
    if rate == 0 { return [] }
    guard let rule = scenario.contactTypes[index].selfService, rule.tries > 0 else { return [Stream(type: index, rate: rate)] }
    let handedOver = rule.tries * (1 - rule.solves) * (1 - rule.givesUp)
    let leaking = rule.tries * rule.solves * rule.leaks
    guard rule.handOver == 1 || handedOver == 0, rule.leaked == 1 || leaking == 0 else { throw .selfService }
    var streams = [Stream(type: index, rate: rate * (1 - rule.tries + handedOver), delay: handedOver > 0 ? rule.takes.mean : 0)]
    if leaking > 0 {
      let target = rule.leaksAs ?? index
      if target != index && scenario.contactTypes[target].mix != nil { throw .mix }
      streams.append(Stream(type: target, rate: rate * leaking, delay: rule.takes.mean + (rule.leaksIn?.mean ?? 0)))
    }
    return streams
  }

  /// Contacts per second that come as a type; of a combination of those who differ, its share.
  static func rate(of index: Int, _ scenario: Scenario) throws(Obstacle) -> Double {
    let type = scenario.contactTypes[index]
    if type.mix != nil { return 0 }
    var share = 1.0
    var family = [index]
    if let declared = type.variantOf, let mix = scenario.contactTypes[declared].mix {
      share = mix.shares[index - mix.firstVariant]
      family.append(declared)
    }
    var rate = 0.0
    for member in family { rate += try steadyRate(scenario.contactTypes[member], scenario) }
    for member in family {
      let isExtra = scenario.demandEvents.contains { $0.extra.contains { $0.contactType == member && $0.expected > 0 } }
      if isExtra { throw .demandEvents }
      if scenario.horizon.backlog.contains(where: { $0.contactType == member && $0.count > 0 }) { throw .backlog }
    }
    // Thinned from the start, a Poisson stream is one still.
    if scenario.removals.contains(where: { $0.from > .zero && $0.contactTypes.contains(index) }) { throw .arrivalsChange }
    return rate * share * (1 - scenario.shareRemoved(index, at: .zero))
  }

  private static func steadyRate(_ type: ContactType, _ scenario: Scenario) throws(Obstacle) -> Double {
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

  /// Anybody may come as a type by themselves.
  static func mayCome(_ index: Int, _ scenario: Scenario) -> Bool {
    let family = [index] + (scenario.contactTypes[index].variantOf.map { [$0] } ?? [])
    return family.contains { member in
      !scenario.contactTypes[member].arrivals.isEmpty
        || scenario.demandEvents.contains { $0.extra.contains { $0.contactType == member && $0.expected > 0 } }
        || scenario.horizon.backlog.contains { $0.contactType == member && $0.count > 0 }
    }
  }
}
