import SupportModel

/// Touches that somebody else must approve.
extension PolicyLinter {
  func approvals() -> [Remark] {
    scenario.declaredTypes.compactMap { index -> Remark? in
      let type = scenario.contactTypes[index]
      guard let approval = type.approval, approval.shares.contains(where: { $0 > 0 }) else { return nil }
      let group = scenario.groups[approval.group]
      if !hasPeople(group) {
        return Remark(
          .serious, "\(quoted(type.name)) that awaits approval by \(quoted(group.name)) is never solved: the group has nobody in it")
      }
      guard approval.agent == .waits, group.canServe(type) else { return nil }
      return Remark(
        .worthALook,
        "\(quoted(group.name)) handles \(quoted(type.name)) and approves it: when all of them wait for an approval, nobody is left to give one"
      )
    }
  }
}
