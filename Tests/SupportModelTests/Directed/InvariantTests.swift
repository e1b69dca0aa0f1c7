import SimulationCore
import SupportPolicies
import Testing

@testable import SupportModel

/// Each invariant is shown to fire: a state in which all hold is damaged in one place, and the process stops with that invariant's words.
@Suite struct InvariantTests {
  @Test func `The state that is damaged here is sound before`() throws {
    var simulation = try Damage.sound()
    simulation.checkInvariants()
    #expect(simulation.room.queues[0].waiting == 3 && simulation.room.queues[0].inHand == 2 && simulation.demand.needs.count == 5)
    var sharing = try Damage.soundSharing()
    sharing.checkInvariants()
    #expect(sharing.floor.agents[0].unitsInUse == 2 && sharing.floor.groups[0].roomHead == 0 && sharing.room.queues[1].waiting == 1)
    #expect(Set(Damage.all.map(\.words)).count == Damage.all.count)
  }

  @Test(arguments: Damage.all.indices)
  func `Every invariant stops the process when it does not hold`(index: Int) async throws {
    let result = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) { [index = index as Int] in
      var simulation = try Damage.all[index].isOfSharing ? Damage.soundSharing() : Damage.sound()
      Damage.all[index].inflict(&simulation)
      simulation.checkInvariants()
    }
    let words = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
    #expect(words.contains(Damage.all[index].words), "expected: \(Damage.all[index].words)")
  }
}

/// A way to make a sound state unsound, and the words of the invariant that notices.
struct Damage: Sendable {
  let words: String
  let inflict: @Sendable (inout Simulation) -> Void
  /// To be inflicted where agents have several contacts in hand.
  let isOfSharing: Bool

  init(_ words: String, sharing: Bool = false, _ inflict: @escaping @Sendable (inout Simulation) -> Void) {
    self.words = words
    self.inflict = inflict
    isOfSharing = sharing
  }

  /// At its end: calls 0 and 1 in the hands of Ann (agent 0) and Bob (1) of the counted desk, 2 to 4 waiting; agent 2 of the mail desk in
  /// wrap-up, 3 and 4 idle.
  static func sound() throws -> Simulation {
    var calls = By.calls(at: [100, 110, 120, 130, 140], talk: 3_600)
    calls.queueLimit = 3
    var mail = By.calls("mail", at: [3_000], talk: 300, wrapUp: 600)
    mail.skills = [1]
    var desk = By.staffing([(0, 2)])
    desk.skills = [.init(skill: 0)]
    let scenario = By.hour(
      [calls, mail], [desk, By.desk(3, name: "mail", skills: [1])], length: 3_600, atEnd: .cut,
      limits: [SharedLimit(contactTypes: [0], inSystem: 5, waiting: 3)])
    var simulation = Simulation(CompiledScenario(scenario))
    _ = try simulation.play(replication: 0, seed: 1)
    return simulation
  }

  /// At its end: two chats in the hands of agent 0, who has room for one more, a call in those of agent 1, and another call waiting.
  static func soundSharing() throws -> Simulation {
    var calls = By.calls("call", at: [30, 40], talk: 3_600)
    calls.channel = 1
    var scenario = By.hour([By.calls("chat", at: [10, 20], talk: 3_600), calls], [By.desk(2)], atEnd: .cut)
    scenario.channels = [Channel(name: "chat", concurrency: 3, pace: Pace([1, 0.9, 0.8])), Channel(name: "phone")]
    // No contact has that priority: nobody is ever interrupted.
    scenario.channels[0].interruption = Interruption(by: [], priorities: [99])
    scenario.routing.agentForContact = [LeastFreeCapacity().boxed]
    var simulation = Simulation(CompiledScenario(scenario))
    _ = try simulation.play(replication: 0, seed: 1)
    return simulation
  }

  static let all: [Damage] = customers + contacts + limits + work + people + sharing + rest

  private static let customers: [Damage] = [
    Damage("a contact's need is forgotten") { $0.demand.needs.remove(at: $0.room.contacts[$0.room.queues[0].head].need) },
    Damage("a need without contact or return is kept") { $0.demand.needs[$0.room.contacts[$0.room.queues[0].head].need].open = 0 },
    Damage("a need's contacts are counted wrongly") {
      $0.room.contacts[$0.room.queues[0].tail].need = $0.room.contacts[$0.room.queues[0].head].need
    },
    Damage("a customer who will come back is forgotten") { _ = $0.demand.open(source: 0, entity: 99, type: 0, at: 0) },
  ]

  private static let contacts: [Damage] = [
    Damage("a queue holds somebody who does not wait") { $0.room.contacts[$0.room.queues[0].head].phase = .inHand },
    Damage("a queue holds a contact of another") { $0.room.contacts[$0.room.queues[0].head].queue = 1 },
    Damage("a queue is linked wrongly") { $0.room.contacts[$0.room.queues[0].tail].previous = -1 },
    Damage("a queue is out of order") { $0.room.contacts[$0.room.queues[0].head].queuedAt += 3_600_000_000 },
    Damage("a queue ends wrongly") { $0.room.queues[0].tail = $0.room.queues[0].head },
    Damage("a queue is counted wrongly") { $0.room.queues[0].waiting += 1 },
    Damage("the number waiting is counted wrongly") { $0.room.waiting += 1 },
    Damage("a contact stands in the door") { $0.room.contacts[inHand($0)].phase = .arriving },
    Damage("a contact that was handed back is forgotten") { $0.room.contacts[inHand($0)].phase = .returning },
    Damage("a contact in hand is in nobody's hands") { $0.room.contacts[inHand($0)].assignment = -1 },
    Damage("a waiting contact is in no queue") { $0.room.contacts[inHand($0)].phase = .waiting },
    Damage("contacts in hand are counted wrongly") { $0.room.queues[0].inHand += 1 },
  ]

