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
        "\(percent(courses[index].moves[position])) go on in \(scenario.contactTypes[move.to].name)"
          + (move.name.isEmpty || move.isEscalation ? "" : " (\(move.name))") + (move.isEscalation ? " as an escalation" : "")
      }
      return "of the legs of \(type.name) \(andList(parts))"
    }
    let all = contacts.reduce(0, +)
    if all > 0 { lines.append("a contact has \(rounded(legs.reduce(0, +) / all)) legs on average") }
    return lines
  }
}
