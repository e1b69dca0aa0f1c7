import SimulationCore

/// The reporting intervals as the event loop reads them: they tile the time from the end of the warm-up to the cool-down or the end of the horizon.
struct CompiledIntervals: Sendable {
  /// End of each, µs.
  let ends: [Int64]
  /// Beginning of each, µs, and of those of the cool-down after them.
  let starts: [Int64]
  /// Local calendar day of each of `starts`, from 0.
  let days: [Int32]

  init(_ horizon: Horizon) {
    ends = horizon.intervals.map { $0.end.microseconds }
    starts = (horizon.intervals + horizon.uncounted).map { $0.start.microseconds }
    days = (horizon.intervals + horizon.uncounted).map { Int32($0.day) }
  }
}
