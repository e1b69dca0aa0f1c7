import SupportModel

/// What may stand behind a key. The decoder, the messages and the JSON Schema all read it.
indirect enum ValueKind: Sendable {
  case text
  case path
  case flag
  /// One of these words.
  case word([String])
  case duration
  /// A duration of a target: with a `clock` also business days.
  case clockDuration
  case rate
  case share
  /// A share, a duration or a number, in the unit of a metric: a limit, a half-width.
  case measure
  /// A measure, or a part of what there was before: `5%`.
  case margin
  /// The name of a metric.
  case metric
  /// A coefficient of variation: `12%` or 0.12, may exceed 100 %.
  case ratio
  case number
  case integer
  /// A whole number, or the name of one.
  case priority
  case count
  case seed
  case timeOfDay
  case date
  case instant
  /// An instant of the horizon: a date and time; without dates a time of day or a duration from the start.
  case moment
  case days
  case hours
  /// The name of something declared elsewhere: `channel`, `calendar` …
  case name(of: String)
  /// Any distribution of the catalogue, of durations.
  case distribution
  /// The same, or `by-time`.
  case timedDistribution
  /// Any distribution of the catalogue, of plain numbers.
  case numberDistribution
  case demandShape
  case agentCriteria
  case contactCriteria
  case list(ValueKind)
  /// A single one may be written without the brackets.
  case oneOrMany(ValueKind)
  /// A map with free names.
  case named(ValueKind)
  case section(KeyTable)
  case either([ValueKind])
  /// Names, each with a patch on the scenario.
  case patches

  /// What to write, for messages: `a duration such as 20s …`.
  var expectation: String {
    switch self {
    case .text: return "a text"
    case .path: return "the path of a file"
    case .flag: return "true or false"
    case .word(let words): return orList(words)
    case .duration: return DurationText.expectation
    case .rate: return RateText.expectation
    case .share: return "a share such as 80% or 0.8"
    case .measure: return "a share such as 0.5%, a duration such as 2s or a number"
    case .margin: return "a share such as 1%, a duration such as 20s, a number, or 5% of what there was before"
    case .metric: return "the name of a metric"
    case .ratio: return "a number such as 0.3 or 30%"
    case .number: return "a plain number such as 12 or 0.5"
    case .integer: return "a whole number such as 2"
    case .priority: return "a whole number such as 2, or one of the names under `priorities`"
    case .clockDuration: return "a duration such as 20s or 4h, or with a `clock` business days such as 2bd"
    case .count: return "a count such as 12"
    case .seed: return "a whole number"
    case .timeOfDay: return TimeOfDay.expectation
    case .date: return DateText.expectation
    case .instant: return InstantText.expectation
    case .moment: return InstantText.expectation
    case .days: return DaySet.expectation
    case .hours: return HoursText.expectation
    case .name(let what): return "the name of a \(what)"
    case .distribution: return "a distribution such as {exponential: {mean: 3m}}"
    case .timedDistribution: return "a distribution such as {exponential: {mean: 3m}}"
    case .numberDistribution: return "a distribution of plain numbers such as {gamma: {mean: 1, cv: 0.3}}"
    case .demandShape: return "a shape such as {spike: {rise: 20m, half-life: 3h}}"
    case .agentCriteria: return "a list of criteria such as [longest-idle]"
    case .contactCriteria: return "a list of criteria such as [longest-wait]"
    case .list(let element): return "a list, each \(element.expectation)"
    case .oneOrMany(let element): return element.expectation + ", or a list of them"
    case .named(let element): return "a map of names, each with \(element.expectation)"
    case .section(let table): return table.example.map { "a map such as \($0)" } ?? "a map"
    case .either(let kinds): return kinds.map(\.expectation).joined(separator: ", or ")
    case .patches: return "a map of names, each with a patch on the scenario"
    }
  }
}

/// One key of a section.
struct Key: Sendable {
  var name: String
  var kind: ValueKind
  /// One line of help, without what happens when the key is left out.
  var meaning: String
  var isRequired: Bool
  /// What holds when it is left out: `30m`, `the horizon's`.
  var leftOut: String?
  /// A value in YAML, where the kind alone does not show one.
  var example: String?
  /// Belongs to a later release; only these values, which change nothing, are accepted.
  var notYet: [String]?
  /// What the absence of a key that cannot be played yet does to the numbers.
  var withoutIt = ""

  init(
    _ name: String, _ kind: ValueKind, _ meaning: String, isRequired: Bool = false, leftOut: String? = nil, example: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.meaning = meaning
    self.isRequired = isRequired
    self.leftOut = leftOut
    self.example = example
    self.notYet = nil
  }

  /// One line: `reporting bucket; 30m when left out`.
  var help: String { leftOut.map { "\(meaning); \($0) when left out" } ?? meaning }

  /// A key of the design that this release cannot play.
  ///
  /// - Parameter without: what its absence does to the numbers, to be said after "without it".
  static func later(_ name: String, without: String, harmless: [String] = []) -> Key {
    var key = Key(name, .word(harmless), "comes in a later release; without it \(without)")
    key.notYet = harmless
    key.withoutIt = without
    return key
  }
}

/// The keys of one kind of map in a scenario: the one description that the decoder, "did you mean" and the JSON Schema share.
struct KeyTable: Sendable {
  /// `contact type`, for messages: "in a contact type".
  var title: String
  /// Name in the JSON Schema, kebab-case.
  var name: String
  var help: String
  /// A use in YAML.
  var example: String?
  var keys: [Key]
  /// Exactly one of these keys is there; empty: no such rule.
  var oneOf: [String] = []
  private var positions: [String: Int]

  init(_ name: String, _ title: String, help: String, example: String? = nil, _ keys: [Key]) {
    self.name = name
    self.title = title
    self.help = help
    self.example = example
    self.keys = keys
    self.positions = Dictionary(keys.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The same table where exactly one of some keys must be there.
  func exactlyOne(_ keys: String...) -> KeyTable {
    var table = self
    table.oneOf = keys
    return table
  }

  subscript(name: String) -> Key? { positions[name].map { keys[$0] } }

  /// `a contact type`, `an agent group`, `the horizon`.
  var article: String {
    if title.hasPrefix("the ") { return title }
    return ("aeiou".contains(title.first ?? "x") ? "an " : "a ") + title
  }
}
