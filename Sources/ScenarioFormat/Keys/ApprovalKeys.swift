import SupportModel

/// Touches that somebody else must approve.
extension KeyTable {
  static let approval = KeyTable(
    "approval", "the approval",
    help: "After a touch people of another group must say yes before the customer hears of it; then it is solved",
    example: "{share: 20%, by: supervisors, takes: {exponential: {mean: 3m}}, agent: waits}",
    [
      Key("share", .oneOrMany(.share), "after touch 1, 2, …; the last holds for all later ones", isRequired: true, example: "20%"),
      Key("by", .name(of: "agent group"), "the group that approves, from a queue of its own", isRequired: true, example: "supervisors"),
      Key("takes", .distribution, "work of the group", isRequired: true, example: "{exponential: {mean: 3m}}"),
      Key(
        "agent", .word(Approval.Agent.allCases.map(\.rawValue)),
        "waits: keeps the contact in hand until the decision; goes-on: is free, and the contact comes back to the head of its queue",
        isRequired: true),
      Key(
        "finish", .distribution, "work that is left once it is approved", leftOut: "none: it is solved then",
        example: "{exponential: {mean: 1m}}"),
    ])
}

extension KeyTable {
  static let reads = KeyTable(
    "reads", "what is read",
    help: "What another agent than the last has to read first, whenever one takes the contact over: added to the talk",
    example: "{same-group: 1m, other-group: 3m}",
    [
      Key("same-group", .distribution, "somebody of the group of the last agent", leftOut: "nothing", example: "1m"),
      Key("other-group", .distribution, "somebody of another group", leftOut: "nothing", example: "3m"),
    ])
}
