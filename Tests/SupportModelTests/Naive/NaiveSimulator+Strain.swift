import SimulationCore

@testable import SupportModel

/// How hard people have it, worked out from all they did.
extension NaiveSimulator {
  func countStrain(_ group: Int, _ interval: Horizon.Interval, _ cell: Int, _ record: inout ReplicationRecord) {
    guard let rules = scenario.wellbeing else { return }
    if record.longestStretches.isEmpty { record.longestStretches = Array(repeating: LongestTime(), count: record.groups.count) }
    let did = record.groups[cell]
    if Double(did.busy) > rules.occupancyLimit * Double(did.busy + did.available) {
      record.groups[cell].strained = did.busy + did.available
    }
    for agent in agents where agent.group == group {
      for stretch in stretches(agent, pause: rules.pause.microseconds) {
        for part in stretch.parts {
          // Where something in hand ends in the interval, and where it goes on at its end.
          if interval.start.microseconds <= part.to && part.to < interval.end.microseconds {
            record.longestStretches[cell].take(part.to - stretch.from)
          }
          if part.from < interval.end.microseconds && interval.end.microseconds <= part.to {
            record.longestStretches[cell].take(interval.end.microseconds - stretch.from)
          }
        }
      }
    }
  }

  private typealias Part = (from: Int64, to: Int64)

  /// Times with something in hand, those together that no pause is between.
  private func stretches(_ agent: NaiveAgent, pause: Int64) -> [(from: Int64, parts: [Part])] {
    var busy: [Part] = []
    for entry in agent.history where entry.activity == .handling || entry.activity == .wrapUp {
      if let last = busy.last, last.to == entry.from { busy[busy.count - 1].to = entry.to } else { busy.append((entry.from, entry.to)) }
    }
    var stretches: [(from: Int64, parts: [Part])] = []
    for part in busy {
      if let last = stretches.last?.parts.last, part.from - last.to < pause {
        stretches[stretches.count - 1].parts.append(part)
      } else {
        stretches.append((part.from, [part]))
      }
    }
    return stretches
  }
}
