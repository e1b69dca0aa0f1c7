import SimulationCore
import SupportModel

/// Whether those who wait for a group are taken in the order in which they came to its queues.
///
/// Of any two contacts that may wait at once the first to come must be preferred, whatever else they differ in (`RoutingPolicy.takesInOrder`).
struct QueueOrder {
  private let scenario: Scenario
  private let group: Int
  /// By contact type: the priorities that its contacts may have.
  private let priorities: [Set<Int>]

  init(_ scenario: Scenario, group: Int) {
    self.scenario = scenario
    self.group = group
    priorities = QueueOrder.priorities(scenario)
  }

  /// `isVisitedAgain`: clocks may have run before a contact comes.
  func isOrderOfArrival(_ classes: [ContactClass], isVisitedAgain: Bool) -> Bool {
    let types = Set(classes.map(\.type)).sorted()
    // Whoever waits rises alike, or somebody overtakes.
    let ageing = Set(types.map { type in scenario.routing.ageing.lastIndex { $0.contactTypes.contains(type) } ?? -1 })
    if ageing.count > 1 { return false }
    var kinds: [RoutingPolicy.Waiting] = []
    for entry in Set(classes.map { ContactClass(type: $0.type, task: $0.task) }) {
      for priority in priorities[entry.type] { kinds.append(waiting(entry, priority)) }
    }
    return kinds.allSatisfy { first in
      kinds.allSatisfy { second in
        // Where the same clock began for both when they came, who came later is due later.
        let areAlike = first.contactType == second.contactType && !isVisitedAgain
        let dues: [Int64] = areAlike ? [40_000_000] : [40_000_000, 0, -40_000_000]
        return dues.allSatisfy { scenario.routing.takesInOrder(first, second, group: group, dueLater: $0) }
      }
    }
  }

  private func waiting(_ contact: ContactClass, _ priority: Int) -> RoutingPolicy.Waiting {
    let type = scenario.contactTypes[contact.type]
    let match = scenario.groups[group].match(type)
    var (rank, expected) = (1, type.expectedHandle * (match?.handle ?? 1))
    switch contact.task {
    case .own: rank = match?.rank ?? 1
    case .hold(let position): expected = type.holds[position].takes[0].mean
    case .approval: expected = type.approval?.takes.mean ?? 0
    }
    return RoutingPolicy.Waiting(contactType: contact.type, priority: priority, rank: rank, expectedHandle: expected)
  }

  /// Priorities go with contacts into their later legs, and rise there; followed until nothing new comes, or it is clear that there are several.
  private static func priorities(_ scenario: Scenario) -> [Set<Int>] {
    var found = scenario.contactTypes.map { Set([$0.priority]) }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (from, type) in scenario.contactTypes.enumerated() {
        for move in type.moves {
          for to in scenario.family(of: move.to) where found[to].count <= 8 {
            for priority in found[from] where found[to].insert(scenario.raised(priority, by: move.raise)).inserted { isChanged = true }
          }
        }
      }
    }
    return found
  }
}
