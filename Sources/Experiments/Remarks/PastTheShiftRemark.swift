import SupportModel

extension RemarkFamily {
  /// Groups that spent more than 1 % of paid time working past the end of their shifts.
  static let pastTheShift = RemarkFamily("past-the-shift") { evidence in
    evidence.scenario.groups.indices.compactMap { group in
      let total = evidence.total(ofGroup: group)
      guard total.overtime > 0, Double(total.overtime) > 0.01 * Double(total.paid) else { return nil }
      return .pastTheShift(
        group: group, hours: evidence.mean(total.overtime) / 3.6e9, share: Double(total.overtime) / Double(total.paid))
    }
  }
}
