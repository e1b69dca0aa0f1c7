package import SimulationCore

/// Who serves whom: two lists of criteria in order of importance and the rules that hold people back. Ties go to the lowest id.
package struct RoutingPolicy: Sendable {
  /// Groups that have the skill but may take a contact only after it has waited so long.
  package struct Overflow: Sendable, Equatable {
    /// Indices into `Scenario.contactTypes`.
    package var contactTypes: [Int]
    /// Time in queue; exactly so long is long enough.
    package var after: TimeSpan
    /// Indices into `Scenario.groups`. Groups in no rule may take these types at once.
    package var groups: [Int]

    package init(contactTypes: [Int], after: TimeSpan, groups: [Int]) {
      self.contactTypes = contactTypes
      self.after = after
      self.groups = groups
    }
  }

  /// The last `keep` idle agents of a group serve only these contact types.
  package struct Reserve: Sendable, Equatable {
    /// Index into `Scenario.groups`.
    package var group: Int
    /// Idle agents; 0 reserves nothing.
    package var keep: Int
    /// Indices into `Scenario.contactTypes`, to which the reserve does not apply.
    package var contactTypes: [Int]

    package init(group: Int, keep: Int, contactTypes: [Int]) {
      self.group = group
      self.keep = keep
      self.contactTypes = contactTypes
    }
  }

  /// A contact that comes back for another touch waits for the agent of the last one for a while, where that agent is on duty or planned to
  /// be within it.
  package struct Affinity: Sendable, Equatable {
    /// Indices into `Scenario.contactTypes`.
    package var contactTypes: [Int]
    /// From its entry into the queue; then whoever may take it does.
    package var preferLastAgentFor: TimeSpan

    package init(contactTypes: [Int], preferLastAgentFor: TimeSpan) {
      self.contactTypes = contactTypes
      self.preferLastAgentFor = preferLastAgentFor
    }
  }

  /// A promise that is nearly used up: the contact rises, or goes on in another contact type, once.
  package struct Escalation: Sendable, Equatable {
    /// Index into `Scenario.targets`: its clock, in its hours and with its pauses.
    package var target: Int
    /// Share of the promised time that is used up then.
    package var at: Double
    /// Steps of priority; higher is served first.
    package var raise: Int
    /// Index into `Scenario.contactTypes`: where it goes on. Who waits goes at once, anybody else when next coming back to the queue. nil: it stays.
    package var to: Int?

    package init(target: Int, at: Double, raise: Int = 0, to: Int? = nil) {
      self.target = target
      self.at = at
      self.raise = raise
      self.to = to
    }
  }

  /// Waiting contacts rise in priority: by `raise` for every full `every` of waiting.
  package struct Ageing: Sendable, Equatable {
    /// Indices into `Scenario.contactTypes`.
    package var contactTypes: [Int]
    /// Steps of priority; higher is served first.
    package var raise: Int
    /// Full stretches only: a contact rises at the end of each.
    package var every: TimeSpan

    package init(contactTypes: [Int], raise: Int, every: TimeSpan) {
      self.contactTypes = contactTypes
      self.raise = raise
      self.every = every
    }
  }

  /// Other criteria while a calendar is open; the first entry that is open rules.
  package struct Scheduled: Sendable {
    /// Index into `Scenario.calendars`.
    package var calendar: Int
    /// nil: as outside the schedule.
    package var agentForContact: [AnyAgentCriterion]?
    /// nil: as outside the schedule.
    package var contactForAgent: [AnyContactCriterion]?

    package init(calendar: Int, agentForContact: [AnyAgentCriterion]?, contactForAgent: [AnyContactCriterion]?) {
      self.calendar = calendar
      self.agentForContact = agentForContact
      self.contactForAgent = contactForAgent
    }
  }

  /// The one group for which a contact waits that finds no agent free: nobody else takes it from then on, but for groups that an overflow
  /// rule lets in after a wait. Of the groups that can serve it and have anybody there; of all of them where none has.
  package enum QueueAt: String, Sendable, CaseIterable, BitwiseCopyable {
    /// The last of the order in which agents are tried.
    case lastGroup = "last-group"
    /// The one with the fewest waiting there, this contact included, for each of its people.
    case queueRatio = "queue-ratio"
    /// The one where those waiting there, this contact included, are soonest through: their number × mean handle time ÷ people.
    case expectedDelay = "expected-delay"
  }

  /// Asked when a contact comes and several agents may take it; most important first.
  package var agentForContact: [AnyAgentCriterion]
  /// Asked when an agent falls idle and several contacts wait; most important first.
  package var contactForAgent: [AnyContactCriterion]
  /// For one type and group the last rule that names both holds.
  package var overflow: [Overflow]
  /// Of several for one group a type meets the largest `keep` among those that do not name it.
  package var reserve: [Reserve]
  /// For one type the last rule that names it holds.
  package var ageing: [Ageing]
  /// The first entry whose calendar is open rules; outside all of them the lists above do.
  package var schedule: [Scheduled]
  /// nil: a contact waits for whoever may take it first.
  package var queueAt: QueueAt?
  /// For one type the last rule that names it holds.
  package var affinity: [Affinity] = []
  /// Each on its own.
  package var escalations: [Escalation] = []

  package init(
    agentForContact: [AnyAgentCriterion], contactForAgent: [AnyContactCriterion], overflow: [Overflow] = [],
    reserve: [Reserve] = [], ageing: [Ageing] = [], schedule: [Scheduled] = [], queueAt: QueueAt? = nil
  ) {
    self.agentForContact = agentForContact
    self.contactForAgent = contactForAgent
    self.overflow = overflow
    self.reserve = reserve
    self.ageing = ageing
    self.schedule = schedule
    self.queueAt = queueAt
  }
}
