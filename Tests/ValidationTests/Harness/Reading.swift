import SupportModel

/// One replication, as quantities look at it. Interval 0 is the measured stretch unless said otherwise; nil means all of them.
struct Reading {
  let record: ReplicationRecord
  /// Only when the trial observes contacts.
  let rows: [ContactRow]
  /// Likewise, where contacts may have several touches.
  var touches: [TouchRow] = []
  var phases: [PhaseRow] = []

  /// What happened to contacts of one type (nil: all) that arrived in an interval.
  func contacts(_ type: Int? = nil, in interval: Int? = 0) -> ContactCell {
    var sum = ContactCell()
    for interval in intervals(interval) {
      if let type {
        sum += record.contacts[interval * record.typeCount + type]
      } else {
        for type in 0..<record.typeCount { sum += record.contacts[interval * record.typeCount + type] }
      }
    }
    return sum
  }

  /// What the people of one group (nil: all) did in an interval.
  func people(_ group: Int? = nil, in interval: Int? = 0) -> GroupCell {
    var sum = GroupCell()
    for interval in intervals(interval) {
      if let group {
        sum += record.groups[interval * record.groupCount + group]
      } else {
        for group in 0..<record.groupCount { sum += record.groups[interval * record.groupCount + group] }
      }
    }
    return sum
  }

  /// What of one type (nil: of all) is open at the end of an interval.
  func openAtEnd(_ type: Int? = nil, of interval: Int) -> OpenContacts {
    var open = OpenContacts()
    for other in 0..<record.typeCount where type == nil || type == other {
      open.join(record.openAtEnd[interval * record.typeCount + other])
    }
    return open
  }

  /// People of one group (nil: of all) at the end of an interval: idle, and with something in hand.
  func thereAtEnd(_ group: Int? = nil, of interval: Int) -> (available: Int64, busy: Int64) {
    let groups = (0..<record.groupCount).filter { group == nil || group == $0 }.map { record.thereAtEnd[interval * record.groupCount + $0] }
    return (groups.reduce(0) { $0 + $1.available }, groups.reduce(0) { $0 + $1.busy })
  }

  func target(_ target: Int, in interval: Int? = 0) -> TargetCell {
    var sum = TargetCell()
    for interval in intervals(interval) { sum += record.targets[interval * record.targetCount + target] }
    return sum
  }

  private func intervals(_ one: Int?) -> Range<Int> { one.map { $0..<$0 + 1 } ?? 0..<record.intervalCount }
}

extension ContactCell {
  /// Offered less blocked.
  var accepted: Int64 { offered - blocked }
  /// Queue time of all accepted contacts, µs.
  var waitAll: Int64 { waitAnswered + waitAbandoned + waitOther }
}
