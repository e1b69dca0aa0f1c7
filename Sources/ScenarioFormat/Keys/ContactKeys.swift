/// Contacts: what arrives and what it needs.
extension KeyTable {
  static let contact = KeyTable(
    "contact", "contact type", help: "A class of contacts that share arrivals, handling, skill and promise",
    example: "{arrivals: {rate: 100/h}, talk: {exponential: {mean: 3m}}}",
    [
      Key("channel", .name(of: "channel"), "how they reach support", leftOut: "phone"),
      Key("segment", .text, "customer class", leftOut: "none", example: "business"),
      Key("skill", .text, "what an agent must know", leftOut: "the contact type's own name", example: "billing"),
      Key("skills", .list(.text), "several skills, all required", leftOut: "`skill`", example: "[billing, french]"),
      Key("priority", .priority, "higher is served first, or one of `priorities`", leftOut: "the lowest, 0"),
      Key(
        "arrivals", .either([.rate, .section(.arrivals)]), "how they arrive", leftOut: "nobody comes by themselves",
        example: "{rate: 100/h}"),
      Key("talk", .timedDistribution, "handling with the customer present", isRequired: true),
      Key("wrap-up", .timedDistribution, "work after the customer has left", leftOut: "none", example: "{exponential: {mean: 45s}}"),
      Key("patience", .timedDistribution, "how long they wait before they leave", leftOut: "for ever"),
      Key(
        "abandons-in-service", .timedDistribution, "how long they stay with an agent before they leave", leftOut: "to the end",
        example: "{exponential: {mean: 90m}}"),
      Key("balk", .share, "leaves at once when it must wait", leftOut: "nobody", example: "5%"),
      Key("queue-limit", .count, "waiting contacts beyond which the next is blocked", leftOut: "no limit", example: "30"),
      Key("opens", .either([.name(of: "calendar"), .section(.opens)]), "when contacts are let in", leftOut: "always", example: "office"),
      Key(
        "nobody-there", .section(.nobodyThere), "what becomes of them while nobody who could take them is there",
        leftOut: "they wait until somebody comes", example: "{arriving: refuse, waiting: disconnect}"),
      Key("after-abandon", .section(.retry), "customers who gave up may come back", leftOut: "nobody"),
      Key("after-blocked", .section(.retry), "customers who were refused may come back", leftOut: "nobody"),
      Key("touches", .section(.touches), "how often they are worked on before they are solved", leftOut: "once"),
      Key("reopen", .section(.reopen), "solved contacts come back", leftOut: "nobody"),
      Key("holds", .list(.section(.hold)), "another party has it after a touch; one draw decides over all", leftOut: "none"),
      Key("reads", .section(.reads), "what another agent than the last has to read first", leftOut: "nothing"),
      Key("approval", .section(.approval), "touches that somebody else must approve", leftOut: "none"),
      Key("self-service", .section(.selfService), "some help themselves before they come to the door", leftOut: "nobody"),
      Key("callback", .section(.callback), "who would wait long may be called back", leftOut: "nobody"),
      Key("chaser", .section(.chaser), "customers ask after what is open for long", leftOut: "nobody"),
      Key(
        "duplicate", .section(.duplicate), "customers come in with the same thing a second time, and what is seen to be the same is merged",
        leftOut: "nobody"),
      Key(
        "recontact", .oneOrMany(.section(.recontact)), "handled contacts that are followed by another of the same need; one draw over all",
        leftOut: "none"),
      Key(
        "moves", .list(.section(.move)), "it goes on in another contact type after a touch; one draw decides over all", leftOut: "none"),
      Key("mix", .section(.mix), "how its customers differ in priority, segment and skill", leftOut: "all alike"),
      Key("replies", .flag, "whether a touch says something to the customer, so that clocks of replies stop", leftOut: "true"),
    ])

  static let mix = KeyTable(
    "mix", "the mix",
    help: "How the customers of a contact type differ: each draws once for all its contacts; the shares of each are 100% together",
    example: "{priority: {urgent: 3%, high: 12%, normal: 85%}, segment: {vip: 5%, business: 95%}, skill: {english: 80%, french: 20%}}",
    [
      Key("priority", .named(.share), "shares by priority", leftOut: "the contact type's", example: "{urgent: 5%, normal: 95%}"),
      Key("segment", .named(.share), "shares by customer class", leftOut: "the contact type's", example: "{vip: 5%, business: 95%}"),
      Key(
        "skill", .named(.share), "shares by what an agent must know beside the skills of the contact type", leftOut: "nothing beside them",
        example: "{english: 80%, french: 20%}"),
    ])

