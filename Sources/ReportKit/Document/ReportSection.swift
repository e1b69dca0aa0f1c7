/// The blocks that one entry of the section catalogue gave.
package struct ReportSection: Sendable, Equatable {
  /// Name in `SectionCatalog`, for anchors and class names.
  package var name: String
  /// Above it, where a renderer has room for titles.
  package var title: String
  /// In the order of reading.
  package var blocks: [ReportBlock]

  /// Without a title: the name as words.
  package init(name: String, title: String? = nil, blocks: [ReportBlock]) {
    self.name = name
    self.title = title ?? Self.words(name)
    self.blocks = blocks
  }

  private static func words(_ name: String) -> String {
    let words = name.replacing("-", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
