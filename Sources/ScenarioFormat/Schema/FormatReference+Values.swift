/// How values are named, written and measured in the reference.
extension FormatReference {
  /// The kinds of single values, with what is counted.
  static let values: [(name: String, kind: ValueKind, unit: String)] = [
    ("text", .text, ""), ("path", .path, "from the folder of the scenario"), ("flag", .flag, ""),
    ("duration", .duration, "w, d, h, m, s, ms"), ("promised time", .clockDuration, "as a duration, and bd"), ("priority", .priority, ""),
    ("rate", .rate, "contacts per s, m, h, d or w"), ("share", .share, "0 to 1, or %"), ("ratio", .ratio, "1, or %"),
    ("number", .number, "as the key says"), ("whole number", .integer, ""), ("count", .count, "contacts, people or plays"),
    ("seed", .seed, ""), ("time of day", .timeOfDay, "local"), ("date", .date, "local"), ("instant", .instant, "local to the time zone"),
    ("days", .days, ""), ("hours", .hours, "local"), ("measure", .measure, "the metric's"), ("margin", .margin, "the metric's"),
    ("distribution", .distribution, "durations"), ("distribution of numbers", .numberDistribution, "1"),
  ]

  /// What stands behind a key, with links to what is explained elsewhere.
  static func words(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "text"
    case .path: "path"
    case .flag: "flag"
    case .word(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .duration: "duration"
    case .clockDuration: "promised time"
    case .priority: "priority"
    case .rate: "rate"
    case .share: "share"
    case .measure: "measure"
    case .margin: "margin"
    case .metric: "name of a metric (`muster catalog metrics`)"
    case .ratio: "ratio"
    case .number: "number"
    case .integer: "whole number"
    case .count: "count"
    case .seed: "seed"
    case .timeOfDay: "time of day"
    case .date: "date"
    case .instant: "instant"
    case .moment: "instant; without dates a time of day or a duration from the start"
    case .days: "days"
    case .hours: "hours"
    case .name(let what): "name of a \(what)"
    case .distribution: "[distribution](#distributions)"
    case .timedDistribution: "[distribution](#distributions), or [by time](#by-time)"
    case .numberDistribution: "[distribution](#distributions) of numbers"
    case .demandShape: "[shape](#demand-shapes)"
    case .agentCriteria: "list of [agent criteria](#agent-criteria)"
    case .contactCriteria: "list of [contact criteria](#contact-criteria)"
    case .list(let element): "list of \(words(element))"
    case .oneOrMany(let element): "\(words(element)), or a list"
    case .named(let element): "map of names, each \(words(element))"
    case .section(let table): "[\(table.title.hasPrefix("the ") ? String(table.title.dropFirst(4)) : table.title)](#\(table.name))"
    case .either(let kinds): kinds.map(words).joined(separator: ", or ")
    case .patches: "map of names, each a part of a scenario"
    }
  }

  /// A value that the key may have.
  static func example(_ key: Key) -> String { key.example ?? example(key.kind) }

  private static func example(_ kind: ValueKind) -> String {
    switch kind {
    case .text: "words"
    case .path: "file.csv"
    case .flag: "true"
    case .word(let words): words.first ?? ""
    case .duration: "30m"
    case .rate: "120/h"
    case .share, .margin: "5%"
    case .measure: "80%"
    case .metric: "service-level"
    case .ratio, .number: "1.1"
    case .integer, .count: "12"
    case .priority: "1"
    case .clockDuration: "4h"
    case .seed: "20260914"
    case .timeOfDay: "08:00"
    case .date: "2026-09-14"
    case .instant, .moment: "2026-09-14T08:00"
    case .days: "mon-fri"
    case .hours: "09:00-17:00"
    case .name(let what): names[what] ?? "call"
    case .distribution, .timedDistribution: "{exponential: {mean: 3m}}"
    case .numberDistribution: "{gamma: {mean: 1, cv: 0.3}}"
    case .demandShape: "{spike: {rise: 20m, half-life: 3h}}"
    case .agentCriteria: "[longest-idle]"
    case .contactCriteria: "[priority, longest-wait]"
    case .list(let element): "[\(example(element))]"
    case .oneOrMany(let element): example(element)
    case .named(let element): "{\(named(element)): \(example(element))}"
    case .section(let table): table.example ?? "{…}"
    case .either(let kinds): kinds.first.map(example) ?? ""
    case .patches: "{more: {agents: {desk: {count: 9}}}}"
    }
  }

  private static let names = [
    "time zone": "Europe/Berlin", "channel": "phone", "calendar": "office", "agent group": "desk", "skill": "call",
    "target": "Phones 80/20",
  ]

  /// A name for an entry of a map.
  private static func named(_ kind: ValueKind) -> String {
    guard case .section(let table) = kind else { return "call" }
    return ["calendar": "office", "channel": "phone", "shift": "early", "agent-group": "desk"][table.name] ?? "call"
  }
}
