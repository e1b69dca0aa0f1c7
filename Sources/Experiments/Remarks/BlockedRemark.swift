import SupportModel

extension RemarkFamily {
  /// Contacts refused entry.
  static let blocked = RemarkFamily("blocked") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.blocked > 0 else { return nil }
      let contactType = evidence.scenario.contactTypes[type]
      var why: [Remark.Refusal] = []
      if let limit = contactType.queueLimit { why.append(.queueHolds(limit)) }
      for limit in evidence.scenario.sharedLimits where limit.contactTypes.contains(type) {
        if let waiting = limit.waiting { why.append(.sharedQueueHolds(waiting)) }
        if let inSystem = limit.inSystem { why.append(.lines(inSystem)) }
      }
      if let opens = contactType.opens, opens.outside == .refuse { why.append(.closedOutsideHours) }
      if contactType.nobodyThere?.arriving == .refuse { why.append(.nobodyThere) }
      return .blocked(
        contactType: type, blocked: evidence.mean(total.blocked), share: Double(total.blocked) / Double(max(1, total.offered)), why: why)
    }
  }
}
