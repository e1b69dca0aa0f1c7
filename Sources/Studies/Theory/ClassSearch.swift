import QueueingTheory
import SupportModel

/// Finds all classes of contacts that come to a group or to one before it, from those that come by themselves on.
struct ClassSearch {
  typealias Refusal = SinglePool.Refusal
  typealias Obstacle = SinglePool.Obstacle

  private let scenario: Scenario
  private let graph: GroupGraph
  /// The group, and those before it.
  private let relevant: Set<Int>
  /// Those after whose touches contacts may come to the group.
  private let before: Set<Int>
  private let asked: Int
  private let group: Int

  private(set) var contacts: [ContactClass] = []
  /// By class: where it is served, how many come so by themselves per second, what follows.
  private(set) var groups: [Int] = []
  private(set) var arrivalRates: [Double] = []
  private(set) var steps: [[OpenNetwork.Step]] = []
  /// Longest of the mean delays, seconds.
  private(set) var longestDelay = 0.0
  private var numbers: [ContactClass: Int] = [:]

  /// Classes beyond which it is given up.
  private static let mostClasses = 5_000

  init(_ scenario: Scenario, _ graph: GroupGraph, group: Int, before: [Int], about index: Int) {
    self.scenario = scenario
    self.graph = graph
    self.group = group
    self.before = Set(before)
    relevant = self.before.union([group])
    asked = index
  }

  mutating func run() throws(Refusal) {
    for type in scenario.contactTypes.indices where ArrivalStreams.mayCome(type, scenario) { try addArrivals(of: type) }
    let graph = graph
    let following = ContactSteps(scenario) { type throws(Obstacle) in
      guard graph.servers[type].count == 1 else { throw graph.servers[type].isEmpty ? .nobody : .severalGroups }
      return graph.servers[type][0]
    }
    var next = 0
    while next < contacts.count {
      if before.contains(groups[next]) {
        let contact = contacts[next]
        let found = try PoolTraffic.placed(contact.type, asked, scenario) { () throws(Obstacle) in try following.after(contact) }
        for step in found where step.chance > 0 {
          guard let to = try number(step.to) else { continue }
          steps[next].append(OpenNetwork.Step(to: to, chance: step.chance, delay: step.delay))
          longestDelay = max(longestDelay, step.delay)
        }
      }
      next += 1
    }
  }

  /// Of those who come as a type, whoever may come to the group.
  private mutating func addArrivals(of type: Int) throws(Refusal) {
    let rule = scenario.contactTypes[type].selfService
    let leaking = rule.map { $0.tries > 0 && $0.leaks > 0 ? scenario.family(of: $0.leaksAs ?? type) : [] } ?? []
    // Those who differ are told apart by their combinations.
    let doors = scenario.contactTypes[type].mix == nil ? [type] + leaking : leaking
    guard doors.contains(where: { graph.servers[$0].contains { relevant.contains($0) } }) else { return }
    let streams = try PoolTraffic.placed(type, asked, scenario) { () throws(Obstacle) in try ArrivalStreams.streams(of: type, scenario) }
    for stream in streams where stream.rate > 0 {
      if graph.servers[stream.type].isEmpty { continue }
      guard let place = try number(ContactClass(type: stream.type)) else { continue }
      arrivalRates[place] += stream.rate
      longestDelay = max(longestDelay, stream.delay)
    }
  }

  /// The number of a class; nil where nobody comes to the group after it.
  private mutating func number(_ contact: ContactClass) throws(Refusal) -> Int? {
    if let known = numbers[contact] { return known }
    let type = scenario.contactTypes[contact.type]
    var place = -1
    switch contact.task {
    case .hold(let position): if case .group(let party) = type.holds[position].party { place = party }
    case .approval: place = type.approval?.group ?? -1
    case .own:
      let servers = graph.servers[contact.type]
      guard servers.contains(where: { relevant.contains($0) }) else { return nil }
      // Its agents serve what others serve too.
      if servers.count > 1 && contact.type != asked {
        throw servers.contains(group) ? Refusal(.groupShared) : Refusal(.severalGroups, at: type.name)
      }
      let conditions = PoolConditions(scenario)
      try PoolTraffic.placed(contact.type, asked, scenario) { () throws(Obstacle) in
        try conditions.requirePlain(contact.type)
        try conditions.requireAlone(contact.type, servers)
      }
      place = servers[0]
    }
    guard relevant.contains(place) else { return nil }
    if contacts.count >= Self.mostClasses { throw Refusal(.recontacts) }
    numbers[contact] = contacts.count
    contacts.append(contact)
    groups.append(place)
    arrivalRates.append(0)
    steps.append([])
    return contacts.count - 1
  }
}
