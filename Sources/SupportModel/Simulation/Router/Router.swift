import SimulationCore

/// The rules in force and the two decisions: which agent takes this contact, which contact this agent takes.
///
/// Invariants (`checkInvariants`): nobody idles while somebody waits whom the rules would give them.
struct Router: ~Copyable {
  /// Index into the rules: 0 for the ordinary ones.
  var inForce = 0
  private var nextSwitch = 0
  var draws: RandomGenerator
  /// Those still to be chosen from, whole groups and then one by one; scores of the best and nodes to be looked at. Kept for their memory.
  var openGroups: [Int32] = []
  var candidates = PlainList<Int32>()
  /// What criteria see of the candidates that wait.
  var views = PlainList<ContactView>()
  var bestScores: [Double] = []
  var open: [Int] = []

  let queueCount: Int
  let groupCount: Int
  let rules: [CompiledRouting.Rules]
  let switches: [(at: Int64, rules: Int)]
  let pairs: Slab<CompiledRouting.Pair>
  let claims: Slab<CompiledTypes.Claim>
  let ageing: Slab<CompiledRouting.Ageing>
  let skillCounts: Slab<Int32>
  let groupLinks: Slab<CompiledRouting.Link>
  let queueLinks: Slab<CompiledRouting.Link>
  /// `[rules * queueCount + queue]` and `[rules * groupCount + group]`
  let rangeOfQueue: Slab<IndexRange>
  let rangeOfGroup: Slab<IndexRange>
  /// How decisions are made, by rules.
  let agentFast: Slab<CompiledRouting.Fast>
  let contactFast: Slab<CompiledRouting.Fast>
  let busyFast: Slab<CompiledRouting.Fast>
  /// What the first of the agent criteria says of so many units in use, where that is `busyFast`: `[rules * (capacity + 1) + units]`
  let scoresOfUnits: Slab<Double>
  let leastScores: Slab<Double>
  let capacity: Int
  let stages: Slab<Int64>
  let rangeOfStages: Slab<IndexRange>
  /// How the one group is chosen that a contact waits for; nil: it waits for whoever may take it.
  let queueAt: RoutingPolicy.QueueAt?
  /// Contacts that wait for one group, by that group.
  let waitingFor: Slab<Int32>
  /// Contacts may wait for one agent.
  let keepsContacts: Bool
  /// Tray of each queue, or -1; and whether an agent is asked for what belongs to nobody yet.
  let trayOfQueue: Slab<Int32>
  var isAssigning = false
  /// Contacts may wait in a queue with another priority than that of its type; and the queues in which they may.
  let hasPriorities: Bool
  let variesPriority: Slab<Bool>
  /// Contacts of a queue, or agents of a group, differ in what they may do: each is looked at.
  let looksAtEach: Bool

  init(_ compiled: CompiledScenario) {
    let routing = compiled.routing
    queueCount = routing.queueCount
    groupCount = routing.skillCounts.count
    rules = routing.rules
    switches = routing.switches
    pairs = Slab(routing.queuePairs)
    claims = Slab(
      compiled.queues.entries.map { entry in
        var claim = compiled.types.claims[Int(entry.type)]
        if entry.group >= 0 { (claim.dueAfter, claim.expectedHandle) = (.max, entry.expectedHandle) }
        return claim
      })
    ageing = Slab(routing.ageing)
    skillCounts = Slab(routing.skillCounts)
    groupLinks = Slab(routing.groupLinks)
    queueLinks = Slab(routing.queueLinks)
    rangeOfQueue = Slab(routing.rangeOfQueue)
    rangeOfGroup = Slab(routing.rangeOfGroup)
    agentFast = Slab(routing.rules.map { $0.agentFast })
    contactFast = Slab(routing.rules.map { $0.contactFast })
    busyFast = Slab(routing.rules.map { $0.busyFast })
    let scores = Router.scoresOfUnits(routing.rules, capacity: compiled.sharing.capacity)
    scoresOfUnits = Slab(scores)
    leastScores = Slab(Router.leastScores(scores, compiled))
    capacity = Int(compiled.sharing.capacity)
    stages = Slab(routing.stages)
    rangeOfStages = Slab(routing.rangeOfStages)
    queueAt = compiled.scenario.routing.queueAt
    waitingFor = Slab(repeating: 0, count: groupCount)
    keepsContacts = compiled.types.tickets.keepsContacts
    trayOfQueue = Slab(compiled.trays.ofQueue)
    variesPriority = Slab(routing.variesPriority)
    hasPriorities = routing.variesPriority.contains(true)
    draws = RandomStream(seed: 0, replication: 0, name: "routing/random").generator(entity: 0)
    // Last: what the compiler of Swift 6.3 sees used before all is set it takes for set already, and frees what is not there.
    looksAtEach = compiled.scenario.routing.queueAt != nil || compiled.sharing.capacity > 1 || compiled.types.tickets.keepsContacts
  }

