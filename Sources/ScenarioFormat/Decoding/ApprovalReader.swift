import SimulationCore
import SupportModel

extension TouchReader {
  /// Touches that somebody else must approve: `approval`.
  func approval(_ field: Field) -> Approval? {
    guard let section = Section(field, .approval, decoding) else { return nil }
    let shares = shares(section, "share")
    let group = section["by"].flatMap { decoding.reference($0, in: decoding.names.groups, "agent group") }
    let takes = section["takes"].flatMap { DistributionReader(decoding).read($0) }
    let agent = section.word("agent", Approval.Agent.self)
    let finish = section["finish"].flatMap { DistributionReader(decoding).read($0) }
    guard let shares, let group, let takes, let agent else { return nil }
    return Approval(shares: shares, by: group, takes: takes, agent: agent, finish: finish)
  }
}

extension TouchReader {
  /// What another agent than the last has to read first: `reads`.
  func reading(_ field: Field) -> Reading? {
    guard let section = Section(field, .reads, decoding) else { return nil }
    func law(_ key: String) -> AnyDistribution? { section[key].flatMap { DistributionReader(decoding).read($0) } }
    if section.given(["same-group", "other-group"]).isEmpty {
      decoding.report("`reads` says nothing", expected: "`same-group`, `other-group` or both", at: field)
    }
    return Reading(sameGroup: law("same-group"), otherGroup: law("other-group"))
  }
}
