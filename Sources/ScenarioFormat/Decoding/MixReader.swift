import SupportModel

/// Reads how the customers of a contact type differ, and makes a contact type of each combination.
struct MixReader {
  let decoding: Decoding
  /// Of the contact type.
  let name: String

  /// Combinations that one contact type may have: more are a slip rather than a plan.
  static let mostVariants = 100

  /// What is mixed, and the properties of each part in the order of the shares.
  struct Parts {
    var mix = Mix()
    var priorities: [Int] = []
    var segments: [Int] = []
    var skills: [Int] = []
  }

  func read(_ field: Field, of contact: Section) -> Parts? {
    guard let section = Section(field, .mix, decoding) else { return nil }
    var parts = Parts()
    let priorities = shares(section, "priority", beside: contact) { decoding.priority($0) }
    let segments = shares(section, "segment", beside: contact) { field in
      decoding.text(field).flatMap { decoding.names.segments.firstIndex(of: $0) }
    }
    let skills = shares(section, "skill", beside: nil) { field in
      decoding.text(field).flatMap { decoding.names.skills.firstIndex(of: $0) }
    }
    (parts.priorities, parts.mix.priorities) = (priorities.map(\.value), priorities.map(\.share))
    (parts.segments, parts.mix.segments) = (segments.map(\.value), segments.map(\.share))
    (parts.skills, parts.mix.skills) = (skills.map(\.value), skills.map(\.share))
    let count = parts.mix.variants.count
    if section.given(["priority", "segment", "skill"]).isEmpty {
      decoding.report("the mix of `\(name)` says nothing", expected: "`priority`, `segment` or `skill`", at: field)
    }
    if count > Self.mostVariants {
      decoding.report("the mix of `\(name)` has \(count) combinations", expected: "at most \(Self.mostVariants)", at: field)
      return nil
    }
    return parts
  }

  private func shares(
    _ section: Section, _ key: String, beside contact: Section?, _ read: (Field) -> Int?
  ) -> [(value: Int, share: Double)] {
    guard let field = section[key], let entries = decoding.entries(field, .named(.share)) else { return [] }
    if let contact, contact[key] != nil {
      decoding.report("`\(name)` has `\(key)` and a mix of it", expected: "one of the two", at: field)
    }
    var shares: [(value: Int, share: Double)] = []
    var isWrong = false
    for entry in entries {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      if let value = read(at), let share = decoding.share(entry.field) { shares.append((value, share)) } else { isWrong = true }
    }
    let sum = shares.reduce(0) { $0 + $1.share }
    if !isWrong, abs(sum - 1) > 1e-9 {
      decoding.report(
        "the `\(key)` shares of `\(name)` are \(spelled(share: sum)) together", expected: "100% together", at: field)
    }
    return isWrong ? [] : shares
  }
}
