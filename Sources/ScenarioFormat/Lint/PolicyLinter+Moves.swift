import SimulationCore
import SupportModel

/// Contacts that go on in other contact types.
extension PolicyLinter {
  func moves() -> [Remark] {
    guard scenario.hasMoves else { return [] }
    let courses = scenario.expectedCourses { $0.pieces[0].distribution.mean }
    return scenario.declaredTypes.flatMap { index in neverMoves(index) + [comesBack(index, courses)].compactMap { $0 } }
  }

  /// Groups with a share of their own that make no touch on such contacts.
  private func neverMoves(_ index: Int) -> [Remark] {
    let type = scenario.contactTypes[index]
    return type.moves.flatMap { move -> [Remark] in
      if move.shares.count == 1 { return [] }
      return scenario.groups.indices.filter { move.shares[$0] > 0 && !scenario.groups[$0].canServe(type) }.map { group in
        Remark(
          .worthALook,
          "\(quoted(scenario.groups[group].name)) moves \(percent(move.shares[group])) of \(quoted(type.name)) to "
            + "\(quoted(scenario.contactTypes[move.to].name)), and lacks the skill to make a touch on one")
      }
    }
  }

  /// Most contacts come back to the type in which they have been.
  private func comesBack(_ index: Int, _ courses: [ExpectedCourse]) -> Remark? {
    let share = scenario.shareThatComesBack(to: index, courses)
    guard share >= 0.5 else { return nil }
    return Remark(
      .worthALook,
      "\(percent(1 - share)) of the contacts that come to \(quoted(scenario.contactTypes[index].name)) leave the round of its moves; the others come "
        + "back to it")
  }
}
