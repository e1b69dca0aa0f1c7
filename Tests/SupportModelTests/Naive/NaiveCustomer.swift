import SimulationCore

@testable import SupportModel

/// A customer's problem: what stays the same over all contacts about it.
final class NaiveNeed {
  /// The random numbers it draws from: `billing-call`, `billing-call/backlog` …
  let stream: String
  /// Of the contact at hand or to come: what its random numbers are drawn by. And that of the first contact.
  var entity: UInt64
  let firstEntity: UInt64
  /// Of the contact at hand or to come.
  var type: Int
  /// When the first contact came of those that have its key.
  var firstArrivedAt: Int64
  /// All so far; and how many of them another one caused that had been handled.
  var contacts: [NaiveContact] = []
  var recontacts = 0
  /// What it is about, where something is broken, and until when.
  var incident: (rule: DemandEvent.Incident, end: Int64)?
  /// Contacts that asked after one of them.
  var chasers: [NaiveContact] = []
  /// Contacts that came with the same thing as one of them; and of such a one, the one that it repeats.
  var seconds: [NaiveContact] = []
  var repeats: NaiveContact?
  /// Factor on the handle time of the contact at hand or to come.
  var handle = 1.0
  /// The contact at hand or to come: 0 for the first.
  var attempt = 0
  /// The attempt whose work and patience this one has; itself when drawn anew.
  var workOfAttempt = 0
  var patienceOfAttempt = 0
  /// Who had a contact of it in hand last.
  var lastAgent: NaiveAgent?

  init(stream: String, entity: UInt64, type: Int, firstArrivedAt: Int64, firstEntity: UInt64? = nil) {
    self.stream = stream
    self.entity = entity
    self.firstEntity = firstEntity ?? entity
    self.type = type
    self.firstArrivedAt = firstArrivedAt
  }
}

/// A stay of a contact with a group that has it on hold.
final class NaiveHold {
  /// Which of the holds of its type, or its approval (nil), and whose.
  let position: Int?
  let group: Int
  let joinedAt: Int64
  let touch: Int
  /// Where it stood in its own queue.
  let enteredAt: Int64
  let order: Int
  var waits: [(from: Int64, to: Int64)] = []
  var hadToWait = false
  var work: [NaiveAssignment] = []
  var isDone = false

  init(_ contact: NaiveContact, _ position: Int?, _ group: Int, at now: Int64) {
    (self.position, self.group, joinedAt) = (position, group, now)
    (touch, enteredAt, order) = (contact.touch, contact.enteredAt, contact.order)
  }
}

/// A contact, from its arrival on.
final class NaiveContact {
  let need: NaiveNeed
  let number: Int64
  /// Its stays in contact types, the one in which it came first.
  var legs: [NaiveLeg] { didSet { if legs.count > oldValue.count { owner = nil } } }
  /// Higher is served first.
  var priority = 0
  /// The same when it was answered.
  var answerPriority: Int?
  /// Contacts of the need before it, and how many of them had its key.
  var attempt: Int
  let run: Int
  let entity: UInt64
  /// The contact that it asks after; and the event at which somebody asks after this one.
  var parent: NaiveContact?
  var chaseEvent: Int?
  /// The contact that it repeats; the one that repeats it, or will at an event; it has been opened and seen to be the same; and when it solved
  /// the need of the first.
  var first: NaiveContact?
  var second: NaiveContact?
  var duplicateEvent: Int?
  var isMerging = false
  var solvedNeedAt: Int64?
  var waitsWithoutPatience: Bool { isCallback || parent != nil || isMerging }
  /// Counted interval of its arrival; nil in the warm-up and after the horizon.
  let interval: Int?
  /// At the door; and before that, where it was in self-service first.
  var arrivedAt: Int64
  let cameAt: Int64
  var isAtTheDoor = true
  /// It was in self-service, until when, and comes back although that solved it.
  let tried: Bool
  var leftSelfServiceAt: Int64?
  var leaks = false
  /// Keeps a place to be called; calls so far; since when it waits to be called again, and all such time.
  var isAcknowledged = false
  var isCallback = false
  var acceptedCallback = false
  var virtualWaits = 0
  var calls = 0
  var awaySince: Int64?
  var awayTime: Int64 = 0
  /// Who had an earlier contact of the need in hand last.
  let knows: NaiveAgent?

