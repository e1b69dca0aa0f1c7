import ReportKit
import TerminalText
package import SupportModel

/// `journal.txt`: every event of one replication as a line that reads aloud. One sentence per kind, all in `sentence` and `sentenceOfNeed`.
package struct JournalText: Sendable {
  private let scenario: Scenario
  private let agentNames: [String]
  private let clock: ScenarioClock
  /// What the one contact that is told of is called; nil: each by its name and number.
  private let called: String?

  package init(scenario: Scenario, agentNames: [String], calling called: String? = nil) {
    self.scenario = scenario
    self.agentNames = agentNames
    self.called = called
    clock = ScenarioClock(scenario.horizon)
  }

  /// A heading with replication and seed, and a line for each entry.
  package func text(_ entries: [JournalEntry], replication: Int, seed: UInt64) -> String {
    var text = Legible.inLog("\(Legible.text(scenario.name)): replication \(replication), seed \(seed)\n")
    for entry in entries { text += line(entry) + "\n" }
    return text
  }

  /// The local clock, and what happened.
  package func line(_ entry: JournalEntry) -> String { Legible.text("\(clock.journal(entry.time))  \(sentence(entry))") }

  /// The table of sentences.
  package func sentence(_ entry: JournalEntry) -> String {
    let contact = name(contact: entry)
    let agent = name(agent: entry)
    let waited = Words.duration(Double(entry.value) / 1e6)
    switch entry.kind {
    case .arrived: return "\(contact) arrives\(entry.value > 0 ? " again, attempt \(entry.value + 1)" : "")"
    case .blockedFull: return "\(contact) is blocked: no room"
    case .blockedClosed: return "\(contact) is blocked: closed"
    case .blockedUnattended: return "\(contact) is blocked: nobody is there who could take it"
    case .balked: return "\(contact) would have to wait and leaves at once"
    case .queued: return "\(contact) waits; \(entry.value) in the queue"
    case .assigned: return "\(agent) takes \(contact)\(entry.value > 0 ? " after \(waited)" : " at once")"
    case .talkEnded: return "\(agent) ends the talk with \(contact)\(entry.value > 0 ? "; \(waited) of wrap-up follow" : "")"
    case .workEnded: return "\(agent) is done with \(entry.contact >= 0 ? contact : "the contact")"
    case .abandoned: return "\(contact) gives up after \(waited)"
    case .disconnected: return "\(contact) is disconnected after \(waited)"
    case .disconnectedUnattended: return "\(contact) is disconnected after \(waited): the last one who could take it has gone"
    case .disconnectedLate: return "\(contact) does not want to wait again and leaves, after \(waited) in the queue in all"
    case .leftInService: return "\(contact) leaves \(agent) in the middle\(entry.value > 0 ? "; \(waited) of wrap-up follow" : "")"
    case .overflowed: return "\(contact) has waited \(waited): \(entry.group >= 0 ? name(group: entry) : "more groups") may take it now"
    case .retryPlanned: return "\(contact) will try again \(instant(entry.value))"
    case .handedBack: return "\(agent) hands back \(contact): the rest waits at the head of its queue"
    case .dropped: return "\(agent) drops \(contact): the shift is over"
    case .shiftStarted, .shiftEnded, .absent, .breakStarted, .breakEnded, .offlineStarted, .offlineEnded, .staffingChanged,
      .joined, .trained, .leftForGood:
      return sentenceOfPeople(entry, agent)
    case .closed: return "closing time for \(entry.contactType >= 0 ? type(entry) : "everything"); \(entry.value) still waiting"
    case .rulesChanged: return "other routing rules apply from now on"
    case .intervalEnded: return "the interval from \(interval(entry.value)) ends"
    case .slaDue: return "\(target(entry)) of \(contact) is due \(instant(entry.value))"
    case .slaBreached: return "\(target(entry)) of \(contact) is broken: it was due \(instant(entry.value))"
    case .horizonEnded: return "the horizon ends: no more arrivals"
    default: return around(entry, contact, agent)
    }
  }

  /// People who come and go.
  private func sentenceOfPeople(_ entry: JournalEntry, _ agent: String) -> String {
    switch entry.kind {
    case .shiftStarted: return "\(agent) starts work"
    case .shiftEnded: return "\(agent) ends work"
    case .absent: return "\(agent) is absent for the whole shift"
    case .breakStarted: return "\(agent) goes on break"
    case .breakEnded: return "\(agent) is back from break"
    case .offlineStarted: return "\(agent) goes offline"
    case .offlineEnded: return "\(agent) is back from offline work"
    case .joined: return "\(agent) joins \(name(group: entry))"
    case .trained: return "\(agent) is trained: the next shift is on the floor"
    case .leftForGood: return "\(agent) leaves for good"
    default: return "staffing of \(name(group: entry)) becomes \(entry.value)"
    }
  }

  /// What happens to a contact beside queue and hands, and before and after an agent.
  private func around(_ entry: JournalEntry, _ contact: String, _ agent: String) -> String {
    switch entry.kind {
    case .pending: return "\(contact) waits for the customer"
    case .customerReplied: return "the customer of \(contact) answers"
    case .interrupted: return "\(agent) puts \(contact) aside: the rest waits at the head of its queue"
    case .autoClosed: return "\(contact) closes by itself: the customer has not answered"
    case .onHold: return "\(contact) is on hold for \(party(entry))"
    case .holdEnded: return "\(contact) comes back from hold"
    case .nearlyDue: return "\(nearlyDue(entry)) of \(contact) is nearly used up: it escalates"
    case .approvalAsked: return "\(contact) awaits approval by \(approver(entry))"
    case .approved: return "\(agent) approves \(contact)"
    case .moved:
      return entry.agent < 0 ? "\(contact) goes on to \(nextType(entry))" : "\(agent) passes \(contact) on to \(nextType(entry))"
    case .escalated: return "\(agent) escalates \(contact) to \(nextType(entry))"
    case .underWay: return entry.value == .max ? "\(contact) never gets there" : "\(contact) gets there \(instant(entry.value))"
    case .legStarted: return "\(contact) has come to its next queue"
    case .raised: return "\(contact) has priority \(scenario.priorityName(Int(entry.value))) from now on"
    case .solved: return "\(contact) is solved"
    case .reopened: return "the customer comes back: \(contact) is opened again"
    case .recontactPlanned, .selfServiceBegan, .selfServed, .gaveUpInSelfService, .handedOver, .callbackAccepted, .calledInVain, .unreached,
      .chased, .merged, .duplicated, .mergedAsSame, .acknowledged, .solvedTogether:
      return sentenceOfNeed(entry, contact, agent)
    case .inTray: return "\(contact) is in the tray of \(agent)"
    case .comesAnew: return "the customer of \(contact) will come back \(instant(entry.value)) with a new contact"
    // None of them comes to this: a test holds every kind against its sentence.
    default: return contact
    }
  }

  /// Of those kinds that are about a need beside its contacts, or about something that is broken for many.
  private func sentenceOfNeed(_ entry: JournalEntry, _ contact: String, _ agent: String) -> String {
    switch entry.kind {
    case .recontactPlanned: return "\(contact) did not settle it: its customer will come with another contact \(instant(entry.value))"
    case .selfServiceBegan: return "\(contact) arrives and tries self-service"
    case .selfServed: return "\(contact) is solved by self-service"
    case .gaveUpInSelfService: return "\(contact) finds no help in self-service and leaves"
    case .handedOver: return "\(contact) finds no help in self-service and goes on to an agent"
    case .callbackAccepted: return "\(contact) would wait long and is to be called back"
    case .calledInVain: return "\(agent) calls the customer of \(contact) and reaches nobody"
    case .unreached: return "\(contact) is given up: no call reached its customer"
    case .chased: return "the customer of \(contact) asks after it"
    case .merged: return "\(contact) is merged with the contact that it asked after"
    case .duplicated: return "the customer of \(contact) comes in with the same thing a second time, as contact #\(entry.value)"
    case .mergedAsSame: return "\(contact) is seen to be about the same thing as contact #\(entry.value), and merged with it"
    case .acknowledged: return "the customer of \(contact) is told that it is known; it waits for the end of the incident"
    case .solvedTogether: return "\(contact) is solved with the incident"
    default: return contact
    }
  }

  /// `at 09:00:12.345`; to the minute where a story is told.
  private func instant(_ microseconds: Int64) -> String {
    called == nil ? "at \(clock.journal(microseconds))" : clock.minute(microseconds)
  }

  /// Who has a contact that is on hold.
  private func party(_ entry: JournalEntry) -> String {
    let holds = entry.contactType >= 0 ? scenario.contactTypes[Int(entry.contactType)].holds : []
    guard holds.indices.contains(Int(entry.value)) else { return "another party" }
    switch holds[Int(entry.value)].party {
    case .outside(let name): return name.isEmpty ? "another party" : name
    case .group(let group): return scenario.groups[group].name
    }
  }

  private func type(_ entry: JournalEntry) -> String { scenario.contactTypes[Int(entry.contactType)].name }

  /// Which promise is nearly used up.
  private func nearlyDue(_ entry: JournalEntry) -> String {
    scenario.targets.indices.contains(Int(entry.value)) ? scenario.targets[Int(entry.value)].name : "a promise"
  }

  /// Who is to approve a contact.
  private func approver(_ entry: JournalEntry) -> String {
    let approval = entry.contactType >= 0 ? scenario.contactTypes[Int(entry.contactType)].approval : nil
    return approval.map { scenario.groups[$0.group].name } ?? "another group"
  }

  /// Where a contact goes on.
  private func nextType(_ entry: JournalEntry) -> String {
    scenario.contactTypes.indices.contains(Int(entry.value)) ? scenario.contactTypes[Int(entry.value)].name : "another type"
  }

  private func target(_ entry: JournalEntry) -> String { entry.target < 0 ? "a promise" : scenario.targets[Int(entry.target)].name }

  private func interval(_ index: Int64) -> String {
    let intervals = scenario.horizon.intervals
    return intervals.indices.contains(Int(index)) ? intervals[Int(index)].shortLabel : "\(index)"
  }

  /// `billing-call #17`
  private func name(contact entry: JournalEntry) -> String {
    if let called { return called }
    return entry.contactType < 0 ? "contact #\(entry.contact)" : "\(type(entry)) #\(entry.contact)"
  }

  private func name(agent entry: JournalEntry) -> String {
    if entry.agent >= 0, Int(entry.agent) < agentNames.count { return agentNames[Int(entry.agent)] }
    return entry.group >= 0 ? "someone of \(name(group: entry))" : "an agent"
  }

  private func name(group entry: JournalEntry) -> String {
    entry.group >= 0 ? scenario.groups[Int(entry.group)].name : "another group"
  }
}
