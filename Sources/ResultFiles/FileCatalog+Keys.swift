import Studies
/// The keys of the JSON files that commands other than `run` leave, part by part.
extension FileCatalog {
  /// A part of a file: its outermost keys, or the keys of a row of one of its lists.
  package struct Part: Sendable {
    /// The file of which this is a part.
    package var file: String
    /// The key of the list or object; nil: the file itself.
    package var list: String?
    /// Its keys, in the order of writing.
    package var columns: [FileFamily.Column]

    package init(_ file: String, _ list: String?, _ columns: [FileFamily.Column]) {
      self.file = file
      self.list = list
      self.columns = columns
    }

    /// `gate.json: gates`
    package var name: String { list.map { "\(file): \($0)" } ?? file }
  }

  /// Objects inside files, in the order of the guide.
  package static let parts: [Part] = comparisonParts + sensitivityParts + explanationParts + gateParts + staffingParts + checkParts

  private static func column(_ name: String, _ meaning: String) -> FileFamily.Column { FileFamily.Column(name, meaning) }

  /// The keys that every such file begins with.
  private static func head(_ command: String, _ keys: [FileFamily.Column]) -> [FileFamily.Column] {
    [
      column("schema", "version of this layout, now 1"), column("muster", "version of the program"),
      column("command", "the subcommand, `\(command)`"),
    ] + keys
  }

  private static let scenarioKey = column(
    "scenario", "its `name`, the `file` as it was named, and the `digest` (SHA-256) of its resolved text")
  private static let seedKey = column("seed", "where all random numbers start")
  private static let partialKey = column("partial", "true when a signal ended it early")
  private static let metricKeys = [column("metric", "name in the catalogue"), column("unit", "its unit")]

  /// Keys that say what a question is about.
  private static let questionKeys = scope

  // MARK: compare

  private static let comparisonParts = [
    Part(
      "comparison.json", nil,
      head(
        "compare",
        [
          scenarioKey, seedKey,
          column("replications", "of the option that was played longest; each option says its own"), partialKey,
          column("confidence", "level of all intervals, 0.95 for 95 %"),
          column("stop", "`best-known`, `none-feasible`, `budget-spent`, `completed` or `interrupted`"),
          column("needed", "with `budget-spent`: replications that would settle it at the latest"),
          column("selection", "with `--best`: what was asked and what came out"), column("options", "a row for each option"),
          column("differences", "a row for each compared metric and option but the first"),
          column("pairing", "a row for each compared metric: what common customers save over all its differences"),
          column("health", "what is read together: a row for each number and option but the first, and the direction in which it moved"),
          column(
            "metrics",
            "the rows of `results.json` for the whole horizon, and for the times asked for, each with the key `option`; an interval is that "
              + "of a single number"),
        ])),
    Part(
      "comparison.json", "selection",
      [
        column("procedure", "how the best was selected"), column("chances", "how the chances were estimated"),
        column("metric", "of the objective"),
      ] + questionKeys + [
        column("goal", "`highest` or `lowest`"), column("indifference", "differences below it are not told apart, in the unit"),
        column("requirements", "what must be kept: metric, scope, `at-least` or `at-most`, and its `tolerance`"),
        column("best", "the option selected; only where it is known"), column("leader", "the option that looks best"),
      ]),
    Part(
      "comparison.json", "options",
      [
        column("option", "its name"), column("file", "the file it comes from"), column("digest", "SHA-256 of its resolved text"),
        column("changes", "what it changes, leaf by leaf"), column("replications", "plays of this option"),
        column("outcome", "with `--best`: `best`, `beaten`, `infeasible`, `undecided` or `undefined`"),
        column("chance-best", "with `--best`: probability that it is the best of those that keep the requirements"),
        column(
          "keeps",
          "all requirements together: `kept`, `broken` (one for certain), `open`, or `undefined` (nobody came to whom one was promised)"
        ),
        column("distance", "from all of them: what is missing, shares as they are, else as a part of the limit, added up"),
        column("promises", "a row for each requirement: metric, scope, limit, `estimate`, `state` and by how much it is short"),
        column("dominated-by", "an option that costs no more and serves no target worse"),
        column("dominated-surely", "false where it only looks so"),
        column(
          "removal",
          "of an option that `removes` what the first does not: what that `costs` once, the `weeks` of the horizon in which somebody does not come, and per play the `contacts`, `work-hours` and `cost` (staffing and penalties) as differences to the first, and what a paid hour costs there (`per-paid-hour`)"
        ),
        column("remarks", "plain sentences about what stood out"),
      ]),
    Part(
      "comparison.json", "differences",
      metricKeys + questionKeys + [
        column("option", "the difference is that of this option"), column("less", "less this one, the first"),
        column("difference", "paired, in the unit"), column("low", "lower end; all intervals of the list hold together"),
        column("high", "its upper end"), column("std-error", "standard error"), column("n", "pairs of plays"),
        column(
          "variance-reduction",
          "how many times larger the variance would be with independent customers; null where it is undefined or endless"),
        column(
          "largest-variance-reduction",
          "what perfect correlation would give: options that spread very differently cannot be paired well"),
      ]),
    Part(
      "comparison.json", "pairing",
      [column("metric", "name in the catalogue")] + questionKeys + [
        column("variance-reduction", "their total variance with independent customers ÷ the one they have")
      ]),
    Part("comparison.json", "health", healthKeys),
  ]

