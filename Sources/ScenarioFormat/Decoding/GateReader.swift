import ServiceMetrics
import SimulationCore
import SupportModel

/// Reads gates: the metric, what it is about, and the limits in the metric's unit.
struct GateReader {
  let decoding: Decoding
  let targets: [Target]
  /// Some targets could not be read: their own problems are enough.
  let targetsAreWhole: Bool
  let groups: [AgentGroup]

  func read(_ field: Field) -> Gate? {
    guard let section = Section(field, .gate, decoding, name: field.node["name"]?.scalar) else { return nil }
    let name = section.text("name")
    guard let about = section.exactlyOne(KeyTable.gate.oneOf, "the gate") else { return nil }
    if about == "health" { return health(section, name) }
    let metric = section["metric"].flatMap { MetricName(decoding: decoding).read($0) }
    let subject = self.subject(section, metric)
    var atLeast: Double?
    var atMost: Double?
    var notWorseBy: Double?
    var isWrong = false
    func limit(_ key: String) -> Double? {
      guard let field = section[key] else { return nil }
      let value = measure(field, metric)
      if value == nil { isWrong = true }
      return value
    }
    atLeast = limit("at-least")
    atMost = limit("at-most")
    // Of a share, 1% is a percentage point; of anything else it is a part of what there was before.
    var notWorseByShare: Double?
    if let field = section["not-worse-by"], let metric, metric.measure != .share, field.node.word?.hasSuffix("%") == true {
      notWorseByShare = decoding.share(field)
      if notWorseByShare == nil { isWrong = true }
    } else {
      notWorseBy = limit("not-worse-by")
    }
    if ["at-least", "at-most", "not-worse-by"].allSatisfy({ field.node[$0] == nil }) {
      decoding.report("the gate limits nothing", expected: "`at-least`, `at-most` or `not-worse-by`", at: field)
      isWrong = true
    }
    if let atLeast, let atMost, atLeast > atMost, let field = section["at-most"] {
      decoding.report("`at-most` is below `at-least`", expected: "a range that something can lie in", at: field)
      isWrong = true
    }
    if let metric, metric.direction == .neutral, let field = section["not-worse-by"] {
      decoding.report(
        "neither more nor less of `\(metric.name)` is worse", expected: "`at-least` or `at-most` for this metric", at: field)
      isWrong = true
    }
    guard !isWrong, let metric, let subject else { return nil }
    return Gate(
      name: name ?? made(metric.name, subject), metric: metric.name, subject: subject, atLeast: atLeast, atMost: atMost,
      notWorseBy: notWorseBy,
      notWorseByShare: notWorseByShare, place: place(field))
  }

  /// The set: over everything, and no worse than before.
  private func health(_ section: Section, _ name: String?) -> Gate? {
    for key in ["target", "for", "at-least", "at-most"] where section.field.node[key] != nil {
      guard let field = section[key] else { continue }
      decoding.report(
        "`\(key)` goes with `metric`, and the gate guards the whole set", expected: "`health: not-worse` alone, or with `not-worse-by`",
        at: field)
    }
    guard let field = section["health"], decoding.word(field, among: ["not-worse"]) != nil else { return nil }
    var margin: Double?
    if let field = section["not-worse-by"] {
      margin = decoding.share(field)
      if margin == nil { return nil }
    }
    return HealthGate.written(name, margin: margin, at: place(section.field))
  }

  private func place(_ field: Field) -> Gate.Place {
    field.place.line > 0 ? Gate.Place(file: field.place.file, line: field.place.line, column: field.place.column) : Gate.Place()
  }

  // MARK: What it is about

