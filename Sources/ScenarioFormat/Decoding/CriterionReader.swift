import SupportModel
import SupportPolicies

/// Reads a list of criteria: bare names, or `{name: parameters}`. Everything it knows comes from the two catalogues.
struct CriterionReader {
  let decoding: Decoding

  func agentCriteria(_ field: Field) -> [AnyAgentCriterion]? {
    let families = AgentCriterionCatalog.all
    return uses(field, .agentCriteria, families.map { ($0.name, $0.example, $0.parameters) })?.map { families[$0].make($1) }
  }

  func contactCriteria(_ field: Field) -> [AnyContactCriterion]? {
    let families = ContactCriterionCatalog.all
    return uses(field, .contactCriteria, families.map { ($0.name, $0.example, $0.parameters) })?.map { families[$0].make($1) }
  }

  private typealias Known = (name: String, example: String, parameters: CriterionParameterKind)

  /// Catalogue positions and parameters in the order written; nil when any of them is wrong.
  private func uses(_ field: Field, _ kind: ValueKind, _ known: [Known]) -> [(Int, CriterionParameters)]? {
    let read = decoding.all(field, kind, orOne: true) { use($0, known) }
    if read?.isEmpty == true {
      decoding.report("`\(field.key)` is an empty list", expected: "at least one criterion", at: field)
      return nil
    }
    if let read, Set(read.map(\.0)).count < read.count {
      decoding.report("`\(field.key)` names a criterion twice", expected: "each criterion once", at: field)
      return nil
    }
    for (index, parameters) in read ?? [] {
      decoding.criteria.append(
        CriterionUse(list: field.key, isScheduled: field.path.contains("schedule"), name: known[index].name, parameters: parameters))
    }
    return read
  }

  private func use(_ field: Field, _ known: [Known]) -> (Int, CriterionParameters)? {
    if let name = field.node.word {
      guard let index = decoding.find(name, in: known.map(\.name), "criterion", at: field) else { return nil }
      switch known[index].parameters {
      case .none: return (index, .none)
      case .weightByContactType: return (index, .weights(Array(repeating: 1, count: decoding.names.contacts.count)))
      default:
        decoding.report("`\(name)` has no parameters", expected: "for example \(known[index].example)", at: field)
        return nil
      }
    }
    guard let entry = field.node.map?.first, field.node.map?.count == 1 else {
      decoding.report("the criterion is \(field.node.described)", expected: "a name, or a name with its parameters", at: field)
      return nil
    }
    let at = Field(node: DocumentNode(content: .scalar(entry.key), place: entry.keyPlace), path: field.path)
    guard let index = decoding.find(entry.key, in: known.map(\.name), "criterion", at: at) else { return nil }
    let inner = field.child(entry.key, entry.value)
    if known[index].parameters == .none {
      decoding.report("`\(entry.key)` takes no parameters", expected: "just the name", at: at)
      return nil
    }
    return parameters(inner, known[index].parameters).map { (index, $0) }
  }

  private func parameters(_ field: Field, _ kind: CriterionParameterKind) -> CriterionParameters? {
    let contacts = decoding.names.contacts
    let groups = decoding.names.groups
    switch kind {
    case .none: return CriterionParameters.none
    case .weightByContactType:
      guard let entries = decoding.entries(field, .named(.number)) else { return nil }
      var weights = Array(repeating: 1.0, count: contacts.count)
      var isWrong = false
      for entry in entries {
        let type = find(entry, in: contacts, "contact type")
        if let weight = decoding.amount(entry.field), let type {
          for one in decoding.family(of: type) { weights[one] = weight }
        } else {
          isWrong = true
        }
      }
      return isWrong ? nil : .weights(weights)
    case .groupsByContactType:
      return orders(field, keys: contacts, "contact type", values: groups, "agent group").map { orders in
        .groupsByContactType(contacts.indices.map { type in owner(of: type, orders) })
      }
    case .contactTypesByGroup:
      return orders(field, keys: groups, "agent group", values: contacts, "contact type").map { orders in
        .contactTypesByGroup(orders.map { types in types.flatMap { decoding.family(of: $0) } })
      }
    }
  }

  /// What is said of a contact type, or else of the one that it is a combination of.
  private func owner(of type: Int, _ orders: [[Int]]) -> [Int] {
    if !orders[type].isEmpty { return orders[type] }
    return decoding.families.firstIndex { $0.contains(type) }.map { orders[$0] } ?? []
  }

  private func find(_ entry: (name: String, field: Field, keyPlace: SourcePlace), in known: [String], _ what: String) -> Int? {
    let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
    return decoding.find(entry.name, in: known, what, at: at)
  }

  private func orders(_ field: Field, keys: [String], _ keyWhat: String, values: [String], _ valueWhat: String) -> [[Int]]? {
    guard let entries = decoding.entries(field, .named(.oneOrMany(.name(of: valueWhat)))) else { return nil }
    var result = Array(repeating: [Int](), count: keys.count)
    var isWrong = false
    for entry in entries {
      let key = find(entry, in: keys, keyWhat)
      let order = decoding.all(entry.field, .oneOrMany(.name(of: valueWhat)), orOne: true) {
        decoding.reference($0, in: values, valueWhat)
      }
      if let order, let key { result[key] = order } else { isWrong = true }
    }
    return isWrong ? nil : result
  }
}
