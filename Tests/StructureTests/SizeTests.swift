import Testing

/// A file has one idea, a function fits on a screen.
@Suite struct SizeTests {
  private static let sources = SourceFile.all("Sources")

  @Test func `No file is above 400 lines`() {
    for file in Self.sources + SourceFile.all("Tests") where file.lines.count > 400 {
      Issue.record("\(file.path) has \(file.lines.count) lines")
    }
  }

  @Test func `No function is above 60 lines`() {
    let functions = Self.sources.map { (file: $0.path, of: $0.functions) }
    #expect(functions.reduce(0) { $0 + $1.of.count } > 500)
    for (file, functions) in functions {
      for function in functions where function.length > 60 {
        Issue.record("\(file):\(function.line) has \(function.length) lines: \(function.name)")
      }
    }
  }

  /// Measured over the Swift files of Sources, comments and empty lines included. They were 49 and 152 before everything had its comment.
  @Test func `Half of the files have at most 60 lines, nine of ten at most 165`() {
    let lengths = Self.sources.map(\.lines.count).sorted()
    let (median, ninth) = (lengths[lengths.count / 2], lengths[lengths.count * 9 / 10])
    print("\(lengths.count) files of Sources: median \(median) lines, nine of ten at most \(ninth), the longest \(lengths.last!)")
    #expect(median <= 60)
    #expect(ninth <= 165)
  }
}
