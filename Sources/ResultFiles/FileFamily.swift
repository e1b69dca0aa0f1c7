/// Every file a command leaves, and every column or key in it. The writers take their headers from here, and `output/README.md` its tables.
package struct FileFamily: Sendable {
  /// One column of a table, or one key of an object.
  package struct Column: Sendable {
    /// The heading of a CSV column, or the key of a JSON object.
    package var name: String
    /// In one sentence, with its unit.
    package var meaning: String

    package init(_ name: String, _ meaning: String) {
      self.name = name
      self.meaning = meaning
    }
  }

  /// As it lies in the folder of results.
  package var name: String
  /// What it holds.
  package var help: String
  /// The subcommands that write it.
  package var commands: [String]
  /// `always`, or what to type for it.
  package var written: String
  /// In the order of writing; empty for files that are read and not parsed.
  package var columns: [Column]

  package init(_ name: String, _ help: String, by commands: [String] = ["run"], written: String = "always", columns: [Column] = []) {
    self.name = name
    self.help = help
    self.commands = commands
    self.written = written
    self.columns = columns
  }

  /// A header line.
  package var header: [String] { columns.map(\.name) }
}
