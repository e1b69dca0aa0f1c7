import SupportModel

extension Remark {
  /// Contacts neither finished nor gone when play ended.
  static let stillOpen = Remark("still-open") { evidence in
    evidence.scenario.contactTypes.indices.compactMap { type in
      let total = evidence.total(ofType: type)
      guard total.stillOpen > 0 else { return nil }
      let name = evidence.scenario.contactTypes[type].name
      let count = RemarkWords.number(evidence.mean(total.stillOpen))
      let share = RemarkWords.percent(Double(total.stillOpen) / Double(max(1, total.offered)))
      let age = evidence.medianOpenAge(ofType: type).map { ", half of them for \(RemarkWords.duration(seconds: $0)) or longer" } ?? ""
      let why =
        switch evidence.scenario.horizon.atEnd {
        case .cut: "play is cut at the end of the horizon"
        case .drain: "nobody who can take them was left to finish them"
        }
      return "On average \(count) \(name) contacts (\(share) of those offered) were still open when play ended\(age), because \(why)."
    }
  }
}
