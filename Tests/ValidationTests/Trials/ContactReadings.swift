import SimulationCore
import SupportModel

extension TrialSheet {
  /// Everything a case may ask about the contacts of one type (nil: all), in the measured stretch of a steady state.
  mutating func offerContacts(_ prefix: String = "", type: Int? = nil, clock: ModelClock, measured: Double) {
    let unit = clock.unit * 1e6
    let squareUnit = clock.unit * clock.unit
    @Sendable func wait(_ cell: ContactCell) -> Double { Double(cell.waitAll) / unit }

    for path in ["p_wait", "sigma", "p_wait_per_attempt", "p_delay_of_accepted"] {
      offer(prefix + path) { Sample($0.contacts(type).hadToWait, per: $0.contacts(type).accepted) }
    }
    for path in ["mean_wait", "mean_wait_all", "asa", "mean_wait_overall", "mean_wait_per_attempt"] {
      offer(prefix + path) { Sample(wait($0.contacts(type)), per: Double($0.contacts(type).accepted)) }
    }
    for path in ["p_abandon", "p_abandon_per_attempt"] {
      offer(prefix + path) { Sample($0.contacts(type).abandoned, per: $0.contacts(type).offered) }
    }
    offer(prefix + "p_block") { Sample($0.contacts(type).blocked, per: $0.contacts(type).offered) }
    offer(prefix + "mean_wait_served") { Sample(Double($0.contacts(type).waitAnswered) / unit, per: Double($0.contacts(type).answered)) }
    offer(prefix + "mean_wait_given_wait") { Sample(wait($0.contacts(type)), per: Double($0.contacts(type).hadToWait)) }
    offer(prefix + "sd_wait", .deviation) { reading in
      let cell = reading.contacts(type)
      return Sample(wait(cell), per: Double(cell.accepted), squares: cell.waitSquares / squareUnit)
    }
    offer(prefix + "var_wait", .variance) { reading in
      let cell = reading.contacts(type)
      return Sample(wait(cell), per: Double(cell.accepted), squares: cell.waitSquares / squareUnit)
    }
    offer(prefix + "mean_queue_length") { Sample(Double($0.contacts(type).queueIntegral) / unit, per: measured) }
    // Work brought per unit of time.
    offer(prefix + "offered_load") { Sample(Double($0.contacts(type).talk) / unit, per: measured) }
  }

  /// What a case may ask about all agents together.
  mutating func offerPeople(_ clock: ModelClock, measured: Double) {
    let unit = clock.unit * 1e6
    offer("occupancy") { Sample($0.people().busy, per: $0.people().busy + $0.people().available) }
    offer("mean_in_system") { Sample(Double($0.contacts().queueIntegral + $0.people().busy) / unit, per: measured) }
  }

  /// The thresholds (in units) the case asks a service level for under a prefix, each as a target of the scenario.
  ///
  /// - Returns: the targets; `sl_…_0.25` reads answered within 0.25 ÷ accepted.
  mutating func offerServiceLevels(_ prefix: String = "", types: [Int], _ clock: ModelClock, after existing: Int = 0) -> [Target] {
    var targets: [Target] = []
    for path in paths where path.hasPrefix(prefix + "sl_") && !path.dropFirst(prefix.count).contains("/") {
      guard let threshold = Double(path.split(separator: "_").last!) else { continue }
      let index = existing + targets.count
      targets.append(Target(name: path, contactTypes: types, answerWithin: clock.span(threshold), goal: 0.8))
      let isOfOffered = path.contains("of_offered")
      offer(path) { Sample($0.target(index).answeredWithin, per: isOfOffered ? $0.contacts(types[0]).offered : $0.target(index).accepted) }
    }
    return targets
  }
}

extension Trial {
  /// Busy stretches come with more contacts and more work than expected, and of both the expectation is known where arrivals are Poisson
  /// and nobody gives up. Helps waits and queue lengths; shares and occupancy stand on their own.
  ///
  /// - Parameters:
  ///   - contacts: expected arrivals in the measured stretch.
  ///   - work: expected work they bring in units of time; nil where it is the same for every contact and would say nothing new.
  mutating func controlByLoad(_ clock: ModelClock, contacts: Double, work: Double?) {
    let unit = clock.unit * 1e6
    var controls = [Control(mean: contacts) { Double($0.contacts().offered) }]
    if let work { controls.append(Control(mean: work) { Double($0.contacts().talk) / unit }) }
    let names = [
      "mean_wait", "mean_wait_all", "asa", "sd_wait", "var_wait", "mean_wait_given_wait", "mean_queue_length", "mean_in_system",
      "mean_wait_overall", "mean_wait_by_class",
    ]
    control(quantities.map(\.path).filter { path in names.contains { path == $0 || path.hasPrefix($0 + "/") } }, with: controls)
  }
}
