import SimulationCore
import SupportModel

/// Distributions by local time of day, before the clock makes instants of them.
struct TimedPieces {
  /// One piece without a time: the same all day.
  var pieces: [(from: TimeOfDay?, distribution: AnyDistribution)]

  /// The pieces of every local day of the horizon. The last piece of the day before it comes first.
  func resolved(on clock: HorizonClock) -> TimedDistribution {
    guard pieces.allSatisfy({ $0.from != nil }) else { return TimedDistribution(pieces[0].distribution) }
    var resolved: [TimedDistribution.Piece] = []
    let days = clock.days(in: clock.zone)
    for day in (days.lowerBound - 1)...days.upperBound {
      for piece in pieces {
        let from = clock.edge(day: day, seconds: piece.from!.seconds, in: clock.zone)
        if from >= clock.end { continue }
        resolved.append(TimedDistribution.Piece(from: from, distribution: piece.distribution))
      }
    }
    if let first = resolved.lastIndex(where: { $0.from <= .zero }) { resolved.removeFirst(first) }
    return TimedDistribution(pieces: resolved.isEmpty ? [.init(from: .zero, distribution: pieces[0].distribution)] : resolved)
  }
}
