import SupportModel

/// Where a subject is served: one pool, or one for each combination of customers who differ, with their shares.
struct TheoryPools {
  typealias Subject = TheoryCheck.Subject
  let subject: Subject
  let found: Result<[(pool: SinglePool, share: Double)], SinglePool.Refusal>

  init(_ subject: Subject, _ scenario: Scenario) {
    self.subject = subject
    do throws(SinglePool.Refusal) {
      switch subject {
      case .group(let group): found = .success([(try SinglePool(group: group, in: scenario), 1)])
      case .contactType(let index): found = .success(try Self.pools(index, scenario))
      }
    } catch {
      found = .failure(error)
    }
  }

  /// Combinations whose pool is one count together.
  private static func pools(_ index: Int, _ scenario: Scenario) throws(SinglePool.Refusal) -> [(pool: SinglePool, share: Double)] {
    guard let mix = scenario.contactTypes[index].mix else { return [(try SinglePool(contactType: index, in: scenario), 1)] }
    // Moves and recontacts bring others than those who come.
    if scenario.hasMoves || scenario.hasNeeds { throw SinglePool.Refusal(.mix) }
    var pools: [(pool: SinglePool, share: Double)] = []
    for (variant, share) in zip(mix.variants, mix.shares) where share > 0 {
      let servers = scenario.servers(of: variant)
      if let known = pools.firstIndex(where: { servers == [$0.pool.group] }) {
        pools[known].share += share
      } else {
        pools.append((try SinglePool(contactType: variant, in: scenario), share))
      }
    }
    return pools
  }
}
