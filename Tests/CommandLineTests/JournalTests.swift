import Experiments
import Reports
import SimulationCore
import SupportModel
import Testing

@Suite struct JournalTests {
  private let journal = JournalText(scenario: HandMade.launchDay().scenario, agentNames: ["Ada", "Grace"])

  private func sentence(_ kind: JournalEntry.Kind) -> String {
    let value: Int64 =
      switch kind {
      case .retryPlanned, .comesAnew, .recontactPlanned, .slaDue, .slaBreached, .underWay: 10 * 3_600_000_000
      case .staffingChanged, .duplicated, .mergedAsSame: 12
      case .arrived, .intervalEnded, .moved, .escalated, .raised: 1
      case .nearlyDue: 0
      case .queued, .closed: 4
      default: 72_000_000
      }
    return journal.sentence(
      JournalEntry(time: 0, kind: kind, contact: 17, contactType: 0, agent: 1, group: 0, value: value))
  }

  @Test func `every kind has its sentence`() {
    let all = JournalEntry.Kind.allCases.map { "\($0): \(sentence($0))" }.joined(separator: "\n")
    #expect(
      all == """
        arrived: billing-call #17 arrives again, attempt 2
        blockedFull: billing-call #17 is blocked: no room
        blockedClosed: billing-call #17 is blocked: closed
        balked: billing-call #17 would have to wait and leaves at once
        queued: billing-call #17 waits; 4 in the queue
        assigned: Grace takes billing-call #17 after 1m 12s
        talkEnded: Grace ends the talk with billing-call #17; 1m 12s of wrap-up follow
        workEnded: Grace is done with billing-call #17
        abandoned: billing-call #17 gives up after 1m 12s
        disconnected: billing-call #17 is disconnected after 1m 12s
        overflowed: billing-call #17 has waited 1m 12s: tier1 may take it now
        retryPlanned: billing-call #17 will try again at 10:00:00.000
        handedBack: Grace hands back billing-call #17: the rest waits at the head of its queue
        dropped: Grace drops billing-call #17: the shift is over
        disconnectedLate: billing-call #17 does not want to wait again and leaves, after 1m 12s in the queue in all
        shiftStarted: Grace starts work
        shiftEnded: Grace ends work
        absent: Grace is absent for the whole shift
        breakStarted: Grace goes on break
        breakEnded: Grace is back from break
        offlineStarted: Grace goes offline
        offlineEnded: Grace is back from offline work
        staffingChanged: staffing of tier1 becomes 12
        closed: closing time for billing-call; 4 still waiting
        rulesChanged: other routing rules apply from now on
        intervalEnded: the interval from 09:30 ends
        horizonEnded: the horizon ends: no more arrivals
        leftInService: billing-call #17 leaves Grace in the middle; 1m 12s of wrap-up follow
        slaDue: a promise of billing-call #17 is due at 10:00:00.000
        slaBreached: a promise of billing-call #17 is broken: it was due at 10:00:00.000
        pending: billing-call #17 waits for the customer
        customerReplied: the customer of billing-call #17 answers
        autoClosed: billing-call #17 closes by itself: the customer has not answered
        onHold: billing-call #17 is on hold for another party
        holdEnded: billing-call #17 comes back from hold
        solved: billing-call #17 is solved
        reopened: the customer comes back: billing-call #17 is opened again
        comesAnew: the customer of billing-call #17 will come back at 10:00:00.000 with a new contact
        interrupted: Grace puts billing-call #17 aside: the rest waits at the head of its queue
        moved: Grace passes billing-call #17 on to billing, "email"
        escalated: Grace escalates billing-call #17 to billing, "email"
        underWay: billing-call #17 gets there at 10:00:00.000
        legStarted: billing-call #17 has come to its next queue
        raised: billing-call #17 has priority 1 from now on
        approvalAsked: billing-call #17 awaits approval by another group
        approved: Grace approves billing-call #17
        nearlyDue: Phones 80/20 of billing-call #17 is nearly used up: it escalates
        recontactPlanned: billing-call #17 did not settle it: its customer will come with another contact at 10:00:00.000
        selfServiceBegan: billing-call #17 arrives and tries self-service
        selfServed: billing-call #17 is solved by self-service
        gaveUpInSelfService: billing-call #17 finds no help in self-service and leaves
        handedOver: billing-call #17 finds no help in self-service and goes on to an agent
        callbackAccepted: billing-call #17 would wait long and is to be called back
        calledInVain: Grace calls the customer of billing-call #17 and reaches nobody
        unreached: billing-call #17 is given up: no call reached its customer
        chased: the customer of billing-call #17 asks after it
        merged: billing-call #17 is merged with the contact that it asked after
        duplicated: the customer of billing-call #17 comes in with the same thing a second time, as contact #12
        mergedAsSame: billing-call #17 is seen to be about the same thing as contact #12, and merged with it
        acknowledged: the customer of billing-call #17 is told that it is known; it waits for the end of the incident
        solvedTogether: billing-call #17 is solved with the incident
        blockedUnattended: billing-call #17 is blocked: nobody is there who could take it
        disconnectedUnattended: billing-call #17 is disconnected after 1m 12s: the last one who could take it has gone
        inTray: billing-call #17 is in the tray of Grace
        joined: Grace joins tier1
        trained: Grace is trained: the next shift is on the floor
        leftForGood: Grace leaves for good
        """)
  }

  @Test func `lines begin with the local time`() {
    let entry = JournalEntry(time: 9 * 3_600_000_000 + 12_345_000, kind: .arrived, contact: 17, contactType: 0)
    #expect(journal.line(entry) == "09:00:12.345  billing-call #17 arrives")
  }

  @Test func `an answer at once says so, and nobody in particular has a name too`() {
    let entry = JournalEntry(time: 0, kind: .assigned, contact: 3, contactType: 0, group: 1)
    #expect(journal.sentence(entry) == "someone of tier2 takes billing-call #3 at once")
  }
}
