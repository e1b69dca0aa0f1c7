/// One line of the journal: what happened, to whom, when. `Reports` turns it into a sentence.
package struct JournalEntry: Sendable, Equatable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case arrived, blockedFull, blockedClosed, balked, queued, assigned, talkEnded, workEnded, abandoned, disconnected
    case overflowed, retryPlanned, handedBack, dropped, disconnectedLate
    case shiftStarted, shiftEnded, absent, breakStarted, breakEnded, offlineStarted, offlineEnded
    case staffingChanged, closed, rulesChanged, intervalEnded, horizonEnded
    case leftInService
    /// A clock runs and will be used up at `value`; it was used up at `value`, and still ran just after it.
    case slaDue, slaBreached
    case pending, customerReplied, autoClosed, onHold, holdEnded, solved, reopened, comesAnew, interrupted
    /// It goes on in the contact type `value`, and joins the queue there at the instant `value`; it has come there; its priority is `value` from now
    /// on.
    case moved, escalated, underWay, legStarted, raised
    case approvalAsked, approved
    /// So much of the promise `value`, a target, is used up that a rule is followed.
    case nearlyDue
    /// A contact was handled and did not settle its need: another will come at `value`.
    case recontactPlanned
    case selfServiceBegan, selfServed, gaveUpInSelfService, handedOver
    case callbackAccepted, calledInVain, unreached
    case chased, merged
    case duplicated, mergedAsSame
    case acknowledged, solvedTogether
    /// Nobody who could take it is there.
    case blockedUnattended, disconnectedUnattended
    /// It waits for the one agent whose it is.
    case inTray
    /// Somebody is employed from now on; is trained; has left and does not come back.
    case joined, trained, leftForGood
  }

  /// µs from the start of the horizon.
  package var time: Int64
  package var kind: Kind
  /// Number of the contact in order of arrival in this replication, from 0; -1 where no contact is concerned.
  package var contact: Int64 = -1
  /// Index into `Scenario.contactTypes`, or -1.
  package var contactType: Int32 = -1
  /// Dense agent id, or -1.
  package var agent: Int32 = -1
  /// Index into `Scenario.groups`, or -1.
  package var group: Int32 = -1
  /// Index into `Scenario.targets`, or -1.
  package var target: Int32 = -1
  /// Wait so far in µs for contacts; planned instant in µs of a retry or a new contact; due instant of a clock in µs; which of its type's
  /// holds; new count for staffing; else 0.
  package var value: Int64 = 0

  package init(
    time: Int64, kind: Kind, contact: Int64 = -1, contactType: Int32 = -1, agent: Int32 = -1, group: Int32 = -1, target: Int32 = -1,
    value: Int64 = 0
  ) {
    self.time = time
    self.kind = kind
    self.contact = contact
    self.contactType = contactType
    self.agent = agent
    self.group = group
    self.target = target
    self.value = value
  }
}
