import SupportModel

/// Reads the contacts that are open at the start, when contact types are known.
struct BacklogReader {
  let decoding: Decoding
  let contacts: [ContactType]

  func read(_ section: Section) -> [Horizon.Backlog] {
    guard let field = section["backlog"] else { return [] }
    return (decoding.entries(field, .named(.either([.count, .section(.backlog)]))) ?? []).compactMap { entry in
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      let type = decoding.find(entry.name, in: decoding.names.declaredContacts, "contact type", at: at)
      if entry.field.node.scalar != nil {
        guard let count = decoding.count(entry.field), let type else { return nil }
        return .init(contactType: type, count: count, age: nil)
      }
      guard let section = Section(entry.field, .backlog, decoding, name: entry.name) else { return nil }
      let age = section["age"].flatMap { DistributionReader(decoding).read($0) }
      let count = section.count("count")
      guard let type else { return nil }
      var backlog = Horizon.Backlog(contactType: type, count: count ?? 0, age: age)
      readPhases(section, name: entry.name, into: &backlog)
      return count == nil ? nil : backlog
    }
  }

  private func readPhases(_ section: Section, name: String, into backlog: inout Horizon.Backlog) {
    if let field = section["phases"], let phases = Section(field, .backlogPhases, decoding) {
      let waiting = phases.share("waiting") ?? 0
      backlog.pending = phases.share("pending") ?? 0
      backlog.onHold = phases.share("on-hold") ?? 0
      checkSum(waiting + backlog.pending + backlog.onHold, at: field)
      checkWays(phases, name: name, backlog)
    }
    let touched = backlog.pending + backlog.onHold
    backlog.answered = touched
    guard let field = section["answered"], let answered = section.share("answered") else { return }
    backlog.answered = answered
    if answered < touched - 1e-9 {
      decoding.report(
        "\(spelled(share: answered)) of the backlog are answered, and \(spelled(share: touched)) are pending or on hold, all of them after an answer",
        expected: "at least \(spelled(share: touched))", at: field)
    }
    guard contacts.indices.contains(backlog.contactType), answered > touched, !contacts[backlog.contactType].hasTouches else { return }
    decoding.report(
      "`\(name)` has one touch at most, and an answer solves it", expected: "`touches` on the contact type, or no `answered`", at: field)
  }

  private func checkSum(_ sum: Double, at field: Field) {
    if abs(sum - 1) < 1e-9 { return }
    decoding.report("the phases are \(spelled(share: sum)) of the backlog", expected: "100% together", at: field)
  }

  /// Nobody is in a phase that the contact type never comes to.
  private func checkWays(_ phases: Section, name: String, _ backlog: Horizon.Backlog) {
    guard contacts.indices.contains(backlog.contactType) else { return }
    let type = contacts[backlog.contactType]
    if backlog.pending > 0, type.touches?.repliesIn.isEmpty ?? true, let at = phases["pending"] {
      decoding.report(
        "`\(name)` is pending at the start, and nothing says when its customers answer",
        expected: "`touches` with `customer-replies-in` on the contact type", at: at)
    }
    if backlog.onHold > 0, type.holds.isEmpty, let at = phases["on-hold"] {
      decoding.report("`\(name)` is on hold at the start, and has no `holds`", expected: "`holds` on the contact type", at: at)
    }
  }
}
