import SimulationCore
import SupportModel

/// Contacts that cause others.
extension PolicyLinter {
  func returns() -> [Remark] {
    let types = scenario.declaredTypes.map { scenario.contactTypes[$0] }
    return types.flatMap { type in type.recontacts.filter { $0.share.most > 0 }.compactMap { afterTheHorizon(type, $0) } }
      + types.compactMap(secondAfterTheHorizon) + withoutFirst(types)
  }

  private func secondAfterTheHorizon(_ type: ContactType) -> Remark? {
    guard let rule = type.duplicate, rule.share > 0, rule.after.mean.isFinite, rule.after.mean > scenario.horizon.length.seconds else {
      return nil
    }
    return Remark(
      .worthALook,
      "customers of `\(type.name)` come in a second time after \(spelledRoughly(rule.after.mean)) on average, longer than the horizon: most of them come after it"
    )
  }

  private func afterTheHorizon(_ type: ContactType, _ recontact: Recontact) -> Remark? {
    let mean = recontact.delay.mean
    guard mean.isFinite, mean > scenario.horizon.length.seconds else { return nil }
    return Remark(
      .worthALook,
      "customers of `\(type.name)` come again after \(spelledRoughly(mean)) on average, longer than the horizon: most of them come after it"
    )
  }

  /// Every need is solved too late to know whether another contact follows.
  private func withoutFirst(_ types: [ContactType]) -> [Remark] {
    let (window, length) = (scenario.horizon.firstContactWindow, scenario.horizon.length)
    guard window >= length, types.contains(where: { !$0.recontacts.isEmpty }) else { return [] }
    return [
      Remark(
        .worthALook,
        "no need is solved \(spelledRoughly(window.seconds)) before the end of a horizon of \(spelledRoughly(length.seconds)), so nothing is known of `fcr`; `horizon.fcr-window` "
          + "makes that time shorter")
    ]
  }
}
