/// A kind of remark and how it is found. Each kind is one file and one line in `RemarkCatalog.all`.
package struct RemarkFamily: Sendable {
  /// Kebab-case, for tests and documentation.
  package let name: String
  /// What the evidence calls for, in declared order; usually nothing.
  package let find: @Sendable (RemarkEvidence) -> [Remark]

  package init(_ name: String, _ find: @escaping @Sendable (RemarkEvidence) -> [Remark]) {
    self.name = name
    self.find = find
  }
}
