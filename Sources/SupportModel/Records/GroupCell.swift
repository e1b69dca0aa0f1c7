/// What one group's people did in one interval: integrals over the interval itself, µs of agents. Cells add up.
///
/// The seven states tile paid time: `paid` = available + handling + wrapUp + onBreak + offline + overtime.
package struct GroupCell: CountCell {
  package var available: Int64 = 0
  /// Talking to a customer inside the shift.
  package var handling: Int64 = 0
  /// After-contact work inside the shift.
  package var wrapUp: Int64 = 0
  package var onBreak: Int64 = 0
  package var offline: Int64 = 0
  /// Any work after the end of the shift (or past the staffing count).
  package var overtime: Int64 = 0
  /// Of overtime: wrap-up.
  package var overtimeWrapUp: Int64 = 0
  /// Shift time of people who came, from the planned start to the planned end (or the staffing count × time).
  package var scheduled: Int64 = 0
  /// Of scheduled: time spent in the scheduled state (work, break, offline). Who comes late, takes a break late, or works through one that is
  /// cut short or lost with the end of the shift, is in another state for so long.
  package var asScheduled: Int64 = 0
  /// Shift time of people who were absent; in no other figure.
  package var absent: Int64 = 0
  /// Contacts this group finished handling in the interval.
  package var handled: Int64 = 0
  /// Of these by people who were new at the start of the horizon, or came later; what their factors on handle time (`AgentGroup.Ramp`) were
  /// above 1, added up, millionths; and their tenures then, added up, s.
  package var handledLearning: Int64 = 0
  package var rampExcess: Int64 = 0
  package var tenure: Int64 = 0
  /// Touches of this group that said something to the customer, contacts it solved, and times it put one aside, in the interval; only where
  /// contacts may have several touches.
  package var repliesSent: Int64 = 0
  package var solved: Int64 = 0
  package var interruptions: Int64 = 0
  /// Integral of the units of capacity in use, overtime included, unit·µs (`CompiledSharing.capacity` units are an agent).
  package var unitTime: Int64 = 0

  /// Where people join or leave for good: time of the people employed, on duty or not, and of those of them who are trained; who joined and who
  /// left in the interval. Interchangeable people (`staffing`) are in none of these.
  package var employed: Int64 = 0
  package var trained: Int64 = 0
  package var joined: Int64 = 0
  package var left: Int64 = 0

  /// All time handling and available, where it is an interval in which the group was busier than the limit (`Wellbeing`); otherwise 0.
  package var strained: Int64 = 0

  /// Contacts that joined the group's queue in the interval because it has them on hold (`Hold.Party.group`), and those of them that had to wait.
  package var holdsJoined: Int64 = 0
  package var holdsWaited: Int64 = 0
  /// Of those that joined in the interval and were taken: their number and their waits until then.
  package var holdsBegun: Int64 = 0
  package var holdWait: Int64 = 0
  /// Of those that joined in the interval and came back: their number; and the work on all of them.
  package var holdsDone: Int64 = 0
  package var holdWork: Int64 = 0
  /// The same of contacts that the group approves (`Approval`).
  package var approvalsJoined: Int64 = 0
  package var approvalsWaited: Int64 = 0
  package var approvalsBegun: Int64 = 0
  package var approvalWait: Int64 = 0
  package var approvalsDone: Int64 = 0
  package var approvalWork: Int64 = 0

  package init() {}

  /// All time people are paid for.
  package var paid: Int64 { available + handling + wrapUp + onBreak + offline + overtime }
  /// Handling time in the sense of occupancy: talk and wrap-up, inside the shift or after it.
  package var busy: Int64 { handling + wrapUp + overtime }
}
