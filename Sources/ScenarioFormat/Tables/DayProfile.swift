import SimulationCore
import SupportModel

/// How the contacts of a local day spread over it, one way for each weekday.
struct DayProfile {
  struct Slot: Equatable {
    /// Microseconds after local midnight, and of length.
    var time: Int64
    var length: Int64
    /// Relative to the other slots of the day.
    var weight: Double
  }

  let clock: HorizonClock
  /// By weekday, Monday first; without dates only the first counts.
  var slots: [[Slot]]

  func slots(of day: Int) -> [Slot] { slots[clock.hasDates ? clock.weekday(day) : 0] }

  /// Segments that tile the horizon: every local day has its total, whatever the clock does to its slots.
  func spread(_ total: (_ day: Int) -> Double) -> [ArrivalProcess.RateSegment] {
    var stretches: [ArrivalProcess.RateSegment] = []
    for day in clock.days(in: clock.zone) {
      let pieces = slots(of: day).flatMap { slot in
        clock.stretches(WallSlot(day: day, time: slot.time, length: slot.length)).map { (piece: $0, weight: slot.weight * $0.share) }
      }
      let whole = pieces.reduce(0) { $0 + $1.weight }
      guard whole > 0 else { continue }
      let expected = total(day)
      for (piece, weight) in pieces.sorted(by: { $0.piece.start < $1.piece.start }) {
        stretches.append(.init(start: piece.start, end: piece.end, expected: expected * (weight / whole)))
      }
    }
    return DayPattern.tiled(stretches.sorted { $0.start < $1.start }, clock: clock)
  }
}
