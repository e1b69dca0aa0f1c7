import SimulationCore

@testable import SupportModel

/// Touches that somebody of another group must approve.
extension NaiveSimulator {
  /// A touch that finishes what was approved is not approved again.
  func needsApproval(_ contact: NaiveContact) -> Bool {
    guard let approval = kind(contact).approval, !contact.isAcknowledged, contact.finish == nil else { return false }
    return happens("approvals", contact, value(approval.shares, contact.touchOfLeg))
  }

  /// The agent keeps the contact in hand, and nothing is done until the decision.
  func waitForApproval(_ work: NaiveAssignment) {
    let contact = work.contact
    note(.approvalAsked, contact, agent: work.agent)
    contact.need.lastAgent = work.agent
    work.pausedAt = now
    contact.waiter = work
    keepPace(work.agent, work.type)
    enter(.awaitingApproval, contact)
    ask(contact)
  }

  /// The agent is through with it for now.
  func goOnUntilApproved(_ contact: NaiveContact) {
    contact.touchesDone.append((now, false, true, contact.type))
    note(.approvalAsked, contact, agent: contact.agent)
    enter(.awaitingApproval, contact)
    ask(contact)
  }

  private func ask(_ contact: NaiveContact) {
    let approval = kind(contact).approval!
    ask(approval.group, contact, nil, work: time("approval-takes", contact, approval.takes))
  }

  /// Somebody has said yes.
  func approve(_ contact: NaiveContact) {
    let held = contact.held!
    held.isDone = true
    let approval = kind(contact).approval!
    note(.approved, contact, agent: contact.agent)
    contact.held = nil
    (contact.enteredAt, contact.order) = (held.enteredAt, held.order)
    contact.finish = approval.finish.map { time("approval-finish", contact, $0) } ?? 0
    if contact.need.handle != 1 {
      contact.finish = TimeSpan.microseconds(fromSeconds: Double(contact.finish!) * contact.need.handle * 1e-6)
    }
    if let work = contact.waiter { return takeUpAgain(work, hasMore: approval.finish != nil) }
    if approval.finish != nil { return comeForAnother(contact, isFirst: true) }
    let agent = contact.need.lastAgent!
    if kind(contact).replies {
      contact.touchesDone.append((now, true, false, contact.type))
      contact.said.append((now, .replied, contact.priority))
      agent.replied.append(now)
    }
    solve(contact, by: agent)
  }

  /// The agent who waited goes on.
  private func takeUpAgain(_ work: NaiveAssignment, hasMore: Bool) {
    let contact = work.contact
    contact.waiter = nil
    work.pauses.append((work.pausedAt!, now))
    work.pausedAt = nil
    enter(.inHand, contact)
    let factor = factor(work)
    contact.workLeft = contact.finish
    work.workAsked = factor == 1 ? contact.finish! : TimeSpan.microseconds(fromSeconds: Double(contact.finish!) * factor * 1e-6)
    (work.workLeft, work.paceSince, work.pace) = (work.workAsked, now, 1_000_000)
    if !hasMore { return completeTouch(work) }
    work.end = plan(.talkEnd(work), at: now + work.workAsked)
    planLeaving(work)
    keepPace(work.agent, contact.type)
  }
}
