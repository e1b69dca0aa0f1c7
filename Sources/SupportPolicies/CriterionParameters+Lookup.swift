extension CriterionParameters {
  /// `[contactType]`, empty where a criterion was named without weights.
  var weightByContactType: [Double] {
    if case .weights(let weights) = self { weights } else { [] }
  }

  /// `[contactType][group] = position`; groups that are not listed for a contact type have no entry.
  var groupPositions: [[Int: Int]] {
    if case .groupsByContactType(let lists) = self { lists.map(CriterionParameters.positions) } else { [] }
  }

  /// `[group][contactType] = position`; contact types that are not listed for a group have no entry.
  var contactTypePositions: [[Int: Int]] {
    if case .contactTypesByGroup(let lists) = self { lists.map(CriterionParameters.positions) } else { [] }
  }

  /// The first place of each entry of a list.
  private static func positions(_ list: [Int]) -> [Int: Int] {
    var places: [Int: Int] = [:]
    for (place, element) in list.enumerated() where places[element] == nil { places[element] = place }
    return places
  }
}

/// The weight of a contact type, 1 where none was given.
@inline(__always)
func weight(of contactType: Int32, in weights: [Double]) -> Double {
  Int(contactType) < weights.count ? weights[Int(contactType)] : 1
}
