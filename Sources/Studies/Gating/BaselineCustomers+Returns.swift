import SupportModel

extension BaselineCustomers {
  /// What contacts of the baseline cause others for; the people who handle them are the candidate's, so shares by group go by its names.
  static func takeReturns(of old: ContactType, _ baseline: Scenario, into type: inout ContactType, _ candidate: Scenario) {
    func moved(_ target: Int) -> Int? {
      let name = baseline.contactTypes[target].name
      return candidate.contactTypes.firstIndex { $0.name == name }
    }
    type.chaser = old.chaser
    type.duplicate = old.duplicate
    if let rule = old.duplicate {
      if let target = moved(rule.contactType) { type.duplicate?.contactType = target } else { type.duplicate = nil }
    }
    type.selfService = old.selfService
    if let target = old.selfService?.leaksAs { type.selfService?.leaksAs = moved(target) }
    type.recontacts = old.recontacts.compactMap { recontact in
      var recontact = recontact
      if let target = recontact.contactType {
        guard let number = moved(target) else { return nil }
        recontact.contactType = number
      }
      if case .byGroup(let shares) = recontact.share {
        var moved: [Int: Double] = [:]
        for (number, group) in candidate.groups.enumerated() {
          if let old = baseline.groups.firstIndex(where: { $0.name == group.name }), let share = shares[old] { moved[number] = share }
        }
        recontact.share = .byGroup(moved)
      }
      return recontact
    }
  }
}
