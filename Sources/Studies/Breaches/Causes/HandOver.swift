import SimulationCore
import SupportModel

extension BreachCause {
  /// Contacts still go on to others, but nothing is lost by it.
  static let handOver = BreachCause(
    "hand-over", "hand-over",
    without: "a contact that goes to somebody else goes at once, keeps its place, and needs no reading and no longer talk",
    isIn: { scenario, _ in
      scenario.contactTypes.contains {
        $0.moves.contains { $0.delay != nil || $0.warm != nil || !$0.keepsPlace } || $0.reads?.sameGroup != nil
          || $0.reads?.otherGroup != nil || ($0.selfService?.handOver ?? 1) > 1
      }
    },
    takeAway: { scenario, _ in
      for type in scenario.contactTypes.indices {
        scenario.contactTypes[type].reads = nil
        for move in scenario.contactTypes[type].moves.indices {
          scenario.contactTypes[type].moves[move].delay = nil
          scenario.contactTypes[type].moves[move].warm = nil
          scenario.contactTypes[type].moves[move].keepsPlace = true
        }
        if let factor = scenario.contactTypes[type].selfService?.handOver {
          scenario.contactTypes[type].selfService?.handOver = min(1, factor)
        }
      }
    })
}
