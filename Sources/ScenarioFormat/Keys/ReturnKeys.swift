/// What comes of a contact beside its own touches.
extension KeyTable {
  static let recontact = KeyTable(
    "recontact", "recontact", help: "A contact was handled and did not settle it: its customer comes with a new one",
    example: "{share: 9%, delay: {lognormal: {mean: 2d, cv: 1}}}",
    [
      Key(
        "share", .either([.share, .named(.share)]), "of the contacts that an agent handled, or by the group that did", isRequired: true,
        example: "{tier1: 12%, tier2: 4%}"),
      Key("delay", .distribution, "from the end of the last talk until they come", isRequired: true),
      Key("as", .name(of: "contact type"), "what they come with then", leftOut: "the same contact type"),
      Key("at-most", .count, "recontacts of one customer's need", leftOut: "no limit", example: "3"),
    ])

  static let selfService = KeyTable(
    "self-service", "self-service", help: "Customers try to help themselves before they come to the door: a help centre, a bot",
    example: "{tries: 35%, solves: 45%, takes: {lognormal: {mean: 3m, cv: 1}}, leaks: 15%, leaks-in: {exponential: {mean: 4h}}}",
    [
      Key("tries", .share, "of those who come with a new need", isRequired: true),
      Key("solves", .share, "of those who try: it settles what they came for", isRequired: true),
      Key("takes", .distribution, "how long they are in it", isRequired: true),
      Key(
        "gives-up", .share, "of those whom it does not help: they leave instead of going on to an agent", leftOut: "nobody", example: "5%"),
      Key("leaks", .share, "of those whom it seemed to help: they come back all the same, past it", leftOut: "nobody", example: "15%"),
      Key(
        "leaks-in", .distribution, "from the end of self-service until they do", leftOut: "required with `leaks`",
        example: "{exponential: {mean: 4h}}"),
      Key("leaks-as", .name(of: "contact type"), "what they come back with", leftOut: "the same contact type"),
      Key("hand-over", .section(.handOver), "the work on who goes on to an agent", leftOut: "as on anybody", example: "{handle: 0.8}"),
      Key("leaked", .section(.handOver), "the work on who leaked", leftOut: "as on anybody", example: "{handle: 1.2}"),
    ])

  static let handOver = KeyTable(
    "hand-over", "the hand-over", help: "How self-service changes the work that follows it", example: "{handle: 0.8}",
    [Key("handle", .ratio, "factor on the handle time: below 1 where what was said is passed on", isRequired: true, example: "0.8")])

  static let callback = KeyTable(
    "callback", "callback", help: "Who would wait long may keep a place in the queue without waiting, and is called when it comes up",
    example: "{when-wait-over: 3m, accepts: 50%, reaches: 85%, tries-again: {delay: 15m, at-most: 2}}",
    [
      Key(
        "when-wait-over", .duration, "offered when the expected wait is longer: people ahead ÷ the rate at which the agents there finish",
        isRequired: true),
      Key("accepts", .share, "of those to whom it is offered", isRequired: true),
      Key("reaches", .share, "of the calls: somebody answers", leftOut: "every call", example: "85%"),
      Key("tries-again", .section(.callAgain), "who was not reached is called again", leftOut: "who is not reached is lost"),
    ])

  static let callAgain = KeyTable(
    "tries-again", "`tries-again`", help: "A customer whom a call did not reach is called again", example: "{delay: 15m, at-most: 2}",
    [
      Key("delay", .distribution, "from one call to the next", isRequired: true),
      Key("at-most", .count, "calls after the first", isRequired: true),
    ])

  static let chaser = KeyTable(
    "chaser", "chaser",
    help: "A customer whose contact has been open for long asks after it; what they write is merged with it when it is read",
    example: "{when-open-for: {exponential: {mean: 2d}}, repeats: true, takes: {exponential: {mean: 90s}}}",
    [
      Key("when-open-for", .distribution, "from the arrival, a reopen or the chaser before, as long as it is open", isRequired: true),
      Key("takes", .distribution, "the work of reading it", isRequired: true),
      Key("repeats", .flag, "after one comes another", leftOut: "false"),
    ])

  static let duplicate = KeyTable(
    "duplicate", "duplicate",
    help:
      "A customer whose contact is open comes in with the same thing a second time; of the two, what an agent takes first is worked on, and the other merged when an agent opens it",
    example: "{share: 12%, as: billing-call, after: {exponential: {mean: 20m}}, takes: {exponential: {mean: 60s}}}",
    [
      Key("share", .share, "of the contacts that come and are let in", isRequired: true),
      Key("as", .name(of: "contact type"), "what they come with then, through the door as anybody", isRequired: true),
      Key("after", .distribution, "from the first to the second, which does not come when the first is over by then", isRequired: true),
      Key("takes", .distribution, "the work of seeing that it is the same and merging it", isRequired: true),
    ])

  static let incident = KeyTable(
    "incident", "the incident", help: "Something is broken for all who ask: each is told so in a touch, waits, and most are solved with it",
    example: "{lasts: {lognormal: {mean: 3h, cv: 0.5}}, acknowledge: 30s, solves-together: 90%}",
    [
      Key("lasts", .distribution, "from the start of the event", isRequired: true),
      Key("acknowledge", .distribution, "the work of the first touch while it lasts", isRequired: true),
      Key("solves-together", .share, "of its contacts: solved by its end, without another touch", isRequired: true),
    ])
}
