import SupportModel

/// Which groups contacts may come to after which others: by moves, recontacts, holds, approvals, or because they are worked on again. What has no
/// chance of happening is left out.
struct GroupGraph {
  /// By group: those that contacts may go to next.
  private(set) var next: [Set<Int>]
  /// By contact type: whose agents may serve it.
  let servers: [[Int]]

  init(_ scenario: Scenario) {
    servers = scenario.contactTypes.indices.map { scenario.servers(of: $0) }
    next = scenario.groups.map { _ in [] }
    for (index, type) in scenario.contactTypes.enumerated() {
      var after: [Int] = []
      if type.isWorkedOnAgain { after += servers[index] }
      for move in type.moves where move.shares.contains(where: { $0 > 0 }) {
        for to in scenario.family(of: move.to) { after += servers[to] }
      }
      for to in scenario.causedTypes(of: index) { after += servers[to] }
      for escalation in scenario.routing.escalations {
        guard let to = escalation.to else { continue }
        let mayRise = scenario.targets[escalation.target].contactTypes.contains { scenario.legs(of: $0).contains(index) }
        if mayRise { for leg in scenario.family(of: to) { after += servers[leg] } }
      }
      for hold in type.holds where hold.shares.contains(where: { $0 > 0 }) {
        if case .group(let group) = hold.party {
          after.append(group)
          next[group].formUnion(servers[index])
        } else {
          after += servers[index]
        }
      }
      if let approval = type.approval, approval.shares.contains(where: { $0 > 0 }) {
        after.append(approval.group)
        let comesBack = approval.agent == .waits || approval.finish != nil || (type.reopening?.share ?? 0) > 0
        if comesBack { next[approval.group].formUnion(servers[index]) }
        for to in scenario.causedTypes(of: index) { next[approval.group].formUnion(servers[to]) }
      }
      for group in servers[index] { next[group].formUnion(after) }
    }
  }

  /// Groups after which contacts may come to a group, in declared order; the group itself where they may come back to it.
  func before(_ group: Int) -> [Int] {
    var found: Set<Int> = []
    var open = [group]
    while let here = open.popLast() {
      for from in next.indices where next[from].contains(here) && found.insert(from).inserted { open.append(from) }
    }
    return found.sorted()
  }
}

extension ContactType {
  /// After a touch another one of the same contact may follow in the same queue, whoever is asked in between.
  fileprivate var isWorkedOnAgain: Bool {
    touches?.more.contains { $0 > 0 } ?? false || (reopening?.share ?? 0) > 0
  }
}

extension Scenario {
  /// Contact types of contacts that those of a type may cause.
  fileprivate func causedTypes(of index: Int) -> [Int] {
    let type = contactTypes[index]
    var caused = type.recontacts.filter { $0.share.most > 0 }.map { $0.contactType ?? index }
    if let duplicate = type.duplicate { caused.append(duplicate.contactType) }
    if type.chaser != nil { caused.append(index) }
    return caused.flatMap { $0 == index ? [index] : family(of: $0) }
  }
}
