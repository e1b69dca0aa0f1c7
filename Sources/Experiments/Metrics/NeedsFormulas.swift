import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let needs: [Self] = [
    Self(.contactsPerNeed, .contacts(contactsPerNeed)),
    Self(.needsResolved, .contacts { .count($0.needs?.resolved ?? $0.cell.handled) }),
    Self(.recontacts, .contacts { .count($0.needs?.recontacts ?? 0) }),
    Self(.containment, .contacts { Ratio($0.needs?.selfServed ?? 0, per: $0.needs?.tried ?? 0) }),
    Self(.deflected, .contacts { .count($0.needs?.selfServed ?? 0) }),
    Self(.netDeflection, .contacts { Ratio($0.needs.map { $0.selfServed - $0.leaked } ?? 0, per: $0.needs?.opened ?? 0) }),
    Self(.selfServiceMean, .contacts { Ratio($0.needs?.selfServiceIntegral ?? 0, per: $0.length) }),
    Self(.gaveUpInSelfService, .contacts { .count($0.needs?.gaveUpThere ?? 0) }),
    Self(.callbacks, .contacts { .count($0.needs?.callbacks ?? 0) }),
    Self(.unreached, .contacts { .count($0.needs?.unreached ?? 0) }),
    Self(.chasers, .contacts { .count($0.needs?.chasers ?? 0) }),
    Self(.duplicates, .contacts { .count($0.needs?.duplicates ?? 0) }),
    Self(.merged, .contacts { .count($0.needs?.merged ?? 0) }),
  ]

  /// Where no contact causes another of its need, every contact but an attempt again is a need.
  private static func contactsPerNeed(_ contacts: ContactAggregate) -> Ratio {
    guard let needs = contacts.needs else { return Ratio(contacts.cell.offered, per: contacts.cell.offered - contacts.cell.retried) }
    return Ratio(needs.contacts, per: needs.opened)
  }

  /// Likewise, what is handled at the first attempt is solved by it.
  static func firstContactResolution(_ contacts: ContactAggregate) -> Ratio {
    guard let needs = contacts.needs else { return Ratio(contacts.cell.handledFirst, per: contacts.cell.handled) }
    return Ratio(needs.atFirst, per: needs.judged)
  }
}
