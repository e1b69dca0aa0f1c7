import SimulationCore
import SupportModel

/// Contacts with several touches.
extension PolicyLinter {
  func touches() -> [Remark] {
    scenario.declaredTypes.flatMap { index -> [Remark] in
      let type = scenario.contactTypes[index]
      guard let touches = type.touches, touches.more.contains(where: { $0 > 0 }) else { return [] }
      return [pendingForEver(type, touches), afterTheHorizon(type, touches)].compactMap { $0 } + clocksThatWait(index, touches)
    }
  }

  private func pendingForEver(_ type: ContactType, _ touches: Touches) -> Remark? {
    guard touches.autoClose == nil, let share = touches.neverReplies.max(), share > 0 else { return nil }
    return Remark(
      .worthALook,
      "\(percent(share)) of the customers of `\(type.name)` never answer, and nothing closes what waits for them: it is open for ever; say "
        + "`auto-close`")
  }

  private func afterTheHorizon(_ type: ContactType, _ touches: Touches) -> Remark? {
    guard let mean = touches.repliesIn.first?.mean, mean.isFinite, mean > scenario.horizon.length.seconds else { return nil }
    return Remark(
      .worthALook,
      "customers of `\(type.name)` answer after \(spelledRoughly(mean)) on average, longer than the horizon: most of their answers come after it"
    )
  }

  /// A promise to solve that an answer alone uses up.
  private func clocksThatWait(_ index: Int, _ touches: Touches) -> [Remark] {
    let type = scenario.contactTypes[index]
    guard let mean = touches.repliesIn.first?.mean, mean.isFinite else { return [] }
    return scenario.targets.filter { target in
      guard target.measure == .resolution, target.contactTypes.contains(index), !target.terms.pauses.contains(.pending),
        target.terms.calendar == nil, case .time(let within)? = target.duration(priority: type.priority)
      else { return false }
      return mean > within.seconds
    }.map { target in
      Remark(
        .worthALook,
        "`\(target.name)` counts the time in which customers of `\(type.name)` are waited for, and they take \(spelledRoughly(mean)) to answer: who is "
          + "asked back is late; `pauses: [pending]` leaves that time out")
    }
  }
}