  static let arrivals = KeyTable(
    "arrivals", "the arrivals", help: "How contacts arrive; exactly one of rate, volume, counts, csv, history, gaps, schedule and trace",
    example: "{rate: 100/h}",
    [
      Key("rate", .rate, "constant rate, Poisson", leftOut: "one of eight"),
      Key("volume", .rate, "expected contacts of a day, spread by the profile", leftOut: "one of eight", example: "2400/d"),
      Key(
        "profile", .either([.section(.profile), .section(.profileFile)]), "how the volume of a day spreads over it", leftOut: "evenly"),
      Key(
        "week", .named(.number), "factor by days of the week, 1 for days not named", leftOut: "1 for every day", example: "{sat-sun: 0.4}"),
      Key("counts", .section(.counts), "expected contacts per interval", leftOut: "one of eight"),
      Key(
        "csv", .path, "table of expected contacts by interval, or by day with a `profile`", leftOut: "one of eight", example: "calls.csv"),
      Key(
        "history", .section(.history), "past contacts: their mean by weekday and time, and how much days differ", leftOut: "one of eight"),
      Key("gaps", .distribution, "independent gaps between arrivals", leftOut: "one of eight", example: "{gamma: {mean: 40s, cv: 1.3}}"),
      Key(
        "schedule", .list(.either([.timeOfDay, .instant])), "fixed instants: times of every local day, or dates and times",
        leftOut: "one of eight", example: "[09:00, 13:30]"),
      Key("trace", .path, "table of single contacts, each with its instant", leftOut: "one of eight", example: "tickets.csv"),
      Key(
        "scale", .either([.number, .share, .numberDistribution]),
        "factor on the expected contacts; a distribution where the forecast is uncertain", leftOut: "1",
        example: "{uniform: {from: 1.3, to: 1.8}}"),
      Key(
        "batch", .either([.count, .section(.batch), .numberDistribution]), "contacts per arrival", leftOut: "one",
        example: "{mean: 2.5, cv: 0.4}"),
      Key(
        "busyness", .either([.section(.busyness), .numberDistribution]), "random factor of the day, mean 1", leftOut: "1, every day alike",
        example: "{cv: 12%}"),
    ] + arrivalColumns)

  /// The keys of `arrivals` of which exactly one says the pattern.
  static let arrivalForms = ["rate", "volume", "counts", "csv", "history", "gaps", "schedule", "trace"]

  static let profile = KeyTable(
    "profile", "the profile", help: "Relative volume over a local day", example: "{every: 12h, weights: [3, 1]}",
    [
      Key("every", .duration, "length of a step; steps fill a day", isRequired: true),
      Key("weights", .list(.number), "relative volume of each step from 00:00", isRequired: true),
    ])

  static let counts = KeyTable(
    "counts", "the counts", help: "Expected contacts per interval: of every local day when they fill exactly a day, else from the start",
    example: "{every: 30m, values: [12, 15, 9]}",
    [
      Key("every", .duration, "length of an interval", isRequired: true),
      Key("values", .list(.number), "expected contacts in each interval", isRequired: true),
    ])

  static let batch = KeyTable(
    "batch", "the batch", help: "Contacts per arrival, drawn from a gamma distribution and rounded", example: "{mean: 2.5, cv: 0.4}",
    [
      Key("mean", .number, "average number", isRequired: true),
      Key("cv", .ratio, "standard deviation ÷ mean", leftOut: "1"),
    ])

  static let busyness = KeyTable(
    "busyness", "busyness", help: "Random factor of the day, gamma with mean 1", example: "{cv: 12%}",
    [
      Key("cv", .ratio, "standard deviation of the factor", leftOut: "required, or a distribution of the factor", example: "12%"),
      Key("shared-as", .text, "types that give the same name meet the same factor", leftOut: "a factor of its own", example: "weather"),
    ])

  static let opens = KeyTable(
    "opens", "opening hours", help: "When contacts are let in", example: "{calendar: office, outside: refuse, at-close: serve}",
    [
      Key("calendar", .name(of: "calendar"), "when it is open", isRequired: true),
      Key("outside", .word(["refuse", "wait"]), "refuse: blocked; wait: let in, waits until somebody works", leftOut: "refuse"),
      Key("at-close", .word(["serve", "disconnect"]), "what happens to those still waiting", leftOut: "serve"),
    ])

