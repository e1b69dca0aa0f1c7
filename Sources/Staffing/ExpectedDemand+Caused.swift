import SimulationCore
import SupportModel

/// Contacts that other contacts cause.
extension ExpectedDemand {
  /// Generations of contacts that are followed, and the share of all contacts below which the next is left out.
  private static let mostGenerations = 40
  private static let least = 1e-4

  /// Takes out whom self-service keeps, and moves to later who is in it before they come to the door. Returns those who leak from it, when they come.
  mutating func deflect(_ scenario: Scenario) -> [[Double]] {
    let spreading = DelaySpread(scenario)
    var leaked = counts.map { $0.map { _ in 0.0 } }
    for (type, contacts) in scenario.contactTypes.enumerated() {
      guard let rule = contacts.selfService, rule.tries > 0 else { continue }
      let came = counts[type]
      counts[type] = came.map { $0 * (1 - rule.tries) }
      spreading.spread(came, rule.tries * (1 - rule.solves) * (1 - rule.givesUp), rule.takes, into: &counts[type]) { begun, time in
        begun + time
      }
      guard let leaksIn = rule.leaksIn else { continue }
      for (target, part) in ExpectedDemand.targets(rule.leaksAs ?? type, after: type, scenario) {
        spreading.spread(came, rule.tries * rule.solves * rule.leaks * part, leaksIn, into: &leaked[target]) { begun, time in begun + time }
      }
    }
    return leaked
  }

  /// - Parameters:
  ///   - leaked: Contacts that come from self-service all the same.
  ///   - doors: When contact types come in, see `close`.
  mutating func addCaused(_ scenario: Scenario, _ leaked: [[Double]], _ doors: [[Double]?]) {
    for type in leaked.indices { for interval in leaked[type].indices { counts[type][interval] += leaked[type][interval] } }
    let spreading = DelaySpread(scenario)
    let courses = scenario.expectedCourses { $0.pieces[0].distribution.mean }
    let all = counts.reduce(0) { $0 + $1.reduce(0, +) }
    var now = counts
    // The contacts of a generation are those of needs with so many recontacts.
    for generation in 0..<ExpectedDemand.mostGenerations {
      var next = now.map { $0.map { _ in 0.0 } }
      let legs = ExpectedDemand.legs(of: now, scenario, courses, spreading)
      for type in legs.indices where legs[type].contains(where: { $0 > 0 }) {
        for recontact in scenario.contactTypes[type].recontacts where generation < recontact.atMost ?? .max {
          let share = ExpectedDemand.share(recontact.share, of: type, scenario) * courses[type].solved
          for (target, part) in ExpectedDemand.targets(recontact.contactType ?? type, after: type, scenario) {
            spreading.spread(legs[type], share * part, recontact.delay, into: &next[target]) { begun, time in begun + time }
          }
        }
      }
      close(&next, doors)
      for type in counts.indices { for interval in counts[type].indices { counts[type][interval] += next[type][interval] } }
      if next.reduce(0, { $0 + $1.reduce(0, +) }) <= all * ExpectedDemand.least { return }
      now = next
    }
  }

  /// Legs of contacts that come as each type, by the type in which they are: who has moved on is solved where they are then.
  private static func legs(
    of contacts: [[Double]], _ scenario: Scenario, _ courses: [ExpectedCourse], _ spreading: DelaySpread
  ) -> [[Double]] {
    if !scenario.hasMoves { return contacts }
    let least = contacts.reduce(0) { $0 + $1.reduce(0, +) } * ExpectedDemand.least
    var all = contacts
    var now = contacts
    for _ in 0..<ExpectedDemand.mostGenerations {
      var next = contacts.map { $0.map { _ in 0.0 } }
      for type in now.indices where now[type].contains(where: { $0 > 0 }) {
        for (move, chance) in zip(scenario.contactTypes[type].moves, courses[type].moves) {
          for (target, part) in ExpectedDemand.targets(move.to, after: -1, scenario) {
            guard let delay = move.delay else {
              for interval in now[type].indices { next[target][interval] += now[type][interval] * chance * part }
              continue
            }
            spreading.spread(now[type], chance * part, delay, into: &next[target]) { begun, time in begun + time }
          }
        }
      }
      for type in all.indices { for interval in all[type].indices { all[type][interval] += next[type][interval] } }
      if next.reduce(0, { $0 + $1.reduce(0, +) }) <= least { break }
      now = next
    }
    return all
  }

  /// Of the groups that serve a type, each as often as it has people.
  private static func share(_ share: GroupShare, of type: Int, _ scenario: Scenario) -> Double {
    if case .everybody(let all) = share { return all }
    let able = scenario.groups.indices.filter { scenario.groups[$0].canServe(scenario.contactTypes[type]) }
    let people = able.map { Double(scenario.groups[$0].people) }
    let all = people.reduce(0, +)
    return all > 0 ? zip(able, people).reduce(0) { $0 + share.of($1.0) * $1.1 } / all : 0
  }

  /// The contact types of contacts that come as a declared type: the same customers, where these differ.
  private static func targets(_ target: Int, after type: Int, _ scenario: Scenario) -> [(type: Int, share: Double)] {
    guard target != type, let mix = scenario.contactTypes[target].mix else { return [(target, 1)] }
    return Array(zip(mix.variants, mix.shares)).map { ($0, $1) }
  }
}

extension AgentGroup {
  /// The most there ever are, or all persons.
  fileprivate var people: Int {
    switch presence {
    case .always(let count): count
    case .staffing(let steps): steps.map(\.count).max() ?? 0
    case .roster(let lines): lines.reduce(0) { $0 + $1.agents.count }
    }
  }
}
