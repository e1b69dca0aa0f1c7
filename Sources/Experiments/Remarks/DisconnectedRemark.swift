import SupportModel

extension RemarkFamily {
  /// Contacts cut off at closing time or at the end of a shift.
  static let disconnected = RemarkFamily("disconnected") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.disconnected > 0 else { return nil }
      return .disconnected(
        contactType: type, disconnected: evidence.mean(total.disconnected),
        share: Double(total.disconnected) / Double(max(1, total.offered)))
    }
  }
}