  static let nobodyThere = KeyTable(
    "nobody-there", "`nobody-there`",
    help:
      "What becomes of contacts while nobody who could take them is there: on the floor, at work, on a break or offline; who is late, absent or past the end of the shift is not",
    example: "{arriving: refuse, waiting: disconnect}",
    [
      Key("arriving", .word(["wait", "refuse"]), "who comes then; refuse: blocked", leftOut: "wait"),
      Key("waiting", .word(["wait", "disconnect"]), "who waits when the last one goes", leftOut: "wait"),
    ])

  static let retry = KeyTable(
    "retry", "retry", help: "Some come back after a while", example: "{retry: 40%, delay: {exponential: {mean: 20m}}, at-most: 3}",
    [
      Key("retry", .share, "who tries again after each failed attempt", isRequired: true),
      Key("delay", .distribution, "how long until they do", isRequired: true),
      Key("at-most", .count, "attempts after the first, up to 65000", leftOut: "100"),
      Key("same-work", .flag, "the work is that of the first attempt", leftOut: "true"),
      Key("same-patience", .flag, "the patience is that of the first attempt", leftOut: "false"),
    ])

  static let byTimePiece = KeyTable(
    "by-time-piece", "`by-time` entry", help: "The distribution from a local time of day on",
    example: "{from: 08:00, is: {exponential: {mean: 3m}}}",
    [
      Key("from", .timeOfDay, "local time of day, of arrival", isRequired: true),
      Key("is", .distribution, "rules until the next entry begins", isRequired: true),
    ])

  static let byTime = KeyTable(
    "by-time", "`by-time`", help: "A distribution that changes with the hour of arrival",
    example: "{by-time: [{from: 08:00, is: {exponential: {mean: 3m}}}]}",
    [Key("by-time", .list(.section(.byTimePiece)), "repeats every local day", isRequired: true)])

  static let mixturePart = KeyTable(
    "mixture-part", "mixture entry", help: "One part of a mixture", example: "{share: 30%, is: {exponential: {mean: 3m}}}",
    [
      Key("share", .share, "how often", isRequired: true),
      Key("is", .distribution, "what it is then", isRequired: true),
    ])

  static let columnSource = KeyTable(
    "csv-column", "CSV column", help: "Values from a CSV file", example: "{csv: handle-times.csv, column: seconds}",
    [
      Key("csv", .path, "the file", isRequired: true),
      Key("column", .text, "name of the column, where there are several", leftOut: "the only one", example: "seconds"),
      Key(
        "unit", .word(["ms", "s", "min", "h", "d"]), "of bare numbers, where neither they nor the name of the column say it",
        leftOut: "as the cells or the name say"),
    ] + dialectKeys)

  static let demandEvent = KeyTable(
    "demand-event", "demand event", help: "Extra demand with a cause",
    example: "{at: 2026-09-14T09:00, extra: {call: 420}, shape: {spike: {rise: 20m, half-life: 3h}}}",
    [
      Key("name", .text, "what reports call it", leftOut: "event 1, event 2 …", example: "Outage mail"),
      Key("at", .moment, "when it starts", leftOut: "`happens`"),
      Key("happens", .either([.rate, .section(.happens)]), "random incidents", leftOut: "`at`", example: "{rate: 1/w}"),
      Key("extra", .named(.number), "expected extra contacts, by contact type", isRequired: true, example: "{call: 420}"),
      Key("shape", .demandShape, "how they spread over time", isRequired: true),
      Key("uncertainty", .section(.uncertainty), "what is not known beforehand", leftOut: "none"),
      Key("incident", .section(.incident), "something is broken: its contacts wait for the end of it", leftOut: "they are like any others"),
    ])

  static let happens = KeyTable(
    "happens", "`happens`", help: "Random incidents", example: "{rate: 1/w}", [Key("rate", .rate, "how often", isRequired: true)])

  static let uncertainty = KeyTable(
    "uncertainty", "uncertainty", help: "What is not known beforehand",
    example: "{size-cv: 30%, starts-late: {uniform: {from: 0m, to: 45m}}}",
    [
      Key(
        "size-cv", .ratio, "standard deviation of a factor on the size, gamma with mean 1", leftOut: "the size is certain", example: "30%"),
      Key("starts-late", .distribution, "how much later than planned it starts", leftOut: "on time"),
    ])
}

extension KeyTable {
  /// The same in a distribution of plain numbers.
  static let plainMixturePart = KeyTable(
    "plain-mixture-part", "mixture entry", help: "One part of a mixture of plain numbers",
    example: "{share: 30%, is: {gamma: {mean: 1, cv: 0.3}}}",
    [
      Key("share", .share, "how often", isRequired: true),
      Key("is", .numberDistribution, "what it is then", isRequired: true),
    ])
}
