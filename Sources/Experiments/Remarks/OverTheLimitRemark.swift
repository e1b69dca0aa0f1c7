import SupportModel

extension RemarkFamily {
  /// Groups that were busier than the limit in more than a tenth of their working hours, where the scenario has a limit.
  static let overTheLimit = RemarkFamily("over-the-limit") { evidence in
    let scenario = evidence.scenario
    guard let limit = scenario.wellbeing?.occupancyLimit else { return [] }
    func working(_ cell: GroupCell) -> Int64 { cell.busy + cell.available }
    return scenario.groups.indices.compactMap { group in
      let total = evidence.total(ofGroup: group)
      guard Double(total.strained) > 0.1 * Double(working(total)) else { return nil }
      // The one in which people spent most time over it, of those with equal shares the first.
      let worst = scenario.horizon.intervals.indices.max { a, b in
        let (one, other) = (evidence.groups[a * scenario.groups.count + group], evidence.groups[b * scenario.groups.count + group])
        return (one.strained, -a) < (other.strained, -b)
      }
      return .overTheLimit(
        group: group, share: Double(total.strained) / Double(working(total)), limit: limit,
        occupancy: Double(total.busy) / Double(working(total)), worst: worst ?? 0)
    }
  }
}
