/// One section of a report: an entry of a list in `SectionCatalog`.
///
/// `Context` is all that the section may look at, one type per kind of report.
package struct SectionFamily<Context: Sendable>: Sendable {
  package var name: String
  /// One line of help.
  package var help: String
  /// No blocks: the section is left out.
  package var make: @Sendable (Context) -> [ReportBlock]

  package init(name: String, help: String, make: @escaping @Sendable (Context) -> [ReportBlock]) {
    self.name = name
    self.help = help
    self.make = make
  }
}

extension ReportDocument {
  /// Every section that has something to say.
  package init<Context>(title: ReportText, _ context: Context, sections: [SectionFamily<Context>]) {
    self.init(
      title: title,
      sections: sections.compactMap { family in
        let blocks = family.make(context)
        return blocks.isEmpty ? nil : ReportSection(name: family.name, blocks: blocks)
      })
  }
}
