import SupportModel

/// Agents: who works when, and who serves whom.
extension KeyTable {
  static let shift = KeyTable(
    "shift", "shift", help: "A working day", example: "{days: mon-fri, start: 07:00, length: 8h30m}",
    [
      Key("days", .either([.days, .list(.days)]), "days on which it starts", leftOut: "every day"),
      Key("start", .timeOfDay, "local wall time of the agents", isRequired: true),
      Key("length", .duration, "elapsed time from start to end, breaks included", isRequired: true),
      Key("breaks", .list(.section(.pause)), "breaks inside the shift", leftOut: "none"),
    ])

  static let pause = KeyTable(
    "break", "break", help: "A break of a shift", example: "{at: 4h, for: 30m}",
    [
      Key("at", .duration, "after the start of the shift", isRequired: true),
      Key("for", .duration, "length", isRequired: true),
    ])

  static let group = KeyTable(
    "agent-group", "agent group", help: "People with the same skills and rules; exactly one of count, staffing, roster and roster-csv",
    example: "{count: 7, skills: [call]}",
    [
      Key("timezone", .name(of: "time zone"), "of their shifts", leftOut: "the horizon's"),
      Key(
        "skills", .either([.oneOrMany(.name(of: "skill")), .named(.section(.skill))]),
        "what they can serve: names, or a map with rank and handle", isRequired: true,
        example: "{call: {rank: 1}, email: {rank: 2, handle: 1.2}}"),
      Key("count", .count, "always there", leftOut: "one of four"),
      Key("staffing", .section(.staffing), "interchangeable people, so many in each interval", leftOut: "one of four"),
      Key("roster", .named(.count), "persons on each shift", leftOut: "one of four", example: "{early: 22, late: 18}"),
      Key(
        "roster-csv", .either([.path, .section(.rosterFile)]), "table of persons and their shifts", leftOut: "one of four",
        example: "people.csv"),
      Key(
        "holidays", .name(of: "calendar"), "nobody works on that calendar's holidays", leftOut: "they work on holidays", example: "office"),
      Key(
        "works", .name(of: "calendar"), "hours in which `staff` may plan people of this group", leftOut: "the hours of its shifts, or any",
        example: "office"),
      Key("absence", .share, "misses a whole shift, drawn per agent and day", leftOut: "nobody", example: "6%"),
      Key("late-by", .distribution, "how late an agent comes", leftOut: "in time", example: "{exponential: {mean: 2m}}"),
      Key("offline", .list(.section(.offline)), "planned time away from contacts, at most 64 kinds of it", leftOut: "none"),
      Key("end-of-shift", .word(["finish", "hand-back", "drop"]), "what a busy agent does when the shift ends", leftOut: "finish"),
      Key("cost", .either([.number, .section(.cost)]), "money per paid hour", leftOut: "no costs", example: "26"),
      Key(
        "new-hires", .section(.newHires), "people who are still learning at the start, and take longer",
        leftOut: "everybody works at full speed"),
      Key("hires", .list(.section(.hire)), "people who join within the horizon", leftOut: "nobody"),
      Key(
        "ramp", .section(.ramp), "how much longer those take who are new, from `new-hires` and from `hires`, and until when",
        leftOut: "that of `new-hires`, or none"),
      Key(
        "attrition", .section(.attrition), "people leave for good, drawn for each of them at the end of each calendar week",
        leftOut: "nobody leaves"),
    ])

  static let presenceForms = ["count", "staffing", "roster", "roster-csv"]

  static let skill = KeyTable(
    "skill", "skill", help: "How well the group does it", example: "{rank: 2, handle: 1.15}",
    [
      Key("rank", .count, "preference, 1 is what the group is for", leftOut: "1", example: "2"),
      Key("handle", .number, "multiplier on handle time", leftOut: "1", example: "1.15"),
    ])

  static let staffing = KeyTable(
    "staffing", "staffing",
    help: "People in each interval: of every local day when the counts fill exactly a day, else from the start, the last one staying",
    example: "{every: 30m, counts: [4, 6, 8]}",
    [
      Key("every", .duration, "length of an interval", leftOut: "found in a table; required with `counts`"),
      Key("counts", .list(.count), "people in each interval", leftOut: "`csv`", example: "[4, 6, 8]"),
      Key(
        "csv", .path, "table instead: start of each interval, and a column of people for each group", leftOut: "`counts`",
        example: "required.csv"),
      Key(
        "column", .text, "which column of the table", leftOut: "the one named after the group, or the only one of people", example: "desk"),
    ] + staffingColumns.filter { $0.name != "every" })

