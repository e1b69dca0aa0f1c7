package import ReportKit
import SimulationCore
import SupportModel

extension ReportDocument {
  /// What the clock of one contact shows.
  package init(_ context: ClockContext) {
    self.init(
      title: ReportText("\(context.target.name): \(context.promise)", .strong), context, sections: SectionCatalog.clock)
  }
}
