/// A small scenario to start from: one file for each kind of desk, and a line in `all`.
package struct ScenarioTemplate: Sendable {
  /// What `muster init --template` takes.
  package var name: String
  /// One line of help.
  package var help: String
  /// The file as it is written.
  package var text: String

  package init(name: String, help: String, text: String) {
    self.name = name
    self.help = help
    self.text = text
  }

  /// The first is what is written where none is named.
  package static let all = [callCentre, helpDesk, omnichannel, weekend]

  /// nil: there is none of this name.
  package static func named(_ name: String) -> ScenarioTemplate? { all.first { $0.name == name } }
}