  static let offline = KeyTable(
    "offline", "offline time", help: "Planned time away from contacts", example: "{name: coaching, for: 30m, share: 20%}",
    [
      Key("name", .text, "what it is, different from every other of the group", leftOut: "numbered", example: "coaching"),
      Key("for", .duration, "length", isRequired: true),
      Key("share", .share, "share of shifts that hold one", leftOut: "all"),
    ])

  static let newHires = KeyTable(
    "new-hires", "share of new hires", help: "People who began a while before the horizon and take longer until they know their work",
    example: "{share: 15%, weeks-of-tenure: 3, ramp: {starts-at: 1.6, weeks: 12}}",
    [
      Key("share", .share, "of the group's people, rounded to whole ones", isRequired: true, example: "15%"),
      Key("weeks-of-tenure", .number, "since they began, at the start of the horizon", leftOut: "0", example: "3"),
      Key("ramp", .section(.ramp), "how much longer they take, and until when; `ramp` of the group is the same", leftOut: "the group's"),
    ])

  static let hire = KeyTable(
    "hire", "hire",
    help:
      "People who join on one day: paid from then on, in training first and then on the floor with the group's shifts, as new as can be",
    example: "{on: 2026-10-05, count: 6, trains-for: 3w}",
    [
      Key("on", .date, "their first paid day, where the group works", isRequired: true, example: "2026-10-05"),
      Key("count", .count, "so many people", isRequired: true, example: "6"),
      Key(
        "trains-for", .duration, "paid and not on the floor for so long; a shift that has begun by then is one of training to its end",
        leftOut: "on the floor at once", example: "3w"),
      Key("shift", .name(of: "shift"), "the line of the roster that they work", leftOut: "spread over the lines as the others are"),
    ])

  static let wellbeing = KeyTable(
    "wellbeing", "the wellbeing section",
    help: "By what limits the strain on people is reported; nothing is modelled: nobody tires, and nobody leaves for it",
    example: "{occupancy-limit: 85%, pause: 5m}",
    [
      Key(
        "occupancy-limit", .share, "a group that is busier than this in a reporting interval spends it over the limit", leftOut: "85%",
        example: "85%"),
      Key("pause", .duration, "so long without a contact in hand is a pause, planned or not", leftOut: "5m", example: "5m"),
    ])

  static let attrition = KeyTable(
    "attrition", "attrition",
    help:
      "At the end of each calendar week (Sunday midnight) everybody employed leaves for good with chance 1 − (1 − per-year)^(7/365); work in hand is finished, and what belongs to whoever left goes back to the queue",
    example: "{per-year: 28%}",
    [Key("per-year", .share, "share of the people of one day who are gone a year later", isRequired: true, example: "28%")])

  static let ramp = KeyTable(
    "ramp", "ramp",
    help:
      "Factor on handle time: it falls in a straight line to 1 as tenure grows with the calendar; without `horizon.start` tenure stands still",
    example: "{starts-at: 1.6, weeks: 12}",
    [
      Key("starts-at", .number, "the factor on the first day, from 1 to 100", isRequired: true, example: "1.6"),
      Key("weeks", .number, "weeks of tenure until it is 1; 0: at once", isRequired: true, example: "12"),
    ])

  static let cost = KeyTable(
    "cost", "the cost", help: "Money", example: "{per-hour: 26, overtime: 1.5}",
    [
      Key("per-hour", .number, "per paid hour", isRequired: true, example: "26"),
      Key("overtime", .number, "multiplier for overtime", leftOut: "1", example: "1.5"),
    ])