  /// What is read together, of one option less the first.
  private static let healthKeys =
    metricKeys + [
      column("option", "the difference is that of this option"), column("less", "less this one, the first"),
      column("difference", "paired, in the unit"), column("low", "lower end; all intervals of the list hold together"),
      column("high", "its upper end"), column("std-error", "standard error"), column("n", "pairs of plays"),
      column(
        "direction",
        "`better` or `worse` where the interval lies on one side of 0 and the difference matters (half a point of a share, 1 % of any other number), "
          + "`higher` or `lower` of a metric that knows no better, `as-good`, `same` to the last bit, or `unclear`"),
    ]

  /// `options.csv`
  package static let options = FileFamily(
    "options.csv", "one line per option", by: ["compare"],
    columns: [
      column("option", "its name"), column("replications", "plays of this option"),
      column("outcome", "with `--best`: what became of it, as in `comparison.json`"),
      column("chance-best", "with `--best`: probability that it is the best"),
      column("dominated-by", "an option that costs no more and serves no target worse"),
      column("breaks", "requirements that it breaks for certain, separated by semicolons"),
      column("<metric>", "the estimate; these six for each compared metric"), column("<metric> low", "lower end of its interval"),
      column("<metric> high", "its upper end"), column("<metric> difference", "to the first option; empty for the first"),
      column("<metric> difference low", "lower end of its interval"), column("<metric> difference high", "its upper end"),
    ])

  // MARK: sensitivity

  private static let sensitivityParts = [
    Part(
      "sensitivity.json", nil,
      head(
        "sensitivity",
        [
          scenarioKey, seedKey, column("replications", "plays at each value of an input"), partialKey,
          column("confidence", "level of all intervals"), column("root-finding", "how break points were found"),
          column("break-points", "a row for each target and input"), column("effects", "a row for each metric and input"),
        ])),
    Part(
      "sensitivity.json", "break-points",
      [
        column("target", "target"), column("input", "what was varied"),
        column("value", "at which the target is just met. Multipliers are absolute, absence is what is added to that of the scenario"),
        column("low", "lower end of its interval"), column("high", "its upper end"),
        column("met-up-to", "instead: the target is met as far as was looked"),
        column("missed-even-at", "instead: the target is missed as far as was looked"), column("n", "plays behind it"),
      ]),
    Part(
      "sensitivity.json", "effects",
      metricKeys + questionKeys + [
        column("input", "what was varied"),
        column("change", "by how much: 0.1 is ±10 % of a multiplier; absence in shares and staffing in people, upwards alone"),
        column(
          "effect",
          "on the metric, in the unit: of a multiplier half of the way from −`change` to +`change`, else from the scenario as it is to +`change`"
        ), column("low", "lower end; all intervals of one metric hold together"),
        column("high", "its upper end"), column("std-error", "standard error"),
        column("undefined-at", "values of the input that leave nothing to measure"), column("n", "pairs of plays"),
      ]),
  ]

  // MARK: explain

