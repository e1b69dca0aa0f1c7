import SupportModel

extension RemarkFamily {
  /// Contacts came and not one was handled in any replication.
  static let neverServed = RemarkFamily("never-served") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.offered > 0, total.handled == 0 else { return nil }
      return .neverServed(
        contactType: type, came: evidence.mean(total.offered), isPossible: !evidence.scenario.servers(of: type).isEmpty)
    }
  }
}
