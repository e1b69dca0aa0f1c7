/// The top of a scenario file.
extension KeyTable {
  static let scenario = KeyTable(
    "scenario", "the scenario", help: "A Muster scenario",
    [
      Key("muster", .word(["1"]), "version of the format", isRequired: true),
      Key("extends", .path, "another scenario to start from; maps merge, lists and scalars replace, null removes"),
      Key("name", .text, "what reports call the scenario"),
      Key("about", .text, "a sentence for the reader of the report"),
      Key("currency", .text, "the word printed after amounts of money"),
      Key("horizon", .section(.horizon), "the played stretch of time", isRequired: true),
      Key("experiment", .section(.experiment), "how often to play and how sure to be"),
      Key("priorities", .list(.text), "names of priorities, first served first"),
      Key("calendars", .named(.section(.calendar)), "opening hours and holidays, by name"),
      Key("channels", .named(.section(.channel)), "ways customers reach support; one for each name used when left out"),
      Key("scale", .named(.ratio), "factors on the expected contacts by contact type, or of all: {all: 0.9}; `--scale` sets them"),
      Key("contacts", .named(.section(.contact)), "contact types, by name", isRequired: true),
      Key("limits", .list(.section(.limit)), "rooms shared by several contact types"),
      Key("demand-events", .list(.section(.demandEvent)), "extra demand with a cause"),
      Key("shifts", .named(.section(.shift)), "working days, by name"),
      Key("agents", .named(.section(.group)), "agent groups, by name", isRequired: true),
      Key("routing", .either([.path, .section(.routing)]), "who serves whom: a policy file, or the policy itself"),
      Key("targets", .list(.section(.target)), "promises on service"),
      Key("options", .patches, "patches on the scenario for `muster compare`, by name"),
      Key("gates", .list(.section(.gate)), "limits for `muster gate`"),
    ])

  /// What an option may change.
  static let option = KeyTable(
    "option", "an option", help: "A patch on the scenario: maps merge, lists and scalars replace, null removes",
    example: "{agents: {tier1: {roster: {late: 20}}}}", scenario.keys.filter { OptionReader.fixed[$0.name] == nil })

  static let horizon = KeyTable(
    "horizon", "the horizon", help: "The played stretch of time", example: "{length: 8h, warmup: 1h}",
    [
      Key("start", .instant, "local to the time zone; without it the scenario has no dates"),
      Key("timezone", .name(of: "time zone"), "IANA name, for example America/New_York; UTC when left out"),
      Key("length", .duration, "days and weeks are calendar days when the start is given", isRequired: true),
      Key("interval", .duration, "reporting bucket, 30m when left out"),
      Key("warmup", .duration, "played at the start of the horizon, not counted"),
      Key("at-end", .word(["drain", "cut"]), "drain: finish what arrived; cut: leave it as backlog"),
      Key("backlog", .named(.either([.count, .section(.backlog)])), "open contacts at the start, by contact type"),
    ])

  static let backlog = KeyTable(
    "backlog", "backlog", help: "Open contacts at the start", example: "{count: 180, age: {exponential: {mean: 9h}}}",
    [
      Key("count", .count, "how many", isRequired: true),
      Key("age", .distribution, "how long each has been open; all just arrived when left out"),
    ])

  static let experiment = KeyTable(
    "experiment", "the experiment", help: "How often to play and how sure to be", example: "{seed: 1, replications: 200}",
    [
      Key("seed", .seed, "same seed, same numbers"),
      Key("replications", .count, "independent plays of the horizon; the first batch when precision is given"),
      Key("precision", .section(.precision), "play until an interval is narrow enough"),
      Key("confidence", .share, "confidence level of every interval, 95% when left out"),
    ])

  static let precision = KeyTable(
    "precision", "precision", help: "Play until an interval is narrow enough",
    example: "{metric: service-level, for: call, half-width: 0.5%, at-most: 5000}",
    [
      Key("metric", .text, "name in the metric catalogue", isRequired: true),
      Key("for", .text, "a contact type or a target; the total when left out"),
      Key("half-width", .measure, "half-width to reach, in the metric's unit", isRequired: true),
      Key("at-most", .count, "replications at which to stop anyway"),
    ])

  static let calendar = KeyTable(
    "calendar", "calendar", help: "Opening hours and holidays",
    example: "{timezone: America/New_York, open: {mon-fri: 09:00-17:00}, holidays: [2026-11-26]}",
    [
      Key("timezone", .name(of: "time zone"), "the horizon's when left out"),
      Key(
        "open", .either([.oneOrMany(.hours), .named(.oneOrMany(.hours))]),
        "hours by days of the week; all day, every day when left out"),
      Key("holidays", .list(.date), "closed on these local dates"),
      Key(
        "holidays-rule", .word(WrittenCalendar.HolidaysRule.allCases.map(\.rawValue)),
        "what a holiday takes from hours past midnight; civil-day when left out: closed on the local date"),
      Key("special", .named(.either([.oneOrMany(.hours), .word(["closed"])])), "hours of single dates: {2026-12-24: 09:00-13:00}"),
    ])

  static let channel = KeyTable(
    "channel", "channel", help: "A way customers reach support", example: "{live: true}",
    [
      Key("live", .flag, "the customer waits live; otherwise the work is deferred"),
      .later("concurrency", without: "an agent holds one contact at a time, so more people seem needed than are", harmless: ["1"]),
      .later("pace", without: "work goes at full speed however many contacts are in hand"),
      .later("interruptible", without: "work in hand is finished first, so live contacts wait longer than they would", harmless: ["false"]),
      .later("resume-cost", without: "an interruption costs no time"),
      .later("resumes-with", without: "whoever is free goes on with what was interrupted"),
    ])

  static let limit = KeyTable(
    "limit", "limit", help: "Room shared by several contact types", example: "{for: {channel: phone}, in-system: 140}",
    [
      Key("for", selector, "which contact types", isRequired: true),
      Key("in-system", .count, "waiting and in service together"),
      Key("waiting", .count, "waiting"),
    ])

  /// Which contact types: a name, a list of names, or properties.
  static let selector: ValueKind = .either([.oneOrMany(.name(of: "contact type")), .section(.contactSelector)])

  static let contactSelector = KeyTable(
    "contact-selector", "selector", help: "Contact types that have all of these properties", example: "{channel: phone}",
    [
      Key("contact", .oneOrMany(.name(of: "contact type")), "by name"),
      Key("channel", .oneOrMany(.name(of: "channel")), "by channel"),
      Key("segment", .oneOrMany(.name(of: "segment")), "by customer class"),
      Key("priority", .oneOrMany(.priority), "by priority"),
    ])
}
