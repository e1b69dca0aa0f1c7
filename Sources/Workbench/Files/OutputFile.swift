/// A file of results before it is written.
package struct OutputFile: Equatable {
  /// Within the folder of results.
  package var name: String
  /// Written as UTF-8.
  package var text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
