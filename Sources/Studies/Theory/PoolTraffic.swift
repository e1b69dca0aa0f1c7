import QueueingTheory
import SimulationCore
import SupportModel

/// All that comes to a group, from outside, from other groups and from itself: an open network of the groups before it, where these are what such a
/// network asks for.
struct PoolTraffic {
  typealias Refusal = SinglePool.Refusal
  typealias Obstacle = SinglePool.Obstacle

  let scenario: Scenario
  /// Groups from which contacts come, in declared order; the group itself where they come back to it.
  let before: [Int]
  /// Seconds: see `SinglePool.lag`, `SinglePool.relaxationBefore`.
  private(set) var lag = 0.0
  private(set) var relaxation = 0.0
  /// Of all classes: what they are, where they are served, and what that takes.
  private(set) var contacts: [ContactClass] = []
  private(set) var groups: [Int] = []
  private(set) var works: [TouchWork] = []
  private var rates: [Double] = []

  init(group: Int, about index: Int, in scenario: Scenario) throws(Refusal) {
    self.scenario = scenario
    let graph = GroupGraph(scenario)
    before = graph.before(group)
    var search = ClassSearch(scenario, graph, group: group, before: before, about: index)
    try search.run()
    contacts = search.contacts
    groups = search.groups
    for contact in contacts {
      works.append(try Self.placed(contact.type, index, scenario) { () throws(Obstacle) in try Self.work(contact, scenario) })
    }
    for place in before { try requireNetwork(place, about: index) }
    if !before.contains(group) {
      try Self.placed(group, in: scenario, about: index) { () throws(Obstacle) in try requireOrder(group) }
    }
    try solve(search, group)
  }

  /// Of a group: its classes, with their rates per second.
  func classes(at group: Int) -> [(contact: ContactClass, rate: Double, work: TouchWork)] {
    contacts.indices.filter { groups[$0] == group }.map { (contacts[$0], rates[$0], works[$0]) }
  }

  /// The talk and wrap-up of a touch.
  private static func work(_ contact: ContactClass, _ scenario: Scenario) throws(Obstacle) -> TouchWork {
    let type = scenario.contactTypes[contact.type]
    func value<T>(_ list: [T]) -> T { list[min(contact.touch, list.count) - 1] }
    switch contact.task {
    case .hold(let position): return TouchWork(talk: value(type.holds[position].takes), wrapUp: nil, factor: 1)
    case .approval:
      guard let approval = type.approval else { throw .approvals }
      return TouchWork(talk: approval.takes, wrapUp: nil, factor: 1)
    case .own: break
    }
    func later(_ laws: [TimedDistribution]?) -> TimedDistribution? {
      guard contact.touch > 1, let laws, !laws.isEmpty else { return nil }
      return laws[min(contact.touch - 1, laws.count) - 1]
    }
    let group = scenario.servers(of: contact.type)[0]
    return TouchWork(
      talk: (later(type.touches?.talk) ?? type.talk).pieces[0].distribution,
      wrapUp: (later(type.touches?.wrapUp) ?? type.wrapUp)?.pieces[0].distribution,
      factor: scenario.groups[group].match(type)?.handle ?? 1)
  }

  // MARK: - Groups before

  /// A queue from which contacts go on to others, or back, must be one of an open network.
  private func requireNetwork(_ place: Int, about index: Int) throws(Refusal) {
    let here = contacts.indices.filter { groups[$0] == place }
    if here.isEmpty { return }
    try Self.placed(place, in: scenario, about: index) { () throws(Obstacle) in
      let conditions = PoolConditions(scenario)
      let types = Set(here.filter { contacts[$0].task == .own }.map { contacts[$0].type }).sorted()
      let (agents, _) = try conditions.agents(place, here.map { contacts[$0] })
      if types.contains(where: { scenario.contactTypes[$0].patience != nil }) { throw .leaveQueue }
      if try conditions.places(types, agents) != nil { throw .queueLimited }
      try requireOrder(place)
      if scenario.routing.affinity.contains(where: { rule in types.contains { rule.contactTypes.contains($0) } }) { throw .affinity }
      guard here.allSatisfy({ works[$0].isExponential }) else { throw .handleTimesNotExponential }
      if here.contains(where: { works[$0].hasWrapUp }) { throw .wrapUpGoesOn }
      let mean = works[here[0]].mean
      guard here.allSatisfy({ abs(works[$0].mean - mean) <= 1e-9 * mean }) else { throw .handleTimesDiffer }
    }
  }

