import SimulationCore

/// The reporting intervals as the event loop reads them: they tile the time from the end of the warm-up to the end of the horizon.
struct CompiledIntervals: Sendable {
  /// Beginning of each, µs.
  let starts: [Int64]
  /// End of each, µs.
  let ends: [Int64]
  /// Local calendar day of each, from 0.
  let days: [Int32]

  init(_ horizon: Horizon) {
    starts = horizon.intervals.map { $0.start.microseconds }
    ends = horizon.intervals.map { $0.end.microseconds }
    days = horizon.intervals.map { Int32($0.day) }
  }
}
