import SupportModel

/// Reads what customers are worth, when segments are known.
struct ValueReader {
  /// Those of no class that is named.
  static let others = "other"

  let decoding: Decoding
  let hasSatisfaction: Bool
  let hasTargets: Bool

  func read(_ field: Field) -> (bySegment: [CustomerValue?], others: CustomerValue?) {
    let segments = decoding.names.segments
    var bySegment: [CustomerValue?] = Array(repeating: nil, count: segments.count)
    let keys = KeyTable.customerValue.keys.map(\.name)
    if let map = field.node.map, map.contains(where: { keys.contains($0.key) }) { return (bySegment, value(field)) }
    var others: CustomerValue?
    let names = segments.contains(Self.others) ? segments : segments + [Self.others]
    for entry in decoding.entries(field, KeyTable.values) ?? [] {
      let place = decoding.find(entry.name, in: names, "segment", at: entry.field)
      let value = value(entry.field)
      guard let place else { continue }
      if place < segments.count { bySegment[place] = value } else { others = value }
    }
    return (bySegment, others)
  }

  private func value(_ field: Field) -> CustomerValue? {
    guard let section = Section(field, .customerValue, decoding) else { return nil }
    let amount = section.amount("per-customer")
    var value = CustomerValue(perCustomer: amount ?? 0)
    if let churn = section.section("churn", .churn) {
      value.unsatisfied = churn.share("unsatisfied") ?? 0
      value.breach = churn.share("breach") ?? 0
      value.gaveUp = churn.share("gave-up") ?? 0
      check(churn)
    }
    return amount == nil ? nil : value
  }

  private func check(_ churn: Section) {
    if churn.given(["unsatisfied", "breach", "gave-up"]).isEmpty, churn.field.node.map?.isEmpty == true {
      decoding.report(
        "`churn` says nothing that makes customers leave", expected: KeyTable.churn.example.map { "a map such as \($0)" }, at: churn.field)
    }
    if let field = churn["unsatisfied"], !hasSatisfaction {
      decoding.report(
        "`unsatisfied` has nothing to go by: the scenario does not say who is satisfied",
        expected: "`satisfaction: {model: {base: 2.6}}`, or only `breach` and `gave-up`", at: field)
    }
    if let field = churn["breach"], !hasTargets {
      decoding.report("`breach` has nothing to go by: the scenario promises nothing", expected: "a `targets` section", at: field)
    }
  }
}