  /// Whoever waits for a group is taken in the order in which they came, at all times, and nobody is held back or put aside.
  private func requireOrder(_ place: Int) throws(Obstacle) {
    let here = contacts.indices.filter { groups[$0] == place }.map { contacts[$0] }
    let types = Set(here.map(\.type)).sorted()
    let routing = scenario.routing
    for type in types {
      if routing.reserve.contains(where: { $0.group == place && !$0.contactTypes.contains(type) && $0.keep > 0 }) { throw .heldBack }
      let waits = routing.overflow.contains { $0.contactTypes.contains(type) && $0.groups.contains(place) && $0.after > .zero }
      if waits { throw .heldBack }
    }
    if types.count > 1,
      types.contains(where: { type in
        let channel = scenario.contactTypes[type].channel
        return scenario.channels.indices.contains(channel) && scenario.channels[channel].interruption != nil
      })
    {
      throw .interruptions
    }
    if !QueueOrder(scenario, group: place).isOrderOfArrival(here, isVisitedAgain: before.contains(place)) { throw .notInOrder }
  }

  // MARK: - Rates

  private mutating func solve(_ search: ClassSearch, _ group: Int) throws(Refusal) {
    let conditions = PoolConditions(scenario)
    do {
      let pools = try scenario.groups.indices.map { place in
        let mean = contacts.indices.first { groups[$0] == place }.map { works[$0].mean } ?? 1
        let agents = before.contains(place) ? try conditions.agents(place, classes(of: place)).agents : 1
        return OpenNetwork.Pool(agents: max(1, agents), handleTime: mean > 0 ? mean : 1)
      }
      let network = try OpenNetwork(
        pools: pools,
        classes: contacts.indices.map {
          OpenNetwork.Class(pool: groups[$0], arrivalRate: search.arrivalRates[$0], steps: search.steps[$0])
        })
      rates = network.rates
      lag = search.longestDelay
      if !before.isEmpty { try addLag(of: network, group) }
    } catch let obstacle as Obstacle {
      throw Refusal(obstacle)
    } catch {
      throw Refusal(.unstable)
    }
  }

  private func classes(of place: Int) -> [ContactClass] { contacts.indices.filter { groups[$0] == place }.map { contacts[$0] } }

  private mutating func addLag(of network: OpenNetwork, _ group: Int) throws(TheoryError) {
    for place in before where network.rate(of: place) > 0 {
      let queue = try network.queue(of: place)
      let time = SinglePool.relaxation(rate: queue.arrivalRate, handleTime: queue.handleTime, agents: Int(queue.servers))
      relaxation = max(relaxation, time)
    }
    let times = try network.meanTimesUntil()
    let here = network.classes.indices.filter { network.classes[$0].pool == group }
    let all = here.reduce(0) { $0 + network.rates[$1] }
    if all > 0 { lag += here.reduce(0) { $0 + network.rates[$1] * times[$1] } / all }
  }

  // MARK: - Where it is

  /// Says of which contact type an obstacle is, unless it is the one that was asked about.
  static func placed<T>(_ type: Int, _ index: Int, _ scenario: Scenario, _ body: () throws(Obstacle) -> T) throws(Refusal) -> T {
    do throws(Obstacle) {
      return try body()
    } catch {
      let asked = index >= 0 && (type == index || scenario.contactTypes[index].variantOf == type)
      throw Refusal(error, at: asked ? nil : scenario.contactTypes[type].name)
    }
  }

  /// Likewise of a group: of the one that serves the type asked about it goes without saying.
  private static func placed(
    _ group: Int, in scenario: Scenario, about index: Int, _ body: () throws(Obstacle) -> Void
  ) throws(Refusal) {
    do throws(Obstacle) {
      try body()
    } catch {
      let isOwn = index >= 0 && scenario.servers(of: index) == [group]
      throw Refusal(error, at: isOwn ? nil : scenario.groups[group].name)
    }
  }
}
