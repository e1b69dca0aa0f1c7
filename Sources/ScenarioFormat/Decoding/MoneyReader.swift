import SimulationCore
import SupportModel

/// Reads what things come to in money, when contact types and targets are known.
struct MoneyReader {
  let decoding: Decoding
  let selectors: SelectorReader
  let targets: [Target]

  /// What is read, before the intervals of the horizon are known.
  struct Money {
    let decoding: Decoding
    var values: (bySegment: [CustomerValue?], others: CustomerValue?) = ([], nil)
    var penalties: [Penalty] = []
    var removals: [Removal] = []
  }

  func read(_ top: Section) -> Money {
    var money = Money(decoding: decoding)
    if let field = top["value"] {
      let reader = ValueReader(
        decoding: decoding, hasSatisfaction: top.field.node["satisfaction"] != nil, hasTargets: top.field.node["targets"] != nil)
      money.values = reader.read(field)
    }
    if let field = top["penalties"] {
      let areWhole = targets.count == top.field.node["targets"]?.list?.count ?? 0
      let reader = PenaltyReader(decoding: decoding, selectors: selectors, targets: targets, targetsAreWhole: areWhole)
      money.penalties = (decoding.items(field, .list(.section(.penalty))) ?? []).compactMap(reader.read)
    }
    if let field = top["removes"] {
      let fields = field.node.map == nil ? decoding.items(field, .list(.section(.removal))) ?? [] : [field]
      money.removals = fields.compactMap(removal)
    }
    return money
  }

  private func removal(_ field: Field) -> Removal? {
    guard let section = Section(field, .removal, decoding) else { return nil }
    let selection = section["contacts"].flatMap(selectors.read)
    let share = section.share("share")
    let costs = section.amount("costs")
    let from = section["from"].map(decoding.moment) ?? .zero
    guard let selection, let share, let from else { return nil }
    return Removal(contactTypes: selection.types, label: selection.label, share: share, costs: costs, from: from)
  }
}
