/// Runs the `git` program: no question to the user, no lock for a look, its own words on failure.
package struct Git {
  /// `git -C folder`.
  package let folder: String

  package init(folder: String) { self.folder = folder }

  /// Status 127: there is no such program.
  package func run(_ arguments: [String], input: String? = nil) -> Program.Answer {
    Program("git", settings: ["GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"]).run(["-C", folder] + arguments, input: input)
  }
}
