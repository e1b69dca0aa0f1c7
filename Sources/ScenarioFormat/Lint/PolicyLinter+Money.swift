import SupportModel

/// What costs nothing although the scenario says it does.
extension PolicyLinter {
  func money() -> [Remark] { penalties() + values() }

  private func penalties() -> [Remark] {
    scenario.penalties.compactMap { penalty in
      guard case .below(_, let each, _) = penalty.charge, penalty.periods.isEmpty else { return nil }
      let whole = each == .week && clock.hasDates ? "whole week from Monday to Sunday" : "whole \(each.rawValue)"
      return Remark(
        .serious,
        "the penalty for \(quoted(scenario.targets[penalty.target].name)) never costs anything: the counted horizon has no \(whole)")
    }
  }

  /// Customers whose class nobody put a value on.
  private func values() -> [Remark] {
    if !scenario.hasValue { return [] }
    let without = scenario.contactTypes.filter { $0.mix == nil && scenario.value(of: $0) == nil }.map { type in
      type.segment.map { scenario.segments[$0] } ?? type.name
    }
    let named = without.enumerated().filter { !without[..<$0.offset].contains($0.element) }.map { quoted($0.element) }
    if named.isEmpty { return [] }
    return [
      Remark(
        .worthALook, "nothing is at risk with \(andList(named)): `value` says nothing of them; `other` is for all that it does not name")
    ]
  }
}
