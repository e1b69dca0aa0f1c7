import SupportModel

/// What an hour costs: a gate on money is easier to keep where it costs less.
enum CostDiff {
  static let section = ScenarioDiffSection(name: "costs", kind: .conditions, covers: ["currency", "groups"]) { pair in
    var list = ChangeList("costs")
    list.text("", "currency", pair.baseline.currency, pair.candidate.currency, .unclear)
    for (name, before, now) in pair.matched({ $0.groups }, by: \.name) {
      guard let before, let now else { continue }
      switch (before.cost, now.cost) {
      case (let old?, let new?):
        list.number(name, "per-hour", old.perHour, new.perHour, .lessIsWeaker) { .money($0) }
        list.number(name, "overtime", old.overtime, new.overtime, .lessIsWeaker) { .count($0) }
      case (let old?, nil): list.note(name, "cost", .gone, from: .money(old.perHour), .weaker)
      case (nil, let new?): list.note(name, "cost", .new, to: .money(new.perHour), .stronger)
      case (nil, nil): break
      }
    }
    return list.all
  }
}
