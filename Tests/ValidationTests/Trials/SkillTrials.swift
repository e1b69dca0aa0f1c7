import SimulationCore
import SupportModel
import SupportPolicies

/// B3: several contact types and groups. N, W, X, rings and inverted V under their routing rules, and an ordered hunt.
enum SkillTrials {
  /// A design in numbers: what each group does with each class.
  struct Design {
    var arrivalRates: [Double]
    /// Abandonment rate by class; 0: never.
    var abandonment: [Double]
    var groupSizes: [Int]
    /// Service rate `[class][group]`; nil: cannot.
    var serviceRates: [[Double?]]
    var agentForContact: [AnyAgentCriterion]
    var contactForAgent: [AnyContactCriterion]
    var reserve: [RoutingPolicy.Reserve] = []
  }

  static func trial(_ entry: ValidationCase) throws -> Trial {
    let design = try design(entry)
    let clock = ModelClock()
    let slowest = design.serviceRates.flatMap { $0.compactMap(\.self) }.min()!
    let leastPatient = design.abandonment.min()!
    // Without abandonment the relaxation is that of the pooled station.
    let total = design.arrivalRates.reduce(0, +)
    let capacity = zip(design.groupSizes, design.groupSizes.indices).reduce(0.0) { sum, group in
      sum + Double(group.0) * design.serviceRates.compactMap { $0[group.1] }.min()!
    }
    let relaxation =
      leastPatient > 0
      ? 3 * max(1 / slowest, 1 / leastPatient)
      : SteadyState.relaxation(
        service: 1 / slowest, servers: design.groupSizes.reduce(0, +), load: min(0.9, total / capacity), variability: 2)
    let steady = SteadyState(clock, relaxation: relaxation, contactRate: total)

    var sheet = TrialSheet(entry)
    sheet.offerContacts(clock: clock, measured: steady.measured)
    var targets: [Target] = []
    for type in design.arrivalRates.indices {
      let prefix = "class\(type + 1)/"
      sheet.offerContacts(prefix, type: type, clock: clock, measured: steady.measured)
      targets += sheet.offerServiceLevels(prefix, types: [type], clock, after: targets.count)
      offerShares(&sheet, prefix, type, groups: design.groupSizes.count)
      offerPresence(&sheet, type, clock, steady)
    }
    for (group, size) in design.groupSizes.enumerated() {
      let time = Double(size) * steady.measured * clock.unit * 1e6
      sheet.offer("utilisation_group\(group + 1)") { Sample(Double($0.people(group).busy), per: time) }
    }
    for agent in 0..<design.groupSizes.reduce(0, +) {
      sheet.offer("occupancy_agent\(agent + 1)") { reading in
        let totals = reading.record.agents[agent]
        return Sample(totals.busy, per: totals.busy + totals.available)
      }
    }
    return try sheet.trial(scenario(entry.id, design, clock, steady, targets))
  }

  /// Who served whom is kept for the whole counted stretch, tail included, so the contacts are too.
  private static func offerShares(_ sheet: inout TrialSheet, _ prefix: String, _ type: Int, groups: Int) {
    for group in 0..<groups {
      sheet.offer(prefix + "fraction_served_by_group\(group + 1)") { reading in
        Sample(reading.record.handledBy[group * reading.record.typeCount + type], per: reading.contacts(type, in: nil).offered)
      }
    }
  }

  /// Mean number of a class in the system by Little's law: what those who arrive spend there, waiting and in service, per unit of time.
  private static func offerPresence(_ sheet: inout TrialSheet, _ type: Int, _ clock: ModelClock, _ steady: SteadyState) {
    let (unit, measured) = (clock.unit * 1e6, steady.measured)
    sheet.offer("mean_in_system_class\(type + 1)") {
      Sample(Double($0.contacts(type).waitAll + $0.contacts(type).talk) / unit, per: measured)
    }
  }

  /// Service rates become a base mean by class and a factor by group: exponential times scale.
  private static func scenario(
    _ name: String, _ design: Design, _ clock: ModelClock, _ steady: SteadyState, _ targets: [Target]
  ) -> Scenario {
    let base = design.serviceRates.map { rates in rates.compactMap(\.self).first! }
    return Scenario(
      name: name, horizon: steady.horizon, channels: [Channel(name: "phone")],
      skills: design.arrivalRates.indices.map { "skill\($0 + 1)" },
      contactTypes: design.arrivalRates.indices.map { type in
        ContactType(
          name: "class\(type + 1)", skills: [type], arrivals: clock.poisson(rate: design.arrivalRates[type], until: steady.horizon.length),
          talk: TimedDistribution(clock.exponential(rate: base[type])),
          patience: design.abandonment[type] > 0 ? TimedDistribution(clock.exponential(rate: design.abandonment[type])) : nil)
      },
      groups: design.groupSizes.enumerated().map { group, size in
        AgentGroup(
          name: "group\(group + 1)",
          skills: design.serviceRates.enumerated().compactMap { type, rates in
            rates[group].map { .init(skill: type, handle: base[type] / $0) }
          },
          presence: .always(count: size))
      },
      routing: RoutingPolicy(agentForContact: design.agentForContact, contactForAgent: design.contactForAgent, reserve: design.reserve),
      targets: targets)
  }
}
