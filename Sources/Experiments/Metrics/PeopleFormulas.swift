import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let people: [Self] = [
    Self(.occupancy, .people { Ratio($0.cell.busy, per: $0.cell.busy + $0.cell.available) }),
    Self(.load, .people { Ratio(Double($0.cell.unitTime), per: Double(($0.cell.busy + $0.cell.available) * $0.capacity)) }),
    Self(.utilisation, .people { Ratio($0.cell.busy + $0.cell.available, per: $0.cell.paid) }),
    Self(.shrinkage, .people { Ratio($0.cell.onBreak + $0.cell.offline, per: $0.cell.paid) }),
    Self(.adherence, .people { Ratio($0.cell.asScheduled, per: $0.cell.scheduled) }),
    Self(.staffedMean, .people { Ratio($0.cell.paid, per: $0.length) }),
    Self(.busyMean, .people { Ratio($0.cell.busy, per: $0.length) }),
    Self(.paidHours, .people { .hours($0.cell.paid) }),
    Self(.availableHours, .people { .hours($0.cell.available) }),
    Self(.handlingHours, .people { .hours($0.cell.handling) }),
    Self(.wrapUpHours, .people { .hours($0.cell.wrapUp) }),
    Self(.breakHours, .people { .hours($0.cell.onBreak) }),
    Self(.offlineHours, .people { .hours($0.cell.offline) }),
    Self(.overtimeHours, .people { .hours($0.cell.overtime) }),
    Self(.contactsPerHour, .people { Ratio(Double($0.cell.handled), per: Double($0.cell.paid) / 3.6e9) }),
    Self(.idleSpread, .agents(idleSpread)),
    Self(.handleFactor, .people { Ratio(Double($0.cell.handled) + Double($0.cell.rampExcess) * 1e-6, per: Double($0.cell.handled)) }),
    Self(.tenureMean, .people { Ratio(Double($0.cell.tenure) / 3_600, per: Double($0.cell.handledLearning)) }),
    Self(.heads, .people { Ratio($0.cell.employed, per: $0.length) }),
    Self(.headsOnFloor, .people { Ratio($0.cell.trained, per: $0.length) }),
    Self(.joined, .people { .count($0.cell.joined) }),
    Self(.left, .people { .count($0.cell.left) }),
    Self(.occupancyOverLimit, .people { Ratio($0.cell.strained, per: $0.cell.busy + $0.cell.available) }),
    Self(.longestStretch, .people { .seconds($0.longestStretch.microseconds, per: $0.cell.busy > 0 ? 1 : 0) }),
    Self(
      .overtimePerPerson,
      .agents { all, members in
        let worked = members.filter { all[$0].paid > 0 }
        return Ratio(Double(worked.reduce(0) { $0 + all[$1].overtime }) / 3.6e9, per: Double(worked.count))
      }),
  ]

  /// Over the agents that had any handling or available time; undefined with fewer than two of them. These are all the agents there are,
  /// so the sum of squares is divided by their number.
  private static func idleSpread(_ all: [AgentTotals], _ members: [Int]) -> Ratio {
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
