/// Every section of a report, in the order a reader meets them.
package enum SectionCatalog {
  package static let all: [SectionFamily] = [
    HeadlineSection.family,
    WorstIntervalsSection.family,
    WaitingSection.family,
    PeopleSection.family,
    CostSection.family,
    RemarksSection.family,
    FilesSection.family,
  ]
}

/// One entry of `SectionCatalog.all`.
package struct SectionFamily: Sendable {
  package var name: String
  /// One line of help.
  package var help: String
  /// No blocks: the section is left out.
  package var make: @Sendable (ReportContext) -> [ReportBlock]

  package init(name: String, help: String, make: @escaping @Sendable (ReportContext) -> [ReportBlock]) {
    self.name = name
    self.help = help
    self.make = make
  }
}

extension ReportDocument {
  /// The report of one experiment: every section that has something to say.
  package init(_ context: ReportContext, sections: [SectionFamily] = SectionCatalog.all) {
    self.init(
      title: ReportDocument.title(context),
      sections: sections.compactMap { family in
        let blocks = family.make(context)
        return blocks.isEmpty ? nil : ReportSection(name: family.name, blocks: blocks)
      })
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
