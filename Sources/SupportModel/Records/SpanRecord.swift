package import SimulationCore

/// How often one span was measured in contacts of one type that it began for in one interval, and what that came to. Cells add up.
package struct SpanCell: CountCell {
  /// Measured to the end.
  package var measured: Int64 = 0
  /// Their times together, µs.
  package var time: Int64 = 0
  /// Not over when play ended. Who left before the end, or was cut off, is in neither.
  package var missing: Int64 = 0

  package init() {}
}

/// All that was measured of one span.
package struct SpanRecord: Sendable {
  /// `[interval * typeCount + type]`
  package var cells: [SpanCell]
  /// Times in µs by type over the counted horizon, those that were not over as `TimedSpan.never`.
  package var times: [LogHistogram]
  /// The same as `cells`; empty where that would be too many (see `CompiledScenario.keepsIntervalWaits`).
  package var intervalTimes: [LogHistogram]

  package init(intervalCount: Int, typeCount: Int, keepsIntervalTimes: Bool) {
    cells = Array(repeating: SpanCell(), count: intervalCount * typeCount)
    times = Array(repeating: LogHistogram(), count: typeCount)
    intervalTimes = keepsIntervalTimes ? Array(repeating: LogHistogram(), count: intervalCount * typeCount) : []
  }

  /// One measurement; nil: not over when play ended.
  package mutating func note(_ time: Int64?, cell: Int, type: Int) {
    if let time {
      cells[cell].measured += 1
      cells[cell].time += time
    } else {
      cells[cell].missing += 1
    }
    times[type].record(time ?? TimedSpan.never)
    if !intervalTimes.isEmpty { intervalTimes[cell].record(time ?? TimedSpan.never) }
  }
}