  private func subject(_ section: Section, _ metric: Metric?) -> Gate.Subject? {
    if let target = section["target"], section["for"] != nil {
      decoding.report("the gate has `target` and `for` together", expected: "one of them", at: target)
      return nil
    }
    if let field = section["target"] {
      guard let name = decoding.text(field) else { return nil }
      if !targetsAreWhole { return nil }
      guard let index = decoding.find(name, in: targets.map(\.name), "target", at: field) else { return nil }
      if let metric, metric.side != .targets {
        decoding.report(
          "`\(metric.name)` is not measured by target",
          expected: "`for` with a \(metric.side == .people ? "group" : "contact type, channel, segment or priority")", at: field)
        return nil
      }
      return .target(index)
    }
    if let field = section["for"] { return self.scope(field, metric) }
    if section.field.node["target"] != nil || section.field.node["for"] != nil { return nil }
    // Nothing is named: the total, or the one target there is.
    guard metric?.side == .targets, metric?.hasTotal == false else {
      guard metric != nil else { return nil }
      return hasCost(metric, section.field) ? .total : nil
    }
    if targets.count == 1 { return .target(0) }
    if targetsAreWhole {
      decoding.report(
        "`\(metric?.name ?? "")` is measured by target and the gate names none",
        expected: targets.isEmpty ? "a `targets` section and its name as `target`" : "`target` with \(quotedList(targets.map(\.name)))",
        at: section.field)
    }
    return nil
  }

  /// Money is counted where it is spent: only groups with a cost have it.
  private func hasCost(_ metric: Metric?, group: Int? = nil, _ field: Field) -> Bool {
    guard let metric, metric.coverage == .pricedPeople, groups.count == decoding.names.groups.count else { return true }
    let priced = group.map { groups[$0].cost != nil } ?? groups.contains { $0.cost != nil }
    if !priced {
      let whose = group.map { "`\(groups[$0].name)`" } ?? "no group"
      decoding.report(
        "\(whose) has \(group == nil ? "a" : "no") `cost`, so there is no `\(metric.name)`", expected: "`cost: {per-hour: …}`", at: field)
    }
    return priced
  }

  /// A name, or one property with a name: `billing-call`, `{channel: phone}`.
  private func scope(_ field: Field, _ metric: Metric?) -> Gate.Subject? {
    let names = decoding.names
    typealias Place = (key: String, what: String, known: [String], make: (Int) -> Gate.Subject)
    let contacts: [Place] = [
      ("contact", "contact type", names.declaredContacts, { .contactType($0) }), ("channel", "channel", names.channels, { .channel($0) }),
      ("segment", "segment", names.segments, { .segment($0) }),
      ("priority", "priority", names.priorities, { .priority(names.priorities.count - 1 - $0) }),
    ]
    let people: [Place] = [("group", "agent group", names.groups, { .group($0) })]
    let promises: [Place] = [("target", "target", targets.map(\.name), { .target($0) })]
    let places: [Place]
    switch metric?.side {
    case .contacts: places = metric?.isOfGroupsToo == true ? contacts + people : contacts
    case .people: places = people
    case .targets: places = promises
    case nil: places = contacts + people + promises
    }
    if metric?.side == .targets, !targetsAreWhole { return nil }
    if field.node.map != nil {
      guard let section = Section(field, .gateScope, decoding), let key = section.exactlyOne(places.map(\.key), "the gate's `for`"),
        let inner = section[key], let name = decoding.text(inner), let place = places.first(where: { $0.key == key })
      else { return nil }
      return checked(decoding.find(name, in: place.known, place.what, at: inner).map(place.make), metric, inner)
    }
    guard let name = decoding.text(field) else { return nil }
    for place in places {
      if let index = place.known.firstIndex(of: name) { return checked(place.make(index), metric, field) }
    }
    let whats = orList(places.map(\.what))
    let known = places.flatMap(\.known)
    // The name may be right and the metric not made for it.
    if let metric, let other = (contacts + people + promises).first(where: { $0.known.contains(name) }) {
      decoding.report(
        "`\(name)` is \(other.what == "agent group" ? "an" : "a") \(other.what), and `\(metric.name)` is not measured by \(other.what)",
        expected: "a \(whats)", at: field)
      return nil
    }
    decoding.report(
      "there is no \(whats) `\(shortened(name))`", expected: decoding.expectation(of: name, among: known),
      nearest: nearest(to: name, among: known).map { "`\($0)`" }, at: field)
    return nil
  }

