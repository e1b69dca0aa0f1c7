/// A kind of plain sentence about what the play showed. Each kind is one file and one line in `RemarkCatalog.all`.
package struct Remark: Sendable {
  /// Kebab-case, for tests and documentation.
  package let name: String
  /// The sentences that the evidence calls for, in declared order; usually none.
  package let sentences: @Sendable (RemarkEvidence) -> [String]

  package init(_ name: String, _ sentences: @escaping @Sendable (RemarkEvidence) -> [String]) {
    self.name = name
    self.sentences = sentences
  }
}
