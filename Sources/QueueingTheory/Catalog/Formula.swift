/// One formula as `muster catalog formulas` lists it.
package struct Formula: Sendable, Equatable {
  /// Stable kebab-case name.
  package let name: String
  /// The name people use: "Erlang A (M/M/n+M)".
  package let title: String
  /// What it answers, in one sentence.
  package let help: String
  /// What must hold for the answer to be right, in a few words each.
  package let assumptions: [String]
  /// Author and year, for whoever wants to look it up.
  package let source: String
  /// Of an approximation, or of a formula that falls back on one: how far off it was found to be. nil where it is exact.
  package let accuracy: String?

  package init(name: String, title: String, help: String, assumptions: [String], source: String, accuracy: String? = nil) {
    self.name = name
    self.title = title
    self.help = help
    self.assumptions = assumptions
    self.source = source
    self.accuracy = accuracy
  }
}
