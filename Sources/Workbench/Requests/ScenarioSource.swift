import ScenarioFormat

/// A scenario file with what is changed in it.
package struct ScenarioSource: Sendable, Codable {
  /// As the user named it.
  package var file: String
  /// `agents.tier1.roster.late=20`, in the order in which they are made.
  package var settings: [String]
  /// Where the files that it names may lie, and what its play may take.
  package var reach = Reach()

  /// Without what concerns the machine.
  private enum CodingKeys: String, CodingKey {
    case file, settings
  }

  package init(_ file: String, settings: [String] = [], reach: Reach = Reach()) {
    self.file = file
    self.settings = settings
    self.reach = reach
  }

  /// What its folder of results is called.
  package var stem: String { ScenarioStem.of(file) }

  func load() throws(RequestFailure) -> LoadedScenario { try Engine.load(file, settings: settings, reach: reach) }

  /// Where its results go: what the user named, or `output/<scenario>`. Throws where nothing can be written there, before anything is played.
  func folder(_ named: String?) throws(RequestFailure) -> OutputFolder { try OutputFolder.checked(named ?? "output/\(stem)") }
}
