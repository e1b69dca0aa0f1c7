import SimulationCore

@testable import SupportModel

extension ScenarioGenerator {
  /// A scenario in which handled contacts cause others of the same need, on one of the other scenarios.
  mutating func needScenario() -> Scenario {
    var scenario: Scenario
    switch int(0...3) {
    case 0: scenario = self.scenario()
    case 1: scenario = mixedScenario()
    case 2: scenario = interruptedScenario()
    default: scenario = ticketScenario()
    }
    addRecontacts(to: &scenario)
    return scenario
  }

  mutating func addRecontacts(to scenario: inout Scenario) {
    let declared = scenario.declaredTypes
    for type in declared where chance(0.7) {
      let recontacts = (0..<int(1...2)).map { _ in recontact(among: declared) }
      for member in scenario.family(of: type) { scenario.contactTypes[member].recontacts = recontacts }
    }
    if !scenario.hasNeeds { scenario.contactTypes[0].recontacts = [recontact(among: declared)] }
    scenario.horizon.firstContactWindow = .seconds(Double(pick([0, 60, 300, 1_200])))
  }

  /// A scenario in which customers may help themselves first, on one of these.
  mutating func selfServiceScenario() -> Scenario {
    var scenario = needScenario()
    addSelfService(to: &scenario)
    return scenario
  }

  mutating func addSelfService(to scenario: inout Scenario) {
    let declared = scenario.declaredTypes
    for type in declared where type == 0 || chance(0.6) {
      let selfService = selfService(among: declared)
      for member in scenario.family(of: type) { scenario.contactTypes[member].selfService = selfService }
      if chance(0.4) { for member in scenario.family(of: type) { scenario.contactTypes[member].recontacts = [] } }
    }
  }

  /// A scenario in which customers are called back, on one of these or of those without either.
  mutating func callbackScenario() -> Scenario {
    var scenario = chance(0.3) ? selfServiceScenario() : chance(0.5) ? sharedScenario() : self.scenario()
    addCallbacks(to: &scenario)
    return scenario
  }

  mutating func addCallbacks(to scenario: inout Scenario) {
    for type in scenario.declaredTypes where type == 0 || chance(0.6) {
      var callback = Callback(
        whenWaitOver: .seconds(Double(pick([0, 60, 180]))), accepts: pick([0.4, 0.8, 1]), reaches: pick([0.3, 0.7, 1]))
      if chance(0.6) { callback.again = .init(delay: duration(most: 300), atMost: int(1...2)) }
      let talk = timed(least: 60, most: 600)
      for member in scenario.family(of: type) {
        scenario.contactTypes[member].callback = callback
        scenario.contactTypes[member].talk = talk
      }
    }
  }

  /// A scenario in which customers are turned away while nobody is there, on one of these or of the plainest.
  mutating func unattendedScenario() -> Scenario {
    var scenario = chance(0.5) ? self.scenario() : callbackScenario()
    addNobodyThere(to: &scenario)
    return scenario
  }

  mutating func addNobodyThere(to scenario: inout Scenario) {
    for group in scenario.groups.indices {
      if case .always = scenario.groups[group].presence { scenario.groups[group].presence = .staffing(comingAndGoing()) }
    }
    for type in scenario.declaredTypes where type == 0 || chance(0.6) {
      let rule = ContactType.NobodyThere(arriving: chance(0.5) ? .refuse : .wait, waiting: chance(0.7) ? .disconnect : .wait)
      for member in scenario.family(of: type) { scenario.contactTypes[member].nobodyThere = rule }
    }
  }

  /// A person or two, and nobody now and then.
  private mutating func comingAndGoing() -> [AgentGroup.StaffingStep] {
    let starts = Set([0] + (0..<int(2...6)).map { _ in int(1...length / 10 + 60) * 10 }).sorted()
    return starts.enumerated().map { .init(from: instant($1), count: $0 % 2 == 0 ? int(1...2) : 0) }
  }

  /// A scenario in which customers ask after what is open for long, on one of these or of those with tickets.
  mutating func chaserScenario() -> Scenario {
    var scenario = chance(0.3) ? callbackScenario() : chance(0.5) ? interruptedScenario() : ticketScenario()
    addChasers(to: &scenario)
    return scenario
  }

