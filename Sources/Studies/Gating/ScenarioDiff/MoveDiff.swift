import SimulationCore
import SupportModel

/// Where contacts go on after a touch, and who must approve it. Which way they go is the desk's, and what another way does to a promise is not known beforehand.
enum MoveDiff {
  static func compare(_ name: String, _ before: ContactType, _ now: ContactType, _ pair: ScenarioPair, _ list: inout ChangeList) {
    let (old, new) = (before.moves, now.moves)
    if old.isEmpty && new.isEmpty { return }
    let isSameWay = old.map { way($0, pair.baseline) } == new.map { way($0, pair.candidate) }
    guard isSameWay else { return list.note(name, "moves", .unclear) }
    for (old, new) in zip(old, new) {
      if old.shares.count == 1, new.shares.count == 1 {
        list.number(name, "moves.share", old.shares[0], new.shares[0], .unclear) { .share($0) }
      } else if shares(old, pair.baseline) != shares(new, pair.candidate) {
        list.note(name, "moves.share", .unclear)
      }
      list.law(name, "moves.warm", LawTraits(old.warm?.lasting), LawTraits(new.warm?.lasting), .lessIsWeaker)
      list.law(name, "moves.delay", LawTraits(old.delay), LawTraits(new.delay), .unclear)
    }
  }

  /// More to be approved, and for longer, is more work.
  static func compareApproval(_ name: String, _ before: ContactType, _ now: ContactType, _ pair: ScenarioPair, _ list: inout ChangeList) {
    list.law(name, "reads.same-group", traits(before.reads?.sameGroup), traits(now.reads?.sameGroup), .lessIsWeaker)
    list.law(name, "reads.other-group", traits(before.reads?.otherGroup), traits(now.reads?.otherGroup), .lessIsWeaker)
    guard before.approval != nil || now.approval != nil else { return }
    guard let old = before.approval, let new = now.approval,
      pair.baseline.groups[old.group].name == pair.candidate.groups[new.group].name, old.agent == new.agent
    else { return list.note(name, "approval", .unclear) }
    if old.shares.count == 1, new.shares.count == 1 {
      list.number(name, "approval.share", old.shares[0], new.shares[0], .lessIsWeaker) { .share($0) }
    } else if old.shares != new.shares {
      list.note(name, "approval.share", .unclear)
    }
    list.law(name, "approval.takes", LawTraits(old.takes), LawTraits(new.takes), .lessIsWeaker)
    list.law(name, "approval.finish", LawTraits(old.finish), LawTraits(new.finish), .lessIsWeaker)
  }

  /// Who reads nothing takes no time for it.
  private static func traits(_ law: AnyDistribution?) -> LawTraits? { LawTraits(law ?? ConstantDistribution(0).boxed) }

  /// What becomes of contacts whose promise is nearly used up, in names.
  static func escalations(_ scenario: Scenario) -> [String] {
    scenario.routing.escalations.map { rule in
      let to = rule.to.map { scenario.contactTypes[$0].name } ?? ""
      return "\(scenario.targets[rule.target].name) \(rule.at) \(rule.raise) \(to)"
    }
  }

  /// All but how many go it and how long they take.
  private static func way(_ move: Move, _ scenario: Scenario) -> [String] {
    [
      scenario.contactTypes[move.to].name, move.name, "\(move.raise) \(move.keepsPlace) \(move.replies)",
      move.warm.map { scenario.groups[$0.group].name } ?? "",
    ]
  }

  /// By the name of the group; one for all where they are alike.
  private static func shares(_ move: Move, _ scenario: Scenario) -> [String: Double] {
    if move.shares.count == 1 { return ["": move.shares[0]] }
    return Dictionary(zip(scenario.groups.map(\.name), move.shares).filter { $0.1 > 0 }, uniquingKeysWith: { first, _ in first })
  }
}
