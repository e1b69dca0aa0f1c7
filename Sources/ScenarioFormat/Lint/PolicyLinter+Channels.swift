import SupportModel

/// Channels held several at a time.
extension PolicyLinter {
  func channels() -> [Remark] {
    let used = scenario.channels.indices.filter { index in scenario.contactTypes.contains { $0.channel == index } }
    return used.compactMap { slower(scenario.channels[$0]) } + blindRules() + used.flatMap(trays)
  }

  /// Rules about trays that nothing comes of.
  private func trays(_ channel: Int) -> [Remark] {
    guard let tray = scenario.channels[channel].tray else { return [] }
    let name = quoted(scenario.channels[channel].name)
    let types = scenario.contactTypes.indices.filter { scenario.contactTypes[$0].channel == channel }
    var remarks: [Remark] = []
    let people = scenario.groups.filter { group in types.contains { group.canServe(scenario.contactTypes[$0]) } }
    let haveShifts = people.contains { group in if case .roster = group.presence { true } else { false } }
    if tray.keeps && !people.isEmpty && !haveShifts {
      remarks.append(Remark(.worthALook, "`keeps` of \(name) never takes effect: nobody who could have them in a tray has shifts"))
    }
    if scenario.routing.affinity.contains(where: { !$0.contactTypes.filter(types.contains).isEmpty }) {
      remarks.append(Remark(.worthALook, "`affinity` says nothing about \(name): its contacts come back to the agent whose they are"))
    }
    return remarks
  }

  /// One more in hand, and less gets done in all.
  private func slower(_ channel: Channel) -> Remark? {
    let most = channel.mostInHand
    func done(_ count: Int) -> Double { Double(count) * channel.pace.speed(of: count) }
    guard most > 1, let count = (2...most).first(where: { done($0) < done($0 - 1) }) else { return nil }
    return Remark(
      .worthALook,
      "an agent gets less done with \(count) of `\(channel.name)` in talk than with \(count - 1) (\(rounded(done(count))) against "
        + "\(rounded(done(count - 1))) at the speed of one): `at-most: \(count - 1)` would serve more")
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
