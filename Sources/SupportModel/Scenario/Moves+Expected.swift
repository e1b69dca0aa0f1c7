import SimulationCore

/// Legs that are expected from the shares of moves alone.
extension Scenario {
  /// What a leg in each contact type is expected to need, and its chances to end in each move.
  package func expectedCourses(_ mean: (TimedDistribution) -> Double) -> [ExpectedCourse] {
    contactTypes.indices.map { type in contactTypes[type].expectedCourse(mean) { expectedShare(of: $0, in: type) } }
  }

  /// The share of a move that depends on who made the touch: the mean over those who may make it, each group by its people.
  package func expectedShare(of move: Move, in type: Int) -> Double {
    if move.shares.count == 1 { return move.shares[0] }
    let able = groups.indices.filter { groups[$0].canServe(contactTypes[type]) }
    let people = able.map { Double(groups[$0].mostPeople) }
    let all = people.reduce(0, +)
    if all == 0 { return able.isEmpty ? 0 : able.reduce(0) { $0 + move.shares[$1] } / Double(able.count) }
    return zip(able, people).reduce(0) { $0 + move.shares[$1.0] * $1.1 } / all
  }

  /// Legs in each contact type, of so many contacts that come in each: the solution of legs = contacts + legs · P, where P has the chances that a leg
  /// in one type is followed by one in another (the traffic equations of an open network; Jackson, Management Science 10 (1963)). Contact types
  /// whose customers differ are taken as one, that which stands for all of them.
  package func expectedLegs(of contacts: [Double], _ courses: [ExpectedCourse]) -> [Double] {
    var all = contacts
    var next = contacts
    // Each round is one more leg; what is left of them dies out unless a loop has no exit.
    for _ in 1...100_000 where next.reduce(0, +) > 1e-9 * (1 + contacts.reduce(0, +)) {
      var following = Array(repeating: 0.0, count: contacts.count)
      for type in contacts.indices where next[type] > 0 {
        for (move, chance) in zip(contactTypes[type].moves, courses[type].moves) { following[move.to] += next[type] * chance }
      }
      for type in all.indices { all[type] += following[type] }
      next = following
    }
    return all
  }

  /// Of legs in a contact type, those after which a later one is in the same type again; 0 where no way leads back.
  package func shareThatComesBack(to type: Int, _ courses: [ExpectedCourse]) -> Double {
    var one = Array(repeating: 0.0, count: contactTypes.count)
    one[type] = 1
    // Legs in the type are 1 ÷ (1 − share): each time it comes back with the same chance.
    return 1 - 1 / expectedLegs(of: one, courses)[type]
  }
}
