/// What nothing ties together.
extension Scenario {
  /// By their first contact type, then those without any by their first group.
  ///
  /// A demand event or a busyness that several components share does not tie them: its draws are named by it and are the same wherever it
  /// is played.
  package var components: [Component] {
    let types = contactTypes.count
    // Each points to one that it belongs to, in the end to the first of its component: contact types, then groups.
    var first = Array(0..<(types + groups.count))
    func root(_ index: Int) -> Int {
      var index = index
      while first[index] != index { index = first[index] }
      return index
    }
    func tie(_ a: Int, _ b: Int) {
      let (a, b) = (root(a), root(b))
      first[max(a, b)] = min(a, b)
    }
    for group in groups.indices {
      for type in contactTypes.indices where groups[group].canServe(contactTypes[type]) { tie(type, types + group) }
    }
    for group in groups.indices {
      for type in contactTypes.indices where contactTypes[type].isAsked(of: group) { tie(type, types + group) }
    }
    for type in contactTypes.indices {
      for member in family(of: type) { tie(type, member) }
    }
    for type in contactTypes.indices {
      for move in contactTypes[type].moves { tie(type, move.to) }
      for recontact in contactTypes[type].recontacts { tie(type, recontact.contactType ?? type) }
      if let leaked = contactTypes[type].selfService?.leaksAs { tie(type, leaked) }
      if let second = contactTypes[type].duplicate?.contactType { tie(type, second) }
    }
    for rule in routing.escalations {
      for type in targets[rule.target].contactTypes { if let to = rule.to { tie(type, to) } }
    }
    for limit in sharedLimits {
      for type in limit.contactTypes { tie(type, limit.contactTypes[0]) }
    }
    var found: [Component] = []
    var positions = Array(repeating: -1, count: first.count)
    for index in first.indices {
      let root = root(index)
      if positions[root] < 0 {
        positions[root] = found.count
        found.append(Component(contactTypes: [], groups: []))
      }
      if index < types {
        found[positions[root]].contactTypes.append(index)
      } else {
        found[positions[root]].groups.append(index - types)
      }
    }
    return found
  }

  /// The same scenario in which nobody comes and nobody works outside these components. All names, indices and rules stay as they are.
  package func playing(only components: [Component]) -> Scenario {
    var part = self
    let types = Set(components.flatMap { $0.contactTypes })
    let people = Set(components.flatMap { $0.groups })
    // The first process that names a busyness says what its law is.
    var laws: [ArrivalProcess.Busyness] = []
    for type in contactTypes.indices {
      for process in contactTypes[type].arrivals.indices {
        guard let busyness = contactTypes[type].arrivals[process].busyness else { continue }
        if let law = laws.first(where: { $0.name == busyness.name }) {
          part.contactTypes[type].arrivals[process].busyness = law
        } else {
          laws.append(busyness)
        }
      }
      if !types.contains(type) { part.contactTypes[type].arrivals = [] }
    }
    for group in groups.indices where !people.contains(group) {
      part.groups[group].presence = .always(count: 0)
      part.groups[group].hires = []
      part.groups[group].attrition = nil
    }
    part.horizon.backlog = horizon.backlog.filter { types.contains($0.contactType) }
    for event in demandEvents.indices {
      part.demandEvents[event].extra = demandEvents[event].extra.filter { types.contains($0.contactType) }
    }
    return part
  }
}
