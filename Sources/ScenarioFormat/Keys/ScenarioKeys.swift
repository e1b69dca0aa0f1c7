import SupportModel

/// The top of a scenario file.
extension KeyTable {
  static let scenario = KeyTable(
    "scenario", "the scenario", help: "A Muster scenario",
    [
      Key("muster", .word(["1"]), "version of the format", isRequired: true),
      Key(
        "extends", .path, "another scenario to start from; maps merge, lists and scalars replace, null removes",
        leftOut: "the file stands alone", example: "launch-day.yaml"),
      Key("name", .text, "what reports call the scenario", leftOut: "none", example: "Launch day"),
      Key("about", .text, "a sentence for the reader of the report", leftOut: "nothing", example: "A new product on a Monday"),
      Key("currency", .text, "the word printed after amounts of money", leftOut: "none", example: "EUR"),
      Key("horizon", .section(.horizon), "the played stretch of time", isRequired: true),
      Key("experiment", .section(.experiment), "how often to play and how sure to be", leftOut: "its defaults"),
      Key("priorities", .list(.text), "names of priorities, first served first", leftOut: "none", example: "[urgent, high, normal]"),
      Key("calendars", .named(.section(.calendar)), "opening hours and holidays, by name", leftOut: "none"),
      Key(
        "channels", .named(.section(.channel)), "ways customers reach support", leftOut: "one for each name used",
        example: "{phone: {live: true}, email: {live: false}}"),
      Key(
        "scale", .named(.ratio), "factors on the expected contacts by contact type, or of all: {all: 0.9}; `--scale` sets them",
        leftOut: "1", example: "{call: 1.1, all: 0.9}"),
      Key("contacts", .named(.section(.contact)), "contact types, by name", isRequired: true),
      Key("limits", .list(.section(.limit)), "rooms shared by several contact types", leftOut: "none"),
      Key("demand-events", .list(.section(.demandEvent)), "extra demand with a cause", leftOut: "none"),
      Key("shifts", .named(.section(.shift)), "working days, by name", leftOut: "none"),
      Key("agents", .named(.section(.group)), "agent groups, by name", isRequired: true),
      Key(
        "routing", .either([.path, .section(.routing)]), "who serves whom: a policy file, or the policy itself", leftOut: "its defaults",
        example: "policies/specialists-first.yaml"),
      Key("targets", .list(.section(.target)), "promises on service", leftOut: "none"),
      Key(
        "satisfaction", .section(.satisfaction), "how customers find their contacts, by your coefficients, and what a survey sees of it",
        leftOut: "nothing is said of it"),
      Key(
        "wellbeing", .section(.wellbeing), "the strain on people is reported: time over an occupancy limit, work without a pause, overtime",
        leftOut: "nothing is said of it", example: "{occupancy-limit: 85%}"),
      Key(
        "value", KeyTable.values,
        "what customers are worth, and how many more leave by what happens to them: one for all, or by segment, `other` for the rest",
        leftOut: "nothing is said of it", example: "{business: {per-customer: 9000, churn: {unsatisfied: +6%, breach: +3%}}}"),
      Key("penalties", .list(.section(.penalty)), "what broken promises cost", leftOut: "nothing"),
      Key(
        "removes", .either([.section(.removal), .list(.section(.removal))]), "recurring issues that are removed at their root",
        leftOut: "none"),
      Key(
        "options", .patches, "patches on the scenario for `muster compare`, by name", leftOut: "none",
        example: "{more: {agents: {desk: {count: 9}}}}"),
      Key("gates", .list(.section(.gate)), "limits for `muster gate`", leftOut: "none"),
    ])

  /// What an option may change.
  static let option = KeyTable(
    "option", "an option", help: "A patch on the scenario: maps merge, lists and scalars replace, null removes",
    example: "{agents: {tier1: {roster: {late: 20}}}}", scenario.keys.filter { OptionReader.fixed[$0.name] == nil })

