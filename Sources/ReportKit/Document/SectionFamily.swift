/// One section of a report: an entry of a list in `SectionCatalog`.
///
/// `Context` is all that the section may look at, one type per kind of report.
package struct SectionFamily<Context: Sendable>: Sendable {
  /// Kebab-case, unique in its list; anchors of a page are made of it.
  package var name: String
  /// Above it on a page; without one, the name as words.
  package var title: String?
  /// One line of help.
  package var help: String
  /// No blocks: the section is left out.
  package var make: @Sendable (Context) -> [ReportBlock]

  package init(name: String, title: String? = nil, help: String, make: @escaping @Sendable (Context) -> [ReportBlock]) {
    self.name = name
    self.title = title
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
        return blocks.isEmpty ? nil : ReportSection(name: family.name, title: family.title, blocks: blocks)
      })
  }
}
