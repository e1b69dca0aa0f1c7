import SimulationCore
import SupportModel

/// What customers bring and how they behave: the work of a contact, patience, trying again.
enum CustomerDiff {
  static let section = ScenarioDiffSection(name: "customers", kind: .conditions, covers: ["contactTypes"]) { pair in
    var list = ChangeList("customers")
    for (name, before, now) in pair.matched({ $0.contactTypes }, by: \.name) {
      guard let before, let now else { continue }
      list.law(name, "talk", LawTraits(before.talk), LawTraits(now.talk), .lessIsWeaker)
      switch (LawTraits(before.wrapUp), LawTraits(now.wrapUp)) {
      case (let old?, nil): list.note(name, "wrap-up", .gone, from: old.value(isTime: true), .weaker)
      case (nil, let new?): list.note(name, "wrap-up", .new, to: new.value(isTime: true), .stronger)
      case (let old, let new): list.law(name, "wrap-up", old, new, .lessIsWeaker)
      }
      // Who leaves sooner spares others the wait and misses his own answer.
      list.law(name, "patience", LawTraits(before.patience), LawTraits(now.patience), .unclear)
      list.law(name, "abandons-in-service", LawTraits(before.abandonsInService), LawTraits(now.abandonsInService), .unclear)
      list.number(name, "balk", before.balk, now.balk, .unclear) { .share($0) }
      retry(name, "after-abandon", before.afterAbandon, now.afterAbandon, &list)
      retry(name, "after-blocked", before.afterBlocked, now.afterBlocked, &list)
      touches(name, before, now, &list)
      MoveDiff.compare(name, before, now, pair, &list)
      MoveDiff.compareApproval(name, before, now, pair, &list)
      ReturnDiff.note(name, before, now, (pair.baseline, pair.candidate), &list)
      if before.mix != now.mix { list.note(name, "mix", .unclear) }
    }
    return list.all
  }

  private static func retry(
    _ name: String, _ aspect: String, _ before: ContactType.Retry?, _ now: ContactType.Retry?, _ list: inout ChangeList
  ) {
    list.number(name, aspect, before?.probability, now?.probability, .lessIsWeaker) { .share($0) }
    guard let before, let now else { return }
    list.law(name, "\(aspect).delay", LawTraits(before.delay), LawTraits(now.delay), .unclear)
    list.number(name, "\(aspect).at-most", Double(before.atMost), Double(now.atMost), .lessIsWeaker) { .count($0) }
    list.text(name, "\(aspect).same-work", "\(before.sameWork)", "\(now.sameWork)", .unclear)
    list.text(name, "\(aspect).same-patience", "\(before.samePatience)", "\(now.samePatience)", .unclear)
  }

  /// More touches, and longer ones, are more work; what customers do meanwhile moves it about.
  private static func touches(_ name: String, _ before: ContactType, _ now: ContactType, _ list: inout ChangeList) {
    let (old, new) = (before.touches, now.touches)
    shares(name, "touches.more", old?.more ?? [0], new?.more ?? [0], .lessIsWeaker, &list)
    laws(name, "touches.customer-replies-in", old?.repliesIn ?? [], new?.repliesIn ?? [], .unclear, &list)
    shares(name, "touches.never-replies", old?.neverReplies ?? [0], new?.neverReplies ?? [0], .unclear, &list)
    if old?.autoClose != new?.autoClose { list.note(name, "touches.auto-close", .unclear) }
    list.text(name, "touches.late-replies", old?.lateReplies.rawValue, new?.lateReplies.rawValue, .unclear)
    laws(name, "touches.talk", old?.talk ?? [], new?.talk ?? [], .lessIsWeaker, &list)
    laws(name, "touches.wrap-up", old?.wrapUp ?? [], new?.wrapUp ?? [], .lessIsWeaker, &list)
    list.text(name, "touches.returns", old?.returns.rawValue, new?.returns.rawValue, .unclear)
    list.number(name, "reopen", before.reopening?.share, now.reopening?.share, .lessIsWeaker) { .share($0) }
    if let old = before.reopening, let new = now.reopening {
      list.law(name, "reopen.after", LawTraits(old.after), LawTraits(new.after), .unclear)
      list.duration(name, "reopen.within", old.within, new.within, .unclear)
      list.text(name, "reopen.after-window", old.afterWindow.rawValue, new.afterWindow.rawValue, .unclear)
    }
    holds(name, before.holds, now.holds, &list)
    list.text(name, "replies", "\(before.replies)", "\(now.replies)", .unclear)
  }

  private static func holds(_ name: String, _ before: [Hold], _ now: [Hold], _ list: inout ChangeList) {
    if before.count != now.count || zip(before, now).contains(where: { $0.party != $1.party }) { return list.note(name, "holds", .unclear) }
    for (old, new) in zip(before, now) {
      shares(name, "holds.share", old.shares, new.shares, .lessIsWeaker, &list)
      laws(name, "holds.takes", old.takes, new.takes, .lessIsWeaker, &list)
      if old.calendar != new.calendar || old.replies != new.replies { list.note(name, "holds.clock", .unclear) }
    }
  }

  /// By touch: one number for all, or lists that are compared as they stand.
  private static func shares(
    _ name: String, _ aspect: String, _ before: [Double], _ now: [Double], _ sense: ChangeList.Sense, _ list: inout ChangeList
  ) {
    if before == now { return }
    if before.count == 1, now.count == 1 { return list.number(name, aspect, before[0], now[0], sense) { .share($0) } }
    list.note(name, aspect, .unclear)
  }

  private static func laws(
    _ name: String, _ aspect: String, _ before: [AnyDistribution], _ now: [AnyDistribution], _ sense: ChangeList.Sense,
    _ list: inout ChangeList
  ) {
    laws(name, aspect, before.map { LawTraits($0)! }, now.map { LawTraits($0)! }, sense, &list)
  }

  private static func laws(
    _ name: String, _ aspect: String, _ before: [TimedDistribution], _ now: [TimedDistribution], _ sense: ChangeList.Sense,
    _ list: inout ChangeList
  ) {
    laws(name, aspect, before.map { LawTraits($0)! }, now.map { LawTraits($0)! }, sense, &list)
  }

  private static func laws(
    _ name: String, _ aspect: String, _ before: [LawTraits], _ now: [LawTraits], _ sense: ChangeList.Sense, _ list: inout ChangeList
  ) {
    if before == now { return }
    if before.count == 1, now.count == 1 { return list.law(name, aspect, before[0], now[0], sense) }
    list.note(name, aspect, .unclear)
  }
}
