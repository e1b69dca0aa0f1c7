import Experiments

extension ReportDocument {
  /// The report of one experiment.
  package init(_ context: ReportContext) {
    self.init(title: ReportDocument.title(context), context, sections: SectionCatalog.run)
  }

  private static func title(_ context: ReportContext) -> ReportText {
    let result = context.result
    let played = Words.counted(result.replications, "replication")
    let how =
      switch result.stop {
      case .completed: played
      case .precisionReached: "\(played), the asked precision reached"
      case .budgetSpent: "\(played), the asked precision not reached"
      case .interrupted: "interrupted after \(played)"
      }
    let name = result.scenario.name.isEmpty ? "Scenario" : result.scenario.name
    return ReportText("\(name): \(how), seed \(result.seed)", .strong)
  }
}