  /// Its waits that are over, and the one that is not.
  var waits: [(from: Int64, to: Int64)] = []
  var waitingSince: Int64?
  /// How many of them came before the first answer.
  var waitsForAnswer = 0
  var hadToWait = false
  var patience: Int64?
  /// How long it stays with an agent, all stays together.
  var stay: Int64?
  /// Work left before the group's factor, once it is drawn.
  var workLeft: Int64?
  /// Its stays with agents, over or not.
  var work: [NaiveAssignment] = []
  var endedAt: Int64?
  var outcome = ContactRow.Outcome.open
  var abandonment: Int?
  var overflow: Int?
  /// The one group that it waits for, once it has had to wait, where the policy has such a rule.
  var waitsFor: Int?

  /// Entry into its queue for the touch at hand, and a number that tells apart those of one instant.
  var enteredAt: Int64
  var order: Int
  /// The number when it came; and whether it joins the queue of its next leg by that.
  var firstOrder: Int
  var isPlaceKept = false
  /// Open before the horizon; and touched once by then.
  var wasOpen = false
  var wasTouched = false
  /// The one agent it waits for; until when (nil: as long as that agent is on duty), and the event then.
  var keptFor: NaiveAgent?
  var wasKept = false
  var keptUntil: Int64?
  var keptEvent: Int?
  /// Whose it is.
  var owner: NaiveAgent?
  /// The group that has it now, and all that had it.
  var held: NaiveHold?
  var holds: [NaiveHold] = []
  /// Put aside: before all others, what was put aside last first.
  var front = 0
  var interruptions: [(at: Int64, touch: Int, type: Int)] = []
  /// By contact type.
  var resumeCosts: [(type: Int, cost: Int64)] = []
  /// The phases it went through, from its arrival on, each with its beginning.
  var phases: [(phase: ClockPhase, from: Int64, type: Int)]
  /// Number of the touch at hand or to come; when it joined the queue for each; waits and stays with agents before it.
  var touch = 1
  var joined: [Int64]
  /// Types in whose queues it came back for another touch of the leg.
  var joinsAgain: [Int] = []
  /// What is to be finished after an approval, µs: the touch at hand or to come; and who waits for it.
  var finish: Int64?
  var waiter: NaiveAssignment?
  /// Rules of escalation that have been followed; the next of them; and where it is to go on because of one.
  var escalated: Set<Int> = []
  var escalation: (at: Int64, event: Int)?
  var goesTo: Int?
  /// Who takes it from hand to hand, and how long both are at it.
  var warm: (with: NaiveAgent, time: Int64)?
  /// Types of its waits that are over.
  var waitTypes: [Int] = []
  /// Touches in which another agent has read what there was, each time.
  var readings: [Int] = []
  var waitsBefore = 0
  var workBefore = 0
  /// Came for another touch that nobody has begun.
  var cameBack = false
  var touchesDone: [(at: Int64, replies: Bool, isOwn: Bool, type: Int)] = []
  var solves: [Int64] = []
  var reopens: [Int64] = []
  var autoCloses: [Int64] = []
  /// Contact types in which it was solved or closed, and closed by itself, and to which it came back.
  var typesSolved: [Int] = []
  var typesReopened: [Int] = []
  var typesClosed: [Int] = []
  /// Types in which a promise to it was nearly used up.
  var typesEscalated: [Int] = []
  /// What was said: by an agent, by the customer; or nothing more is expected.
  enum Said { case replied, heard, over }
  /// With its priority then.
  var said: [(at: Int64, what: Said, priority: Int)] = []
  var reply: (at: Int64, event: Int)?
  var close: Int?

  init(_ need: NaiveNeed, number: Int64, order: Int, interval: Int?, arrivedAt: Int64, tried: Bool = false) {
    self.need = need
    self.order = order
    enteredAt = arrivedAt
    phases = [(.waiting, arrivedAt, need.type)]
    joined = [arrivedAt]
    self.number = number
    legs = [NaiveLeg(type: need.type, firstTouch: 1, waitsBefore: 0, isDelayed: false, isEscalation: false)]
    firstOrder = order
    attempt = need.contacts.count
    run = need.attempt
    entity = need.entity
    self.interval = interval
    self.tried = tried
    cameAt = arrivedAt
    self.arrivedAt = arrivedAt
    knows = need.lastAgent
    need.contacts.append(self)
  }

  /// Of the leg at hand, and of the one in which it came.
  var type: Int { legs[legs.count - 1].type }
  var comesAs: Int { legs[0].type }
  var touchOfLeg: Int { touch - legs[legs.count - 1].firstTouch + 1 }

  var isWaiting: Bool { waitingSince != nil }
  /// The wait that is not over, where it is its own.
  var ownWait: [(from: Int64, to: Int64)] { held == nil ? waitingSince.map { [($0, .max)] } ?? [] : [] }
  /// Neither in a queue nor with an agent for a while.
  var isAway: Bool {
    [.pending, .onHold, .awaitingApproval].contains(phases[phases.count - 1].phase) && waiter == nil || isCallback
  }

