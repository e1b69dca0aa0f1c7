import SupportModel

/// What contacts cause others for.
enum ReturnDiff {
  static func note(
    _ name: String, _ before: ContactType, _ now: ContactType, _ scenarios: (before: Scenario, now: Scenario), _ list: inout ChangeList
  ) {
    recontacts(name, before.recontacts, now.recontacts, scenarios, &list)
    selfService(name, before.selfService, now.selfService, scenarios, &list)
    callback(name, before.callback, now.callback, &list)
    chaser(name, before.chaser, now.chaser, &list)
    duplicate(name, before.duplicate, now.duplicate, scenarios, &list)
  }

  /// Fewer contacts that cause others are less work.
  private static func recontacts(
    _ name: String, _ before: [Recontact], _ now: [Recontact], _ scenarios: (before: Scenario, now: Scenario), _ list: inout ChangeList
  ) {
    func target(_ recontact: Recontact, _ scenario: Scenario) -> String? { recontact.contactType.map { scenario.contactTypes[$0].name } }
    guard before.count <= 1, now.count <= 1 else {
      let isSame =
        before.count == now.count
        && zip(before, now).allSatisfy {
          $0.share == $1.share && LawTraits($0.delay) == LawTraits($1.delay) && $0.atMost == $1.atMost
            && target($0, scenarios.before) == target($1, scenarios.now)
        }
      if !isSame { list.note(name, "recontact", .unclear) }
      return
    }
    if before.isEmpty && now.isEmpty { return }
    let (old, new) = (before.first, now.first)
    switch (old?.share ?? .everybody(0), new?.share ?? .everybody(0)) {
    case (.everybody(let old), .everybody(let new)): list.number(name, "recontact", old, new, .lessIsWeaker) { .share($0) }
    case (let old, let new): if old != new { list.note(name, "recontact", .unclear) }
    }
    guard let old, let new else { return }
    list.law(name, "recontact.delay", LawTraits(old.delay), LawTraits(new.delay), .unclear)
    list.text(name, "recontact.as", target(old, scenarios.before), target(new, scenarios.now), .unclear)
    list.number(name, "recontact.at-most", old.atMost.map(Double.init), new.atMost.map(Double.init), .unclear) { .count($0) }
  }

  /// Who helps themselves is less work; who comes back all the same, or takes longer then, is more.
  private static func selfService(
    _ name: String, _ before: SelfService?, _ now: SelfService?, _ scenarios: (before: Scenario, now: Scenario), _ list: inout ChangeList
  ) {
    list.number(name, "self-service", before?.tries, now?.tries, .moreIsWeaker) { .share($0) }
    guard let before, let now else { return }
    list.number(name, "self-service.solves", before.solves, now.solves, .moreIsWeaker) { .share($0) }
    list.law(name, "self-service.takes", LawTraits(before.takes), LawTraits(now.takes), .unclear)
    list.number(name, "self-service.gives-up", before.givesUp, now.givesUp, .moreIsWeaker) { .share($0) }
    list.number(name, "self-service.leaks", before.leaks, now.leaks, .lessIsWeaker) { .share($0) }
    list.law(name, "self-service.leaks-in", LawTraits(before.leaksIn), LawTraits(now.leaksIn), .unclear)
    func target(_ rule: SelfService, _ scenario: Scenario) -> String? { rule.leaksAs.map { scenario.contactTypes[$0].name } }
    list.text(name, "self-service.leaks-as", target(before, scenarios.before), target(now, scenarios.now), .unclear)
    list.number(name, "self-service.hand-over", before.handOver, now.handOver, .lessIsWeaker) { .count($0) }
    list.number(name, "self-service.leaked", before.leaked, now.leaked, .lessIsWeaker) { .count($0) }
  }

  /// Who is called back does not give up, and waits longer for it.
  private static func callback(_ name: String, _ before: Callback?, _ now: Callback?, _ list: inout ChangeList) {
    list.number(name, "callback", before?.accepts, now?.accepts, .unclear) { .share($0) }
    guard let before, let now else { return }
    list.duration(name, "callback.when-wait-over", before.whenWaitOver, now.whenWaitOver, .unclear)
    list.number(name, "callback.reaches", before.reaches, now.reaches, .unclear) { .share($0) }
    list.law(name, "callback.delay", LawTraits(before.again?.delay), LawTraits(now.again?.delay), .unclear)
    list.number(name, "callback.at-most", before.again.map { Double($0.atMost) }, now.again.map { Double($0.atMost) }, .unclear) {
      .count($0)
    }
  }

  /// Who asks again makes work; who asks sooner makes more of it.
  private static func chaser(_ name: String, _ before: Chaser?, _ now: Chaser?, _ list: inout ChangeList) {
    guard let before, let now else {
      if before != nil || now != nil { list.note(name, "chaser", before == nil ? .new : .gone, before == nil ? .stronger : .weaker) }
      return
    }
    list.law(name, "chaser.when-open-for", LawTraits(before.whenOpenFor), LawTraits(now.whenOpenFor), .moreIsWeaker)
    list.law(name, "chaser.takes", LawTraits(before.takes), LawTraits(now.takes), .lessIsWeaker)
    list.text(name, "chaser.repeats", "\(before.repeats)", "\(now.repeats)", .unclear)
  }

  /// Who comes in twice makes work, less where it is merged sooner.
  private static func duplicate(
    _ name: String, _ before: Duplicate?, _ now: Duplicate?, _ scenarios: (before: Scenario, now: Scenario), _ list: inout ChangeList
  ) {
    list.number(name, "duplicate", before?.share ?? 0, now?.share ?? 0, .lessIsWeaker) { .share($0) }
    guard let before, let now else { return }
    list.text(
      name, "duplicate.as", scenarios.before.contactTypes[before.contactType].name, scenarios.now.contactTypes[now.contactType].name,
      .unclear)
    list.law(name, "duplicate.after", LawTraits(before.after), LawTraits(now.after), .moreIsWeaker)
    list.law(name, "duplicate.takes", LawTraits(before.takes), LawTraits(now.takes), .lessIsWeaker)
  }
}
