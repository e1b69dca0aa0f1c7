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

  /// The declared contact types as they are, then the combinations of each; the names of all of these.
  static func expand(_ contacts: [ContactType], _ parts: [Int: Parts], _ names: Names) -> (contacts: [ContactType], limits: [SharedLimit]) {
    var result = contacts
    var limits: [SharedLimit] = []
    for (index, contact) in contacts.enumerated() {
      guard var own = parts[index] else { continue }
      own.mix.firstVariant = result.count
      result[index].mix = own.mix
      for priority in choices(own.priorities) {
        for segment in choices(own.segments) {
          for skill in choices(own.skills) {
            result.append(variant(of: contact, index, priority, segment, skill, names))
          }
        }
      }
      // A limit on the queue is one on all of them.
      guard let limit = contact.queueLimit else { continue }
      let family = [index] + Array(own.mix.variants)
      for type in family { result[type].queueLimit = nil }
      limits.append(SharedLimit(contactTypes: family, inSystem: nil, waiting: limit, label: contact.name))
    }
    return (result, limits)
  }

  private static func choices(_ values: [Int]) -> [Int?] { values.isEmpty ? [nil] : values }

  private static func variant(
    of contact: ContactType, _ index: Int, _ priority: Int?, _ segment: Int?, _ skill: Int?, _ names: Names
  ) -> ContactType {
    var variant = contact
    variant.arrivals = []
    variant.variantOf = index
    if let priority {
      variant.priority = priority
      variant.name += "/" + (names.priorities.isEmpty ? String(priority) : names.priorities[names.priorities.count - 1 - priority])
    }
    if let segment {
      variant.segment = segment
      variant.name += "/" + names.segments[segment]
    }
    if let skill {
      if !variant.skills.contains(skill) { variant.skills.append(skill) }
      variant.name += "/" + names.skills[skill]
    }
    return variant
  }
}
