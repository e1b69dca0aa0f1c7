import SimulationCore

/// The people: what each is doing and should be doing, what they have in hand (`assignments`), who is idle, and their plans.
///
/// Invariants (`checkInvariants`): the assignments of an agent are linked both ways, fit into its capacity and agree with its activity; the
/// idle of a group are linked in the order they fell idle, all of them and nobody else.
struct Floor: ~Copyable {
  /// What is in the hands of all agents.
  var assignments = SlotTable<AssignmentState>()
  let agents: Slab<AgentState>
  let persons: Slab<ShiftState>
  let groups: Slab<GroupState>
  /// The idle by id, where a rule looks at more than who has been idle longest.
  var idleTree: IdleTree
  /// `staffing` groups: busy people past the count, in the order they were marked; any of them may be the one who leaves first.
  var leaving: [[Int32]] = []
  /// Idle since changes of staffing in this instant, and not asked for work yet.
  var freed: [Int32] = []
  /// By agent, for those who hold something, and nothing but talks that contacts of some queue may interrupt; on duty or not. Empty where no
  /// work may be put aside.
  let interruptible: Slab<InterruptibleState>
  /// Time spent in each clock by each agent from the start of play, µs: `[agent * clockCount + clock]`; see `clock(of:)`.
  let clocks: Slab<Int64>
  /// Talks that each agent ended from the start of play.
  let talksEnded: Slab<Int64>
  /// As in `CompiledRamps`; `tenures` and what is counted of those who learn are empty where nobody does.
  let ramps: Slab<CompiledRamps.Ramp>
  let tenures: Slab<Int64>
  let tenureAdvances: Bool
  let learning: Slab<LearningState>
  /// As in `CompiledEmployment`, and where everybody is in it; empty where nobody joins or leaves.
  let employment: Slab<EmploymentState>
  let terms: Slab<CompiledEmployment.Term>
  let employmentKeys: Slab<UInt64>
  let departures: Slab<CompiledEmployment.Departure>
  let weekEnds: Slab<Int64>
  /// Work without a pause, by agent and by group, and how long a pause is, µs; empty where nobody asks for it.
  let stretches: Slab<StretchState>
  let longestStretches: Slab<LongestTime>
  let pause: Int64

  /// Integral of each agent's units in use from the start of play up to `unitClock`, unit·µs; kept where they may share.
  let unitTime: Slab<Int64>
  let unitClock: Slab<Int64>

  /// Units that an agent's capacity is divided into.
  let capacity: Int32
  /// What belongs to whom.
  var trays: TrayBook
  /// What a contact takes of them, by queue.
  let shares: Slab<CompiledSharing.Share>
  let paces: Slab<Int32>
  /// As in `CompiledInterruptions`; empty where nothing may be interrupted.
  let interruptingPriorities: Slab<Int32>
  let mayInterrupt: Slab<Bool>
  /// By queue: some queue may interrupt work on its contacts. Empty likewise.
  let canBeInterrupted: Slab<Bool>
  let rules: Slab<CompiledAgents.Group>
  let shiftsOfAgent: Slab<IndexRange>
  let shifts: Slab<CompiledAgents.Shift>
  let breaks: Slab<CompiledTypes.Stretch>
  let offline: Slab<CompiledAgents.Offline>
  let steps: Slab<CompiledAgents.Step>
  let keys: Slab<UInt64>
  let samplers: SamplerTable

  // Random numbers of people, by group and by offline activity
  private let streamNames: (groups: [String], offline: [String])
  var replication = 0
  var presenceStreams: [RandomStream] = []
  var latenessStreams: [RandomStream] = []
  var offlineStreams: [RandomStream] = []
  var attritionStreams: [RandomStream] = []

