import SupportModel

/// Which contact types a rule is for: a name, a list of names, or properties. Never empty.
struct SelectorReader {
  let decoding: Decoding
  let contacts: [ContactType]

  func read(_ field: Field) -> (types: [Int], label: String)? {
    if field.node.map == nil {
      guard
        let found = decoding.all(
          field, KeyTable.selector, orOne: true, { decoding.reference($0, in: decoding.names.contacts, "contact type") })
      else { return nil }
      guard !found.isEmpty else {
        decoding.report("the list names no contact type", expected: "at least one", at: field)
        return nil
      }
      let named = Array(Set(found)).sorted()
      let types = Array(Set(named.flatMap { decoding.family(of: $0) })).sorted()
      return (types, named.map { decoding.names.contacts[$0] }.joined(separator: ", "))
    }
    guard let section = Section(field, .contactSelector, decoding) else { return nil }
    var types = Array(contacts.indices)
    var words: [String] = []
    var isWrong = false
    func narrow(_ key: String, _ known: [String], _ what: String, _ matches: (ContactType, Int, Int) -> Bool) {
      guard let field = section[key] else { return }
      guard let wanted = decoding.all(field, .oneOrMany(.name(of: what)), orOne: true, { decoding.reference($0, in: known, what) }) else {
        isWrong = true
        return
      }
      types = types.filter { type in wanted.contains { matches(contacts[type], type, $0) } }
      words.append(wanted.map { known[$0] }.joined(separator: "/"))
    }
    narrow("contact", decoding.names.contacts, "contact type") { type, index, wanted in index == wanted || type.variantOf == wanted }
    narrow("channel", decoding.names.channels, "channel") { type, _, wanted in type.channel == wanted }
    narrow("segment", decoding.names.segments, "segment") { type, _, wanted in type.segment == wanted }
    if let field = section["priority"] {
      if let wanted = decoding.all(field, .oneOrMany(.priority), orOne: true, decoding.priority) {
        types = types.filter { wanted.contains(contacts[$0].priority) }
        let names = decoding.names.priorities
        words.append("priority " + wanted.map { names.isEmpty ? String($0) : names[names.count - 1 - $0] }.joined(separator: "/"))
      } else {
        isWrong = true
      }
    }
    // A contact type that could not be read may be the one that is meant: its own problem is enough.
    guard !isWrong, contacts.count == decoding.names.contacts.count else { return nil }
    guard !types.isEmpty else {
      decoding.report("no contact type has all of these properties", expected: "at least one", at: field)
      return nil
    }
    return (types, words.isEmpty ? "all contacts" : words.joined(separator: " "))
  }
}