  private static let explanationParts = [
    Part(
      "explanation.json", nil,
      head(
        "explain",
        [
          scenarioKey, seedKey, column("replications", "plays that say whether the target is missed"), partialKey,
          column("confidence", "level of all intervals"), column("target", "its name"), scope.last!,
          column("state", "`missed`, `held`, or `undecided` where no contact decides it"), column("goal", "share that is to be in time"),
          column("service-level", "share that is"), column("low", "lower end of its interval"), column("high", "its upper end"),
          column("std-error", "standard error"), column("n", "plays behind it"),
          column("plays", "plays with each set of causes taken away; this and the next seven keys only of a missed target"),
          column("sets", "sets of causes that were taken away, none and all among them"),
          column("orders", "orders of the causes that were tried; `null`: every order"),
          column("misses", "contacts of these plays that missed, as the scenario stands"),
          column("rest", "contacts of them that miss whatever is taken away"),
          column("rest-percent", "the same of 100 misses, to one decimal: with `percent-of-all` of every cause 100.0"),
          column("rest-low", "lower end of its interval, of 1"), column("rest-high", "its upper end"),
          column("absent", "causes that the scenario does not have: nothing is because of them"),
          column("closest", "the intervals that keep the target by least, or miss it by most"),
          column("also-missed", "other targets that are missed"), column("causes", "a row for each cause, the largest first"),
        ])),
    Part("explanation.json", "closest", levelKeys), Part("explanation.json", "also-missed", levelKeys),
    Part(
      "explanation.json", "causes",
      [
        column("cause", "its name"), column("without", "how the same customers are played without it"),
        column("share", "of the misses that the causes have together: the Shapley value ÷ their number; below 0 where it helps"),
        column("low", "lower end of its interval; all intervals of the file hold together"), column("high", "its upper end"),
        column("percent", "`share` in percent to one decimal: they add up to exactly 100.0"),
        column("percent-of-all", "of all misses, likewise, with `rest-percent`"),
        column("misses", "a play"), column("misses-low", "lower end of its interval"), column("misses-high", "its upper end"),
        column(
          "order-error", "standard error of `misses` because only some orders were tried, which is in the intervals; 0 with every order"),
        column("units", "misses of all plays × `of`: of all causes they add up to (`misses` − `rest`) × `of` of the file, exactly"),
        column("of", "orders that the units are the sum over"),
      ]),
  ]

  private static let levelKeys = [
    column("target", "its name"), scope.last!, column("goal", "share that is to be in time"), column("service-level", "share that is"),
    column("low", "lower end of its interval"), column("high", "its upper end"), column("std-error", "standard error"),
    column("n", "plays behind it"),
  ]

  // MARK: gate

  private static let gateKeys = [column("scenario", "its name"), column("gate", "its name")]

  private static let gatePart =
    gateKeys + [column("metric", "name in the catalogue")] + scope + [
      column("baseline", "expected value before"), column("candidate", "and now"), column("difference", "candidate − baseline, paired"),
      column("low", "lower end; 95 % together within the list"), column("high", "its upper end"), column("std-error", "standard error"),
      column("n", "replications of each side"),
    ]

