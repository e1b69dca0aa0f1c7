package import SimulationCore

/// How often a contact is worked on before it is solved: after a touch it may wait for the customer, who answers, or does not.
///
/// What is given by touch is a list: after touch 1, 2, …; the last entry holds for all later ones. Touches that another group makes are not
/// counted in it.
package struct Touches: Sendable {
  /// What becomes of an answer that comes after the contact has closed by itself. The names are the words in the scenario.
  package enum LateReplies: String, Sendable, CaseIterable {
    /// It opens the contact again, as `Reopening` says.
    case reopen
    case lost
  }

  /// Where a contact joins its queue that comes back. The names are the words in the scenario.
  package enum Returns: String, Sendable, CaseIterable, BitwiseCopyable {
    /// At the end: it entered the queue now.
    case tail
    /// By its order of arrival.
    case place
  }

  /// A contact that waits for the customer for so long closes by itself.
  package struct AutoClose: Sendable, Equatable {
    package var after: ClockDuration
    /// Index into `Scenario.calendars`; nil: every hour counts.
    package var calendar: Int?

    package init(after: ClockDuration, calendar: Int? = nil) {
      self.after = after
      self.calendar = calendar
    }
  }

  /// Touches of one contact beyond which something is wrong with its shares, and a play is given up: at no time at all between two of them it
  /// would never end.
  package static let most: Int32 = 10_000

  /// Probability that the customer must be heard again.
  package var more: [Double]
  /// From the end of talk until the customer answers, seconds.
  package var repliesIn: [AnyDistribution]
  /// Probability that the customer never answers.
  package var neverReplies: [Double]
  /// nil: it waits for ever.
  package var autoClose: AutoClose?
  package var lateReplies = LateReplies.reopen
  /// Talk of touches 2, 3, …; empty: the contact's own.
  package var talk: [TimedDistribution] = []
  /// Wrap-up of touches 2, 3, …; empty: the contact's own.
  package var wrapUp: [TimedDistribution] = []
  package var returns = Returns.tail

  package init(more: [Double], repliesIn: [AnyDistribution], neverReplies: [Double] = [0], autoClose: AutoClose? = nil) {
    self.more = more
    self.repliesIn = repliesIn
    self.neverReplies = neverReplies
    self.autoClose = autoClose
  }
}

/// A contact that was solved, or closed by itself, comes back.
package struct Reopening: Sendable {
  /// What becomes of who comes back later than within the time. The names are the words in the scenario.
  package enum AfterWindow: String, Sendable, CaseIterable {
    /// A new contact of the same need.
    case new
    case lost
  }

  /// Probability that a contact which an agent solved comes back.
  package var share: Double
  /// From the solve until it does, seconds; nil only where nobody does but who answers late.
  package var after: AnyDistribution?
  /// From the solve or the close; nil: at any time.
  package var within: TimeSpan?
  package var afterWindow: AfterWindow

  package init(share: Double, after: AnyDistribution?, within: TimeSpan? = nil, afterWindow: AfterWindow = .new) {
    self.share = share
    self.after = after
    self.within = within
    self.afterWindow = afterWindow
  }

  /// Without a word about it: whoever answers late opens the contact again.
  package static let ofLateReplies = Reopening(share: 0, after: nil)
}

/// After a touch another party has the contact; then it comes back for another touch.
package struct Hold: Sendable {
  package enum Party: Sendable, Equatable {
    /// Somebody outside, named for the reader; it takes as long as it takes.
    case outside(String)
    /// Index into `Scenario.groups`: a touch by this group, from a queue of its own.
    case group(Int)
  }

  package var party: Party
  /// Probability after touch 1, 2, …; the last entry holds for all later ones.
  package var shares: [Double]
  /// How long it takes, or the talk of the group's touch, seconds: likewise.
  package var takes: [AnyDistribution]
  /// Index into `Scenario.calendars`: only its hours count; nil: every hour does.
  package var calendar: Int?
  /// The group's touch says something that the customer reads.
  package var replies = true

  package init(_ party: Party, shares: [Double], takes: [AnyDistribution], calendar: Int? = nil) {
    self.party = party
    self.shares = shares
    self.takes = takes
    self.calendar = calendar
  }
}

extension ContactType {
  /// A group has some of its contacts on hold.
  package func isHeld(by group: Int) -> Bool { holds.contains { $0.party == .group(group) } }

  /// More may become of it than one touch.
  package var hasTouches: Bool {
    touches != nil || reopening != nil || !holds.isEmpty || !moves.isEmpty || approval != nil || reads != nil || !replies
  }
}

extension Scenario {
  /// Contacts may have more than one touch, or be put aside: phases, touches and what comes of them are kept, of all types.
  package var hasTickets: Bool {
    contactTypes.contains { $0.hasTouches } || hasInterruptions || !routing.escalations.isEmpty || hasIncidents
  }

  /// By contact type: whether those that come as it may come for a touch that is not their first; also those that an incident sends back.
  package var typesTouchedAgain: [Bool] {
    var again = contactTypes.indices.map { contactTypes[$0].hasTouches }
    for event in demandEvents where event.incident != nil {
      for extra in event.extra { for type in family(of: extra.contactType) { again[type] = true } }
    }
    return again
  }

  /// Contacts of some demand event wait for its end.
  package var hasIncidents: Bool { demandEvents.contains { $0.incident != nil } }
}
