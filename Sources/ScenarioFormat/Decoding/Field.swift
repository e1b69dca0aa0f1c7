/// A value of the document with the keys that lead to it.
struct Field {
  var node: DocumentNode
  /// `contacts.billing-call.talk`.
  var path: String

  var place: SourcePlace { node.place }
  /// The last key of the path.
  var key: String { path.split(separator: ".").last.map(String.init) ?? path }

  func child(_ key: String, _ node: DocumentNode) -> Field { Field(node: node, path: path.isEmpty ? key : "\(path).\(key)") }
}
