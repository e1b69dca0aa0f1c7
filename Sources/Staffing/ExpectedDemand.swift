import SimulationCore
package import SupportModel

/// Contacts that are expected to come, by type and reporting interval: what a planner's forecast says before anyone is refused, gives up or
/// tries again.
///
/// Exact for rates, profiles, counts, traces and scheduled demand events (a random delay is averaged over twenty of its quantiles); renewal
/// arrivals come at their long-run rate; random incidents at their mean. Who is only told that an incident is known counts for as much of a contact as
/// the telling is of its work, and whom its end does not solve comes then, after its mean length. Contacts that come outside opening hours which refuse them are left out. What contacts cause is counted as if
/// every contact were handled at once by groups in proportion to their people, and as what it is when it is solved; what comes of waiting (chasers, duplicates) is left out.
package struct ExpectedDemand: Sendable {
  /// `[type][interval]`
  package internal(set) var counts: [[Double]]
  private let intervals: [Horizon.Interval]

  package init(_ scenario: Scenario) {
    intervals = scenario.horizon.intervals
    counts = Array(repeating: Array(repeating: 0, count: intervals.count), count: scenario.contactTypes.count)
    for (index, type) in scenario.contactTypes.enumerated() {
      for process in type.arrivals { add(process, type: index) }
    }
    for event in scenario.demandEvents { add(event, scenario.contactTypes) }
    // Of those who differ, each combination has its share.
    for (index, type) in scenario.contactTypes.enumerated() {
      guard let mix = type.mix else { continue }
      for (variant, share) in zip(mix.variants, mix.shares) { counts[variant] = counts[index].map { $0 * share } }
      counts[index] = counts[index].map { _ in 0 }
    }
    for index in scenario.contactTypes.indices where !scenario.removals.isEmpty {
      for position in intervals.indices {
        counts[index][position] *= 1 - scenario.shareRemoved(index, from: intervals[position].start, to: intervals[position].end)
      }
    }
    var leaked: [[Double]] = []
    if scenario.hasSelfService { leaked = deflect(scenario) }
    let doors = openShares(scenario)
    close(&counts, doors)
    close(&leaked, doors)
    if scenario.hasNeeds { addCaused(scenario, leaked, doors) }
  }

  /// Of each type that is refused outside its opening hours, the part of each interval in which it is not; nil: it always comes in.
  private func openShares(_ scenario: Scenario) -> [[Double]?] {
    scenario.contactTypes.indices.map { index in
      guard scenario.contactTypes[index].opens?.outside == .refuse, let hours = scenario.openingHours(of: index) else { return nil }
      return intervals.map { openShare(hours, $0) }
    }
  }

  /// Leaves out who comes while the doors are shut.
  func close(_ contacts: inout [[Double]], _ doors: [[Double]?]) {
    for type in contacts.indices {
      guard let open = doors[type] else { continue }
      for position in open.indices { contacts[type][position] *= open[position] }
    }
  }

  private mutating func add(_ process: ArrivalProcess, type: Int) {
    let batch = process.batch?.mean ?? 1
    switch process.pattern {
    case .poisson(let segments):
      for segment in segments where segment.expected > 0 {
        let length = Double(segment.end.microseconds - segment.start.microseconds)
        for position in overlapping(segment.start, segment.end) {
          let common = Double(
            min(segment.end, intervals[position].end).microseconds - max(segment.start, intervals[position].start).microseconds)
          counts[type][position] += segment.expected * batch * common / length
        }
      }
    case .renewal(let gap):
      guard gap.mean > 0, gap.mean.isFinite else { return }
      for position in intervals.indices {
        counts[type][position] += (intervals[position].end - intervals[position].start).seconds / gap.mean * batch
      }
    case .instants(let instants):
      for instant in instants {
        for position in overlapping(instant, instant + TimeSpan(microseconds: 1)) { counts[type][position] += batch }
      }
    }
  }

  private mutating func add(_ event: DemandEvent, _ types: [ContactType]) {
    let delays: [Double] = event.startsLate.map { late in (0..<20).map { late.quantile((Double($0) + 0.5) / 20) } } ?? [0]
    for position in intervals.indices {
      let interval = intervals[position]
      var share = 0.0
      // Of it, what comes while an incident goes on; and what its end brings back, as a part of all who come.
      var (told, back) = (0.0, 0.0)
      switch event.occurrence {
      case .once(let at):
        for delay in delays {
          let start = at + TimeSpan(seconds: delay)
          func part(from: SimInstant, to: SimInstant) -> Double {
            to > from ? (event.shape.share(within: to - start) - event.shape.share(within: from - start)) / Double(delays.count) : 0
          }
          share += part(from: interval.start, to: interval.end)
          guard let incident = event.incident, incident.lasts.mean.isFinite else { continue }
          let end = start + TimeSpan(seconds: incident.lasts.mean)
          told += part(from: interval.start, to: min(interval.end, end))
          if end >= interval.start && end < interval.end { back += part(from: start, to: end) }
        }
      case .random(let perSecond):
        // Incidents before t add up to a rate of share(within: t) times that of a steady stream of them.
        let pieces = 32
        let step = (interval.end - interval.start).seconds / Double(pieces)
        for delay in delays {
          for piece in 0..<pieces {
            let middle = interval.start - .zero + TimeSpan(seconds: (Double(piece) + 0.5) * step - delay)
            share += perSecond * step * event.shape.share(within: middle) / Double(delays.count)
          }
        }
        // One follows the other all the time.
        if event.incident != nil { (told, back) = (share, share) }
      }
      for extra in event.extra {
        var expected = share
        if let incident = event.incident {
          let work = types[extra.contactType].expectedHandle
          expected += told * (work > 0 ? min(1, incident.acknowledge.mean / work) - 1 : 0) + back * (1 - incident.solvesTogether)
        }
        counts[extra.contactType][position] += extra.expected * expected
      }
    }
  }

  /// Positions of the intervals that share time with `[start, end)`.
  private func overlapping(_ start: SimInstant, _ end: SimInstant) -> Range<Int> {
    var low = 0
    var high = intervals.count
    while low < high {
      let middle = (low + high) / 2
      if intervals[middle].end <= start { low = middle + 1 } else { high = middle }
    }
    var last = low
    while last < intervals.count && intervals[last].start < end { last += 1 }
    return low..<last
  }

  private func openShare(_ hours: BusinessTime, _ interval: Horizon.Interval) -> Double {
    let open = hours.elapsed(from: interval.start, to: interval.end)
    return Double(open.microseconds) / Double(interval.end.microseconds - interval.start.microseconds)
  }
}
