import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let tickets: [Self] = [
    Self(.arrived, .contacts { .count($0.needs?.arrived ?? $0.cell.offered - $0.tickets.wasOpen) }),
    Self(.solved, .contactsAndPeople({ .count($0.tickets.solved) }, people: { .count($0.cell.solved) })),
    Self(.repliesSent, .contactsAndPeople({ .count($0.tickets.repliesSent) }, people: { .count($0.cell.repliesSent) })),
    Self(.touchesDone, .contactsAndPeople({ .count($0.tickets.touchesDone) }, people: { .count($0.cell.handled) })),
    Self(.reopened, .contacts { .count($0.tickets.reopened) }),
    Self(.autoClosed, .contacts { .count($0.tickets.autoClosed) }),
    Self(.interruptions, .contactsAndPeople({ .count($0.tickets.interruptions) }, people: { .count($0.cell.interruptions) })),
    Self(.touchesPerContact, .contacts { Ratio($0.tickets.touches, per: $0.ended) }),
    Self(.oneTouch, .contacts { Ratio($0.tickets.oneTouch, per: $0.cell.handled) }),
    Self(.handleMean, .contacts { .seconds($0.cell.talk + $0.cell.wrapUp, per: $0.ended) }),
    Self(.movedIn, .contacts { .count($0.tickets.movedIn) }),
    Self(.movedOut, .contacts { .count($0.tickets.movedOut) }),
    Self(.escalated, .contacts { .count($0.tickets.escalated) }),
    Self(.movesPerContact, .contacts { Ratio($0.tickets.movedOut, per: $0.accepted) }),
    Self(.pWaitAgain, .contacts { Ratio($0.cell.waitsAgain, per: $0.tickets.joinsAgain) }),
    Self(.pending, .contacts { Ratio($0.tickets.pendingIntegral, per: $0.length) }),
    Self(.onHold, .contacts { Ratio($0.tickets.onHoldIntegral, per: $0.length) }),
    Self(.pendingTimeMean, .contacts { .seconds($0.tickets.pendingTime, per: $0.tickets.pendings) }),
    Self(.holdTimeMean, .contacts { .seconds($0.tickets.holdTime, per: $0.tickets.holds) }),
    Self(.holdsDone, .people { .count($0.cell.holdsDone) }),
    Self(.holdWaitMean, .people { .seconds($0.cell.holdWait, per: $0.cell.holdsBegun) }),
    Self(.pWaitOnHold, .people { Ratio($0.cell.holdsWaited, per: $0.cell.holdsJoined) }),
    Self(.approvals, .contacts { .count($0.tickets.approvals) }),
    Self(.approvalTimeMean, .contacts { .seconds($0.tickets.approvalTime, per: $0.tickets.approvals) }),
    Self(.approvalWaitMean, .people { .seconds($0.cell.approvalWait, per: $0.cell.approvalsBegun) }),
    Self(.pWaitForApproval, .people { Ratio($0.cell.approvalsWaited, per: $0.cell.approvalsJoined) }),
    Self(.stillOpenWaiting, .contacts { .count($0.tickets.openWaiting) }),
    Self(.stillOpenInHand, .contacts { .count($0.tickets.openInHand) }),
    Self(.stillOpenPending, .contacts { .count($0.tickets.openPending) }),
    Self(.stillOpenOnHold, .contacts { .count($0.tickets.openOnHold) }),
  ]
}
