import Reports

/// Every file a command may write, with what is in it.
package enum FileCatalog {
  /// In the order of the guide.
  package static let all: [FileFamily] =
    pages + [index, halfHours, results, intervals] + periods + [agents, contacts, touches, phases, journal] + comparison + gate + staffing
    + [answers]

  /// The page of each command, and the page that lists them.
  static let pages = [
    ("report.html", "run"), ("staffing.html", "staff"), ("comparison.html", "compare"), ("gate.html", "gate"),
    ("explanation.html", "explain"),
  ].map { name, command in
    FileFamily(
      name, "one page that opens on the answer, with charts and every table, to open, mail or print", by: [command],
      written: "unless `--no-report`")
  }

  /// Everything below `output/` at a glance.
  static let index = FileFamily(
    "index.html", "the list of all pages and files below `output/`, in that folder itself",
    by: ["run", "compare", "gate", "staff", "explain"],
    written: "unless `--out` names a folder elsewhere")

  /// Everything a run knows, tidy.
  package static let results = FileFamily(
    "results.json", "every estimate, with where it comes from",
    columns: [
      .init("schema", "version of this layout, now 1"),
      .init("muster", "version of the program"),
      .init("command", "the subcommand, `run`"),
      .init(
        "scenario",
        "its `name`, the `file` as it was named, and the `digest` (SHA-256) of its resolved text: bases merged in, `--set` applied"),
      .init("seed", "where all random numbers start; the same scenario and seed give the same bytes"),
      .init("replications", "plays of the whole horizon"),
      .init("partial", "true when a signal ended the run early; then these are the finished replications"),
      .init("confidence", "level of all intervals, 0.95 for 95 %"),
      .init("stop", "`completed`, `precision-reached`, `budget-spent` or `interrupted`"),
      .init(
        "periods",
        "rows as in `metrics` of weeks, days and hours of the week, which they name by a key `week`, `day` or `week-hour`, in horizons that have several; "
          + "at most 50,000: else a key `week-hour-rows`, `day-rows` or `week-rows` says which file has them"),
      .init("remarks", "plain sentences about what stood out"),
      .init(
        "metrics",
        "the rows; of an interval to which nobody came, only those that are not zero; where there are more than 150,000 rows of intervals, "
          + "those of the whole horizon only, and a key `interval-rows` says `in intervals.csv only`"
      ),
    ])

  /// The keys of a row of `results.json`: first what it is, then what it is about, then its numbers.
  package static let row: [FileFamily.Column] =
    [.init("metric", "name in the catalogue"), .init("unit", "its unit")] + scope
    + [
      .init("estimate", "the expected value"),
      .init(
        "low",
        "lower end of the confidence interval of the expected value: how well the *average* is known. More replications make it narrower"),
      .init("high", "its upper end"),
      .init("std-error", "standard error"),
      .init("n", "replications behind the row"),
      .init("next-low", "lower end of the range the *next* such day falls into, where defined. More replications do not make it narrower"),
      .init("next-high", "its upper end"),
    ]

  /// What a row or line is about, by name. A key that is missing, or empty, does not restrict; with none it is the total.
  package static let scope: [FileFamily.Column] = [
    .init("contact", "contact type"),
    .init("channel", "channel"),
    .init("segment", "customer class"),
    .init("priority", "one of `priorities`; no such column in a scenario without names for them"),
    .init("group", "agent group"),
    .init("target", "target"),
    .init("abandons", "how this service level treats those who left: `missed`, `ignored-within`, `met-within`, `ignored`, `met-short`"),
    .init("interval", "beginning of the interval, ISO 8601 with offset; elapsed time in a scenario without dates"),
  ]

  /// The rows of a run in wide form.
  package static let intervals = FileFamily(
    "intervals.csv", "the estimates by interval, one line per interval and scope",
    columns: [scope.last!] + scope.dropLast() + numbers)

  /// Of each metric in wide form.
  static let numbers: [FileFamily.Column] = [
    .init("<metric>", "the estimate; these three for every metric"),
    .init("<metric>-low", "lower end of its confidence interval"),
    .init("<metric>-high", "its upper end"),
  ]

  /// One row for each person of a run.
  package static let agents = FileFamily(
    "agents.csv", "one line per agent, averages per replication",
    columns: [
      .init("agent", "name; in a group given by `staffing` counts, one of its interchangeable places"),
      .init("group", "agent group"),
      .init("handled", "contacts handled"),
      .init("occupancy", "handling ÷ (handling + available), wrap-up and overtime included in handling"),
      .init("paid-hours", "the sum of the six columns below"),
      .init("available-hours", "waiting for a contact"),
      .init("handling-hours", "with a customer"),
      .init("wrap-up-hours", "after-contact work"),
      .init("break-hours", "breaks"),
      .init("offline-hours", "coaching, training, meetings"),
      .init("overtime-hours", "any work after the end of the shift"),
    ])

  /// One row for each contact of chosen replications, on request.
  package static let contacts = FileFamily(
    "contacts.csv", "one line per contact of the chosen replications", written: "`--contacts 0,3-5`",
    columns: [
      .init("replication", "from 0"),
      .init("contact", "number in order of arrival in that replication, from 0"),
      .init("type", "contact type"),
      .init("attempt", "0 for the first attempt of a need, 1 for the first retry …"),
      .init("outcome", "`handled`, `abandoned`, `balked`, `blocked`, `disconnected`, `disconnected-late`, or `open` when play ended"),
      .init("agent", "who handled it; empty for nobody"),
      .init("group", "the group of that agent"),
      .init("counted", "`no` for contacts of the warm-up"),
    ]
      + moments.flatMap { name, meaning in
        [
          FileFamily.Column("\(name)-s", "\(meaning): seconds from the start of the horizon, exact; empty where it never came to that"),
          FileFamily.Column("\(name)-at", "the same on the local clock, ISO 8601 to the millisecond; empty in a scenario without dates"),
        ]
      })

  /// More columns of `contacts.csv` in scenarios whose contacts are worked on more than once.
  package static let courseColumns: [FileFamily.Column] = [
    .init("need", "number of the first contact of the same need"),
    .init("handed-over-s", "went on from self-service to an agent's queue, seconds from the start of the horizon"),
    .init("touches", "touches that began; those of groups that had it on hold are not counted"),
    .init("reopens", "times that it was solved or closed and came back"),
    .init("auto-closes", "times that it closed because the customer had not answered"),
    .init("holds", "times that another party had it"),
    .init("interruptions", "times that an agent put it aside for another contact"),
    .init("first-solved-s", "first solve or close, seconds from the start of the horizon"),
    .init("solved-s", "last solve or close that nothing came after"),
    .init(
      "phase",
      "`waiting`, `in-hand`, `pending`, `on-hold`, `awaiting-approval`, `solved` or `closed`: where it was when it ended, or when play did"),
  ]

  /// And more where contacts go on in other contact types.
  package static let legColumns: [FileFamily.Column] = [
    .init("moves", "times that it went on in another contact type; only in scenarios with `moves`"),
    .init("last-type", "the contact type in which it was last; likewise"),
  ]

  /// And more where a scenario says how customers find their contacts; empty for those that nobody answered or that are not counted.
  package static let feedbackColumns: [FileFamily.Column] = [
    .init("satisfied", "`yes` or `no`, once an agent had answered it and it was over; only in scenarios with `satisfaction`"),
    .init("nps", "`promoter`, `passive` or `detractor`; only where `satisfaction` has `nps`"),
    .init("survey-answered", "whether the customer said so in the survey; only where there is one"),
  ]

  /// One row for each touch of these contacts.
  package static let touches = FileFamily(
    "touches.csv", "one line per touch of those contacts",
    written: "with `contacts.csv` in scenarios with `touches`, `reopen`, `holds`, `approval` or `moves`",
    columns: [
      .init("replication", "from 0"),
      .init("contact", "as in `contacts.csv`"),
      .init("type", "contact type"),
      .init("touch", "from 1, whoever makes it"),
      .init("kind", "`first`, `follow-up`, or `hold` or `approval` of a group that had it on hold or approved it"),
      .init("agent", "who ended it"),
      .init("group", "the group of that agent"),
      .init("queued-s", "joined the queue for it, seconds from the start of the horizon"),
      .init("began-s", "beginning of its talk"),
      .init("talk-ended-s", "end of its talk"),
      .init("ended-s", "end of its wrap-up"),
    ])

  /// One row for each stretch of these contacts in a phase.
  package static let phases = FileFamily(
    "phases.csv", "one line per stretch of those contacts in one phase", written: "likewise",
    columns: [
      .init("replication", "from 0"),
      .init("contact", "as in `contacts.csv`"),
      .init("type", "contact type"),
      .init("phase", "`waiting`, `in-hand`, `pending`, `on-hold`, `solved` or `closed`"),
      .init("from-s", "its beginning, seconds from the start of the horizon"),
      .init("to-s", "its end; empty where there is none"),
    ])

  private static let moments = [
    ("arrived", "arrival"), ("queued", "beginning of the wait, none for who was answered at once"), ("answered", "beginning of the talk"),
    ("talk-ended", "end of the talk"), ("ended", "the customer is gone, served or not"),
  ]

  /// Every event of one replication in words, on request.
  package static let journal = FileFamily(
    "journal.txt", "every event of one replication as a sentence", written: "`--journal 0`")

  /// What `muster compare` writes.
  package static let comparison = [
    FileFamily("comparison.json", "every option: estimates, differences, what was selected", by: ["compare"]),
    options,
    FileFamily("sensitivity.json", "effect of each input, break points of targets", by: ["sensitivity"]),
    FileFamily("explanation.json", "the misses of a target divided among their causes", by: ["explain"]),
  ]

  /// What `muster gate` writes.
  package static let gate = [
    FileFamily("gate.json", "every limit with its evidence and verdict, and what changed", by: ["gate"]),
    FileFamily("junit.xml", "the verdicts as test results", by: ["gate"]),
    FileFamily("summary.md", "the report in Markdown", by: ["gate"]),
  ]

  /// What `muster staff` writes.
  package static let staffing = [
    plan,
    FileFamily("staffing.yaml", "the scenario with that plan, to be played by `muster run`", by: ["staff"]),
    requirements,
    FileFamily("staffing.json", "the requirement with what the plan gives, target by target", by: ["staff"]),
  ]

  /// People by interval and group, in the form that a scenario reads back.
  package static let plan = FileFamily(
    "staffing.csv", "a plan that a scenario can use: people of each group by period", by: ["staff"],
    columns: [
      .init(
        "start", "beginning of the period: time of day where the plan fills a day, else an instant, or seconds where there are no dates"),
      .init("<group>", "people of that group on the floor from then on; one for every group that was staffed"),
    ])

  /// By interval and group, what each formula and the simulation ask for.
  package static let requirements = FileFamily(
    "requirements.csv", "one line per period and group: formulas, simulation, present staffing", by: ["staff"],
    columns: RequirementColumn.all.map { .init($0.name, $0.meaning) })

  /// What `muster erlang` writes.
  package static let answers = FileFamily(
    "answers.csv", "the formula's answer for every interval of a file, or for the numbers of agents around the needed one", by: ["erlang"],
    written: "`--out answers.csv`, or any other name", columns: ErlangCSV.columns.map { .init($0.name, $0.meaning) })
}