  /// The rules that hold at instant 0.
  mutating func begin(seed: UInt64, replication: Int) {
    draws = RandomStream(seed: seed, replication: replication, name: "routing/random").generator(entity: 0)
    inForce = 0
    nextSwitch = 0
    waitingFor.fill(0)
    while nextSwitch < switches.count && switches[nextSwitch].at <= 0 { takeSwitch() }
  }

  /// The next instant at which other rules begin to rule, µs; `Int64.max`: never again.
  mutating func switchTime() -> Int64 { nextSwitch < switches.count ? switches[nextSwitch].at : .max }

  /// Another set of criteria rules from now on. Who may serve whom does not change, so nobody who waits can be taken just for that.
  mutating func takeSwitch() {
    inForce = switches[nextSwitch].rules
    nextSwitch += 1
  }

  /// Multiplier on handle time of the contacts of a queue in a group.
  @inline(__always)
  mutating func handleFactor(group: Int32, queue: Int32) -> Double { pairs[Int(group) * queueCount + Int(queue)].handleFactor }

  /// Contacts of a queue per second that the people on duty finish who have the skills for it; infinite where they take no time.
  mutating func finishingRate(ofQueue queue: Int32, _ floor: inout Floor) -> Double {
    var rate = 0.0
    for group in 0..<groupCount where pairs[group * queueCount + Int(queue)].canServe {
      let people = floor.groups[group].idle + floor.groups[group].busy
      if people > 0 { rate += Double(people) / pairs[group * queueCount + Int(queue)].expectedHandle }
    }
    return rate
  }

  /// The next overflow stage of a contact that has waited so long, counted in the stages of its queue from `stage` on.
  @inline(__always)
  mutating func stage(_ stage: Int32, ofQueue queue: Int32, waited: Int64) -> Int32 {
    let range = rangeOfStages[Int(queue)].indices
    var position = range.lowerBound + Int(stage)
    while position < range.upperBound && stages[position] <= waited { position += 1 }
    return Int32(position - range.lowerBound)
  }

  /// The wait at which a stage is reached, µs; `Int64.max` after the last.
  @inline(__always)
  mutating func wait(ofStage stage: Int32, queue: Int32) -> Int64 {
    let range = rangeOfStages[Int(queue)].indices
    let position = range.lowerBound + Int(stage)
    return position < range.upperBound ? stages[position] : .max
  }

  @inline(__always)
  mutating func drawIndex(below count: Int) -> Int { min(count - 1, Int(draws.nextUniform() * Double(count))) }

  /// When a contact's answer target falls due; `Int64.max` without a target, also for work from before the horizon.
  @inline(__always)
  mutating func due(_ claim: CompiledTypes.Claim, queuedAt: Int64) -> Int64 {
    let due = queuedAt.addingReportingOverflow(claim.dueAfter)
    return claim.dueAfter == .max || due.overflow ? .max : due.partialValue
  }
}
