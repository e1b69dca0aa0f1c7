import Experiments
package import ReportKit
import ServiceMetrics
import SupportModel

/// Whether customers are satisfied, what a survey would say of it, and how far the two are apart: by the coefficients of the scenario.
package enum SatisfactionSection {
  package static let family = SectionFamily<ReportContext>(
    name: "satisfaction", title: "Satisfaction",
    help:
      "satisfied customers and what the survey measures of them, its bias and what so many answers leave open, recommendation and effort"
  ) { context in
    guard let rules = context.scenario.satisfaction else { return [] }
    var metrics: [(heading: String, metric: Metric)] = [("satisfied", .csat), ("of all who came", .csatOfArrived)]
    if rules.survey != nil { metrics += [("survey says", .csatMeasured), ("answers", .surveyAnswers)] }
    if rules.recommendation != nil { metrics += [("NPS", .nps)] }
    if rules.recommendation?.answers != nil { metrics += [("NPS as answered", .npsMeasured)] }
    metrics += [("effort", .effort)]
    let columns =
      [ReportTable.Column("Customers", mayShorten: true)]
      + metrics.map { .init($0.heading, .trailing, term: ReportTerm(metric: $0.metric)) }
    let rows = scopes(context.scenario).map { name, scope in
      [ReportText(name)]
        + metrics.map { $0.metric == .csat ? context.cell(context.estimate(.csat, scope)) : context.shortCell($0.metric, scope) }
    }
    return [.table(ReportTable(columns: columns, rows: rows, essentialRows: 2))] + survey(context, rules)
      + [
        .sentence(
          ReportText("By the coefficients of the scenario: they say how customers judge, and nothing here has measured them.", .muted))
      ]
  }

  /// Customer classes where there are any, otherwise contact types; then all.
  private static func scopes(_ scenario: Scenario) -> [(name: String, scope: Scope)] {
    var scopes = scenario.segments.indices.map { (name: scenario.segments[$0], scope: Scope(segment: $0)) }
    if scopes.isEmpty { scopes = scenario.declaredTypes.map { (name: scenario.contactTypes[$0].name, scope: Scope(contactType: $0)) } }
    return scopes.count > 1 ? scopes + [(name: "all", scope: Scope())] : [(name: "all", scope: Scope())]
  }

  /// What the leader who gets the survey's score on a slide should know.
  private static func survey(_ context: ReportContext, _ rules: Satisfaction) -> [ReportBlock] {
    guard rules.survey != nil else { return [] }
    guard let truth = context.estimate(.csat)?.estimate, let measured = context.estimate(.csatMeasured)?.estimate,
      let answers = context.estimate(.surveyAnswers)?.estimate,
      let precision = SurveyPrecision(truth: truth, measured: measured, answers: answers, confidence: context.result.confidence)
    else { return [.sentence(ReportText("Nobody answers the survey, so it measures nothing."))] }
    let range = Words.range(precision.low, precision.high, .share)
    var lines = [
      "The survey of one \(context.horizonWord) has \(Words.counted(precision.answers, "answer")): by chance alone its score lies anywhere in "
        + "\(range) (\(context.confidence)). A smaller change from one \(context.horizonWord) to the next says nothing."
    ]
    // Half a point is as much as anybody reads off a score.
    if abs(precision.bias) >= 0.005 {
      let more = precision.bias < 0 ? "who is not satisfied answers more often" : "who is satisfied answers more often"
      lines.append(
        "On average it says \(Words.number(measured, .share)) where \(Words.number(truth, .share)) are satisfied "
          + "(\(Words.change(precision.bias, .share))): \(more). More answers do not mend that.")
    }
    return lines.map { .sentence(ReportText($0)) }
  }
}
