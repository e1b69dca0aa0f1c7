import SimulationCore

/// The metrics a scenario may name, as the caller knows them: this target reads files and does not know how anything is measured.
///
/// Without entries names are taken as they are and limits as plain numbers, shares or durations.
package struct MetricVocabulary: Sendable {
  package enum Unit: Sendable, Equatable {
    case share
    case seconds
    case hours
    /// Plain numbers: counts, rates per hour, money.
    case number
  }

  package enum Direction: Sendable {
    case higherIsBetter, lowerIsBetter, neutral
  }

  /// What it can be about.
  package enum Side: Sendable {
    case contacts, targets, people
  }

  package struct Entry: Sendable {
    package var name: String
    package var unit: Unit
    package var direction: Direction
    package var side: Side
    /// Exists only for groups with a cost.
    package var needsCost: Bool

    package init(name: String, unit: Unit, direction: Direction, side: Side, needsCost: Bool = false) {
      self.name = name
      self.unit = unit
      self.direction = direction
      self.side = side
      self.needsCost = needsCost
    }
  }

  package var entries: [Entry]

  package init(_ entries: [Entry] = []) { self.entries = entries }

  /// Names are not checked.
  package static let unknown = MetricVocabulary()

  /// A limit as a person would write it in a gate: `1%`, `20s`, `12`.
  func spelled(_ value: Double, _ metric: String) -> String {
    switch self[metric]?.unit {
    case .share: return percent(value)
    case .seconds: return ScenarioFormat.spelled(.seconds(value))
    case .hours: return ScenarioFormat.spelled(.seconds(value * 3600))
    case .number, nil: return plain(value)
    }
  }

  subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}
