import SimulationCore
import SupportModel

/// What is left out of a scenario and the answer depends on: who leaves, who is away, how a day begins and how days differ.
extension ScenarioPicture {
  /// Customers who never leave, all leave alike, or do not come back.
  func leaving() -> [String] {
    let live = scenario.contactTypes.filter { isLive($0) && !$0.arrivals.isEmpty }
    let endless = live.filter { $0.patience == nil }
    let alike = live.filter { $0.patience.map { $0.pieces.allSatisfy { $0.distribution.variance == 0 } } ?? false }
    let gone = live.filter { $0.patience != nil && $0.afterAbandon == nil }
    let noWork = live.filter { $0.wrapUp == nil }
    return [
      line(endless, "no patience: customers wait as long as it takes, and waits are longer than where some leave"),
      line(alike, "patience is the same for all: everybody leaves at that very moment, nobody before it"),
      line(gone, "who gives up does not come back: demand is smaller than where they call again"),
      line(noWork, "no wrap-up: agents are free the moment the customer leaves"),
    ].compactMap { $0 }
  }

  private func isLive(_ type: ContactType) -> Bool { scenario.channels.isEmpty || scenario.channels[type.channel].isLive }

  private func line(_ types: [ContactType], _ words: String) -> String? {
    if types.isEmpty { return nil }
    let isAll = types.count == scenario.contactTypes.count && types.count > 1
    return "\(isAll ? "all contacts" : andList(types.map(\.name))): \(words)"
  }

  /// People who are never away, or not gone when one might think so.
  func people() -> [String] {
    let present = scenario.groups.filter { group in
      guard case .roster(let lines) = group.presence else { return false }
      return group.absence == 0 && group.offline.isEmpty && lines.allSatisfy { $0.shifts.allSatisfy { $0.breaks.isEmpty } }
    }
    var lines: [String] = []
    if !present.isEmpty {
      lines.append(
        "\(andList(present.map(\.name))): no absence, breaks or time offline, so everybody on a shift is there all of it; service looks better than with them"
      )
    }
    let always = scenario.groups.filter { group in
      guard case .always = group.presence else { return false }
      return group.works != nil
    }
    if !always.isEmpty {
      lines.append(
        "\(andList(always.map(\.name))): there around the clock, for a `count` has no hours; `works` is where `muster staff` may plan people"
      )
    }
    return lines
  }

  /// A day that begins with nothing, and days that are all alike.
  func start() -> [String] {
    var lines: [String] = []
    if scenario.horizon.warmUp == .zero, scenario.horizon.backlog.isEmpty {
      lines.append(
        "the horizon begins with nobody in the system and is counted from there; waits of the first hours are shorter than on a day that goes on"
      )
    }
    let steady = scenario.contactTypes.filter { type in
      !type.arrivals.isEmpty && type.arrivals.allSatisfy { $0.busyness == nil && $0.isPoisson }
    }
    if !steady.isEmpty {
      let names = steady.count == scenario.contactTypes.count && steady.count > 1 ? "all contacts" : andList(steady.map(\.name))
      lines.append("\(names): days differ by chance alone (no busyness); real forecasts miss by more, and single days are worse than shown")
    }
    return lines
  }

  /// Promises that count whoever leaves as missed.
  func judging() -> [String] {
    let missed = scenario.targets.filter { target in
      target.abandons == .missed && target.shortAbandon == nil && target.contactTypes.contains { scenario.contactTypes[$0].patience != nil }
    }
    if missed.isEmpty { return [] }
    return ["\(andList(missed.map(\.name))): whoever leaves counts as missed, however soon; `abandons` and `short-abandon` say otherwise"]
  }
}