  mutating func addChasers(to scenario: inout Scenario) {
    for type in scenario.declaredTypes where type == 0 || chance(0.7) {
      let chaser = Chaser(whenOpenFor: duration(least: 60, most: 600), repeats: chance(0.6), takes: duration(most: 60))
      for member in scenario.family(of: type) { scenario.contactTypes[member].chaser = chaser }
    }
  }

  /// A scenario in which things break for many at once, on one of these or of those with tickets.
  mutating func incidentScenario() -> Scenario {
    var scenario = chance(0.4) ? chaserScenario() : ticketScenario()
    addIncidents(to: &scenario)
    return scenario
  }

  mutating func addIncidents(to scenario: inout Scenario) {
    if scenario.demandEvents.isEmpty { scenario.demandEvents = [demandEvent(0)] }
    for event in scenario.demandEvents.indices where event == 0 || chance(0.5) {
      for extra in scenario.demandEvents[event].extra.indices { scenario.demandEvents[event].extra[extra].expected += 10 }
      scenario.demandEvents[event].incident = .init(
        lasts: duration(least: 60, most: 600), acknowledge: duration(most: 30), solvesTogether: pick([0.3, 0.9, 1]))
    }
  }

  /// A scenario with all that support does, together: moves, approvals, escalations, interruption, and what comes before an agent and after.
  mutating func togetherScenario() -> Scenario {
    var scenario = escalatedScenario()
    addRecontacts(to: &scenario)
    if chance(0.7) { addSelfService(to: &scenario) }
    if chance(0.5) { addCallbacks(to: &scenario) }
    if chance(0.7) { addChasers(to: &scenario) }
    if chance(0.7) { addIncidents(to: &scenario) }
    if chance(0.5) { addDuplicates(to: &scenario) }
    if chance(0.3) { addNobodyThere(to: &scenario) }
    if chance(0.3) { addTrays(to: &scenario) }
    if chance(0.5) { addPeople(to: &scenario) }
    return scenario
  }

  /// A scenario in which customers come in with the same thing twice, on one of all the others.
  mutating func duplicateScenario() -> Scenario {
    var scenario: Scenario
    switch int(0...8) {
    case 0: scenario = incidentScenario()
    case 8: scenario = togetherScenario()
    case 1, 2: scenario = chaserScenario()
    case 3: scenario = callbackScenario()
    case 4: scenario = approvedScenario()
    case 5: scenario = escalatedScenario()
    case 6: scenario = selfServiceScenario()
    default: scenario = sharedScenario()
    }
    scenario.horizon.firstContactWindow = .seconds(Double(pick([0, 60, 300, 1_200])))
    addDuplicates(to: &scenario)
    return scenario
  }

  mutating func addDuplicates(to scenario: inout Scenario) {
    let declared = scenario.declaredTypes
    for type in declared where type == 0 || chance(0.5) {
      let others = declared.filter { $0 != type }
      let second = others.isEmpty || chance(0.2) ? type : pick(others)
      let duplicate = Duplicate(
        share: pick([0.3, 0.7, 1]), contactType: second, after: duration(most: chance(0.5) ? 30 : 300), takes: duration(most: 120))
      for member in scenario.family(of: type) { scenario.contactTypes[member].duplicate = duplicate }
    }
  }

  private mutating func selfService(among types: [Int]) -> SelfService {
    var rule = SelfService(tries: pick([0.3, 0.6, 1]), solves: pick([0.2, 0.5, 1]), takes: duration(most: 300))
    if chance(0.4) { rule.givesUp = pick([0.1, 0.4]) }
    if chance(0.6) {
      rule.leaks = pick([0.3, 0.7, 1])
      rule.leaksIn = duration(most: 600)
      if chance(0.5) { rule.leaksAs = pick(types) }
    }
    rule.handOver = pick([1, 0.8, 1.5])
    rule.leaked = pick([1, 1.25])
    return rule
  }

  private mutating func recontact(among types: [Int]) -> Recontact {
    let share = pick([0.1, 0.3, 0.5])
    return Recontact(
      share: chance(0.5)
        ? .everybody(share) : .byGroup(chance(0.5) && groupCount > 1 ? [0: share, 1: 0.2] : [int(0...groupCount - 1): share]),
      delay: duration(most: 600), contactType: chance(0.5) ? pick(types) : nil, atMost: chance(0.5) ? int(1...3) : nil)
  }
}
