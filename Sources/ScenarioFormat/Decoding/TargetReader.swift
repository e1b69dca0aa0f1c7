import SimulationCore
import SupportModel

/// Reads targets and shared limits: what is promised, and how much room there is.
struct TargetReader {
  let decoding: Decoding
  let selectors: SelectorReader

  func read(_ field: Field) -> Target? {
    guard let section = Section(field, .target, decoding, name: field.node["name"]?.scalar) else { return nil }
    let everything = (types: Array(decoding.names.contacts.indices), label: "all contacts")
    let selection = section["for"] == nil ? everything : section["for"].flatMap(selectors.read)
    let clocks = ClockReader(decoding: decoding)
    let measure = section.exactlyOne(Target.Measure.allCases.map(\.rawValue), "the target").flatMap(Target.Measure.init)
    let durations = measure.flatMap { measure in
      section[measure.rawValue].flatMap { clocks.durations($0, hasClock: section["clock"] != nil) }
    }
    let terms = clocks.terms(section, measure ?? .resolution)
    let goal = section.share("goal")
    let abandons = section.word("abandons", Target.Abandons.self) ?? .missed
    let short = section.duration("short-abandon")
    if abandons == .metShort, section["short-abandon"] == nil, let field = section["abandons"] {
      decoding.report("`met-short` does not say how short", expected: "`short-abandon` beside it, as in short-abandon: 5s", at: field)
    }
    let name = section.text("name")
    guard let selection, let measure, let durations, let goal else { return nil }
    let what = measure == .answer ? "" : measure.rawValue + " "
    let made =
      "\(selection.label) \(what)\(percent(goal)) in \(durations.spelled(decoding.names.priorities, onClock: terms.calendar != nil))"
    return Target(
      name: name ?? made, contactTypes: selection.types, measure: measure, durations: durations, terms: terms, goal: goal,
      abandons: abandons, shortAbandon: short)
  }

  func limit(_ field: Field) -> SharedLimit? {
    guard let section = Section(field, .limit, decoding) else { return nil }
    let selection = section["for"].flatMap(selectors.read)
    let inSystem = section.count("in-system")
    let waiting = section.count("waiting")
    if field.node["in-system"] == nil, field.node["waiting"] == nil {
      decoding.report("the limit limits nothing", expected: "`in-system`, `waiting` or both", at: field)
    }
    guard let selection else { return nil }
    return SharedLimit(contactTypes: selection.types, inSystem: inSystem, waiting: waiting, label: selection.label)
  }
}

/// `80%`, `99.5%`.
func percent(_ share: Double) -> String {
  let value = (share * 100_000).rounded() / 1000
  return "\(plain(value))%"
}
