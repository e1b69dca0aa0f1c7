import SimulationCore

/// A scenario that cannot be wrong: every reference resolved to an index into the declared order, every calendar and time zone
/// resolved to instants, every number in range. `ScenarioFormat` is the only maker of these from files; tests build them directly.
///
/// Indices are positions in the arrays below, in the order the file declares them; that order is the order of every result.
package struct Scenario: Sendable {
  /// What reports call it; empty: it has no name.
  package var name: String
  /// A sentence for the reader of the report, or nothing.
  package var about: String
  /// The word printed after amounts of money, for example `USD`.
  package var currency: String
  /// What is played, and what of it is counted.
  package var horizon: Horizon
  /// How often it is played.
  package var experiment: ExperimentPlan
  /// Names of priorities, first served first; empty: they are plain numbers. The last of n has the number 0, the first n − 1.
  package var priorities: [String]
  /// Hours that contact types, rules and clocks refer to.
  package var calendars: [WorkCalendar]
  /// Empty: no channel is told apart.
  package var channels: [Channel]
  /// Customer classes, by name.
  package var segments: [String]
  /// Skills, by name, in order of first mention.
  package var skills: [String]
  /// What customers come with; a result has a row for each.
  package var contactTypes: [ContactType]
  /// Rooms that several types share, beside each type's own limit.
  package var sharedLimits: [SharedLimit]
  /// Extra demand on top of the arrivals of the types.
  package var demandEvents: [DemandEvent]
  /// Working days by the clock on the wall, which roster lines refer to.
  package var shiftPatterns: [ShiftPattern]
  /// Who does the work; a result has a row for each.
  package var groups: [AgentGroup]
  /// Who serves whom.
  package var routing: RoutingPolicy
  /// What was promised; a result has a share for each.
  package var targets: [Target]
  /// For `muster gate`.
  package var gates: [Gate]
  /// How customers find their contacts; nil: nothing is said of it.
  package var satisfaction: Satisfaction?
  /// By what limits the strain on people is reported; nil: nothing is said of it.
  package var wellbeing: Wellbeing?
  /// What customers are worth: by segment, nil where nothing is said of it; and those of no such segment.
  package var valueBySegment: [CustomerValue?] = []
  package var valueOfOthers: CustomerValue?
  /// What broken promises cost.
  package var penalties: [Penalty] = []
  /// Recurring issues that are removed at their root.
  package var removals: [Removal] = []

  package init(
    name: String, about: String = "", currency: String = "", horizon: Horizon, experiment: ExperimentPlan = ExperimentPlan(),
    priorities: [String] = [], calendars: [WorkCalendar] = [], channels: [Channel] = [], segments: [String] = [], skills: [String] = [],
    contactTypes: [ContactType] = [],
    sharedLimits: [SharedLimit] = [], demandEvents: [DemandEvent] = [], shiftPatterns: [ShiftPattern] = [], groups: [AgentGroup] = [],
    routing: RoutingPolicy, targets: [Target] = [], gates: [Gate] = []
  ) {
    self.name = name
    self.about = about
    self.currency = currency
    self.horizon = horizon
    self.experiment = experiment
    self.priorities = priorities
    self.calendars = calendars
    self.channels = channels
    self.segments = segments
    self.skills = skills
    self.contactTypes = contactTypes
    self.sharedLimits = sharedLimits
    self.demandEvents = demandEvents
    self.shiftPatterns = shiftPatterns
    self.groups = groups
    self.routing = routing
    self.targets = targets
    self.gates = gates
  }
}

extension Scenario {
  /// What the clocks of a target go by.
  package func clockRule(of target: Target) -> ClockRule {
    ClockRule(target.measure, target.durations, target.terms, clockHours(target.terms.calendar))
  }

  /// The hours of a calendar; nil: every hour.
  package func clockHours(_ calendar: Int?) -> ClockHours {
    calendar.map { ClockHours(open: calendars[$0].hours, wall: calendars[$0].wall) } ?? .always
  }

  /// A customer waits live for an agent of this contact type; every channel does unless it says otherwise.
  package func isLive(_ type: ContactType) -> Bool { !channels.indices.contains(type.channel) || channels[type.channel].isLive }

  /// The number of a named priority.
  package func priority(named name: String) -> Int? { priorities.firstIndex(of: name).map { priorities.count - 1 - $0 } }

  /// The name of a priority, or its number where it has none.
  package func priorityName(_ priority: Int) -> String {
    priorities.indices.contains(priorities.count - 1 - priority) ? priorities[priorities.count - 1 - priority] : String(priority)
  }

  /// When a contact type is let in; nil: at all times.
  package func openingHours(of contactType: Int) -> BusinessTime? { contactTypes[contactType].opens.map { calendars[$0.calendar].hours } }
}
