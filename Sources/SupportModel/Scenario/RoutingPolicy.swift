package import SimulationCore

/// Who serves whom: two lists of criteria in order of importance and the rules that hold people back. Ties go to the lowest id.
package struct RoutingPolicy: Sendable {
  /// Groups that have the skill but may take a contact only after it has waited so long.
  package struct Overflow: Sendable, Equatable {
    package var contactTypes: [Int]
    package var after: TimeSpan
    package var groups: [Int]

    package init(contactTypes: [Int], after: TimeSpan, groups: [Int]) {
      self.contactTypes = contactTypes
      self.after = after
      self.groups = groups
    }
  }

  /// The last `keep` idle agents of a group serve only these contact types.
  package struct Reserve: Sendable, Equatable {
    package var group: Int
    package var keep: Int
    package var contactTypes: [Int]

    package init(group: Int, keep: Int, contactTypes: [Int]) {
      self.group = group
      self.keep = keep
      self.contactTypes = contactTypes
    }
  }

  /// Waiting contacts rise in priority: by `raise` for every full `every` of waiting.
  package struct Ageing: Sendable, Equatable {
    package var contactTypes: [Int]
    package var raise: Int
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

  package var agentForContact: [AnyAgentCriterion]
  package var contactForAgent: [AnyContactCriterion]
  package var overflow: [Overflow]
  package var reserve: [Reserve]
  package var ageing: [Ageing]
  package var schedule: [Scheduled]

  package init(
    agentForContact: [AnyAgentCriterion], contactForAgent: [AnyContactCriterion], overflow: [Overflow] = [],
    reserve: [Reserve] = [], ageing: [Ageing] = [], schedule: [Scheduled] = []
  ) {
    self.agentForContact = agentForContact
    self.contactForAgent = contactForAgent
    self.overflow = overflow
    self.reserve = reserve
    self.ageing = ageing
    self.schedule = schedule
  }
}
