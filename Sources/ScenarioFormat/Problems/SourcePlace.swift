/// Where something was written. Line and column count from 1; line 0 means the file as a whole, or a `--set` on the command line.
package struct SourcePlace: Sendable, Hashable {
  /// As the command was given it, or as another file names it; the argument itself for `--set` and `--vary`.
  package var file: String
  /// From 1; 0: the file as a whole.
  package var line: Int
  /// From 1, in characters.
  package var column: Int
  /// The option whose patch this is part of; nil elsewhere.
  package var option: String?

  package init(file: String, line: Int = 0, column: Int = 0, option: String? = nil) {
    self.file = file
    self.line = line
    self.column = column
    self.option = option
  }
}
