package import SimulationCore

/// People with the same skills and rules.
package struct AgentGroup: Sendable {
  /// One of the things a group can do.
  package struct Skill: Sendable, Equatable {
    /// Index into `Scenario.skills`.
    package var skill: Int
    /// Preference: 1 is the skill the group is for, higher numbers come later.
    package var rank: Int
    /// Multiplier on handle time.
    package var handle: Double

    package init(skill: Int, rank: Int = 1, handle: Double = 1) {
      self.skill = skill
      self.rank = rank
      self.handle = handle
    }
  }

  /// When people are there.
  package enum Presence: Sendable {
    /// Always there.
    case always(count: Int)
    /// Interchangeable people: so many from each instant on, in order, the first at or before 0.
    case staffing([StaffingStep])
    /// Persons with shifts.
    case roster([RosterLine])
  }

  /// So many people until the next step begins.
  package struct StaffingStep: Sendable, Equatable {
    /// At this instant the change is made, before anything else happens at it.
    package var from: SimInstant
    /// People at work, 0 or more.
    package var count: Int

    package init(from: SimInstant, count: Int) {
      self.from = from
      self.count = count
    }
  }

  /// Persons who work the same shifts.
  package struct RosterLine: Sendable, Equatable {
    /// One name each; unique in the scenario.
    package var agents: [String]
    /// What the line is called: the names of its patterns, as in `early + late`.
    package var shift: String
    /// Indices into `Scenario.shiftPatterns`, in the order written; empty where the shifts follow no pattern.
    package var patterns: [Int]
    /// In order, not overlapping. They reach beyond the end of the horizon so that open work can be finished.
    package var shifts: [Shift]

    package init(agents: [String], shift: String, patterns: [Int] = [], shifts: [Shift]) {
      self.agents = agents
      self.shift = shift
      self.patterns = patterns
      self.shifts = shifts
    }
  }

  /// One working day of one shift.
  package struct Shift: Sendable, Equatable {
    /// Before 0 when it already runs as the horizon begins.
    package var start: SimInstant
    /// When the work is planned to end; what is in hand then is up to `endOfShift`.
    package var end: SimInstant
    /// In order, inside the shift, not overlapping.
    package var breaks: [Range<SimInstant>]

    package init(start: SimInstant, end: SimInstant, breaks: [Range<SimInstant>] = []) {
      self.start = start
      self.end = end
      self.breaks = breaks
    }
  }

  /// Planned time away from contacts: coaching, training, meetings.
  package struct Offline: Sendable, Equatable {
    /// Its random numbers are told apart by it: activities of one name would fall on the same instants of a shift.
    package var name: String
    /// Elapsed time away.
    package var length: TimeSpan
    /// Share of shifts that hold one, placed at random inside the shift clear of breaks.
    package var share: Double

    package init(name: String, length: TimeSpan, share: Double) {
      self.name = name
      self.length = length
      self.share = share
    }
  }

  /// What a busy agent does when the shift ends.
  package enum EndOfShift: String, Sendable, CaseIterable, BitwiseCopyable {
    /// Finishes the contact in hand (overtime) and takes no other.
    case finish
    /// Stops at once; the rest of the work returns to the head of its queue.
    case handBack = "hand-back"
    /// Stops at once; the contact is cut off.
    case drop
  }

  /// What people cost, in the scenario's currency.
  package struct Cost: Sendable, Equatable {
    /// Money per paid hour.
    package var perHour: Double
    /// Multiplier for hours of overtime.
    package var overtime: Double

    package init(perHour: Double, overtime: Double = 1) {
      self.perHour = perHour
      self.overtime = overtime
    }
  }

  /// Offline activities one group may list. More are a slip rather than a plan, and whoever comes back from one looks through them all.
  package static let mostOffline = 64

  /// What files and results call it; unique among groups.
  package var name: String
  /// What it can serve; empty: only contacts that need no skill.
  package var skills: [Skill]
  /// One of three forms; only `roster` knows persons.
  package var presence: Presence
  /// Probability that an agent misses a whole shift, drawn per agent and day.
  package var absence: Double
  /// How late an agent comes, drawn per agent and day.
  package var lateBy: AnyDistribution?
  /// Of every person in the group; at most `mostOffline`.
  package var offline: [Offline]
  /// How much longer people take who are new, at the start or as `hires`; nil: no longer than others.
  package var ramp: Ramp?
  /// Who of them is still learning at the start; nil: nobody.
  package var newHires: NewHires?
  /// Who joins within the horizon, in the order written; only of a group whose people are persons (`always`, `roster`).
  package var hires: [Hire] = []
  /// How its people leave for good; nil: nobody does. Likewise.
  package var attrition: Attrition?
  /// For everyone in the group alike.
  package var endOfShift: EndOfShift
  /// nil: what its people cost is not known, and no money is shown.
  package var cost: Cost?
  /// Index into `Scenario.calendars`: hours in which the group may be staffed. Whoever looks for a staffing keeps to them; the play does not
  /// look at them. nil: the hours of its shifts, or any where it has none.
  package var works: Int?

  package init(
    name: String, skills: [Skill], presence: Presence, absence: Double = 0, lateBy: AnyDistribution? = nil,
    offline: [Offline] = [], endOfShift: EndOfShift = .finish, cost: Cost? = nil, works: Int? = nil
  ) {
    self.name = name
    self.skills = skills
    self.presence = presence
    self.absence = absence
    self.lateBy = lateBy
    self.offline = offline
    self.endOfShift = endOfShift
    self.cost = cost
    self.works = works
  }
}

extension AgentGroup {
  /// The most people that can be there at once.
  package var mostPeople: Int { startingPeople + hires.reduce(0) { $0 + $1.people.count } }

  /// The same of those who are there from the start: all but `hires`.
  package var startingPeople: Int {
    switch presence {
    case .always(let count): return count
    case .staffing(let steps): return steps.map { $0.count }.max() ?? 0
    case .roster(let lines): return lines.reduce(0) { $0 + $1.agents.count }
    }
  }
}
