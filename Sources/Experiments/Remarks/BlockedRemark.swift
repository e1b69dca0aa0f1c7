import SupportModel

extension Remark {
  /// Contacts refused entry.
  static let blocked = Remark("blocked") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.blocked > 0 else { return nil }
      let contactType = evidence.scenario.contactTypes[type]
      var reasons: [String] = []
      if let limit = contactType.queueLimit { reasons.append("the queue holds \(limit)") }
      for limit in evidence.scenario.sharedLimits where limit.contactTypes.contains(type) {
        if let waiting = limit.waiting { reasons.append("the shared queue holds \(waiting)") }
        if let inSystem = limit.inSystem { reasons.append("there are \(inSystem) lines") }
      }
      if let opens = contactType.opens, opens.outside == .refuse { reasons.append("it is closed outside its opening hours") }
      let why = reasons.isEmpty ? "" : ": " + RemarkWords.list(reasons)
      let share = RemarkWords.percent(Double(total.blocked) / Double(max(1, total.offered)))
      return
        "\(share) of \(contactType.name) contacts were refused entry, on average \(RemarkWords.number(evidence.mean(total.blocked)))\(why)."
    }
  }
}
