import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let backlog: [Self] = [
    Self(.backlog, .contacts { .count($0.openAtEnd.all) }),
    Self(.waitingAtEnd, .contacts { .count($0.openAtEnd.waiting) }),
    Self(.handlingAtEnd, .contacts { .count($0.openAtEnd.inHand) }),
    Self(.timeToClear, .course(timeToClear)),
    Self(.backlogAgeUnder1h, .contacts { .count($0.openAtEnd.count(.underHour)) }),
    Self(.backlogAge1hTo4h, .contacts { .count($0.openAtEnd.count(.hours)) }),
    Self(.backlogAge4hTo1d, .contacts { .count($0.openAtEnd.count(.halfDays)) }),
    Self(.backlogAge1dTo3d, .contacts { .count($0.openAtEnd.count(.days)) }),
    Self(.backlogAgeOver3d, .contacts { .count($0.openAtEnd.count(.older)) }),
    Self(.pendingAtEnd, .contacts { .count($0.openAtEnd.pending) }),
    Self(.onHoldAtEnd, .contacts { .count($0.openAtEnd.onHold) }),
    Self(.waitingAgeUnder1h, .contacts { .count($0.openAtEnd.waiting(.underHour)) }),
    Self(.waitingAge1hTo4h, .contacts { .count($0.openAtEnd.waiting(.hours)) }),
    Self(.waitingAge4hTo1d, .contacts { .count($0.openAtEnd.waiting(.halfDays)) }),
    Self(.waitingAge1dTo3d, .contacts { .count($0.openAtEnd.waiting(.days)) }),
    Self(.waitingAgeOver3d, .contacts { .count($0.openAtEnd.waiting(.older)) }),
  ]

  /// Read off the snapshots at interval ends, which add up over contact types, channels and segments as moments between them would not; so it
  /// is known to one interval, and costs nothing while playing.
  private static func timeToClear(_ intervals: ArraySlice<ContactAggregate>) -> [Ratio] {
    var answers = Array(repeating: Ratio.seconds(0, per: 1), count: intervals.count + 1)
    // Backwards: how long until the queue is next found empty.
    var untilClear: Int64 = 0
    var following: Int64 = 0
    var most: Int64 = 0
    for (position, interval) in intervals.enumerated().reversed() {
      let waiting = interval.openAtEnd.waiting
      untilClear = waiting == 0 ? 0 : untilClear + following
      following = interval.length
      answers[position + 1] = .seconds(untilClear, per: 1)
      // Of several peaks as high, the first.
      if waiting > 0, waiting >= most {
        most = waiting
        answers[0] = answers[position + 1]
      }
    }
    return answers
  }
}
