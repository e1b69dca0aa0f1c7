import SimulationCore
import SupportModel

/// What customers are worth and what broken promises cost: where they cost less, a limit on money is easier to keep.
enum MoneyDiff {
  static let section = ScenarioDiffSection(
    name: "money", kind: .conditions, covers: ["valueBySegment", "valueOfOthers", "penalties", "removals"]
  ) { pair in
    var list = ChangeList("money")
    values(pair, &list)
    penalties(pair, &list)
    removals(pair, &list)
    return list.all
  }

  private static func values(_ pair: ScenarioPair, _ list: inout ChangeList) {
    func named(_ scenario: Scenario) -> [(name: String, value: CustomerValue)] {
      zip(scenario.segments, scenario.valueBySegment).compactMap { name, value in value.map { (name, $0) } }
        + (scenario.valueOfOthers.map { [("", $0)] } ?? [])
    }
    let (before, now) = (named(pair.baseline), named(pair.candidate))
    for name in before.map(\.name) + now.map(\.name).filter({ name in !before.contains { $0.name == name } }) {
      let (old, new) = (before.first { $0.name == name }?.value, now.first { $0.name == name }?.value)
      list.number(name, "value.per-customer", old?.perCustomer, new?.perCustomer, .lessIsWeaker) { .count($0) }
      list.number(name, "churn.unsatisfied", old?.unsatisfied, new?.unsatisfied, .lessIsWeaker) { .share($0) }
      list.number(name, "churn.breach", old?.breach, new?.breach, .lessIsWeaker) { .share($0) }
      list.number(name, "churn.gave-up", old?.gaveUp, new?.gaveUp, .lessIsWeaker) { .share($0) }
    }
  }

  /// Of the same target, contact types and kind one and the same penalty.
  private static func penalties(_ pair: ScenarioPair, _ list: inout ChangeList) {
    func named(_ scenario: Scenario) -> [(name: String, penalty: Penalty)] {
      scenario.penalties.map {
        ($0.label.isEmpty ? scenario.targets[$0.target].name : "\(scenario.targets[$0.target].name), \($0.label)", $0)
      }
    }
    var left = named(pair.candidate)
    for (name, old) in named(pair.baseline) {
      let match = left.firstIndex { $0.name == name && $0.penalty.isByPeriod == old.isByPeriod }
      guard let match else {
        list.note(name, "penalty", .gone, .weaker)
        continue
      }
      compare(name, old, left.remove(at: match).penalty, pair, &list)
    }
    for (name, _) in left { list.note(name, "penalty", .new, .stronger) }
  }

  private static func compare(_ name: String, _ old: Penalty, _ new: Penalty, _ pair: ScenarioPair, _ list: inout ChangeList) {
    let (covered, covers) = (pair.baseline.names(ofTypes: old.contactTypes), pair.candidate.names(ofTypes: new.contactTypes))
    if covered.sorted() != covers.sorted() {
      list.names(name, "penalty for", covered, covers, covers.allSatisfy(covered.contains) ? .weaker : .unclear)
    }
    switch (old.charge, new.charge) {
    case (.perBreach(let before), .perBreach(let now)):
      list.number(name, "penalty.per-breach", before, now, .lessIsWeaker) { .count($0) }
    case (.below(let before, let each, let costs), .below(let now, let eachNow, let costsNow)):
      list.number(name, "penalty.below", before, now, .lessIsWeaker) { .share($0) }
      list.text(name, "penalty.each", each.rawValue, eachNow.rawValue, .unclear)
      list.number(name, "penalty.costs", costs, costsNow, .lessIsWeaker) { .count($0) }
    default: break
    }
  }

  /// Who does not come is no work: a promise is easier to keep.
  private static func removals(_ pair: ScenarioPair, _ list: inout ChangeList) {
    var left = pair.candidate.removals
    for old in pair.baseline.removals {
      guard let match = left.firstIndex(where: { $0.label == old.label }) else {
        list.note(old.label, "removes", .gone, .stronger)
        continue
      }
      let new = left.remove(at: match)
      let types = (pair.baseline.names(ofTypes: old.contactTypes), pair.candidate.names(ofTypes: new.contactTypes))
      list.names(old.label, "removes", types.0, types.1, .unclear)
      list.number(old.label, "removes.share", old.share, new.share, .moreIsWeaker) { .share($0) }
      list.number(old.label, "removes.costs", old.costs, new.costs, .neutral) { .count($0) }
      list.duration(old.label, "removes.from", old.from - .zero, new.from - .zero, .lessIsWeaker)
    }
    for new in left { list.note(new.label, "removes", .new, .weaker) }
  }
}
