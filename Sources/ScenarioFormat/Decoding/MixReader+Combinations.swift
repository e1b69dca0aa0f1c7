import SupportModel

/// The contact types that mixes make.
extension MixReader {
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
      let place = names.priorities.count - 1 - priority
      variant.name += "/" + (names.priorities.indices.contains(place) ? names.priorities[place] : String(priority))
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
