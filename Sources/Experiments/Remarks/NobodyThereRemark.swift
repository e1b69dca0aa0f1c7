import SupportModel

extension Remark {
  /// Stretches of time in which contacts came or waited and nobody who can take them was there.
  static let nobodyThere = Remark("nobody-there") { evidence in
    let scenario = evidence.scenario
    return scenario.contactTypes.indices.compactMap { type in
      let able = evidence.scenario.servers(of: type)
      // Nobody can at all: another remark says so.
      if able.isEmpty { return nil }
      var stretches: [(first: Int, last: Int)] = []
      var came: Int64 = 0
      for interval in scenario.horizon.intervals.indices {
        let position = interval * scenario.contactTypes.count + type
        let cell = evidence.contacts[position]
        let paid = able.reduce(Int64(0)) { $0 + evidence.groups[interval * scenario.groups.count + $1].paid }
        guard paid == 0, cell.offered - cell.blocked > 0 || evidence.waitingAtEnd[position] > 0 else { continue }
        came += cell.offered - cell.blocked
        if let last = stretches.last, last.last == interval - 1 {
          stretches[stretches.count - 1].last = interval
        } else {
          stretches.append((interval, interval))
        }
      }
      if stretches.isEmpty { return nil }
      let times = stretches.prefix(3).map { stretch in "from \(name(stretch.first, scenario)) to \(end(stretch.last, scenario))" }
      let more = stretches.count > 3 ? ["\(stretches.count - 3) more times"] : []
      let who = RemarkWords.list(able.map { scenario.groups[$0].name })
      return "Nobody who can take \(scenario.contactTypes[type].name) (\(who)) was there \(RemarkWords.list(times + more)); "
        + "on average \(RemarkWords.number(evidence.mean(came))) contacts arrived in that time and had to wait."
    }
  }

  private static func name(_ interval: Int, _ scenario: Scenario) -> String { scenario.horizon.intervals[interval].shortLabel }

  private static func end(_ interval: Int, _ scenario: Scenario) -> String {
    let next = interval + 1
    return next < scenario.horizon.intervals.count ? name(next, scenario) : "the end"
  }
}
