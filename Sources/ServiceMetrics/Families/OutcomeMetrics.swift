extension Metric {
  /// How customers found their contacts: in scenarios with `satisfaction`; by contact type in which they came, and by the group that ended them.
  static let outcomesFamily: [Metric] = [
    .csat, .csatOfArrived, .csatMeasured, .surveyAnswers, .nps, .npsMeasured, .promoters, .detractors, .effort,
    .customersAtRisk, .revenueAtRisk,
  ]

  package static let csat = Metric(
    "csat", .outcomes, .share, .higherIsBetter, of: .outcomes,
    "Share of the contacts that an agent answered, and that are over, whose customers are satisfied: by your coefficients, as if everybody were asked and "
      + "answered. Contacts that gave up before are left out.")

  package static let csatOfArrived = Metric(
    "csat-of-arrived", .outcomes, .share, .higherIsBetter, of: .outcomesOfContacts,
    "The same with everybody who gave up, was turned away or was cut off before an agent answered as not satisfied.")

  package static let csatMeasured = Metric(
    "csat-measured", .outcomes, .share, .higherIsBetter, of: .surveyed,
    "Share of the survey's answers that say satisfied: csat with the survey's bias, where those who are not satisfied answer more often, or less."
  )

  package static let surveyAnswers = Metric(
    "survey-answers", .outcomes, .count, .neutral, of: .surveyed, "Answers to the survey, mean per play.")

  package static let nps = Metric(
    "nps", .outcomes, .points, .higherIsBetter, of: .loyalty,
    "Net promoter score: 100 × (promoters − detractors) ÷ contacts that an agent answered and that are over, by your coefficients, as if everybody were asked "
      + "and answered.")

  package static let npsMeasured = Metric(
    "nps-measured", .outcomes, .points, .higherIsBetter, of: .loyaltySurveyed,
    "The same of those who say what they are: 100 × (promoters − detractors) ÷ answers.")

  package static let promoters = Metric(
    "promoters", .outcomes, .share, .higherIsBetter, of: .loyalty,
    "Share of the contacts that an agent answered, and that are over, whose customers would recommend the company.")

  package static let detractors = Metric(
    "detractors", .outcomes, .share, .lowerIsBetter, of: .loyalty, "Share of them whose customers would advise against it.")

  package static let effort = Metric(
    "effort", .outcomes, .count, .lowerIsBetter, of: .outcomes, isTotal: false,
    "What a customer has to do for a contact that is over, mean: to come, once for each earlier contact of the same need, reopening and hand-over to another "
      + "contact type more.")

  package static let customersAtRisk = Metric(
    "customers-at-risk", .outcomes, .count, .lowerIsBetter, of: .valued,
    "How many more customers are expected to leave, by your coefficients under `value`, mean per play: the points of what happened to each of them in the contacts "
      + "of one need, each thing once and together at most 100 %.")

  package static let revenueAtRisk = Metric(
    "revenue-at-risk", .outcomes, .money, .lowerIsBetter, of: .valued,
    "What these customers are worth: expected, by your coefficients under `value`, mean per play. Counted where it happened first, so intervals and contact types "
      + "add up.")
}
