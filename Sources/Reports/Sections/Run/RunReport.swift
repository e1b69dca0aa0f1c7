import Experiments
import ReportKit
import SupportModel

extension ReportDocument {
  /// The report of one experiment.
  package init(_ context: ReportContext) {
    self.init(title: ReportDocument.title(context), context, sections: SectionCatalog.run)
  }

  /// The same as a page: every section there is.
  package init(page context: ReportContext) {
    self.init(title: ReportDocument.title(context), context, sections: SectionCatalog.runPage)
    subject = ReportDocument.subject(context)
    about = context.scenario.about
    subtitle = ReportDocument.played(context)
    head = RunHead.head(context)
    let places = context.places
    intervals = places.labels
    intervalName = places.name
  }

  private static func title(_ context: ReportContext) -> ReportText {
    ReportText("\(subject(context)): \(played(context))", .strong)
  }

  private static func subject(_ context: ReportContext) -> String {
    context.scenario.name.isEmpty ? "Scenario" : context.scenario.name
  }

  private static func played(_ context: ReportContext) -> String {
    let result = context.result
    let played = Words.counted(result.replications, "replication")
    let how =
      switch result.stop {
      case .completed: played
      case .precisionReached: "\(played), the asked precision reached"
      case .budgetSpent: "\(played), the asked precision not reached"
      case .interrupted: "interrupted after \(played)"
      }
    return "\(how), seed \(result.seed)"
  }
}
