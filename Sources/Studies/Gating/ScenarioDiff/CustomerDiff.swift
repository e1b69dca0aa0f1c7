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
}