  init(_ compiled: CompiledScenario) {
    let plan = compiled.agents
    agents = Slab(plan.groupOfAgent.map { AgentState(group: $0) })
    persons = Slab(repeating: ShiftState(), count: agents.count)
    groups = Slab(repeating: GroupState(), count: plan.groups.count)
    idleTree = IdleTree(agents: agents.count, isKept: compiled.routing.rules.contains { $0.agentFast == .general })
    clocks = Slab(repeating: 0, count: agents.count * Floor.clockCount)
    talksEnded = Slab(repeating: 0, count: agents.count)
    ramps = Slab(plan.ramps.ramps)
    tenures = Slab(plan.ramps.tenures)
    tenureAdvances = plan.ramps.advances
    learning = Slab(repeating: LearningState(), count: plan.ramps.tenures.count)
    employment = Slab(repeating: .trained, count: plan.employment.terms.count)
    terms = Slab(plan.employment.terms)
    employmentKeys = Slab(plan.employment.keys)
    departures = Slab(plan.employment.departures)
    weekEnds = Slab(plan.employment.weekEnds)
    let wellbeing = compiled.scenario.wellbeing
    stretches = Slab(repeating: StretchState(), count: wellbeing == nil ? 0 : agents.count)
    longestStretches = Slab(repeating: LongestTime(), count: wellbeing == nil ? 0 : groups.count)
    pause = wellbeing?.pause.microseconds ?? 0
    unitTime = Slab(repeating: 0, count: agents.count)
    unitClock = Slab(repeating: 0, count: agents.count)
    capacity = compiled.sharing.capacity
    trays = TrayBook(compiled)
    shares = Slab(compiled.queues.entries.map { compiled.sharing.shares[Int($0.type)] })
    paces = Slab(compiled.sharing.paces)
    let interruptions = compiled.types.interruptions
    interruptible = Slab(repeating: InterruptibleState(), count: interruptions.isUsed ? agents.count : 0)
    interruptingPriorities = Slab(interruptions.priorities)
    mayInterrupt = Slab(interruptions.mayInterrupt)
    canBeInterrupted = Slab(interruptions.canBeInterrupted)
    rules = Slab(plan.groups)
    shiftsOfAgent = Slab(plan.shiftsOfAgent)
    shifts = Slab(plan.shifts)
    breaks = Slab(plan.breaks)
    offline = Slab(plan.offline)
    steps = Slab(plan.steps)
    keys = Slab(plan.keys)
    samplers = plan.samplers
    streamNames = (compiled.scenario.groups.map { $0.name }, plan.offlineStreams)
  }

  /// Everybody is off, nothing is in hand.
  mutating func begin(seed: UInt64, replication: Int, isSameSeed: Bool) {
    if presenceStreams.isEmpty || !isSameSeed {
      func stream(_ name: String) -> RandomStream { RandomStream(seed: seed, replication: 0, name: name) }
      presenceStreams = streamNames.groups.map { stream("absence/\($0)") }
      latenessStreams = streamNames.groups.map { stream("late-by/\($0)") }
      offlineStreams = streamNames.offline.map { stream($0) }
      if hasEmployment { attritionStreams = streamNames.groups.map { stream("attrition/\($0)") } }
    }
    self.replication = replication
    assignments.removeAll()
    for agent in agents.indices { agents[agent] = AgentState(group: agents[agent].group) }
    persons.fill(ShiftState())
    groups.fill(GroupState())
    idleTree.begin()
    interruptible.fill(InterruptibleState())
    trays.begin()
    leaving = Array(repeating: [], count: groups.count)
    freed.removeAll(keepingCapacity: true)
    clocks.fill(0)
    talksEnded.fill(0)
    learning.fill(LearningState())
    beginEmployment()
    stretches.fill(StretchState())
    longestStretches.fill(LongestTime())
    unitTime.fill(0)
    unitClock.fill(0)
  }

  /// A person with shifts.
  @inline(__always)
  mutating func isRostered(_ agent: Int32) -> Bool { rules[Int(agents[Int(agent)].group)].presence == .roster }

  // MARK: - What everybody is doing

  /// Clocks of an agent: its activities, and the two kinds of overtime.
  static var clockCount: Int { 8 }
  static var overtimeTalk: Int { 6 }
  static var overtimeWrapUp: Int { 7 }

  /// The clock that runs: that of the activity; for handling and wrap-up without duty those of overtime, four further on.
  @inline(__always)
  private mutating func clock(of agent: Int32) -> Int {
    let activity = agents[Int(agent)].activity
    let isOvertime = activity.isBusy && !agents[Int(agent)].duty.isOn
    return Int(activity.rawValue) + (isOvertime ? 4 : 0)
  }

  /// Writes the time since the last look into the clock that runs.
  @inline(__always)
  mutating func account(_ agent: Int32, at now: Int64) {
    clocks[Int(agent) * Floor.clockCount + clock(of: agent)] += now - agents[Int(agent)].since
    agents[Int(agent)].since = now
  }

  /// Ends the present activity and begins another.
  @inline(__always)
  mutating func setActivity(_ agent: Int32, _ activity: AgentActivity, at now: Int64) {
    account(agent, at: now)
    let group = Int(agents[Int(agent)].group)
    groups[group].busy += (activity.isBusy ? 1 : 0) - (agents[Int(agent)].activity.isBusy ? 1 : 0)
    let isTurn = activity.isBusy != agents[Int(agent)].activity.isBusy
    agents[Int(agent)].activity = activity
    if stretches.count > 0 && isTurn { noteStretch(agent, isBusy: activity.isBusy, at: now) }
  }

