import ServiceMetrics
import SupportModel

extension MetricFormula.Entry {
  static let outcomes: [Self] = [
    Self(.csat, both { Ratio($0.satisfied, per: $0.judged) }),
    Self(
      .csatOfArrived,
      .contacts { Ratio($0.outcomes.satisfied, per: $0.outcomes.judged + $0.outcomes.unanswered + $0.cell.balked + $0.cell.blocked) }),
    Self(.csatMeasured, both { Ratio($0.answersSatisfied, per: $0.answers) }),
    Self(.surveyAnswers, both { .count($0.answers) }),
    Self(.nps, both { Ratio(100 * Double($0.promoters - $0.detractors), per: Double($0.judged)) }),
    Self(.npsMeasured, both { Ratio(100 * Double($0.answeringPromoters - $0.answeringDetractors), per: Double($0.loyaltyAnswers)) }),
    Self(.promoters, both { Ratio($0.promoters, per: $0.judged) }),
    Self(.detractors, both { Ratio($0.detractors, per: $0.judged) }),
    Self(.effort, both { Ratio($0.effort, per: $0.judged) }),
    Self(.customersAtRisk, .contacts { Ratio(Double($0.outcomes.leaving) * 1e-6, per: 1) }),
    Self(.revenueAtRisk, .contacts { Ratio($0.atRisk, per: 1) }),
  ]

  /// Of contacts, and of those that a group ended.
  private static func both(_ ratio: @escaping @Sendable (OutcomeCell) -> Ratio) -> MetricFormula {
    .contactsAndPeople({ ratio($0.outcomes) }, people: { ratio($0.outcomes) })
  }
}
