extension Metric {
  /// What becomes of customers, whatever number of contacts it takes.
  static let needsFamily: [Metric] = [
    .contactsPerNeed, .needsResolved, .recontacts, .containment, .deflected, .netDeflection, .selfServiceMean, .gaveUpInSelfService,
    .callbacks, .unreached, .chasers, .duplicates, .merged,
  ]

  package static let contactsPerNeed = Metric(
    "contacts-per-need", .needs, .contacts, .lowerIsBetter, of: .contacts,
    "Contacts ÷ needs: of the needs that came in the interval, with all that followed; without `recontact` contacts offered ÷ first attempts."
  )

  package static let needsResolved = Metric(
    "needs-resolved", .needs, .count, .higherIsBetter, of: .contacts,
    "Needs that ended with a handled contact, mean per play.")

  package static let recontacts = Metric(
    "recontacts", .needs, .count, .lowerIsBetter, of: .needs,
    "Contacts planned in the interval because one of the type that was handled did not settle its need, mean per play.")

  package static let containment = Metric(
    "containment", .needs, .share, .higherIsBetter, of: .selfService,
    "Share of those who tried self-service whose need it seemed to solve; who comes back later is in it, see `net-deflection`.")

  package static let deflected = Metric(
    "deflected", .needs, .count, .higherIsBetter, of: .selfService, "Contacts that self-service solved, mean per play.")

  package static let netDeflection = Metric(
    "net-deflection", .needs, .share, .higherIsBetter, of: .selfService,
    "Needs that self-service solved, less those that come back all the same, ÷ needs that came: what the desk is really spared.")

  package static let selfServiceMean = Metric(
    "self-service-mean", .needs, .contacts, .neutral, of: .selfService, "Customers in self-service, averaged over time.")

  package static let gaveUpInSelfService = Metric(
    "gave-up-in-self-service", .needs, .count, .lowerIsBetter, of: .selfService,
    "Customers whom self-service did not help and who left it without going on to an agent, mean per play.")

  package static let callbacks = Metric(
    "callbacks", .needs, .count, .neutral, of: .callback, "Contacts that would have waited long and are called back, mean per play.")

  package static let unreached = Metric(
    "unreached", .needs, .count, .lowerIsBetter, of: .callback,
    "Contacts that were to be called back and that no call reached, mean per play.")

  package static let chasers = Metric(
    "chasers", .needs, .count, .lowerIsBetter, of: .chasers,
    "Contacts that ask after another one of the same need while it is open, mean per play; they are merged when they are read, or end with it."
  )

  package static let duplicates = Metric(
    "duplicates", .needs, .count, .lowerIsBetter, of: .duplicates,
    "Contacts that come with the same thing as another one of their customer that is open, mean per play; the one of the two that is opened second is merged, unless the other ended without being solved."
  )

  package static let merged = Metric(
    "merged", .needs, .count, .lowerIsBetter, of: .merged,
    "Contacts that ended by being merged with another one of the same need: chasers, and of two with the same thing the one that was opened second; mean per play."
  )
}
