import SupportModel

extension RemarkFamily {
  /// Contacts neither finished nor gone when play ended.
  static let stillOpen = RemarkFamily("still-open") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.stillOpen > 0 else { return nil }
      return .stillOpen(
        contactType: type, open: evidence.mean(total.stillOpen), share: Double(total.stillOpen) / Double(max(1, total.offered)),
        medianAge: evidence.medianOpenAge(ofType: type), phases: evidence.openPhases(ofType: type))
    }
  }
}
