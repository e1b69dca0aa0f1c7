import ServiceMetrics
import SimulationCore
import SupportModel
import SupportPolicies

/// The scenario format as JSON Schema (draft 2020-12), for the completion of editors. It is made from the key tables and catalogues that the
/// decoder reads, so the two cannot drift.
///
/// A file with `extends` is a patch: nothing is required in it and null removes. So every section has two definitions, a full one and `…-patch`.
/// A schema cannot check names, ranges that depend on each other or files; `muster check` does.
package enum SchemaExport {
  /// The schema, ending in a new line. A gate's limits are held to the unit of its metric.
  package static func text() -> String { schema().text() + "\n" }

  static func schema() -> JSONText {
    var writer = SchemaWriter()
    let full = writer.kind(.section(.scenario), isPatch: false)
    let patch = writer.kind(.section(.scenario), isPatch: true)
    return .object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string("Muster scenario, version 1")),
      ("type", .string("object")),
      ("if", .object([("required", .array([.string("extends")]))])),
      ("then", patch),
      ("else", full),
      ("$defs", .object(writer.sortedDefinitions)),
    ])
  }
}

/// Collects definitions while it walks the key tables.
struct SchemaWriter {
  private var definitions: [String: JSONText] = [:]

  var sortedDefinitions: [(String, JSONText)] { definitions.sorted { $0.key < $1.key } }

  /// A reference to a definition, made on first use.
  private mutating func define(_ name: String, _ make: (inout SchemaWriter) -> JSONText) -> JSONText {
    if definitions[name] == nil {
      definitions[name] = .bool(true)  // stops recursion
      definitions[name] = make(&self)
    }
    return .object([("$ref", .string("#/$defs/\(name)"))])
  }

  // MARK: Kinds