  private static let limits: [Damage] = [
    Damage("a queue is over its limit") { $0.room.doors[0].queueLimit = 2 },
    Damage("the lines in use are counted wrongly") { $0.room.rooms[0].inSystem += 1 },
    Damage("those in a waiting room are counted wrongly") { $0.room.rooms[0].waiting += 1 },
    Damage("more lines are in use than there are") { $0.room.limits[0].inSystem = 4 },
    Damage("a waiting room is over its limit") { $0.room.limits[0].waiting = 2 },
  ]

  private static let work: [Damage] = [
    Damage("an agent lists the work of another") { $0.floor.assignments[$0.floor.agents[0].assignments].agent = 1 },
    Damage("an agent's assignments are linked wrongly") { $0.floor.assignments[$0.floor.agents[0].assignments].previous = 1 },
    Damage("work does not end when it is done") { $0.queue.cancel($0.floor.assignments[$0.floor.agents[0].assignments].end) },
    Damage("wrap-up holds a customer") { $0.floor.assignments[$0.floor.agents[2].assignments].contact = 0 },
    Damage("an assignment and a contact disagree") {
      let waiting = $0.room.queues[0].head
      let work = $0.floor.assign(waiting, number: 2, queue: 0, to: 3, units: 1, work: 60_000_000, at: $0.now)
      $0.floor.assignments[work].end = $0.plan(.talkEnd, at: $0.now + 60_000_000, subject: work)
    },
    Damage("an agent's units are counted wrongly") { $0.floor.agents[3].unitsInUse = 1 },
    Damage("an agent holds more than fits") {
      $0.floor.assignments[$0.floor.agents[0].assignments].units += $0.floor.capacity
      $0.floor.agents[0].unitsInUse += $0.floor.capacity
    },
    Damage("an agent's talks are counted wrongly") { $0.floor.agents[0].talking = 2 },
    Damage("an agent does not do what is in hand") { $0.floor.agents[0].activity = .wrapUp },
    Damage("an agent's clock is ahead") { $0.floor.agents[0].since = $0.now + 1 },
    Damage("an assignment is in nobody's list") {
      $0.floor.agents[2].assignments = -1
      $0.floor.agents[2].unitsInUse = 0
      $0.floor.agents[2].activity = .off
    },
  ]

  private static let people: [Damage] = [
    Damage("somebody is there without duty") { $0.floor.agents[3].duty = .off },
    Damage("the idle are counted wrongly") { $0.floor.groups[1].idle += 1 },
    Damage("the busy are counted wrongly") { $0.floor.groups[1].busy += 1 },
    Damage("those past the count are counted wrongly") { $0.floor.leaving[0].append(0) },
    Damage("there are not as many people as the count asks for") { $0.floor.groups[0].scheduled += 1 },
    Damage("the idle list holds somebody who is not available") { $0.floor.groups[1].idleHead = 2 },
    Damage("the idle list is linked wrongly") { $0.floor.agents[Int($0.floor.groups[1].idleTail)].previousIdle = -1 },
    Damage("the idle list is out of order") { $0.floor.agents[Int($0.floor.groups[1].idleHead)].idleSince = $0.now },
    Damage("the idle list is incomplete") { $0.floor.groups[1].idleTail = $0.floor.groups[1].idleHead },
  ]

  private static let sharing: [Damage] = [
    Damage("somebody without room is listed", sharing: true) { $0.floor.agents[0].duty = .due },
    Damage("the list of those with room is linked wrongly", sharing: true) { $0.floor.agents[0].previousIdle = 1 },
    Damage("somebody with room is not listed", sharing: true) { $0.floor.groups[0].roomHead = -1 },
    Damage("a contact does not go on at its pace", sharing: true) { $0.floor.paces[1] = 1 },
    Damage("somebody has room while somebody waits", sharing: true) { $0.floor.shares[1].units = 1 },
    Damage("who may be interrupted is listed wrongly", sharing: true) { $0.floor.interruptible[0].isListed = true },
    Damage("the list of those who may be interrupted is linked wrongly", sharing: true) { $0.floor.groups[0].interruptibleHead = 0 },
  ]

  private static let rest: [Damage] = [
    Damage("somebody idles while somebody waits") {
      $0.router.queueLinks[$0.router.rangeOfGroup[1].indices.lowerBound].other = 0
    },
    Damage("those who wait for a group are counted wrongly") { $0.router.waitingFor[0] += 1 },
    Damage("contacts are lost") { $0.ledger.contactCells[0].offered += 1 },
  ]

  private static func inHand(_ simulation: borrowing Simulation) -> Int32 {
    simulation.floor.assignments[simulation.floor.agents[0].assignments].contact
  }
}
