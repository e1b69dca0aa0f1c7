import Experiments
import SupportModel

extension Scenario {
  /// Positions of the gates that were loosened or are gone, or whose target was: those that the candidate is held to as well.
  func gates(weakenedBy changes: [ScenarioChange]) -> [Int] {
    let weakened = changes.filter(\.effect.isWeakening)
    return gates.indices.filter { index in
      let gate = gates[index]
      if weakened.contains(where: { $0.section == "gates" && $0.subject == gate.name }) { return true }
      guard case .target(let target) = gate.subject else { return false }
      return weakened.contains { $0.section == "targets" && $0.subject == targets[target].name }
    }
  }
}
