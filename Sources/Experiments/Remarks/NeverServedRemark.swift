import SupportModel

extension Remark {
  /// Contacts came and not one was handled in any replication.
  static let neverServed = Remark("never-served") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.offered > 0, total.handled == 0 else { return nil }
      let name = evidence.scenario.contactTypes[type].name
      let came = RemarkWords.number(evidence.mean(total.offered))
      if evidence.scenario.servers(of: type).isEmpty {
        return "No \(name) contact was ever handled, of \(came) on average: no group has all the skills it needs."
      }
      return "No \(name) contact was ever handled, of \(came) on average."
    }
  }
}