  /// What is or was with it, each with its end; nil: the last, where nothing came after it.
  var stretches: [(phase: ClockPhase, from: Int64, to: Int64?, type: Int)] {
    phases.enumerated().map { position, phase in
      let next = position + 1 < phases.count ? phases[position + 1].from : phase.phase.isOver ? nil : endedAt
      return (phase.phase, phase.from, next, phase.type)
    }
  }
  var answeredAt: Int64? { wasTouched ? 0 : work.first?.began }
  /// All time in the queue in waits that are over.
  var waited: Int64 { waits.reduce(awayTime) { $0 + $1.to - $1.from } }
  /// The same inside the horizon, for the touch at hand: what wears patience down.
  var waitedForTouch: Int64 { waits.dropFirst(max(waitsBefore, virtualWaits)).reduce(0) { $0 + max(0, $1.to - max($1.from, 0)) } }

  /// The agent who has it, or who ended it.
  var agent: NaiveAgent? {
    if let held { return held.work.last.flatMap { $0.isHandedBack ? nil : $0.agent } }
    guard let last = work.last, !last.isHandedBack, !cameBack else { return nil }
    return last.agent
  }

  var row: ContactRow {
    var row = ContactRow(contact: number, contactType: Int32(comesAs), attempt: Int32(attempt), arrivedAt: cameAt)
    row.queuedAt = hadToWait ? arrivedAt : -1
    row.answeredAt = answeredAt ?? -1
    row.talkEndedAt = outcome == .handled ? work.last?.talkEnded ?? -1 : -1
    row.endedAt = endedAt ?? -1
    row.outcome = outcome
    row.agent = agent?.id ?? -1
    row.isCounted = interval != nil
    if tried && isAtTheDoor { row.handedOverAt = leftSelfServiceAt! }
    return row
  }

  var course: ContactRow.Course? {
    if outcome == .blocked || outcome == .balked || !isAtTheDoor { return nil }
    return ContactRow.Course(
      touches: Int32(Set(work.map(\.touch)).count + (wasTouched ? 1 : 0)), reopens: Int32(reopens.count),
      autoCloses: Int32(autoCloses.count),
      holds: Int32(phases.count { $0.phase == .onHold } - legs.count { $0.isDelayed }), interruptions: Int32(interruptions.count),
      moves: Int32(legs.count - 1), lastType: Int32(type),
      firstSolvedAt: solves.first ?? -1,
      solvedAt: outcome == .handled ? solves.last! : -1, phase: phases.last!.phase)
  }
}

/// A contact in an agent's hands: talk, then wrap-up.
final class NaiveAssignment {
  let contact: NaiveContact
  let agent: NaiveAgent
  let began: Int64
  let touch: Int
  /// Of the leg.
  let type: Int
  /// Of a group that has the contact on hold.
  let hold: NaiveHold?
  /// Work left at pace 1 when `paceSince` was, the group's factor included; all there was; and the pace since then, millionths.
  var workLeft: Int64 = 0
  var workAsked: Int64 = 0
  var paceSince: Int64
  var pace: Int64 = 1_000_000
  /// End of talk, or of the stay when it was cut short.
  var talkEnded: Int64?
  /// A call that reaches nobody.
  var isInVain = false
  var isHandedBack = false
  var isDropped = false
  var wrapUp: Int64 = 0
  var end: Int?
  var leaving: Int?

  init(_ contact: NaiveContact, _ agent: NaiveAgent, began: Int64) {
    self.contact = contact
    self.agent = agent
    self.began = began
    touch = contact.touch
    type = contact.type
    hold = contact.held
    paceSince = began
  }

  /// It waits in the agent's hands for an approval since then; and all such waits that are over.
  var pausedAt: Int64?
  var pauses: [(from: Int64, to: Int64)] = []
  /// When it began, or went on after the last pause.
  var wentOnAt: Int64 { pauses.last?.to ?? began }

  var isTalking: Bool { talkEnded == nil && pausedAt == nil }

  /// Stretches of work, µs; `now` ends one that goes on.
  func talks(until now: Int64) -> [(from: Int64, to: Int64)] {
    let ends = pauses.map(\.from) + [pausedAt ?? talkEnded ?? now]
    return zip([began] + pauses.map(\.to), ends).map { ($0, $1) }
  }

  /// Work done, µs.
  var talkTime: Int64 { talks(until: talkEnded ?? pausedAt ?? began).reduce(0) { $0 + $1.to - $1.from } }
}
