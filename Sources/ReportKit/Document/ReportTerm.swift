/// A word that is explained where it is used.
package struct ReportTerm: Sendable, Equatable {
  /// As it stands in the text, where its first use is marked.
  package var name: String
  /// A sentence or two, from the catalogue.
  package var definition: String

  package init(_ name: String, _ definition: String) {
    self.name = name
    self.definition = definition
  }
}
