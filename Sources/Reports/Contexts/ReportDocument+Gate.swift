package import ReportKit
import ServiceMetrics
import Studies
import SupportModel

extension ReportDocument {
  /// The report of one gated scenario.
  package init(_ context: GateContext) {
    self.init(title: GateContext.title(context.gated), context, sections: SectionCatalog.gate)
    nameNumbers("gate.json")
  }

  /// The same as a page: every section there is. Several scenarios stand one below the other, after what sums them up.
  /// `folder`: scenarios that came, went or moved.
  package init(page contexts: [GateContext], folder: GateFolder = GateFolder()) {
    if contexts.count == 1, folder.changes.isEmpty {
      let context = contexts[0]
      self.init(title: GateContext.title(context.gated), context, sections: SectionCatalog.gatePage)
      subject = context.gated.name
      about = context.scenario.about
      head = GateHead.head(context)
      intervals = context.scenario.horizon.intervals.map(\.shortLabel)
      intervalName = ReportContext.intervalName(context.scenario)
      subtitle = GateContext.outcome(context.gated).text
    } else {
      self.init(gates: contexts.map(\.gated), folder: folder)
      head = GateHead.head(contexts, folder)
      for context in contexts {
        let name = context.gated.name
        // Intervals of one scenario mean nothing in another, so nothing is filtered by them.
        let own = ReportDocument(title: GateContext.title(context.gated), context, sections: SectionCatalog.gatePage)
        sections += own.sections.map { section in
          var section = section
          section.title = "\(name): \(section.title)"
          section.blocks = section.blocks.map { block in
            switch block {
            case .table(var table):
              table.rowIntervals = []
              return .table(table)
            case .chart(var chart):
              chart.axis.intervals = []
              return .chart(chart)
            default: return block
            }
          }
          return section
        }
      }
    }
    nameNumbers("gate.json")
  }
}
