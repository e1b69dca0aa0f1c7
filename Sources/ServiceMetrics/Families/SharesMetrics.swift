extension Metric {
  /// Shares from 0 to 1: ratios of sums, never means of daily percentages.
  static let sharesFamily: [Metric] = [
    .abandonment, .pWait, .serviceLevel, .targetAttainment, .dayMeetsTarget, .fcr,
  ]

  package static let abandonment = Metric(
    "abandonment", .shares, .share, .lowerIsBetter, of: .contacts,
    "Contacts that abandoned or balked ÷ contacts accepted (offered − blocked).")

  package static let pWait = Metric(
    "p-wait", .shares, .share, .lowerIsBetter, of: .contacts,
    "Contacts that no agent took at once ÷ contacts accepted (offered − blocked).")

  package static let serviceLevel = Metric(
    "service-level", .shares, .share, .higherIsBetter, of: .targetsInEachTreatment,
    "Contacts answered within the target time ÷ contacts that count, in each treatment of abandons.")

  package static let targetAttainment = Metric(
    "target-attainment", .shares, .share, .higherIsBetter, of: .targets,
    "Intervals whose service level reaches the goal ÷ intervals with a contact that decides it.")

  package static let dayMeetsTarget = Metric(
    "day-meets-target", .shares, .share, .higherIsBetter, of: .targets, isByInterval: false,
    "Probability that the service level of one play, of a day or of what the horizon is, reaches the goal.")

  package static let fcr = Metric(
    "fcr", .shares, .share, .higherIsBetter, of: .contacts,
    "First-contact resolution: contacts handled at the first attempt of their need ÷ contacts handled. With `recontact`: needs that the first contact "
      + "solved, with no other one within `fcr-window`, ÷ needs resolved; those solved less than that before the end are left out.")
}
