import SupportModel

/// What becomes of a contact after a touch.
extension KeyTable {
  static let touches = KeyTable(
    "touches", "the touches", help: "How often a contact is worked on: after a touch the customer may have to be heard again",
    example: "{more: 35%, customer-replies-in: {lognormal: {mean: 11h, cv: 1.3}}, auto-close: 96h}",
    [
      Key(
        "more", .oneOrMany(.share), "share that must be heard again after touch 1, 2, …; the last holds for all later ones",
        leftOut: "nobody", example: "[45%, 30%, 20%]"),
      Key(
        "customer-replies-in", .oneOrMany(.distribution), "from the end of a talk until the customer answers; likewise by touch",
        leftOut: "required with `more`", example: "{lognormal: {mean: 11h, cv: 1.3}}"),
      Key("never-replies", .oneOrMany(.share), "share that never answers; likewise by touch", leftOut: "nobody", example: "12%"),
      Key(
        "auto-close", .either([.duration, .section(.autoClose)]), "who has not answered for so long is closed", leftOut: "never",
        example: "96h"),
      Key(
        "late-replies", .word(Touches.LateReplies.allCases.map(\.rawValue)),
        "what an answer after that does: reopen, as `reopen` says, or lost", leftOut: "reopen"),
      Key(
        "talk", .oneOrMany(.timedDistribution), "talk of touches 2, 3, …", leftOut: "the contact's own",
        example: "{lognormal: {median: 4m, p90: 12m}}"),
      Key(
        "wrap-up", .oneOrMany(.timedDistribution), "wrap-up of touches 2, 3, …", leftOut: "the contact's own",
        example: "{exponential: {mean: 30s}}"),
      Key(
        "returns", .word(Touches.Returns.allCases.map(\.rawValue)), "tail: joins the end of its queue; place: keeps its order of arrival",
        leftOut: "tail"),
    ])

  static let autoClose = KeyTable(
    "auto-close", "auto-close", help: "A ticket that waits for the customer for so long closes by itself",
    example: "{after: 4bd, clock: office}",
    [
      Key("after", .clockDuration, "how long", isRequired: true),
      Key("clock", .name(of: "calendar"), "only the open time of this calendar counts", leftOut: "every hour"),
    ])

  static let reopen = KeyTable(
    "reopen", "reopen", help: "A contact that was solved comes back",
    example: "{share: 8%, after: {exponential: {mean: 1d}}, within: 7d, after-window: new}",
    [
      Key("share", .share, "share of those that an agent solved; 0% for late answers alone", isRequired: true),
      Key(
        "after", .distribution, "from the solve until it does", leftOut: "required with a share above 0%",
        example: "{exponential: {mean: 1d}}"),
      Key("within", .duration, "so long after the solve or the close it is the same contact", leftOut: "for ever", example: "7d"),
      Key(
        "after-window", .word(Reopening.AfterWindow.allCases.map(\.rawValue)), "later: new, a new contact of the same need, or lost",
        leftOut: "new"),
    ])

  static let hold = KeyTable(
    "hold", "hold", help: "After a touch another party has the contact; then it comes back for another touch",
    example: "{for: engineering, share: 6%, takes: {lognormal: {mean: 2d, cv: 1}}}",
    [
      Key("for", .text, "who has it, outside", leftOut: "another party", example: "engineering"),
      Key(
        "by", .name(of: "agent group"), "the group that makes a touch on it, from a queue of its own; instead of `for`",
        leftOut: "nobody of the scenario", example: "billing-office"),
      Key("share", .oneOrMany(.share), "after touch 1, 2, …; the last holds for all later ones", isRequired: true, example: "6%"),
      Key(
        "takes", .oneOrMany(.distribution), "how long they have it, or the work of the group's touch; likewise by touch", isRequired: true,
        example: "{lognormal: {mean: 2d, cv: 1}}"),
      Key("clock", .name(of: "calendar"), "only the open time of this calendar counts; not with `by`", leftOut: "every hour"),
      Key("replies", .flag, "whether the group's touch says something to the customer, so that clocks of replies stop", leftOut: "true"),
    ])
}
