import SimulationCore
import SupportModel

/// Reads where contacts of a type go on after a touch: `moves`.
struct MoveReader {
  let decoding: Decoding
  /// Of the contact type.
  let name: String

  func read(_ section: Section) -> [Move] {
    guard let field = section["moves"] else { return [] }
    let moves = (decoding.items(field, .list(.section(.move))) ?? []).compactMap(move)
    checkSum(moves, at: field)
    return moves
  }

  private func move(_ field: Field) -> Move? {
    guard let section = Section(field, .move, decoding) else { return nil }
    let shares = section["share"].flatMap(shares)
    let to = section["to"].flatMap { decoding.reference($0, in: decoding.names.contacts, "contact type") }
    let delay = section["delay"].flatMap { DistributionReader(decoding).read($0) }
    let raise = section.integer("raise") ?? 0
    if let at = section["raise"], abs(raise) > 100 {
      decoding.report("\(raise) steps are too many", expected: "at most 100 steps of priority", at: at)
    }
    let word = section.text("as")
    let keeps = section["keeps"].flatMap { decoding.word($0, among: ["place"]) }
    let replies = section.flag("replies")
    let warm = section["warm"].flatMap(warm)
    if let at = section["delay"], section["warm"] != nil {
      decoding.report("a move has `warm` and `delay` together", expected: "one of the two: who is handed a contact has it at once", at: at)
    }
    guard let shares, let to else { return nil }
    var move = Move(shares: shares, to: to, delay: delay)
    move.raise = raise
    move.name = word ?? ""
    move.keepsPlace = keeps != nil
    move.replies = replies ?? true
    move.warm = warm
    return move
  }

  private func warm(_ field: Field) -> Move.Warm? {
    guard let section = Section(field, .warm, decoding) else { return nil }
    let group = section["with"].flatMap { decoding.reference($0, in: decoding.names.groups, "agent group") }
    let lasting = section["for"].flatMap { DistributionReader(decoding).read($0) }
    guard let group, let lasting else { return nil }
    return Move.Warm(with: group, for: lasting)
  }

  /// One for all, or one for each group; a group that is not named moves nothing.
  private func shares(_ field: Field) -> [Double]? {
    if field.node.map == nil { return decoding.share(field).map { [$0] } }
    guard let entries = decoding.entries(field, .named(.share)) else { return nil }
    let groups = decoding.names.groups
    var shares = Array(repeating: 0.0, count: groups.count)
    var isWrong = false
    for entry in entries {
      let at = Field(node: DocumentNode(content: .scalar(entry.name), place: entry.keyPlace), path: entry.field.path)
      if let group = decoding.find(entry.name, in: groups, "agent group", at: at), let share = decoding.share(entry.field) {
        shares[group] = share
      } else {
        isWrong = true
      }
    }
    return isWrong ? nil : shares
  }

  /// One draw decides over all of them, so they cannot be more than everybody, whoever made the touch.
  private func checkSum(_ moves: [Move], at field: Field) {
    for group in moves.contains(where: { $0.shares.count > 1 }) ? Array(decoding.names.groups.indices) : [0] {
      let sum = moves.reduce(0) { $0 + $1.share(of: group) }
      if sum <= 1 + 1e-9 { continue }
      let by = moves.contains { $0.shares.count > 1 } ? " after a touch of `\(decoding.names.groups[group])`" : ""
      return decoding.report(
        "the moves of `\(name)` are \(spelled(share: sum)) of its contacts\(by)", expected: "at most 100% together", at: field)
    }
  }

  /// Contact types that send each other every contact, with nowhere else to go: none of them is ever solved.
  static func checkLoops(_ contacts: [ContactType], _ decoding: Decoding, fields: [Field?]) {
    let groups = max(1, decoding.names.groups.count)
    func isAlwaysMoved(_ type: ContactType) -> Bool {
      let closes = type.touches?.autoClose != nil && type.touches?.more.last ?? 0 > 0 && (type.touches?.neverReplies.last ?? 0) > 0
      return !type.moves.isEmpty && !closes
        && (0..<groups).allSatisfy { group in type.moves.reduce(0) { $0 + $1.share(of: group) } >= 1 - 1e-12 }
    }
    var trapped = Set(contacts.indices.filter { isAlwaysMoved(contacts[$0]) })
    while let free = trapped.first(where: { index in
      contacts[index].moves.contains { move in move.shares.contains { $0 > 0 } && !trapped.contains(move.to) }
    }) { trapped.remove(free) }
    guard let first = trapped.min(), let field = fields[first] else { return }
    // From one to the next, until one comes again.
    var round = [first]
    while let next = contacts[round[round.count - 1]].moves.first(where: { move in move.shares.contains { $0 > 0 } })?.to,
      !round.contains(next)
    {
      round.append(next)
    }
    let names = round.map { "`\(contacts[$0].name)`" }
    decoding.report(
      round.count == 1
        ? "every contact of \(names[0]) is moved to \(names[0]) again, and never solved"
        : "\(andList(names)) move every contact on to each other, and never solve one",
      expected: "moves below 100% in one of them, or one to another contact type", at: field)
  }
}
