package import ReportKit

extension JSONObject {
  /// The keys that every JSON file about one scenario begins with.
  package init(heading provenance: Provenance, scenario name: String) {
    var scenario = JSONObject()
    scenario.set("name", name)
    scenario.set("file", provenance.scenarioFile)
    scenario.set("digest", provenance.digest)
    self.init()
    set("schema", ResultsJSON.schema)
    set("muster", Provenance.version)
    set("command", provenance.command)
    set("scenario", scenario)
  }
}