  static let horizon = KeyTable(
    "horizon", "the horizon", help: "The played stretch of time", example: "{length: 8h, warmup: 1h}",
    [
      Key("start", .instant, "local to the time zone; without it the scenario has no dates", leftOut: "no dates: times count from 0"),
      Key("timezone", .name(of: "time zone"), "IANA name, for example America/New_York", leftOut: "UTC"),
      Key("length", .duration, "days and weeks are calendar days when the start is given", isRequired: true),
      Key("interval", .duration, "reporting bucket", leftOut: "30m"),
      Key("warmup", .duration, "played at the start of the horizon, not counted", leftOut: "none"),
      Key("cooldown", .duration, "at the end of the horizon: people come, and are not counted", leftOut: "none"),
      Key(
        "fcr-window", .duration, "a need is solved at the first contact when no other follows within so long; where there are `recontact`s",
        leftOut: "7d"),
      Key("at-end", .word(["drain", "cut"]), "drain: finish what arrived; cut: leave it as backlog", leftOut: "drain"),
      Key(
        "backlog", .named(.either([.count, .section(.backlog)])), "open contacts at the start, by contact type", leftOut: "none",
        example: "{call: 12}"),
    ])

  static let backlog = KeyTable(
    "backlog", "backlog", help: "Open contacts at the start", example: "{count: 180, age: {exponential: {mean: 9h}}}",
    [
      Key("count", .count, "how many", isRequired: true),
      Key("age", .distribution, "how long each has been open", leftOut: "all just arrived"),
      Key(
        "phases", .section(.backlogPhases), "where they are, 100% together", leftOut: "all wait for an agent",
        example: "{waiting: 30%, pending: 60%, on-hold: 10%}"),
      Key(
        "answered", .share,
        "share that an agent has answered already: all that are pending or on hold, and some who wait for another touch",
        leftOut: "those that are pending or on hold", example: "70%"),
    ])

  static let backlogPhases = KeyTable(
    "backlog-phases", "the phases", help: "Where the contacts of a backlog are; the shares are 100% together",
    example: "{waiting: 30%, pending: 60%, on-hold: 10%}",
    [
      Key("waiting", .share, "in the queue", leftOut: "nobody"),
      Key("pending", .share, "with their customers, who answer so long after the start as after any touch", leftOut: "nobody"),
      Key("on-hold", .share, "with other parties, as long after the start as after any touch", leftOut: "nobody"),
    ])

  static let experiment = KeyTable(
    "experiment", "the experiment", help: "How often to play and how sure to be", example: "{seed: 1, replications: 200}",
    [
      Key("seed", .seed, "same seed, same numbers", leftOut: "1"),
      Key("replications", .count, "independent plays of the horizon; the first batch when precision is given", leftOut: "200"),
      Key("precision", .section(.precision), "play until an interval is narrow enough", leftOut: "only `replications` counts"),
      Key("confidence", .share, "confidence level of every interval", leftOut: "95%"),
    ])

  static let precision = KeyTable(
    "precision", "precision", help: "Play until an interval is narrow enough",
    example: "{metric: service-level, for: call, half-width: 0.5%, at-most: 5000}",
    [
      Key("metric", .text, "name in the metric catalogue", isRequired: true, example: "service-level"),
      Key("for", .text, "a contact type or a target", leftOut: "the total", example: "call"),
      Key("half-width", .measure, "half-width to reach, in the metric's unit", isRequired: true, example: "0.5%"),
      Key("at-most", .count, "replications at which to stop anyway", leftOut: "10000"),
    ])

  static let calendar = KeyTable(
    "calendar", "calendar", help: "Opening hours and holidays",
    example: "{timezone: America/New_York, open: {mon-fri: 09:00-17:00}, holidays: [2026-11-26]}",
    [
      Key("timezone", .name(of: "time zone"), "of these hours", leftOut: "the horizon's"),
      Key(
        "open", .either([.oneOrMany(.hours), .named(.oneOrMany(.hours))]),
        "hours by days of the week", leftOut: "all day, every day"),
      Key("holidays", .list(.date), "closed on these local dates", leftOut: "none", example: "[2026-12-25]"),
      Key(
        "holidays-rule", .word(WrittenCalendar.HolidaysRule.allCases.map(\.rawValue)), "what a holiday takes from hours past midnight",
        leftOut: "civil-day: closed on the local date"),
      Key(
        "special", .named(.either([.oneOrMany(.hours), .word(["closed"])])), "hours of single dates", leftOut: "none",
        example: "{2026-12-24: 09:00-13:00}"),
    ])

