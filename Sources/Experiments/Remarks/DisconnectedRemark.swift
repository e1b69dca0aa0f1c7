import SupportModel

extension Remark {
  /// Contacts cut off at closing time or at the end of a shift.
  static let disconnected = Remark("disconnected") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.disconnected > 0 else { return nil }
      let share = RemarkWords.percent(Double(total.disconnected) / Double(max(1, total.offered)))
      let count = RemarkWords.number(evidence.mean(total.disconnected))
      return "\(share) of \(evidence.scenario.contactTypes[type].name) contacts were cut off, on average \(count): "
        + "still waiting at closing time, or in hand when a shift ended."
    }
  }
}
