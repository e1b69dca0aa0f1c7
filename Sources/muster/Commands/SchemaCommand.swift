import ArgumentParser
import Workbench

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the scenario format: as JSON Schema for an editor, or as a page to read.",
    discussion: """
      Examples:
        muster schema > muster.schema.json
        muster schema --markdown | less

      An editor with a YAML language server completes keys and marks mistakes in a file that begins with
        # yaml-language-server: $schema=muster.schema.json
      """)

  @Flag(help: "Print docs/scenario.md: every key with its unit, default and an example.")
  var markdown = false

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in try Terminal.show(markdown ? Engine.formatReference() : Engine.schema()) }
  }
}
