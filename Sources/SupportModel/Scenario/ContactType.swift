package import SimulationCore

/// A class of contacts that share arrivals, handling, skill and promise.
package struct ContactType: Sendable {
  /// A customer who gave up or was refused may come back.
  package struct Retry: Sendable {
    /// Probability that the customer tries again after each failed attempt.
    package var probability: Double
    /// From the failed attempt to the next, seconds.
    package var delay: AnyDistribution
    /// Attempts after the first, up to `mostAttempts`.
    package var atMost: Int
    /// Each attempt has random numbers of its own; there are no more runs of them.
    package static let mostAttempts = 65_000
    /// The work (talk and wrap-up) is that of the first attempt, not drawn anew.
    package var sameWork: Bool
    /// The patience is that of the first attempt, not drawn anew.
    package var samePatience: Bool

    package init(probability: Double, delay: some Distribution, atMost: Int, sameWork: Bool = true, samePatience: Bool = false) {
      self.probability = probability
      self.delay = delay.boxed
      self.atMost = atMost
      self.sameWork = sameWork
      self.samePatience = samePatience
    }
  }

  /// When contacts are let in.
  package struct OpeningHours: Sendable {
    /// What meets a customer who comes while it is closed.
    package enum Outside: String, Sendable, CaseIterable {
      /// Blocked.
      case refuse
      /// Let in; waits until somebody works.
      case wait
    }
    /// What happens at closing to those who wait; those in service are never cut off.
    package enum AtClose: String, Sendable, CaseIterable {
      /// Those already waiting are still served.
      case serve
      /// Those still waiting are disconnected.
      case disconnect
    }
    /// Index into `Scenario.calendars`.
    package var calendar: Int
    /// Only for those who come while it is closed.
    package var outside: Outside
    /// Only for those who came while it was open and still wait.
    package var atClose: AtClose

    package init(calendar: Int, outside: Outside, atClose: AtClose) {
      self.calendar = calendar
      self.outside = outside
      self.atClose = atClose
    }
  }

  /// What becomes of contacts while nobody who could take them is there: on the floor, at work, on a break or away from contacts for a while.
  package struct NobodyThere: Sendable {
    /// What meets a customer who comes then.
    package enum Arriving: String, Sendable, CaseIterable {
      /// Let in; waits until somebody comes.
      case wait
      /// Blocked.
      case refuse
    }
    /// What happens to those who wait when the last one goes.
    package enum Waiting: String, Sendable, CaseIterable {
      /// They go on waiting.
      case wait
      /// They are disconnected.
      case disconnect
    }
    package var arriving: Arriving
    /// Not for those who join the queue later, while still nobody is there.
    package var waiting: Waiting

    package init(arriving: Arriving = .wait, waiting: Waiting = .wait) {
      self.arriving = arriving
      self.waiting = waiting
    }
  }

  /// What files and results call it; unique among contact types.
  package var name: String
  /// Index into `Scenario.channels`.
  package var channel: Int
  /// Index into `Scenario.segments`; nil: no segment named.
  package var segment: Int?
  /// Indices into `Scenario.skills`, all required.
  package var skills: [Int]
  /// Higher is served first.
  package var priority: Int
  /// Independent streams that are added up; often one.
  package var arrivals: [ArrivalProcess]
  /// Customer present, before the group's multiplier; by the instant of arrival.
  package var talk: TimedDistribution
  /// After-contact work, before the group's multiplier; nil: none.
  package var wrapUp: TimedDistribution?
  /// nil: waits for ever.
  package var patience: TimedDistribution?
  /// How long the customer stays with an agent: who is not through by then leaves. nil: to the end.
  package var abandonsInService: TimedDistribution?
  /// Probability of leaving at once when it must wait.
  package var balk: Double
  /// Waiting contacts beyond which the next one that must wait is blocked; nil: no limit.
  package var queueLimit: Int?
  /// nil: open at all times.
  package var opens: OpeningHours?
  /// nil: they wait until somebody comes.
  package var nobodyThere: NobodyThere?
  /// nil: who gives up does not come back.
  package var afterAbandon: Retry?
  /// nil: who is refused does not come back.
  package var afterBlocked: Retry?
  /// nil: one touch solves it.
  package var touches: Touches?
  /// nil: it does not come back.
  package var reopening: Reopening?
  /// In order; one draw decides over all.
  package var holds: [Hold] = []
  /// nil: everybody comes to the door.
  package var selfService: SelfService?
  /// nil: who has to wait waits.
  package var callback: Callback?
  /// nil: customers do not ask after it.
  package var chaser: Chaser?
  /// nil: nobody comes with the same thing twice.
  package var duplicate: Duplicate?
  /// In order; one draw decides over all.
  package var recontacts: [Recontact] = []
  /// In order; one draw decides over all.
  package var moves: [Move] = []
  /// nil: whoever takes it over reads nothing.
  package var reads: Reading?
  /// nil: nobody has to approve a touch.
  package var approval: Approval?
  /// nil: its contacts do not differ.
  package var mix: Mix?
  /// The declared contact type that this one is a combination of, an index into `Scenario.contactTypes`; nil: it is declared itself.
  package var variantOf: Int?
  /// Its touches say something that the customer reads; otherwise no clock of a reply stops.
  package var replies = true

  package init(
    name: String, channel: Int = 0, segment: Int? = nil, skills: [Int] = [], priority: Int = 0, arrivals: [ArrivalProcess] = [],
    talk: TimedDistribution, wrapUp: TimedDistribution? = nil, patience: TimedDistribution? = nil,
    abandonsInService: TimedDistribution? = nil, balk: Double = 0, queueLimit: Int? = nil, opens: OpeningHours? = nil,
    afterAbandon: Retry? = nil, afterBlocked: Retry? = nil
  ) {
    self.name = name
    self.channel = channel
    self.segment = segment
    self.skills = skills
    self.priority = priority
    self.arrivals = arrivals
    self.talk = talk
    self.wrapUp = wrapUp
    self.patience = patience
    self.abandonsInService = abandonsInService
    self.balk = balk
    self.queueLimit = queueLimit
    self.opens = opens
    self.afterAbandon = afterAbandon
    self.afterBlocked = afterBlocked
  }
}