  private func checked(_ subject: Gate.Subject?, _ metric: Metric?, _ field: Field) -> Gate.Subject? {
    if case .group(let index)? = subject, !hasCost(metric, group: index, field) { return nil }
    return subject
  }

  // MARK: Limits

  /// A limit in the unit of the metric.
  private func measure(_ field: Field, _ metric: Metric?) -> Double? {
    switch metric?.measure {
    case .share: return decoding.share(field)
    case .seconds: return decoding.duration(field)?.seconds
    case .hours: return decoding.duration(field).map { $0.seconds / 3600 }
    case .number: return decoding.amount(field)
    case nil:
      let text = field.node.word ?? ""
      if text.hasSuffix("%") { return decoding.share(field) }
      return decimalNumber(text) == nil ? decoding.duration(field)?.seconds : decoding.amount(field)
    }
  }

  // MARK: Names

  private func made(_ metric: String, _ subject: Gate.Subject) -> String {
    let names = decoding.names
    switch subject {
    case .total: return metric
    case .contactType(let index): return "\(metric) of \(names.contacts[index])"
    case .channel(let index): return "\(metric) of \(names.channels[index])"
    case .segment(let index): return "\(metric) of \(names.segments[index])"
    case .priority(let number): return "\(metric) of \(names.priorities[names.priorities.count - 1 - number])"
    case .group(let index): return "\(metric) of \(names.groups[index])"
    case .target(let index): return "\(metric) of \(targets[index].name)"
    }
  }
}

extension KeyTable {
  static let gate = KeyTable(
    "gate", "gate", help: "A limit that a change must keep", example: "{metric: service-level, target: Phones 80/20, not-worse-by: 1%}",
    [
      Key("name", .text, "what reports call it", leftOut: "made from the rest", example: "No slower"),
      Key("metric", .metric, "name in the metric catalogue; or `health`", leftOut: "`health` instead", example: "service-level"),
      Key(
        "health", .word(["not-worse"]),
        "first response, resolution, first-contact resolution, open work, abandonment, satisfaction, effort and cost together: none of those that the scenario has may get worse than the baseline, by more than `not-worse-by`: 0.5 points of a share and 1% of anything else unless it says otherwise",
        leftOut: "`metric` instead", example: "not-worse"),
      Key("target", .name(of: "target"), "for metrics by target, by name", leftOut: "the only one", example: "Phones 80/20"),
      Key(
        "for", .either([.name(of: "contact type, channel, segment, priority or group"), .section(.gateScope)]),
        "a contact type, channel, segment, priority or group", leftOut: "the total", example: "call"),
      Key("at-least", .measure, "limit, in the metric's unit", leftOut: "no such limit", example: "78%"),
      Key("at-most", .measure, "limit, in the metric's unit", leftOut: "no such limit", example: "6m"),
      Key(
        "not-worse-by", .margin,
        "how much worse than the baseline is accepted, in the metric's unit, or 5% of what it was before; of a share, 1% is one point",
        leftOut: "no such limit", example: "1%"),
    ]
  ).exactlyOne("metric", "health")

  static let gateScope = KeyTable(
    "gate-scope", "selector", help: "What a gate is about", example: "{channel: phone}",
    [
      Key("contact", .name(of: "contact type"), "a contact type", leftOut: "one of six", example: "call"),
      Key("channel", .name(of: "channel"), "a channel", leftOut: "one of six", example: "phone"),
      Key("segment", .name(of: "segment"), "a customer class", leftOut: "one of six", example: "business"),
      Key("priority", .name(of: "priority"), "one of `priorities`", leftOut: "one of six", example: "urgent"),
      Key("group", .name(of: "agent group"), "an agent group", leftOut: "one of six", example: "desk"),
      Key("target", .name(of: "target"), "a target", leftOut: "one of six", example: "Phones 80/20"),
    ])
}
