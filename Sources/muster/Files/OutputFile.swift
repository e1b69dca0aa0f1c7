/// A file of results before it is written.
struct OutputFile: Equatable {
  var name: String
  var text: String

  init(_ name: String, _ text: String) {
    self.name = name
    self.text = text
  }
}