  static let channel = KeyTable(
    "channel", "channel", help: "A way customers reach support", example: "{live: true}",
    [
      Key("live", .flag, "the customer waits live; otherwise the work is deferred", leftOut: "true"),
      Key("concurrency", .count, "contacts of this channel that fill an agent, 1 to \(Channel.mostAtOnce)", leftOut: "1", example: "3"),
      Key("at-most", .count, "most of this channel in one agent's hands", leftOut: "as many as fit", example: "2"),
      Key(
        "pace", pace, "speed of each when an agent has 1, 2, 3 … of them in talk, 1 alone; flat: always 1",
        leftOut: "from `writes` and `thinks`", example: "[1, 0.85, 0.72]"),
      Key(
        "writes", .duration, "time an agent writes before the customer has the word again; with `thinks`, gives the pace", leftOut: "none",
        example: "30s"),
      Key("thinks", .duration, "time a customer thinks before the agent has the word again", leftOut: "none", example: "60s"),
      Key("interruptible", .flag, "short for `interrupted-by` all live channels", leftOut: "false"),
      Key(
        "interrupted-by", .oneOrMany(.either([.name(of: "channel"), .section(.interrupter)])),
        "contacts of these channels, or of a priority, for which work on it is put aside when nobody is free", leftOut: "nothing",
        example: "[phone, chat, {priority: urgent}]"),
      Key("resume-cost", .distribution, "time that each interruption adds to the work left", leftOut: "none", example: "30s"),
      Key(
        "resumes-with", .word(["any", "same-agent"]),
        "who goes on with it: any, whoever comes to it; same-agent, who put it aside, as long as they are on duty", leftOut: "any"),
      Key(
        "tray", .count, "so many belong to one agent, who works them one at a time: those that wait and the one in hand, 1 to \(Tray.most)",
        leftOut: "none: they belong to nobody", example: "8"),
      Key(
        "assigns", .word(Tray.Assigns.allCases.map(\.rawValue)),
        "when they become somebody's: on-arrival, of whoever is at work and has room; when-free, of who has nothing in hand and fills the tray",
        leftOut: "on-arrival"),
      Key("keeps", .flag, "what waits in a tray stays for the next shift of its agent", leftOut: "false: it is for anybody"),
    ])

  static let interrupter = KeyTable(
    "interrupter", "`interrupted-by` entry", help: "Contacts of these priorities, whatever their channel", example: "{priority: urgent}",
    [Key("priority", .oneOrMany(.priority), "one or several", isRequired: true)])

  /// How fast contacts in the same hands go on.
  static let pace: ValueKind = .either([.word(["flat"]), .list(.ratio)])

  static let limit = KeyTable(
    "limit", "limit", help: "Room shared by several contact types", example: "{for: {channel: phone}, in-system: 140}",
    [
      Key("for", selector, "which contact types", isRequired: true),
      Key("in-system", .count, "waiting and in service together", leftOut: "no limit"),
      Key("waiting", .count, "waiting", leftOut: "no limit"),
    ])

  /// Which contact types: a name, a list of names, or properties.
  static let selector: ValueKind = .either([.oneOrMany(.name(of: "contact type")), .section(.contactSelector)])

  static let contactSelector = KeyTable(
    "contact-selector", "selector", help: "Contact types that have all of these properties", example: "{channel: phone}",
    [
      Key("contact", .oneOrMany(.name(of: "contact type")), "by name", leftOut: "any"),
      Key("channel", .oneOrMany(.name(of: "channel")), "by channel", leftOut: "any"),
      Key("segment", .oneOrMany(.name(of: "segment")), "by customer class", leftOut: "any", example: "business"),
      Key("priority", .oneOrMany(.priority), "by priority", leftOut: "any"),
    ])
}
