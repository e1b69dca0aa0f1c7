import SimulationCore
import SupportModel

/// What happens before an agent and after one: where customers help themselves, and why they come again.
extension ScenarioPicture {
  func around() -> [String] {
    let lines = scenario.declaredTypes.map { scenario.contactTypes[$0] }.flatMap { type in
      ([nobodyThere(type), selfService(type), callback(type), chaser(type), duplicate(type)].compactMap { $0 }
        + type.recontacts.map(recontact)).map {
          "\(type.name): \($0)"
        }
    }
    let comesAgain = scenario.contactTypes.contains { !$0.recontacts.isEmpty || $0.chaser != nil || $0.duplicate != nil }
    let hasSelfService = scenario.contactTypes.contains { $0.selfService != nil }
    let counted = [
      hasSelfService ? "also whom self-service solves" : nil, comesAgain ? "not who comes again" : nil,
    ].compactMap { $0 }
    return lines + (counted.isEmpty ? [] : ["`expected` and `load` count who comes at first, \(andList(counted))"])
  }

  private func selfService(_ type: ContactType) -> String? {
    guard let rule = type.selfService else { return nil }
    let name = rule.leaksAs.map { " as \(scenario.contactTypes[$0].name)" } ?? ""
    var text = "\(percent(rule.tries)) try self-service, which seems to solve \(percent(rule.solves)) of it in \(about(rule.takes))"
    if rule.leaks > 0, let after = rule.leaksIn {
      text +=
        "; \(percent(rule.leaks)) of those come back\(name) after \(about(after)): net \(roughPercent(rule.tries * rule.solves * (1 - rule.leaks))) of all are kept from an agent"
    }
    if rule.givesUp > 0 { text += "; of those whom it does not help \(percent(rule.givesUp)) give up" }
    return text
  }

  private func nobodyThere(_ type: ContactType) -> String? {
    guard let rule = type.nobodyThere else { return nil }
    let parts = [
      rule.arriving == .refuse ? "who comes while nobody is there who could take it is blocked" : nil,
      rule.waiting == .disconnect ? "who waits when the last one goes is disconnected" : nil,
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func callback(_ type: ContactType) -> String? {
    type.callback.map {
      "who would wait more than \(spelled($0.whenWaitOver)) is offered a callback, which \(percent($0.accepts)) accept"
        + ($0.reaches < 1 ? "; a call reaches \(percent($0.reaches))" : "")
    }
  }

  private func chaser(_ type: ContactType) -> String? {
    type.chaser.map {
      "whose contact is open for \(about($0.whenOpenFor)) asks after it\($0.repeats ? ", again and again" : " once"): \(about($0.takes)) of work each time"
    }
  }

  private func duplicate(_ type: ContactType) -> String? {
    type.duplicate.map {
      "\(percent($0.share)) come in with it a second time, as \(scenario.contactTypes[$0.contactType].name), after \(about($0.after)) if it is open then; of the "
        + "two, what is opened second is merged: \(about($0.takes)) of work"
    }
  }

  private func recontact(_ rule: Recontact) -> String {
    let share: String
    switch rule.share {
    case .everybody(let all): share = "\(percent(all)) of the handled"
    case .byGroup(let shares):
      share = andList(
        shares.sorted { $0.key < $1.key }.map { "\(percent($0.value)) of those that \(scenario.groups[$0.key].name) handled" })
    }
    return "\(share) come again after \(about(rule.delay))" + (rule.contactType.map { " as \(scenario.contactTypes[$0].name)" } ?? "")
  }

  private func about(_ law: AnyDistribution) -> String { law.mean.isFinite ? "about \(spelledRoughly(law.mean))" : "very long" }
}
