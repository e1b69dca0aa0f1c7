import SupportModel

/// Where contacts go on.
extension ScenarioPicture {
  /// `of triage 60% go on in network and 25% in billing`; and how many legs a contact has in all.
  func moves(_ courses: [ExpectedCourse], legs: [Double], _ contacts: [Double]) -> [String] {
    guard scenario.hasMoves else { return [] }
    var lines = scenario.declaredTypes.compactMap { index -> String? in
      let type = scenario.contactTypes[index]
      if type.moves.isEmpty { return nil }
      let parts = type.moves.enumerated().map { position, move in
        "\(roughPercent(courses[index].moves[position])) go on in \(scenario.contactTypes[move.to].name)"
          + (move.name.isEmpty || move.isEscalation ? "" : " (\(move.name))") + (move.isEscalation ? " as an escalation" : "")
      }
      return "of the legs of \(type.name) \(andList(parts))"
    }
    let all = contacts.reduce(0, +)
    if all > 0 { lines.append("a contact has \(rounded(legs.reduce(0, +) / all)) legs on average") }
    return lines
  }
}

extension ScenarioPicture {
  /// `when 75% of Resolution is used up a contact rises by 1 and goes on in network`
  func escalations() -> [String] {
    scenario.routing.escalations.map { rule in
      let parts =
        (rule.raise == 0 ? [] : ["rises by \(rule.raise)"]) + (rule.to.map { ["goes on in \(scenario.contactTypes[$0].name)"] } ?? [])
      return "when \(percent(rule.at)) of \(scenario.targets[rule.target].name) is used up a contact \(andList(parts))"
    }
  }
}
