import Experiments
package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

extension ReportDocument {
  /// The report of one sensitivity study.
  package init(_ context: SensitivityContext) {
    let result = context.result
    let name = result.scenario.name.isEmpty ? "Scenario" : result.scenario.name
    let plays = Words.counted(result.replications, "replication")
    self.init(
      title: ReportText(
        "\(name): what matters, \(result.isPartial ? "interrupted after " : "")\(plays) of each change, seed \(result.plan.seed)", .strong),
      context, sections: SectionCatalog.sensitivity)
  }
}

/// Inputs ranked by their effect on each metric.
package enum EffectSection {
  package static let family = SectionFamily<SensitivityContext>(name: "effects", help: "inputs ranked by what a change of each does") {
    context in
    let tables = context.result.plan.questions.enumerated().map { index, question in
      let quantity = context.quantity(question)
      let now = context.result.base[index].map { Words.estimate($0, quantity) } ?? Words.undefined
      let rows = context.result.effects[index].map { effect in
        [
          ReportText(effect.input.name(in: context.result.scenario)), ReportText(context.change(effect)),
          effect.undefinedAt.isEmpty
            ? ReportText(Words.difference(effect.estimate, quantity), tone(effect, question))
            : ReportText(
              "nothing to measure with \(effect.undefinedAt.map { SensitivityContext.value($0, of: effect.input) }.joined(separator: " or "))",
              .unsure),
        ]
      }
      return ReportBlock.table(
        ReportTable(
          columns: [
            .init("\(QuestionWords.title(question)), now \(now)", mayShorten: true), .init("change"),
            .init("effect (\(context.confidence) intervals together)"),
          ], rows: rows))
    }
    return tables.isEmpty ? [] : tables + [.sentence(ReportText(explanation(context), .muted))]
  }

  private static func explanation(_ context: SensitivityContext) -> String {
    if !context.result.plan.chosen.isEmpty {
      return "±: half of the way between both sides. Changes with + or − alone: from the scenario as it is to that much more or less."
    }
    let step = Words.percent(context.result.plan.step)
    return "±\(step): half of the way from −\(step) to +\(step). Changes with + alone: from the scenario as it is to that much more."
  }

  private static func tone(_ effect: SensitivityEffect, _ question: MetricQuestion) -> ReportText.Tone {
    guard let low = effect.estimate.low, let high = effect.estimate.high, low > 0 || high < 0 else { return .muted }
    switch question.metric.direction {
    case .neutral: return .plain
    case .higherIsBetter: return low > 0 ? .good : .bad
    case .lowerIsBetter: return high < 0 ? .good : .bad
    }
  }
}
