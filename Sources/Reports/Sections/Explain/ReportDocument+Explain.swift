package import ReportKit
import Studies
import SupportModel

extension ReportDocument {
  /// The report of one explanation.
  package init(_ context: ExplanationContext) {
    self.init(
      title: ReportText("\(context.title): why \(context.asked) is missed, \(ReportDocument.played(context))", .strong), context,
      sections: SectionCatalog.explain)
    nameNumbers("explanation.json")
  }

  /// The same as a page.
  package init(page context: ExplanationContext) {
    self.init(
      title: ReportText("\(context.title): why \(context.asked) is missed", .strong), context, sections: SectionCatalog.explainPage)
    subject = context.title
    about = context.result.scenario.about
    subtitle = "why \(context.asked) is missed, \(ReportDocument.played(context))"
    head = ExplanationHead.head(context)
    nameNumbers("explanation.json")
  }

  private static func played(_ context: ExplanationContext) -> String {
    let result = context.result
    let plays = Words.counted(result.replications, "replication")
    return "\(result.isPartial ? "interrupted after " : "")\(plays), seed \(result.plan.seed)"
  }
}

/// The head of the page of an explanation.
enum ExplanationHead {
  static func head(_ context: ExplanationContext) -> ReportHead {
    let sentence = ExplanationAnswerSection.sentences(context).map(\.text).joined(separator: " ")
    switch context.result.state {
    case .missed: return ReportHead(.breaks, "Missed", sentence)
    case .held: return ReportHead(.keeps, "Keeps its promise", sentence)
    case .undecided: return ReportHead(.unsure, HeadWords.unsure, sentence)
    }
  }
}
