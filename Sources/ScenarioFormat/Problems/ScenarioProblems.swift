/// Everything wrong with a scenario at once, in the order of the files' lines.
package struct ScenarioProblems: Error, Sendable, Equatable {
  /// Each once, by file and line.
  package var problems: [Problem]

  package init(_ problems: [Problem]) { self.problems = problems.inReadingOrder }

  /// Lines shown; what is more is counted by kind.
  package static let mostLines = 200

  /// One line per problem, at most `mostLines` of them and one that counts the rest.
  package var lines: [String] { ProblemList.lines(problems) }
  /// A file could not be read; the command line ends with status 74 instead of 65.
  package var isUnreadable: Bool { problems.contains { $0.kind == .unreadable } }
}
