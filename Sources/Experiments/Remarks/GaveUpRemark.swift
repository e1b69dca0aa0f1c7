import SupportModel

extension RemarkFamily {
  /// More than one in ten left before they were answered, of a type that some were answered of.
  static let gaveUp = RemarkFamily("gave-up") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      let (gone, accepted) = (total.abandoned + total.balked, total.offered - total.blocked)
      guard total.handled > 0, Double(gone) > 0.1 * Double(accepted) else { return nil }
      return .gaveUp(contactType: type, abandoned: evidence.mean(gone), share: Double(gone) / Double(accepted))
    }
  }
}