  private static let gateParts = [
    Part(
      "gate.json", nil,
      head(
        "gate",
        [
          column("verdict", "`pass`, `fail` or `undecided`, over all scenarios"),
          column("strict", "true where a weakened promise fails"),
          column("weakened", "rows of `promises` that weaken what was promised, or may"),
          partialKey, column("scenarios", "a row for each scenario"),
          column("promises", "what changed in the scenarios, a row for each difference in meaning"),
          column(
            "terms", "a row for each limit of the baseline that was weakened, as in `gates`: the candidate by the baseline's definitions"),
          column("changes", "for failed gates, a row for each part and for the intervals that got worse most"),
          column("health", "what is read together: a row for each number, with the direction in which it moved"),
          column("course", "for failed gates, a row for every interval, in order of time"),
          column("contacts", "for failed gates, who lost and gained most in the replication where it got worse most"),
          column("decisions", "the decisions behind it"), column("gates", "a row for each limit"),
        ])),
    Part(
      "gate.json", "scenarios",
      [
        column("scenario", "its name"), column("verdict", "over its gates, and where it is strict over what they promise"),
        column("gates-verdict", "over its gates alone"), column("weakened", "changes that weaken what was promised, or may"),
        column(
          "candidate",
          "this side: `file`, `policy`, `ref`, `commit` and the `digest` of the resolved text without its gates"),
        column("baseline", "the same of the other side"), column("identical", "true where both sides are the same text, gates included"),
        column("seed", "where all random numbers start"), column("replications", "played of each side"),
        column("budget", "replications of each side at most"), column("error-rate", "chance of any wrong verdict, at most"),
        column("procedure", "how verdicts are reached"), partialKey,
      ]),
    Part(
      "gate.json", "gates",
      gateKeys + metricKeys + scope + [
        column("condition", "`at-least`, `at-most` or `not-worse-by`"), column("limit", "in the unit"),
        column(
          "limit-share",
          "the margin as it was written, where it is a share of the baseline; `limit` is then that share of what the baseline came out as"),
        column("verdict", "`pass`, `fail`, `undecided`, or `not-compared` where the baseline has nothing of that name"),
        column("baseline", "expected value before, when the verdict fell"), column("candidate", "and now"),
        column("about", "what the next four are about: the `candidate`'s value, or the `difference` candidate − baseline"),
        column("estimate", "when the verdict fell"),
        column("low", "lower end of the interval that holds at all looks and for all limits together"), column("high", "its upper end"),
        column("std-error", "standard error"), column("n", "replications of each side behind it"),
        column("detectable", "distance from the limit that the whole budget would notice 9 times in 10"),
        column("replications-needed", "for an undecided one: what would decide it 9 times in 10"),
        column("file", "where the gate is written"), column("line", "and in which line"),
      ]),
    Part(
      "gate.json", "promises",
      [
        column("scenario", "its name; none where it is about a file of the folder"), column("file", "the scenario file"),
        column("section", "\(ScenarioDiff.sections.map { "`\($0.name)`" }.joined(separator: ", ")) or `scenarios`"),
        column("subject", "name of the target, gate, contact type …; none where it is about the scenario"),
        column("aspect", "the key that changed; none where all of it is new or gone"),
        column("event", "\(ScenarioChange.Event.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))"),
        column(
          "effect",
          "`weaker` (less is promised, or it is easier to keep), `unclear` (nobody can tell), `stronger`, or `none` (names, and what gates judge)"
        ),
        column("weakening", "true for `weaker` and `unclear`: a strict gate fails"),
        column("by-setting", "true where `--set` did it, and not a file"),
        column("baseline", "before, where it is a number: seconds, shares from 0 to 1, hours, money, means of distributions"),
        column("baseline-words", "before, in words"), column("candidate", "and now"), column("candidate-words", "and now, in words"),
        column("sentence", "all of it in words"),
      ]),
    Part("gate.json", "changes", gatePart),
    Part("gate.json", "health", [column("scenario", "its name")] + healthKeys),
    Part(
      "gate.json", "contacts",
      gateKeys + [
        column("replication", "from 0"), column("effect", "`lost` or `gained`"), column("contact", "contact type"),
        column("arrived-s", "seconds from the start of the horizon"), column("arrived-at", "the same on the local clock"),
        column("baseline-arrived-s", "when it arrived before: another time where demand differs"),
        column("baseline-outcome", "what became of it before"), column("baseline-waited-s", "how long it waited before, seconds"),
        column("candidate-outcome", "what becomes of it now"), column("candidate-waited-s", "how long it waits now, seconds"),
      ]),
    Part(
      "gate.json", "decisions",
      gateKeys + [
        column("replication", "from 0"), column("time-s", "seconds from the start of the horizon"), column("sentence", "what was decided"),
      ]),
  ]

  // MARK: staff

  private static let staffingParts = [
    Part(
      "staffing.json", nil,
      head(
        "staff",
        [
          scenarioKey, seedKey, column("replications", "fresh plays that the plan was shown on"),
          column("partial", "true when a signal ended the search early: the plan is the best until then"),
          column("confidence", "of each interval"), column("asked-of", "where targets must hold: `interval` or `day`"),
          column("confidence-of-day", "with `--confidence-of-day`: the share of days"),
          column("worst-abandonment", "with `--worst-abandonment`: the share of any contact type that may go unanswered"),
          column("plan", "what the plan gives"),
          column("present", "the same for the scenario as it is"), column("certain", "the same for the asked share of days"),
          column("requirements", "the lines of `requirements.csv`, with numbers as numbers"),
        ])),
    Part(
      "staffing.json", "plan",
      [
        column("hours", "people on the floor, in hours"),
        column("cost", "what `run` says they cost, paid breaks and overtime included; null without costs"),
        column(
          "targets",
          "by name: `estimate`, `low`, `high` of the service level, and `day-meets-target`, `day-low`, `day-high` for one day"),
        column(
          "contact-types", "by name: share of accepted contacts that go `unanswered`, its `low` and `high`, and how much may (`at-most`)"),
      ]),
  ]
}
