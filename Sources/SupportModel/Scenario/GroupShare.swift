/// A share of something that groups do, which may depend on the group.
package enum GroupShare: Sendable, Equatable {
  case everybody(Double)
  /// By index into `Scenario.groups`; of groups that are not named nobody.
  case byGroup([Int: Double])

  package func of(_ group: Int) -> Double {
    switch self {
    case .everybody(let share): share
    case .byGroup(let shares): shares[group] ?? 0
    }
  }

  /// Of the group with the largest one.
  package var most: Double {
    switch self {
    case .everybody(let share): share
    case .byGroup(let shares): shares.values.max() ?? 0
    }
  }
}
