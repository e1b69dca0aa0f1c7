import ArgumentParser
import Workbench

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenario files, for completion and checking in an editor.",
    discussion: """
      Example: muster schema > muster.schema.json

      An editor with a YAML language server completes keys and marks mistakes in a file that begins with
        # yaml-language-server: $schema=muster.schema.json
      """)

  func run() throws {
    try RequestFailure.reporting { () throws(RequestFailure) in try Terminal.show(Engine.schema()) }
  }
}
