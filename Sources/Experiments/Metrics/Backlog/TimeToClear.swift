import SupportModel

extension Metric {
  /// Read off the snapshots at interval ends, which add up over contact types, channels and segments as moments between them would not; so it
  /// is known to one interval, and costs nothing while playing.
  package static let timeToClear = Metric(
    "time-to-clear", .backlog, .seconds, .lowerIsBetter,
    "From the end of the interval (of the one with most contacts waiting) to the first interval end with nobody waiting, or to the end of "
      + "the horizon where there is none; 0 with nobody waiting; mean over plays.",
    .course { intervals in
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
    })
}