  static let routing = KeyTable(
    "routing", "the routing policy", help: "Who serves whom",
    example: "{agent-for-contact: [longest-idle], contact-for-agent: [priority, longest-wait]}",
    [
      Key(
        "agent-for-contact", .agentCriteria, "which agent takes an arriving contact", leftOut: "`[skill-rank, fewest-skills, longest-idle]`"
      ),
      Key("contact-for-agent", .contactCriteria, "which waiting contact a free agent takes", leftOut: "`[priority, longest-wait]`"),
      Key("overflow", .list(.section(.overflow)), "groups held back until a wait is reached", leftOut: "none"),
      Key("reserve", .list(.section(.reserve)), "idle agents kept for some contacts", leftOut: "none"),
      Key("ageing", .list(.section(.ageing)), "waiting contacts rise in priority", leftOut: "none"),
      Key(
        "queue-at", .word(RoutingPolicy.QueueAt.allCases.map(\.rawValue)), "the one group a contact waits for when nobody is free",
        leftOut: "whoever may take it first"),
      Key("schedule", .list(.section(.scheduled)), "other criteria while a calendar is open", leftOut: "none"),
      Key(
        "affinity", .oneOrMany(.section(.affinity)), "contacts that come back wait for the agent of their last touch for a while",
        leftOut: "none", example: "{contacts: email, prefer-last-agent-for: 2h}"),
      Key(
        "escalate-on-target", .oneOrMany(.section(.escalation)), "contacts rise, or go on elsewhere, when a promise is nearly used up",
        leftOut: "none"),
    ])

  static let overflow = KeyTable(
    "overflow", "overflow rule", help: "Groups that may take a contact only after it has waited",
    example: "{contacts: billing-call, after: 60s, to: tier2}",
    [
      Key("contacts", selector, "which contact types", isRequired: true),
      Key("after", .duration, "wait after which they may", isRequired: true),
      Key("to", .oneOrMany(.name(of: "agent group")), "the groups held back until then", isRequired: true),
    ])

  static let affinity = KeyTable(
    "affinity", "affinity rule",
    help: "A contact that comes back waits for the agent of its last touch, who is on duty or planned to be within the time",
    example: "{contacts: email, prefer-last-agent-for: 2h}",
    [
      Key("contacts", selector, "which contact types", isRequired: true),
      Key("prefer-last-agent-for", .duration, "so long nobody else takes it", isRequired: true),
    ])

  static let reserve = KeyTable(
    "reserve", "reserve rule", help: "The last idle agents of a group serve only some contacts",
    example: "{group: tier2, keep: 2, for: {segment: business}}",
    [
      Key("group", .name(of: "agent group"), "whose agents", isRequired: true),
      Key("keep", .count, "idle agents kept free", isRequired: true),
      Key("for", selector, "contact types they are kept for", isRequired: true),
    ])

  static let ageing = KeyTable(
    "ageing", "ageing rule", help: "Waiting contacts rise in priority", example: "{contacts: email, raise: 1, every: 2h}",
    [
      Key("contacts", selector, "which contact types", isRequired: true),
      Key("raise", .integer, "by so much", isRequired: true),
      Key("every", .duration, "for every full stretch of waiting", isRequired: true),
    ])

  static let scheduled = KeyTable(
    "scheduled-policy", "schedule entry", help: "Other criteria while a calendar is open",
    example: "{when: weekend, agent-for-contact: [longest-idle]}",
    [
      Key("when", .name(of: "calendar"), "a calendar; the first entry that is open rules", isRequired: true),
      Key("agent-for-contact", .agentCriteria, "which agent takes an arriving contact then", leftOut: "as outside the schedule"),
      Key("contact-for-agent", .contactCriteria, "which waiting contact a free agent takes then", leftOut: "as outside the schedule"),
    ])
}

extension KeyTable {
  static let escalation = KeyTable(
    "escalation", "escalation",
    help: "When so much of a promise is used up, on its own clock and once, the contact rises or goes on elsewhere",
    example: "{target: Resolution, at: 75%, raise: 1}",
    [
      Key("target", .text, "the name of a target", isRequired: true, example: "Resolution"),
      Key("at", .share, "share of its time that is used up then", isRequired: true, example: "75%"),
      Key("raise", .integer, "steps of priority, 1 is one up", leftOut: "0", example: "1"),
      Key(
        "to", .name(of: "contact type"), "where it goes on: at once if it waits, otherwise when it next comes back to the queue",
        leftOut: "where it is", example: "network"),
    ])
}
