import SupportModel

/// Channels held several at a time.
extension PolicyLinter {
  func channels() -> [Remark] {
    let used = scenario.channels.indices.filter { index in scenario.contactTypes.contains { $0.channel == index } }
    return used.flatMap { slower(scenario.channels[$0]) + neverTogether(scenario.channels[$0]) } + blindRules()
  }

  /// One more in hand, and less gets done in all.
  private func slower(_ channel: Channel) -> [Remark] {
    let most = channel.mostInHand
    guard most > 1 else { return [] }
    func done(_ count: Int) -> Double { Double(count) * channel.pace.speed(of: count) }
    return (2...most).first { done($0) < done($0 - 1) }.map { count in
      Remark(
        .worthALook,
        "an agent gets less done with \(count) of `\(channel.name)` in talk than with \(count - 1) (\(rounded(done(count))) against "
          + "\(rounded(done(count - 1))) at the speed of one): `at-most: \(count - 1)` would serve more")
    }.map { [$0] } ?? []
  }

  /// What is in hand with others is limited to one.
  private func neverTogether(_ channel: Channel) -> [Remark] {
    guard channel.concurrency > 1, channel.atMost == 1 else { return [] }
    return [
      Remark(
        .worthALook,
        "`\(channel.name)` takes 1/\(channel.concurrency) of an agent, and `at-most: 1` lets nobody hold two: only other channels can fill the rest"
      )
    ]
  }

  /// Rules that do not ask how much room an agent has: those with something in hand come by id.
  private func blindRules() -> [Remark] {
    guard scenario.hasSharedAgents else { return [] }
    let names = criteria.filter { $0.list == "agent-for-contact" }.map(\.name)
    guard !names.isEmpty, !names.contains(where: { ["most-free-capacity", "least-free-capacity", "random"].contains($0) }) else {
      return []
    }
    return [
      Remark(
        .worthALook,
        "no rule asks how much room an agent has: those with something in hand are taken by id; say `most-free-capacity` to spread contacts or "
          + "`least-free-capacity` to fill hands")
    ]
  }
}
