/// A file of results before it is written.
package struct OutputFile: Equatable {
  package var name: String
  package var text: String

  package init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
