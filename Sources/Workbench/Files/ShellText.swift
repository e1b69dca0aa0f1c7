/// A command as it is typed into a POSIX shell.
package enum ShellText {
  /// What a person can paste into a shell to get the same again.
  package static func command(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// In single quotes where anything in it could mean something to a shell.
  package static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_./=:,%@+".unicodeScalars.contains(scalar))
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
