import SupportModel

extension Metric {
  package static let idleSpread = Metric(
    "idle-spread", .people, .share, .lowerIsBetter,
    "How unevenly work falls on people: standard deviation of the agents' occupancies in one play, mean over plays.",
    .agents { IdleSpread.ofOccupancy($0, members: $1) })
}

enum IdleSpread {
  /// Over the agents that had any handling or available time; undefined with fewer than two of them. These are all the agents there are,
  /// so the sum of squares is divided by their number.
  static func ofOccupancy(_ all: [AgentTotals], members: [Int]) -> Ratio {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0
    for member in members {
      let onDuty = all[member].busy + all[member].available
      if onDuty <= 0 { continue }
      let occupancy = Double(all[member].busy) / Double(onDuty)
      count += 1
      let before = occupancy - mean
      mean += before / count
      squares += before * (occupancy - mean)
    }
    if count < 2 { return Ratio(0.0, per: 0.0) }
    return Ratio((squares / count).squareRoot(), per: 1)
  }
}
