import SupportModel

/// What the scenario is called and says about itself.
enum NameDiff {
  static let section = ScenarioDiffSection(name: "names", kind: .service, covers: ["name", "about"]) { pair in
    var list = ChangeList("names")
    list.text("", "name", pair.baseline.name, pair.candidate.name, .neutral)
    if pair.baseline.about != pair.candidate.about { list.note("", "about", .neutral) }
    return list.all
  }
}
