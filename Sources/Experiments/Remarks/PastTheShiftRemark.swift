import SupportModel

extension Remark {
  /// Groups that spent more than 1 % of paid time working past the end of their shifts.
  static let pastTheShift = Remark("past-the-shift") { evidence in
    evidence.scenario.groups.indices.compactMap { group in
      let total = evidence.total(ofGroup: group)
      guard total.overtime > 0, Double(total.overtime) > 0.01 * Double(total.paid) else { return nil }
      let hours = RemarkWords.number(evidence.mean(total.overtime) / 3.6e9)
      let share = RemarkWords.percent(Double(total.overtime) / Double(total.paid))
      return "\(evidence.scenario.groups[group].name) worked \(hours) hours past the end of shifts on average (\(share) of paid time)."
    }
  }
}