  /// Begins or ends duty, with whatever is in hand.
  @inline(__always)
  mutating func setDuty(_ agent: Int32, _ duty: AgentDuty, at now: Int64) {
    account(agent, at: now)
    groups[Int(agents[Int(agent)].group)].onDuty += (duty.isOn ? 1 : 0) - (agents[Int(agent)].duty.isOn ? 1 : 0)
    agents[Int(agent)].duty = duty
    listRoom(agent)
  }

  /// Leaves the floor; not in the idle list, nothing in hand.
  @inline(__always)
  mutating func leave(_ agent: Int32, at now: Int64) { setActivity(agent, .off, at: now) }

  /// Time an agent had something in hand, or nothing to do, from the start of play up to the last look, µs.
  @inline(__always)
  mutating func timeOnDuty(of agent: Int32) -> (busy: Int64, available: Int64) {
    let first = Int(agent) * Floor.clockCount
    let handling = clocks[first + Int(AgentActivity.handling.rawValue)] + clocks[first + Int(AgentActivity.wrapUp.rawValue)]
    return (
      handling + clocks[first + Floor.overtimeTalk] + clocks[first + Floor.overtimeWrapUp],
      clocks[first + Int(AgentActivity.available.rawValue)]
    )
  }

  /// What an agent did from the start of play up to the last look, µs.
  @inline(__always)
  mutating func totals(of agent: Int32) -> AgentTotals {
    let first = Int(agent) * Floor.clockCount
    func time(_ clock: Int) -> Int64 { clocks[first + clock] }
    func time(_ activity: AgentActivity) -> Int64 { clocks[first + Int(activity.rawValue)] }
    var totals = AgentTotals()
    totals.available = time(.available)
    totals.handling = time(.handling)
    totals.wrapUp = time(.wrapUp)
    totals.onBreak = time(.onBreak)
    totals.offline = time(.offline)
    totals.overtime = time(Floor.overtimeTalk) + time(Floor.overtimeWrapUp)
    totals.overtimeWrapUp = time(Floor.overtimeWrapUp)
    totals.handled = talksEnded[Int(agent)]
    totals.unitTime = unitTime[Int(agent)]
    if learning.count > 0 {
      totals.handledLearning = learning[Int(agent)].handled
      totals.rampExcess = learning[Int(agent)].excess
      totals.tenure = learning[Int(agent)].tenure
    }
    return totals
  }

  // MARK: - The idle list

  /// Joins the idle of its group: behind those idle longer, and among those of the same instant by id.
  @inline(__always)
  mutating func fallIdle(_ agent: Int32, at now: Int64) {
    setActivity(agent, .available, at: now)
    let group = Int(agents[Int(agent)].group)
    agents[Int(agent)].idleSince = now
    var before = groups[group].idleTail
    while before >= 0 && agents[Int(before)].idleSince == now && before > agent { before = agents[Int(before)].previousIdle }
    let after = before >= 0 ? agents[Int(before)].nextIdle : groups[group].idleHead
    agents[Int(agent)].previousIdle = before
    agents[Int(agent)].nextIdle = after
    if before >= 0 { agents[Int(before)].nextIdle = agent } else { groups[group].idleHead = agent }
    if after >= 0 { agents[Int(after)].previousIdle = agent } else { groups[group].idleTail = agent }
    groups[group].idle += 1
    if idleTree.isKept { idleTree.set(agent, idleNode(agent)) }
  }

  @inline(__always)
  mutating func leaveIdle(_ agent: Int32) {
    let group = Int(agents[Int(agent)].group)
    let before = agents[Int(agent)].previousIdle
    let after = agents[Int(agent)].nextIdle
    if before >= 0 { agents[Int(before)].nextIdle = after } else { groups[group].idleHead = after }
    if after >= 0 { agents[Int(after)].previousIdle = before } else { groups[group].idleTail = before }
    groups[group].idle -= 1
    if idleTree.isKept { idleTree.set(agent, .nobody) }
  }

  /// An idle agent as the tree of the idle keeps it.
  mutating func idleNode(_ agent: Int32) -> IdleNode {
    let state = agents[Int(agent)]
    let totals = totals(of: agent)
    return IdleNode(
      idle: 1, busy: totals.busy, onDutyFrom: state.since - totals.busy - totals.available, idleSince: state.idleSince)
  }
}
