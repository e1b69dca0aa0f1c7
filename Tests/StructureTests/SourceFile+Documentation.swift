extension SourceFile {
  /// A `public` or `package` declaration, initialisers aside.
  struct Declaration {
    var line: Int
    var text: String
    /// Has a comment of its own, `///`.
    var isDocumented: Bool
  }

  var declarations: [Declaration] {
    let pattern = SourceFile.declaration
    return lines.indices.compactMap { index in
      guard !isText[index], lines[index].contains("public ") || lines[index].contains("package "),
        lines[index].firstMatch(of: pattern) != nil
      else { return nil }
      var above = index - 1
      while above >= 0, lines[above].drop(while: { $0 == " " }).hasPrefix("@") { above -= 1 }
      let isDocumented = above >= 0 && lines[above].drop(while: { $0 == " " }).hasPrefix("///")
      return Declaration(line: index + 1, text: String(lines[index].drop(while: { $0 == " " })), isDocumented: isDocumented)
    }
  }

  private static var declaration: Regex<Substring> {
    /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public|package)(?:\s+(?:(?:private|package)\(set\)|static|final|override|mutating|nonmutating|indirect|lazy|nonisolated))*\s+(?:func|var|let|struct|enum|class|protocol|typealias|subscript|actor)\b.*/
  }
}