  mutating func kind(_ kind: ValueKind, isPatch: Bool) -> JSONText {
    switch kind {
    case .text, .name: return define("text") { _ in .type("string", "number", "boolean") }
    case .path: return .type("string")
    case .flag: return define("flag") { _ in .object([("enum", .array([.bool(true), .bool(false), .string("true"), .string("false")]))]) }
    case .word(let words): return .words(words)
    case .duration:
      return define("duration") { _ in .pattern("^\\s*([0-9.]+\\s*(w|d|h|m|s|ms)\\s*)+$", "a duration such as 20s, 5m, 1h30m or 2d") }
    case .clockDuration: return .any([self.kind(.duration, isPatch: isPatch), .pattern("^[0-9]+ *bd$", "business days such as 2bd")])
    case .rate: return define("rate") { _ in .pattern("^\\s*[0-9.eE+]+\\s*/\\s*(s|m|min|h|d|w)\\s*$", "a rate such as 120/h or 2400/d") }
    case .share:
      return define("share") { _ in
        .any([
          .object([("type", .string("number")), ("minimum", .number(0)), ("maximum", .number(1))]),
          .pattern("^[0-9.eE+-]+\\s*%?$", "a share such as 80% or 0.8"),
        ])
      }
    case .ratio:
      return define("ratio") { _ in
        .any([
          .object([("type", .string("number")), ("minimum", .number(0))]), .pattern("^[0-9.eE+-]+\\s*%?$", "a number such as 0.3 or 30%"),
        ])
      }
    case .metric:
      let names = MetricCatalog.all.map(\.name)
      return names.isEmpty ? self.kind(.text, isPatch: isPatch) : define("metric") { _ in .words(names) }
    case .number: return define("number") { _ in .any([.type("number"), .pattern("^[-+]?[0-9.]+([eE][-+]?[0-9]+)?$", "a number")]) }
    case .integer: return define("integer") { _ in .any([.type("integer"), .pattern("^[-+]?[0-9]+$", "a whole number")]) }
    case .count, .seed:
      return define("count") { _ in
        .any([.object([("type", .string("integer")), ("minimum", .number(0))]), .pattern("^[0-9]+$", "a whole number of 0 or more")])
      }
    case .timeOfDay:
      return define("time-of-day") { _ in .pattern("^\\s*[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?\\s*$", "a time of day such as 09:00") }
    case .date: return define("date") { _ in .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "a date such as 2026-09-14") }
    case .instant:
      return define("instant") { _ in .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}([T t].+)?$", "a date and time such as 2026-09-14T09:00") }
    case .days: return define("days") { _ in .pattern("^[a-z ,-]+$", "days such as mon-fri, sat or mon,wed") }
    case .hours: return define("hours") { _ in .pattern("^\\s*[0-9:]+\\s*-\\s*[0-9:]+\\s*$", "hours such as 09:00-17:00") }
    case .distribution, .numberDistribution, .timedDistribution: return distribution(kind, isPatch: isPatch)
    case .demandShape: return demandShape(isPatch: isPatch)
    case .agentCriteria: return criteria("agent-criteria", AgentCriterionCatalog.all.map { ($0.name, $0.help, $0.parameters) })
    case .contactCriteria: return criteria("contact-criteria", ContactCriterionCatalog.all.map { ($0.name, $0.help, $0.parameters) })
    case .list(let element): return .object([("type", .string("array")), ("items", self.kind(element, isPatch: false))])
    case .oneOrMany(let element):
      return .any([self.kind(element, isPatch: isPatch), self.kind(.list(element), isPatch: false)])
    case .named(let element):
      return .object([("type", .string("object")), ("additionalProperties", value(element, isPatch: isPatch))])
    case .section(let table): return section(table, isPatch: isPatch)
    case .measure, .margin, .moment, .priority, .either: return any(kind.alternatives, isPatch)
    case .patches:
      let patch = section(.option, isPatch: true)
      return .object([
        ("type", .string("object")), ("minProperties", .number(1)),
        ("additionalProperties", isPatch ? .any([patch, .type("null")]) : patch),
      ])
    }
  }

  private mutating func any(_ kinds: [ValueKind], _ isPatch: Bool) -> JSONText { .any(kinds.map { kind($0, isPatch: isPatch) }) }

  /// A value inside a map: in a patch null is allowed everywhere.
  private mutating func value(_ kind: ValueKind, isPatch: Bool) -> JSONText {
    let schema = self.kind(kind, isPatch: isPatch)
    return isPatch ? .any([schema, .type("null")]) : schema
  }

  private mutating func section(_ table: KeyTable, isPatch: Bool) -> JSONText {
    define(table.name + (isPatch ? "-patch" : "")) { writer in
      var properties: [(String, JSONText)] = []
      for key in table.keys {
        if let harmless = key.notYet {
          if !harmless.isEmpty { properties.append((key.name, .words(harmless, help: key.help))) }
        } else {
          properties.append((key.name, writer.value(key.kind, isPatch: isPatch).describing(key.help)))
        }
      }
      var entries: [(String, JSONText)] = [("description", .string(table.help)), ("type", .string("object"))]
      entries += [("properties", .object(properties)), ("additionalProperties", .bool(false))]
      let required = table.keys.filter(\.isRequired).map { JSONText.string($0.name) }
      if !isPatch, !required.isEmpty { entries.append(("required", .array(required))) }
      if !isPatch, !table.oneOf.isEmpty {
        entries.append(("oneOf", .array(table.oneOf.map { .object([("required", .array([.string($0)]))]) })))
      }
      if !isPatch { entries += writer.limits(of: table) }
      return .object(entries)
    }
  }

  /// Where a metric is named, limits are in its unit, and a margin is in it or a part of what there was before: `5%` of a time is a margin but
  /// no limit, `5%` of a share is percentage points in both.
  private mutating func limits(of table: KeyTable) -> [(String, JSONText)] {
    guard let named = table.keys.first(where: { if case .metric = $0.kind { true } else { false } }) else { return [] }
    var conditions: [JSONText] = []
    for (unit, kind) in [(MeasureText.Unit.share, ValueKind.share), (.seconds, .duration), (.hours, .duration), (.number, .number)] {
      let names = MetricCatalog.all.filter { $0.measure == unit }.map(\.name)
      if names.isEmpty { continue }
      var properties: [(String, JSONText)] = []
      for key in table.keys {
        let limit = self.kind(kind, isPatch: false)
        switch key.kind {
        case .measure: properties.append((key.name, limit))
        case .margin: properties.append((key.name, unit == .share ? limit : .any([limit, part()])))
        default: break
        }
      }
      let condition = JSONText.object([
        ("properties", .object([(named.name, .words(names))])), ("required", .array([.string(named.name)])),
      ])
      conditions.append(.object([("if", condition), ("then", .object([("properties", .object(properties))]))]))
    }
    return conditions.isEmpty ? [] : [("allOf", .array(conditions))]
  }

  private mutating func part() -> JSONText {
    define("part-of-baseline") { _ in .pattern("^[0-9.eE+-]+\\s*%$", "a part of what there was before, such as 5%") }
  }

  // MARK: Catalogues

  private mutating func distribution(_ kind: ValueKind, isPatch: Bool) -> JSONText {
    let suffix = isPatch ? "-patch" : ""
    switch kind {
    case .timedDistribution:
      return define("timed-distribution" + suffix) { writer in
        .any([writer.distribution(.distribution, isPatch: isPatch), writer.section(.byTime, isPatch: isPatch)])
      }
    case .numberDistribution:
      return define("number-distribution" + suffix) { writer in
        // Beside the distribution of a busyness factor stands the name it is shared as.
        writer.families(plainNumbers: true, isPatch: isPatch, also: [("shared-as", .type("string", "number"))])
      }
    default: return define("distribution" + suffix) { writer in writer.families(plainNumbers: false, isPatch: isPatch, also: []) }
    }
  }

  private mutating func families(plainNumbers: Bool, isPatch: Bool, also: [(String, JSONText)]) -> JSONText {
    var properties: [(String, JSONText)] = []
    for family in DistributionCatalog.all {
      let schema = forms(family.forms, plainNumbers: plainNumbers, isPatch: isPatch)
      properties.append((family.name, (isPatch ? .any([schema, .type("null")]) : schema).describing(family.help)))
    }
    for modifier in DistributionModifierCatalog.all {
      let schema = parameter(modifier.parameter, plainNumbers: plainNumbers, isPatch: isPatch)
      properties.append((modifier.name, (isPatch ? .any([schema, .type("null")]) : schema).describing(modifier.help)))
    }
    var object: [(String, JSONText)] = [
      ("type", .string("object")), ("properties", .object(properties + also)), ("additionalProperties", .bool(false)),
    ]
    if !isPatch {
      object.append(("oneOf", .array(DistributionCatalog.all.map { .object([("required", .array([.string($0.name)]))]) })))
    }
    return .any([.object(object), kind(plainNumbers ? .number : .duration, isPatch: false)])
  }

  private mutating func demandShape(isPatch: Bool) -> JSONText {
    define("demand-shape") { writer in
      let properties = DemandShapeCatalog.all.map {
        ($0.name, writer.forms($0.forms, plainNumbers: false, isPatch: false).describing($0.help))
      }
      return .object([
        ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .bool(false)),
        ("minProperties", .number(1)), ("maxProperties", .number(1)),
      ])
    }
  }

  /// The parameters of a catalogue entry: one of its forms, or its only parameter by itself.
  private mutating func forms(_ forms: [[Parameter]], plainNumbers: Bool, isPatch: Bool) -> JSONText {
    var choices: [JSONText] = []
    if isPatch {
      var seen: Set<String> = []
      let all = forms.flatMap { $0 }.filter { seen.insert($0.name).inserted }
      choices.append(object(all, plainNumbers: plainNumbers, isPatch: true))
    } else {
      choices += forms.map { object($0, plainNumbers: plainNumbers, isPatch: false) }
    }
    for form in forms where form.filter({ !$0.isOptional }).count == 1 {
      choices.append(parameter(form.first { !$0.isOptional }!, plainNumbers: plainNumbers, isPatch: false))
    }
    return .any(choices)
  }

  private mutating func object(_ parameters: [Parameter], plainNumbers: Bool, isPatch: Bool) -> JSONText {
    let properties = parameters.map { parameter in
      let schema = self.parameter(parameter, plainNumbers: plainNumbers, isPatch: isPatch)
      return (parameter.name, (isPatch ? .any([schema, .type("null")]) : schema).describing(parameter.help))
    }
    var entries: [(String, JSONText)] = [
      ("type", .string("object")), ("properties", .object(properties)), ("additionalProperties", .bool(false)),
    ]
    let required = parameters.filter { !$0.isOptional }.map { JSONText.string($0.name) }
    if !isPatch, !required.isEmpty { entries.append(("required", .array(required))) }
    return .object(entries)
  }

  private mutating func parameter(_ parameter: Parameter, plainNumbers: Bool, isPatch: Bool) -> JSONText {
    switch parameter.kind {
    case .distribution: return distribution(plainNumbers ? .numberDistribution : .distribution, isPatch: false)
    case .mixture: return kind(.list(.section(plainNumbers ? .plainMixturePart : .mixturePart)), isPatch: false)
    default: break
    }
    let isDuration = parameter.kind == .duration || parameter.kind == .durations
    let isNumber = parameter.kind == .number || parameter.kind == .numbers
    let element = kind(isDuration && plainNumbers ? .number : isNumber ? .ratio : parameter.valueKind, isPatch: false)
    guard parameter.isList else { return element }
    let row = JSONText.object([("type", .string("array")), ("items", element)])
    return .any([
      .object([("type", .string("array")), ("items", .any([element, row])), ("minItems", .number(1))]),
      section(.columnSource, isPatch: false),
    ])
  }

  private mutating func criteria(_ name: String, _ families: [(name: String, help: String, parameters: CriterionParameterKind)]) -> JSONText
  {
    define(name) { writer in
      let bare = families.filter { $0.parameters == .none || $0.parameters == .weightByContactType }.map(\.name)
      var choices: [JSONText] = [.words(bare)]
      for family in families where family.parameters != .none {
        let inner: ValueKind = family.parameters == .weightByContactType ? .named(.number) : .named(.oneOrMany(.name(of: "name")))
        choices.append(
          .object([
            ("description", .string(family.help)), ("type", .string("object")),
            ("properties", .object([(family.name, writer.kind(inner, isPatch: false))])), ("additionalProperties", .bool(false)),
            ("required", .array([.string(family.name)])),
          ]))
      }
      let one = JSONText.any(choices)
      return .any([one, .object([("type", .string("array")), ("items", one), ("minItems", .number(1))])])
    }
  }
}

