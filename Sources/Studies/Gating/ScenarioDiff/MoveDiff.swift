import SimulationCore
import SupportModel

/// Where contacts go on after a touch. Which way they go is the desk's, and what another way does to a promise is not known beforehand.
enum MoveDiff {
  static func compare(_ name: String, _ before: ContactType, _ now: ContactType, _ pair: ScenarioPair, _ list: inout ChangeList) {
    let (old, new) = (before.moves, now.moves)
    if old.isEmpty && new.isEmpty { return }
    let isSameWay = old.map { way($0, pair.baseline) } == new.map { way($0, pair.candidate) }
    guard isSameWay else { return list.note(name, "moves", .unclear) }
    for (old, new) in zip(old, new) {
      if old.shares.count == 1, new.shares.count == 1 {
        list.number(name, "moves.share", old.shares[0], new.shares[0], .unclear) { .share($0) }
      } else if shares(old, pair.baseline) != shares(new, pair.candidate) {
        list.note(name, "moves.share", .unclear)
      }
      list.law(name, "moves.delay", LawTraits(old.delay), LawTraits(new.delay), .unclear)
    }
  }

  /// All but how many go it and how long they take.
  private static func way(_ move: Move, _ scenario: Scenario) -> [String] {
    [scenario.contactTypes[move.to].name, move.name, "\(move.raise) \(move.keepsPlace) \(move.replies)"]
  }

  /// By the name of the group; one for all where they are alike.
  private static func shares(_ move: Move, _ scenario: Scenario) -> [String: Double] {
    if move.shares.count == 1 { return ["": move.shares[0]] }
    return Dictionary(zip(scenario.groups.map(\.name), move.shares).filter { $0.1 > 0 }, uniquingKeysWith: { first, _ in first })
  }
}
