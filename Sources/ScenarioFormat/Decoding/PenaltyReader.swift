import SupportModel

/// Reads what broken promises cost, when targets are known.
struct PenaltyReader {
  let decoding: Decoding
  let selectors: SelectorReader
  let targets: [Target]
  /// Every target could be read: a name that is not among them is none.
  let targetsAreWhole: Bool

  func read(_ field: Field) -> Penalty? {
    guard let section = Section(field, .penalty, decoding) else { return nil }
    var target: Int?
    if let name = section["target"], let text = decoding.text(name), targetsAreWhole {
      target = decoding.find(text, in: targets.map(\.name), "target", at: name)
    }
    let charge = charge(section)
    var selection: (types: [Int], label: String)? = (target.map { targets[$0].contactTypes } ?? [], "")
    if let field = section["for"] {
      selection = selectors.read(field)
      if let chosen = selection, let target { selection = within(chosen, target, field) }
    }
    guard let target, let charge, let selection else { return nil }
    return Penalty(target: target, contactTypes: selection.types, label: selection.label, charge: charge)
  }

  /// Those of the chosen contact types to whom the target promises something.
  private func within(_ chosen: (types: [Int], label: String), _ target: Int, _ field: Field) -> (types: [Int], label: String)? {
    let types = chosen.types.filter(targets[target].contactTypes.contains)
    if !types.isEmpty { return (types, chosen.label) }
    let names = targets[target].contactTypes.filter { selectors.contacts[$0].variantOf == nil }.map { decoding.names.contacts[$0] }
    decoding.report(
      "the target `\(targets[target].name)` promises nothing to \(chosen.label)", expected: "some of \(quotedList(names, limit: 6))",
      at: field)
    return nil
  }

  private func charge(_ section: Section) -> Penalty.Charge? {
    let form = section.exactlyOne(["per-breach", "below"], "the penalty")
    let each = section.word("each", Penalty.Each.self)
    let costs = section.amount("costs")
    switch form {
    case "per-breach":
      for key in ["each", "costs"] {
        guard let stray = section[key] else { continue }
        decoding.report(
          "`\(key)` does not go with `per-breach`, which is for single contacts",
          expected: "`per-breach` alone, or `below` with `each` and `costs`",
          at: stray)
      }
      return section.amount("per-breach").map { .perBreach($0) }
    case "below":
      let missing = ["each", "costs"].filter { section.field.node[$0] == nil }
      if !missing.isEmpty {
        decoding.report(
          missing.count == 2 ? "`below` has neither `each` nor `costs`" : "`below` has no `\(missing[0])`",
          expected: "`each` and `costs` beside it, as in below: 80%, each: week, costs: 12000", at: section["below"] ?? section.field)
      }
      if each == .month, !decoding.clock.hasDates, let field = section["each"] { decoding.reportUndated("a month", at: field) }
      guard let share = section.share("below"), let each, let costs else { return nil }
      return .below(share, each: each, costs: costs)
    default: return nil
    }
  }
}