extension JSONText {
  static func type(_ names: String...) -> JSONText {
    .object([("type", names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) }))])
  }

  static func any(_ choices: [JSONText]) -> JSONText { choices.count == 1 ? choices[0] : .object([("anyOf", .array(choices))]) }

  static func pattern(_ pattern: String, _ help: String) -> JSONText {
    .object([("description", .string(help)), ("type", .string("string")), ("pattern", .string(pattern))])
  }

  /// One of these words; those that look like numbers or truth values may be written as such.
  static func words(_ words: [String], help: String? = nil) -> JSONText {
    var values: [JSONText] = []
    for word in words {
      values.append(.string(word))
      if let number = decimalNumber(word) { values.append(.number(number)) }
      if word == "true" || word == "false" { values.append(.bool(word == "true")) }
    }
    return .object((help.map { [("description", JSONText.string($0))] } ?? []) + [("enum", .array(values))])
  }

  /// The same with a description in front.
  func describing(_ help: String) -> JSONText {
    guard case .object(let entries) = self else { return self }
    return .object([("description", .string(help))] + entries.filter { $0.0 != "description" })
  }
}

extension ValueKind {
  /// The kinds of which a value may be any; empty where it is of one kind.
  fileprivate var alternatives: [ValueKind] {
    switch self {
    case .measure: [.share, .duration, .number]
    case .margin: [.measure]
    case .moment: [.instant, .timeOfDay, .duration]
    case .priority: [.integer, .text]
    case .either(let kinds): kinds
    default: []
    }
  }
}
