import SupportModel

/// Where a contact goes on after a touch.
extension KeyTable {
  static let move = KeyTable(
    "move", "move", help: "After a touch the contact goes on in another contact type: triage, reassignment, escalation",
    example: "{share: 9%, to: network}",
    [
      Key(
        "share", .either([.share, .named(.share)]), "share that moves after a touch; by group of whoever made it, others none",
        isRequired: true, example: "{tier1: 6%, senior: 2%}"),
      Key("to", .name(of: "contact type"), "the contact type in which it goes on", isRequired: true, example: "network"),
      Key("delay", .distribution, "until it joins the other queue; on hold so long", leftOut: "at once", example: "10m"),
      Key(
        "warm", .section(.warm), "handed over with both at it, where one of the group is free; otherwise as any other move", leftOut: "cold"
      ),
      Key("raise", .integer, "steps of priority, 1 is one up", leftOut: "0", example: "1"),
      Key("as", .text, "a word for the reader; `escalation` is counted as such", leftOut: "a move", example: "escalation"),
      Key("keeps", .word(["place"]), "place: stands in the other queue by its arrival", leftOut: "it joins the end"),
      Key(
        "replies", .flag, "whether the touch that ends in it says something to the customer, so that clocks of replies stop",
        leftOut: "as the contact type's"),
    ])

  static let warm = KeyTable(
    "warm", "the hand-over", help: "Somebody of the other group takes the contact at once, and both agents are busy with it for so long",
    example: "{with: tier2, for: 2m}",
    [
      Key("with", .name(of: "agent group"), "who takes it", isRequired: true, example: "tier2"),
      Key("for", .distribution, "how long both are at it", isRequired: true, example: "2m"),
    ])
}
