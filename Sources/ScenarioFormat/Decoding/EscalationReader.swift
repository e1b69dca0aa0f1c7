import SupportModel

/// Reads what happens to contacts whose promise is nearly used up, when targets and contact types are known.
struct EscalationReader {
  let decoding: Decoding
  let targets: [Target]

  /// More rules than this are a slip rather than a plan.
  private static let most = 64

  func read(_ field: Field) -> [RoutingPolicy.Escalation] {
    let items = field.node.map != nil ? [field] : decoding.items(field, .oneOrMany(.section(.escalation))) ?? []
    if items.count > Self.most {
      decoding.report("\(items.count) escalations are too many", expected: "at most \(Self.most)", at: field)
      return []
    }
    return items.compactMap(escalation)
  }

  private func escalation(_ field: Field) -> RoutingPolicy.Escalation? {
    guard let section = Section(field, .escalation, decoding) else { return nil }
    let target = section["target"].flatMap { decoding.reference($0, in: targets.map(\.name), "target") }
    let at = section.share("at")
    let raise = section.integer("raise") ?? 0
    let to = section["to"].flatMap(contactType)
    if section.given(["raise", "to"]).isEmpty {
      decoding.report("the escalation does nothing", expected: "`raise`, `to` or both", at: field)
    }
    if let place = section["raise"], abs(raise) > 100 {
      decoding.report("\(raise) steps are too many", expected: "at most 100 steps of priority", at: place)
    }
    guard let target, let at else { return nil }
    return .init(target: target, at: at, raise: raise, to: to)
  }

  private func contactType(_ field: Field) -> Int? {
    let known = decoding.names.declaredContacts
    if let name = field.node.word, !known.contains(name), decoding.names.groups.contains(name) {
      decoding.report("`\(name)` is an agent group", expected: "a contact type that its people serve: \(quotedList(known))", at: field)
      return nil
    }
    return decoding.reference(field, in: known, "contact type")
  }
}
