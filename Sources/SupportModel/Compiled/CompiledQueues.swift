import SimulationCore

/// Where contacts wait: a queue for each contact type, in declared order, then one for each type and group that has contacts of the type on
/// hold or approves them (`Hold.Party.group`, `Approval`). All contacts of a queue are of one type.
struct CompiledQueues: Sendable {
  struct Entry: Sendable, BitwiseCopyable {
    var type: Int32
    /// The one group that takes from it; -1: whoever has the skills of the type.
    var group: Int32
    /// Mean of what its contacts ask of an agent in seconds, before any group's factor.
    var expectedHandle: Double
  }

  /// Queues below this number are those of the contact types.
  let typeCount: Int
  private(set) var entries: [Entry]

  init(_ scenario: Scenario) {
    typeCount = scenario.contactTypes.count
    entries = scenario.contactTypes.indices.map {
      Entry(type: Int32($0), group: -1, expectedHandle: scenario.contactTypes[$0].expectedHandle)
    }
    for (type, contact) in scenario.contactTypes.enumerated() {
      for hold in contact.holds {
        guard case .group(let group) = hold.party, queue(ofType: type, heldBy: group) == nil else { continue }
        let mean = hold.takes[0].mean
        entries.append(Entry(type: Int32(type), group: Int32(group), expectedHandle: mean.isFinite ? mean : 0))
      }
      guard let approval = contact.approval, queue(ofType: type, heldBy: approval.group) == nil else { continue }
      let mean = approval.takes.mean
      entries.append(Entry(type: Int32(type), group: Int32(approval.group), expectedHandle: mean.isFinite ? mean : 0))
    }
  }

  /// Where contacts of a type wait that a group has on hold.
  func queue(ofType type: Int, heldBy group: Int) -> Int32? {
    entries.firstIndex { Int($0.type) == type && Int($0.group) == group }.map { Int32($0) }
  }
}
