import SupportModel

/// What is promised, and the clock that it is timed by.
extension KeyTable {
  static let target = KeyTable(
    "target", "target", help: "So large a share is answered, responded to or resolved within so long",
    example: "{for: call, answer: 20s, goal: 80%}",
    [
      Key("name", .text, "what reports call it", leftOut: "made from the rest", example: "Phones 80/20"),
      Key("for", selector, "which contact types", leftOut: "all"),
      Key(
        Target.Measure.answer.rawValue, promised, "time from queue entry until an agent takes the contact", leftOut: "another of the four",
        example: "20s"),
      Key(
        Target.Measure.firstResponse.rawValue, promised,
        "time from arrival until the talk of the first touch that replies ends; on live channels until an agent answers",
        leftOut: "another of the four", example: "4h"),
      Key(
        Target.Measure.nextResponse.rawValue, promised,
        "time from the oldest unanswered message of the customer until the talk of the next reply ends", leftOut: "another of the four",
        example: "8h"),
      Key(
        Target.Measure.resolution.rawValue, promised, "time from arrival until the contact is solved", leftOut: "another of the four",
        example: "2bd"),
      Key("goal", .share, "share to be in time", isRequired: true),
      Key("clock", .name(of: "calendar"), "only the open time of this calendar counts", leftOut: "every hour"),
      Key("pauses", .oneOrMany(.word(ClockPhase.pausing.map(\.name))), "phases in which the clock stands still", leftOut: "none"),
      Key("pauses-when-pending", .flag, "short for pauses: [pending]", leftOut: "false"),
      Key("on-change", .section(.onChange), "what a new priority does to time that was counted", leftOut: "both are kept"),
      Key("counts-solved", .flag, "whether the time between a solve and a reopen counts; of resolution only", leftOut: "false"),
      Key(
        "abandons", .word(Target.Abandons.allCases.map(\.rawValue)), "how contacts that abandon count", leftOut: "missed"),
      Key(
        "short-abandon", .duration, "who leaves within this long is counted nowhere; with `abandons: met-short` as met",
        leftOut: "everyone counts", example: "5s"),
    ])

  /// A time, or one for each priority.
  private static let promised: ValueKind = .either([.clockDuration, .section(byPriority)])

  static let byPriority = KeyTable(
    "by-priority", "promised time", help: "Times by priority", example: "{by-priority: {urgent: 1h, high: 4h, default: 2bd}}",
    [
      Key(
        "by-priority", .named(.clockDuration), "times by priority; `default` is for all others, to whom nothing is promised without it",
        leftOut: "a mistake",
        example: "{urgent: 1h, default: 2bd}")
    ])

  static let onChange = KeyTable(
    "on-change", "change of priority", help: "What a new priority does to time that was counted", example: "{elapsed: keep, pauses: keep}",
    [
      Key("elapsed", .word(ClockTerms.Elapsed.allCases.map(\.rawValue)), "keep, or restart from nothing", leftOut: "keep"),
      Key(
        "pauses", .word(ClockTerms.Pauses.allCases.map(\.rawValue)),
        "keep, or drop: the time that stood still counts after all", leftOut: "keep"),
    ])
}
