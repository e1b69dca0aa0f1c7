import SupportModel

extension RemarkFamily {
  /// Stretches of time in which contacts came, or waited from before, and nobody who can take them was there; of a type that some came of then.
  static let nobodyThere = RemarkFamily("nobody-there") { evidence in
    let scenario = evidence.scenario
    return scenario.contactTypes.indices.compactMap { type in
      let able = evidence.scenario.servers(of: type)
      // Nobody can at all: another remark says so.
      if able.isEmpty { return nil }
      var stretches: [ClosedRange<Int>] = []
      var came: Int64 = 0
      for interval in scenario.horizon.intervals.indices {
        let position = interval * scenario.contactTypes.count + type
        let cell = evidence.contacts[position]
        let paid = able.reduce(Int64(0)) { $0 + evidence.groups[interval * scenario.groups.count + $1].paid }
        guard paid == 0, cell.offered - cell.blocked > 0 || evidence.waitingAtEnd[position] > 0 else { continue }
        came += cell.offered - cell.blocked
        if let last = stretches.last, last.upperBound == interval - 1 {
          stretches[stretches.count - 1] = last.lowerBound...interval
        } else {
          stretches.append(interval...interval)
        }
      }
      return came == 0 ? nil : .nobodyThere(contactType: type, able: able, intervals: stretches, came: evidence.mean(came))
    }
  }
}
